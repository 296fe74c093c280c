package wenyuan.ingest;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import wenyuan.ingest.clean.Clean;
import wenyuan.ingest.enrich.Enrich;
import wenyuan.ingest.extract.Extractor;
import wenyuan.ingest.structure.Compilation;
import wenyuan.ingest.structure.Structure;
import wenyuan.model.Attributes;
import wenyuan.model.Cleaned;
import wenyuan.model.Evidence;
import wenyuan.model.Extraction;
import wenyuan.model.Layout;
import wenyuan.model.Part;
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
                List<Inspection.Text> texts = Compilation.parts(cleaned, path, rules.compilations()).stream()
                        .map(part -> of(part, path, rules))
                        .toList();
                yield new Inspection(text, cleaned.page(), texts, secrecy(texts, path, rules));
            }
        };
    }

    private static Optional<Evidence> secrecy(List<Inspection.Text> texts, String path, RuleBook rules) {
        return texts.stream()
                .flatMap(text -> Enrich.secrecyMarking(text.cleaned(), text.layout(), path, rules).stream())
                .findFirst();
    }

    private static Inspection.Text of(Part part, String path, RuleBook rules) {
        Layout layout = Structure.of(part.cleaned());
        Attributes attributes = Enrich.attributes(part.cleaned(), layout, path, rules);
        return new Inspection.Text(part.cleaned(), layout, attributes, part.number());
    }
}
