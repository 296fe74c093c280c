package wenyuan.text;

import wenyuan.model.Span;

/**
 * The form of a text that matching sees: simplified by a context-free 1:1 map, half width, lower case, unified quotes,
 * zero-width characters dropped, a run of placeholder characters as one {@link #SLOT}; with a map back to the text it
 * came from. Immutable.
 */
@SuppressWarnings({"DoNotCallSuggester", "ObjectToString", "UnusedVariable"}) // until it is built
public final class Normal {
    /** Stands for one run of placeholder characters (××, XX, ***, ○○). */
    public static final char SLOT = '▢';

    private Normal() {}

    /** Normalises {@code source}. */
    public static Normal of(String source) {
        throw new UnsupportedOperationException(source);
    }

    /** The normal form. */
    public String text() {
        throw new UnsupportedOperationException();
    }

    /** The same text without punctuation and blanks: only letters, digits and slots. Its map also leads to the source. */
    public Normal letters() {
        throw new UnsupportedOperationException();
    }

    /** Where in the source the stretch {@code normal} of {@link #text()} stands. */
    public Span source(Span normal) {
        throw new UnsupportedOperationException(normal.toString());
    }

    /** The stretch of {@link #text()} that comes from {@code source}; empty when nothing of it is left. */
    public Span normal(Span source) {
        throw new UnsupportedOperationException(source.toString());
    }

    /** Whether matching looks at this code point of a normal form: letters, digits, slots; not punctuation or blanks. */
    public static boolean matters(int codePoint) {
        return codePoint == SLOT || Character.isLetterOrDigit(codePoint);
    }
}
