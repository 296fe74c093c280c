package wenyuan.ingest;

import java.nio.file.Path;
import wenyuan.ingest.clean.Clean;
import wenyuan.ingest.enrich.Enrich;
import wenyuan.ingest.extract.Extractor;
import wenyuan.ingest.structure.Structure;
import wenyuan.model.Cleaned;
import wenyuan.model.Extraction;
import wenyuan.model.Layout;
import wenyuan.model.RuleBook;

/** Runs one file through the stages, without storing it. Thread-safe as far as the extractor is. */
public final class Inspect {
    private Inspect() {}

    /** What each stage makes of {@code file}; its name is the path by which rules go. */
    public static Inspection of(Path file, Extractor extractor, RuleBook rules) {
        String name = String.valueOf(file.getFileName());
        return of(extractor.extract(file, name), name, rules);
    }

    /** What the stages after the parser make of an extraction. Pure. */
    static Inspection of(Extraction extraction, String path, RuleBook rules) {
        return switch (extraction) {
            case Extraction.Failed failed -> Inspection.failed(failed);
            case Extraction.Text text -> {
                Cleaned cleaned = Clean.repair(text, rules.pages());
                Layout layout = Structure.of(cleaned);
                yield new Inspection(
                        text,
                        cleaned,
                        layout,
                        Enrich.attributes(cleaned, layout, path, rules),
                        Enrich.secrecyMarking(cleaned, layout, path, rules));
            }
        };
    }
}
