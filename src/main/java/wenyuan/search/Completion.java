package wenyuan.search;

/**
 * How a query that is being typed may go on.
 *
 * @param text the whole query, with what was typed before the words that it completes
 * @param kind what it completes them to
 * @param count how many documents carry this label, or hold these words. Of a word, those in which it stands as a word;
 *     documents that were deleted lately may still count
 */
public record Completion(String text, Kind kind, long count) {
    /** Where a completion comes from. */
    public enum Kind {
        TITLE,
        HEADING,
        PHRASE,
        LABEL
    }
}
