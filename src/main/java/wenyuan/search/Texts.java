package wenyuan.search;

import java.util.Optional;
import wenyuan.model.Document;

/** Where an engine reads the texts that it shows. */
@FunctionalInterface
public interface Texts {
    /** The document as stored; empty when it has been deleted meanwhile. */
    Optional<Document> find(String documentId);
}
