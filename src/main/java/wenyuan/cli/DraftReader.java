package wenyuan.cli;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import wenyuan.config.Configuration;
import wenyuan.ingest.Inspect;
import wenyuan.ingest.Inspection;
import wenyuan.ingest.extract.Extractor;
import wenyuan.ingest.extract.ForkedExtractor;
import wenyuan.model.Extraction;
import wenyuan.model.RuleBook;
import wenyuan.web.ArchiveWork;

/** Reads drafts as an import would. Starts a parser process for each. Thread-safe. */
final class DraftReader {
    private final Configuration configuration;

    DraftReader(Configuration configuration) {
        this.configuration = configuration;
    }

    ArchiveWork.Draft read(Path file, RuleBook rules) {
        try (Extractor extractor = ForkedExtractor.open(new Configured(configuration).reading(1, false))) {
            Inspection inspection = Inspect.of(file, extractor, rules);
            return inspection.extraction() instanceof Extraction.Failed failed
                    ? new ArchiveWork.Draft.Unreadable(failed)
                    : new ArchiveWork.Draft.Text(inspection.texts().stream()
                            .map(text -> text.cleaned().text())
                            .collect(joining("\n\n")));
        }
    }
}
