package wenyuan.search;

/**
 * A longer string that holds the phrase and ends where a word ends.
 *
 * @param text normal form, letters only
 * @param count how often
 * @param documents in how many documents
 */
public record Extension(Side side, String text, long count, long documents) {
    /** Where the phrase goes on. */
    public enum Side {
        LEFT,
        RIGHT
    }
}
