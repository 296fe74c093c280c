package wenyuan.web;

import java.util.function.LongSupplier;
import wenyuan.model.RuleBook;
import wenyuan.search.Highlighter;
import wenyuan.search.SearchEngine;
import wenyuan.store.Originals;
import wenyuan.store.Store;

/** Serves pages and the JSON interface. */
@SuppressWarnings({"DoNotCallSuggester", "ObjectToString", "UnusedVariable"}) // until it is built
public final class WebServer implements AutoCloseable {
    private WebServer() {}

    /**
     * What the pages are made from.
     *
     * @param engine answers searches
     * @param store the truth
     * @param originals bytes for downloads
     * @param highlighter finds marks in the reading text
     * @param rules names of labels
     * @param waiting number of changes that the engine has not taken in yet
     */
    public record Archive(
            SearchEngine engine,
            Store store,
            Originals originals,
            Highlighter highlighter,
            RuleBook rules,
            LongSupplier waiting) {}

    /**
     * Starts to serve.
     *
     * @param port 0 for any free one
     */
    public static WebServer start(Archive archive, String host, int port) {
        throw new UnsupportedOperationException(archive + host + port);
    }

    /** The port in use. */
    public int port() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
