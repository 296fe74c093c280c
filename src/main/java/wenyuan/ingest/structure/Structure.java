package wenyuan.ingest.structure;

import wenyuan.model.Cleaned;
import wenyuan.model.Layout;

/** Finds title, lines, headings and sentences. Pure. */
@SuppressWarnings({"DoNotCallSuggester", "ObjectToString", "UnusedVariable"}) // until it is built
public final class Structure {
    private Structure() {}

    /** The layout of {@code cleaned}. */
    public static Layout of(Cleaned cleaned) {
        throw new UnsupportedOperationException(cleaned.text());
    }
}
