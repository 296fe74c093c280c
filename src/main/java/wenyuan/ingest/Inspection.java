package wenyuan.ingest;

import java.util.List;
import java.util.Optional;
import wenyuan.model.Attributes;
import wenyuan.model.Cleaned;
import wenyuan.model.Evidence;
import wenyuan.model.Extraction;
import wenyuan.model.Layout;

/**
 * What each stage made of one file. After an extraction that failed, the rest is empty.
 *
 * @param secrecy the marking for which an import would hold the file
 */
public record Inspection(
        Extraction extraction, Cleaned cleaned, Layout layout, Attributes attributes, Optional<Evidence> secrecy) {
    static Inspection failed(Extraction.Failed failed) {
        return new Inspection(
                failed,
                new Cleaned("", "", Optional.empty(), List.of(), List.of(), List.of(), Optional.empty(), List.of()),
                new Layout(Optional.empty(), Optional.empty(), List.of(), List.of(), List.of()),
                Attributes.NONE,
                Optional.empty());
    }

    /** The same without a marking, as an admin has ruled. */
    Inspection unmarked() {
        return new Inspection(extraction, cleaned, layout, attributes, Optional.empty());
    }
}
