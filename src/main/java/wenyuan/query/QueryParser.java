package wenyuan.query;

import wenyuan.model.Taxonomy;

/** Reads what people type. Thread-safe: immutable. */
@SuppressWarnings({"DoNotCallSuggester", "ObjectToString", "UnusedVariable"}) // until it is built
public final class QueryParser {
    private final Taxonomy taxonomy;

    /** A parser that knows the names of these labels. */
    public QueryParser(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
    }

    /** Reads {@code typed}; never fails. */
    public Parsed parse(String typed) {
        throw new UnsupportedOperationException(typed + taxonomy);
    }
}
