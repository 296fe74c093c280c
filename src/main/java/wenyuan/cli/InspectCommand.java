package wenyuan.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import wenyuan.config.RuleBookReader;
import wenyuan.ingest.Inspect;
import wenyuan.ingest.extract.Extractor;
import wenyuan.ingest.extract.ForkedExtractor;
import wenyuan.ingest.extract.Settings;
import wenyuan.model.RuleBook;

@Command(name = "inspect", description = "Prints what each stage makes of one file, without storing it.")
final class InspectCommand extends ArchiveCommand {
    @Parameters(paramLabel = "FILE", description = "A file, not an archive.")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        if (!Files.isRegularFile(file)) {
            throw new CallerMistake("There is no file " + file);
        }
        RuleBook rules = RuleBookReader.read(home().overrides());
        try (Extractor extractor = ForkedExtractor.open(Settings.standard(1))) {
            print(PlainText.inspection(Inspect.of(file, extractor, rules)));
        }
        return DONE;
    }
}
