package wenyuan.store;

import java.util.List;
import wenyuan.model.Document;
import wenyuan.model.Evidence;
import wenyuan.model.Extraction;
import wenyuan.model.Fate;

/** What an import brings for one file. It is written whole or not at all; the store says which {@link Fate} it has. */
public sealed interface Arrival {
    /** The file. */
    Origin origin();

    /** SHA-256 (hex) of its bytes; empty when they could not be read. */
    String sha256();

    /**
     * A file that was read and labelled by its own path. When its bytes are stored already, the path is added, and the
     * labels are taken over only when this path is the smallest.
     *
     * @param documents one, or the parts of a compilation in order; their sources do not count
     * @param extraction what the parser gave
     * @param page the text before repairs, see {@link wenyuan.model.Cleaned#page()}
     */
    record Labelled(Origin origin, String sha256, List<Document> documents, Extraction.Text extraction, String page)
            implements Arrival {
        public Labelled {
            documents = List.copyOf(documents);
        }
    }

    /** Bytes that the store knows, so that nothing was read. */
    record Seen(Origin origin, String sha256) implements Arrival {}

    /** Bytes that bear a secrecy marking. Documents made of them earlier go. */
    record Marked(Origin origin, String sha256, Evidence marking) implements Arrival {}

    /** A file that gave no text. */
    record Failed(Origin origin, String sha256, Fate.Failed fate) implements Arrival {}

    /** A file that was passed over on purpose. */
    record Skipped(Origin origin, Fate.Skipped fate) implements Arrival {
        @Override
        public String sha256() {
            return "";
        }
    }
}
