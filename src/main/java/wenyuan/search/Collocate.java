package wenyuan.search;

/**
 * A word that stands near a match more often than elsewhere in the same documents.
 *
 * @param word in normal form
 * @param left how often it stands before the match; a sentence that several texts copy counts once
 * @param right how often it stands behind it
 * @param expected how often it would stand on either side if it kept no company with the match
 * @param score G² (see {@link Collocates})
 */
public record Collocate(String word, long left, long right, double expected, double score) {
    /** How often it stands near the match. */
    public long together() {
        return left + right;
    }
}
