package wenyuan.text;

import java.util.List;
import wenyuan.model.Span;

/** Finds where sentences end. */
@SuppressWarnings({"DoNotCallSuggester", "ObjectToString", "UnusedVariable"}) // until it is built
public final class Sentences {
    private Sentences() {}

    /** Spans of the sentences of {@code text}, closing quotes included; a line end always ends one. */
    public static List<Span> of(String text) {
        throw new UnsupportedOperationException(text);
    }
}
