package wenyuan.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import wenyuan.config.ConfigurationReader;
import wenyuan.config.RuleBookReader;
import wenyuan.ingest.Inspect;
import wenyuan.ingest.extract.Extractor;
import wenyuan.ingest.extract.ForkedExtractor;
import wenyuan.model.RuleBook;

@Command(name = "inspect", description = "Prints what each stage makes of one file, without storing it.")
final class InspectCommand extends ArchiveCommand {
    @Parameters(paramLabel = "FILE", description = "A file, not an archive.")
    private Path file = Path.of("");

    @Option(names = "--ocr", description = "Read it even if it is a scan.")
    private boolean ocr;

    @Override
    public Integer call() {
        if (!Files.isRegularFile(file)) {
            throw new CallerMistake("There is no file " + file);
        }
        CallerMistake.unlessInstalled(ocr);
        Configured configured = new Configured(ConfigurationReader.read(home().config()));
        RuleBook rules = RuleBookReader.read(home().overrides());
        try (Extractor extractor = ForkedExtractor.open(configured.reading(1, ocr))) {
            print(PlainText.inspection(Inspect.of(file, extractor, rules)));
        }
        return DONE;
    }
}
