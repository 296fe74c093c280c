package wenyuan.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.SearcherManager;
import wenyuan.model.Document;
import wenyuan.search.DocumentSink;
import wenyuan.search.Position;
import wenyuan.text.Segmenter;

/** Writes into an index. Thread-safe: documents are cut into words side by side. Closing it leaves the engine open. */
final class LuceneSink implements DocumentSink {
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Segmenter segmenter;
    private final ReadWriteLock gate = new ReentrantReadWriteLock();
    private volatile Position position;

    LuceneSink(IndexWriter writer, SearcherManager searchers, Segmenter segmenter) {
        this.writer = writer;
        this.searchers = searchers;
        this.segmenter = segmenter;
        this.position = IndexFolder.position(IndexFolder.userData(writer));
    }

    private interface Change {
        void make() throws IOException;
    }

    @Override
    public void put(Document document) {
        change(() ->
                writer.updateDocument(new Term(Fields.ID, document.id()), IndexedDocument.of(document, segmenter)));
    }

    @Override
    public void delete(String documentId) {
        change(() -> writer.deleteDocuments(new Term(Fields.ID, documentId)));
    }

    @Override
    public void clear() {
        change(writer::deleteAll);
    }

    private void change(Change change) {
        locked(gate.readLock(), change);
    }

    @Override
    public void commit(Position reached) {
        locked(gate.writeLock(), () -> {
            writer.setLiveCommitData(IndexFolder.userData(reached).entrySet());
            writer.commit();
            position = reached;
            searchers.maybeRefreshBlocking();
        });
    }

    @Override
    public Position position() {
        return position;
    }

    @Override
    public void close() {}

    private static void locked(Lock lock, Change change) {
        lock.lock();
        try {
            change.make();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }
}
