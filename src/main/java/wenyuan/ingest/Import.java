package wenyuan.ingest;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import wenyuan.ingest.extract.Extractor;
import wenyuan.model.ImportRun;
import wenyuan.model.RuleBook;
import wenyuan.search.DocumentSink;
import wenyuan.store.Home;
import wenyuan.store.Store;

/** Takes files into the archive. One at a time on a home. */
@SuppressWarnings({"DoNotCallSuggester", "ObjectToString", "UnusedVariable"}) // until it is built
public final class Import {
    private Import() {}

    /**
     * What an import works with.
     *
     * @param workers files worked on at once
     * @param collection name given by {@code --source}; empty to use the name of each imported path
     * @param link whether to keep a reference to the original instead of its bytes
     */
    public record Settings(int workers, String collection, boolean link) {}

    /** An import over this home, which the process owns. */
    public static Import on(
            Home home, Store store, DocumentSink sink, Extractor extractor, RuleBook rules, Settings settings) {
        throw new UnsupportedOperationException(home.toString() + store + sink + extractor + rules + settings);
    }

    /**
     * Runs until every file has a fate, or until the thread is interrupted; then what is done stays done.
     *
     * @param progress called from one thread at a time, after each file, with the run so far
     */
    public ImportRun run(List<Path> paths, Consumer<ImportRun> progress) {
        throw new UnsupportedOperationException(paths.toString() + progress);
    }
}
