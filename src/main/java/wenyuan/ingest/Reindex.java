package wenyuan.ingest;

import java.util.function.LongConsumer;
import wenyuan.model.RuleBook;
import wenyuan.search.DocumentSink;
import wenyuan.store.Store;

/** Brings labels and engines up to date with the store and the rules. */
@SuppressWarnings({"DoNotCallSuggester", "ObjectToString", "UnusedVariable"}) // until it is built
public final class Reindex {
    private Reindex() {}

    /**
     * Puts into {@code sink} every change it has not seen, and commits; from the beginning when the sink knows another
     * store or more than the store does.
     *
     * @return number of changes put
     */
    public static long catchUp(Store store, DocumentSink sink) {
        throw new UnsupportedOperationException(store.toString() + sink);
    }

    /**
     * Cleans and labels every document again from its kept extraction, without Tika; only documents that come out
     * different are changes.
     *
     * @param progress called with the number of documents done
     * @return number of documents that changed
     */
    public static long relabel(Store store, RuleBook rules, LongConsumer progress) {
        throw new UnsupportedOperationException(store.toString() + rules + progress);
    }
}
