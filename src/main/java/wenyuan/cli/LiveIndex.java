package wenyuan.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.LoggerFactory;
import wenyuan.ingest.Reindex;
import wenyuan.model.Document;
import wenyuan.search.DocumentSink;
import wenyuan.search.Frequencies;
import wenyuan.search.Position;
import wenyuan.search.SearchEngine;
import wenyuan.search.SearchPage;
import wenyuan.search.SearchRequest;
import wenyuan.search.Vocabulary;
import wenyuan.search.lucene.LuceneEngine;
import wenyuan.search.lucene.UnreadableIndexException;
import wenyuan.store.Store;

/**
 * The index that a process owns, exchanged for a new one while searches go on. Thread-safe: a search holds the engine it
 * started with; the exchange waits for those under way.
 */
final class LiveIndex implements SearchEngine {
    private final IndexFolders folders;
    private final Function<Path, LuceneEngine> opener;
    private final ReadWriteLock exchange = new ReentrantReadWriteLock();
    private LuceneEngine engine;

    private LiveIndex(IndexFolders folders, Function<Path, LuceneEngine> opener, LuceneEngine engine) {
        this.folders = folders;
        this.opener = opener;
        this.engine = engine;
    }

    /**
     * Opens the index in use, and sweeps what interrupted rebuilds left. One that is damaged or of another version is made
     * again from the store.
     */
    static LiveIndex open(IndexFolders folders, Function<Path, LuceneEngine> opener, Store store) {
        folders.sweep();
        try {
            return new LiveIndex(folders, opener, opener.apply(folders.live()));
        } catch (UnreadableIndexException e) {
            LoggerFactory.getLogger(LiveIndex.class).warn("{}. That begins now.", e.getMessage());
            Path next = folders.next();
            LuceneEngine fresh = filled(opener.apply(next), store);
            folders.switchTo(next);
            folders.sweep();
            return new LiveIndex(folders, opener, fresh);
        }
    }

    private static LuceneEngine filled(LuceneEngine fresh, Store store) {
        Reindex.catchUp(store, fresh.sink());
        return fresh;
    }

    /** Fills a new index from the store beside the one in use, then exchanges them. */
    void rebuild(Store store) {
        Path next = folders.next();
        LuceneEngine fresh = filled(opener.apply(next), store);
        fresh.vocabulary(); // begins to read them
        exchange.writeLock().lock();
        try {
            folders.switchTo(next);
            engine.close();
            engine = fresh;
        } finally {
            exchange.writeLock().unlock();
        }
        folders.sweep();
    }

    /** The writing side of whichever index is in use at the time of each call. */
    DocumentSink sink() {
        return new CurrentSink();
    }

    @Override
    public SearchPage search(SearchRequest request) {
        return with(current -> current.search(request));
    }

    @Override
    public List<String> ids(SearchRequest request) {
        return with(current -> current.ids(request));
    }

    @Override
    public Frequencies frequencies(SearchRequest request) {
        return with(current -> current.frequencies(request));
    }

    @Override
    public long documents() {
        return with(LuceneEngine::documents);
    }

    @Override
    public long[] documentsWith(List<String> strings, int checked) {
        return with(current -> current.documentsWith(strings, checked));
    }

    @Override
    public Vocabulary vocabulary() {
        return with(LuceneEngine::vocabulary);
    }

    @Override
    public Position position() {
        return with(LuceneEngine::position);
    }

    @Override
    public void close() {
        exchange.writeLock().lock();
        try {
            engine.close();
        } finally {
            exchange.writeLock().unlock();
        }
    }

    private <T> T with(Function<LuceneEngine, T> work) {
        exchange.readLock().lock();
        try {
            return work.apply(engine);
        } finally {
            exchange.readLock().unlock();
        }
    }

    private final class CurrentSink implements DocumentSink {
        @Override
        public void put(Document document) {
            onSink(sink -> sink.put(document));
        }

        @Override
        public void delete(String documentId) {
            onSink(sink -> sink.delete(documentId));
        }

        @Override
        public void clear() {
            onSink(sink -> sink.clear());
        }

        @Override
        public void commit(Position position) {
            onSink(sink -> sink.commit(position));
        }

        @Override
        public Position position() {
            return with(current -> current.sink().position());
        }

        @Override
        public void close() {
            // closes with the engine
        }

        private void onSink(Consumer<DocumentSink> work) {
            with(current -> {
                work.accept(current.sink());
                return true;
            });
        }
    }
}
