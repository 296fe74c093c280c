package wenyuan.ingest.clean;

import wenyuan.model.Cleaned;
import wenyuan.model.Extraction;
import wenyuan.model.PageRules;

/** Makes a clean text of an extraction. Pure. */
@SuppressWarnings({"DoNotCallSuggester", "ObjectToString", "UnusedVariable"}) // until it is built
public final class Clean {
    private Clean() {}

    /** Zones the page, joins lines, repairs, finds placeholders; the extraction itself is not changed. */
    public static Cleaned repair(Extraction.Text extraction, PageRules rules) {
        throw new UnsupportedOperationException(extraction.content() + rules);
    }
}
