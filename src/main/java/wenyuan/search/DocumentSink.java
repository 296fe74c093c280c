package wenyuan.search;

import wenyuan.model.Document;

/** The writing side of an engine. Calls may come from several threads; {@link #commit} excludes the others. */
public interface DocumentSink extends AutoCloseable {
    /** Takes in a document, in place of one with the same id. */
    void put(Document document);

    /** Forgets a document; silently when it is not there. */
    void delete(String documentId);

    /** Forgets everything: the store is another one, or went back. */
    void clear();

    /** Makes all so far durable and visible, and remembers that it reaches to {@code position}. */
    void commit(Position position);

    /** How far the last commit reaches. */
    Position position();

    @Override
    void close();
}
