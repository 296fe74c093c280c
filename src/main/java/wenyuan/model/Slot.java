package wenyuan.model;

/**
 * A placeholder that an editor left where a name or number stood ({@code ××县}, {@code XX同志}, {@code ***}).
 *
 * @param kind what seems to be missing
 * @param span the whole run of placeholder characters in the clean text; where nothing is left of them, the words around the gap
 */
public record Slot(Kind kind, Span span) {
    /** What a placeholder stands for. */
    public enum Kind {
        NUMBER,
        PLACE,
        PERSON,
        REDACTION,
        /** A name that a filter has taken out whole: the span covers the words that stood around it. */
        MISSING,
        /** A passage that somebody left out and said so. */
        PASSAGE,
        UNKNOWN
    }
}
