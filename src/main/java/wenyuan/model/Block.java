package wenyuan.model;

/**
 * One paragraph (line) of the clean text.
 *
 * @param kind what it is
 * @param span the whole line without its line end
 */
public record Block(Kind kind, Span span) {
    /** What a line of a document can be. */
    public enum Kind {
        TITLE,
        /** Date, speaker or place under the title. */
        BYLINE,
        SALUTATION,
        HEADING,
        PARAGRAPH
    }
}
