package wenyuan.store;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import wenyuan.model.Document;
import wenyuan.model.Evidence;
import wenyuan.model.Extraction;
import wenyuan.model.Fate;
import wenyuan.model.FileFate;
import wenyuan.model.ImportRun;

/** The catalogue of a home. Thread-safe: writes are serialised, reads see the last commit. */
@SuppressWarnings({"DoNotCallSuggester", "ObjectToString", "UnusedVariable"}) // until it is built
public final class Store implements AutoCloseable {
    private Store() {}

    /** Opens the catalogue of {@code home}, making it and bringing its schema up to date as needed. */
    public static Store open(Home home, Clock clock) {
        throw new UnsupportedOperationException(home.toString() + clock);
    }

    /** Opens an existing catalogue for reading only, beside a process that writes. */
    public static Store openReadOnly(Home home) {
        throw new UnsupportedOperationException(home.toString());
    }

    /** Random id of this store, made with it. */
    public String id() {
        throw new UnsupportedOperationException();
    }

    // ---- documents

    /** A document as stored; empty when there is none of that id (any more). */
    public Optional<Document> document(String id) {
        throw new UnsupportedOperationException(id);
    }

    /** Number of documents. */
    public long documents() {
        throw new UnsupportedOperationException();
    }

    /** Calls {@code reader} with each document, by id; reads as it goes. */
    public void forEachDocument(Consumer<Document> reader) {
        throw new UnsupportedOperationException(reader.toString());
    }

    /** The text as extracted, before any repair. */
    public Optional<String> rawText(String documentId) {
        throw new UnsupportedOperationException(documentId);
    }

    /** What the parser gave: from it, new rules label again without the file. */
    public Optional<Extraction.Text> extraction(String documentId) {
        throw new UnsupportedOperationException(documentId);
    }

    /** SHA-256 (hex) of the file a document came from: the key of {@link Originals}. */
    public Optional<String> originalOf(String documentId) {
        throw new UnsupportedOperationException(documentId);
    }

    /** Ids of documents, other than this one, whose normal form is the same. */
    public List<String> sameText(Document document) {
        throw new UnsupportedOperationException(document.id());
    }

    // ---- changes, for engines that follow

    /** Number of the last change; 0 when nothing has ever been stored. */
    public long lastChange() {
        throw new UnsupportedOperationException();
    }

    /** Up to {@code most} changes after {@code change}, ascending; of several to one document only the last. */
    public List<Change> changesAfter(long change, int most) {
        throw new UnsupportedOperationException(change + " " + most);
    }

    /**
     * A document was put or deleted.
     *
     * @param number counted up by one for each change of the store
     * @param document as it is now; empty when it was deleted
     */
    public record Change(long number, String documentId, Optional<Document> document) {}

    // ---- imports

    /** All imports, newest first. */
    public List<ImportRun> imports() {
        throw new UnsupportedOperationException();
    }

    /** One import. */
    public Optional<ImportRun> importRun(long id) {
        throw new UnsupportedOperationException("" + id);
    }

    /** The fates of an import in the order of arrival, or only the failed ones. */
    public List<FileFate> fates(long importId, boolean failedOnly, int from, int size) {
        throw new UnsupportedOperationException(importId + " " + failedOnly + from + size);
    }

    /** Number of files that are held. */
    public List<HeldFile> held() {
        throw new UnsupportedOperationException();
    }

    /**
     * A file kept apart for its secrecy marking.
     *
     * @param sha256 of its bytes, hex
     */
    public record HeldFile(String sha256, String path, Evidence marking) {}

    /** Fate of the bytes {@code sha256} at {@code path}, when an earlier import saw exactly these there. */
    public Optional<Fate> knownFate(String path, String sha256) {
        throw new UnsupportedOperationException(path + sha256);
    }

    @Override
    public void close() {}
}
