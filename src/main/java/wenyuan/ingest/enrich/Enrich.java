package wenyuan.ingest.enrich;

import java.util.Optional;
import wenyuan.model.Attributes;
import wenyuan.model.Cleaned;
import wenyuan.model.Evidence;
import wenyuan.model.Layout;
import wenyuan.model.RuleBook;

/** Labels a document by rules. Pure. */
@SuppressWarnings({"DoNotCallSuggester", "ObjectToString", "UnusedVariable"}) // until it is built
public final class Enrich {
    private Enrich() {}

    /**
     * What can be claimed.
     *
     * @param path the path by which rules may go: the smallest of the document's
     */
    public static Attributes attributes(Cleaned cleaned, Layout layout, String path, RuleBook rules) {
        throw new UnsupportedOperationException(cleaned.text() + layout + path + rules);
    }

    /** The secrecy marking that keeps a text out of the archive, when it bears one. */
    public static Optional<Evidence> secrecyMarking(Cleaned cleaned, Layout layout, String path, RuleBook rules) {
        throw new UnsupportedOperationException(cleaned.text() + layout + path + rules);
    }
}
