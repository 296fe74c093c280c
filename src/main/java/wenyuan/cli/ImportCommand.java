package wenyuan.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import wenyuan.export.ImportJson;
import wenyuan.ingest.extract.Tesseract;
import wenyuan.model.ImportRun;
import wenyuan.model.Tally;

@Command(
        name = "import",
        description = "Takes files, folders and zips into the archive. Can be stopped and started again.")
final class ImportCommand extends ArchiveCommand {
    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files and folders.")
    private List<Path> paths = List.of();

    @Option(names = "--workers", description = "Files worked on at once (default: one a core).")
    private int workers = Runtime.getRuntime().availableProcessors();

    @Option(names = "--source", paramLabel = "NAME", description = "Name of the source (default: that of each path).")
    private String source = "";

    @Option(
            names = "--ocr",
            description = "Read scans, two or three seconds a page (needs tesseract-ocr, tesseract-ocr-chi-sim).")
    private boolean ocr;

    @Option(names = "--json", description = "End with one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        if (workers < 1 || workers > 64) {
            throw new CallerMistake("--workers takes 1 to 64, not " + workers);
        }
        if (ocr) {
            Tesseract.problem().ifPresent(problem -> {
                throw new CallerMistake(problem);
            });
        }
        List<String> absolute = paths.stream()
                .map(path -> path.toAbsolutePath().normalize().toString())
                .toList();
        try (ImportBar bar = ImportBar.onTerminal(paths)) {
            new Errand(home(), this::say)
                    .run(new Work.Take(absolute, workers, source, false, ocr), said -> heard(said, bar));
        }
        return DONE;
    }

    private void heard(Progress said, ImportBar bar) {
        switch (said) {
            case Progress.Importing importing -> bar.show(importing.run().tally());
            case Progress.Imported done -> {
                bar.close();
                report(done.run());
            }
            case Progress.Relabelling other -> {}
            case Progress.Relabelled other -> {}
            case Progress.Broken broken -> throw new IllegalStateException(broken.message());
        }
    }

    private void report(ImportRun run) {
        if (json) {
            print(ImportJson.tally(run.tally()));
        } else {
            print(sentence(run));
        }
    }

    private static String sentence(ImportRun run) {
        Tally tally = run.tally();
        String causes = Stream.of(tally.failed(), tally.skipped())
                .flatMap(part -> part.entrySet().stream())
                .sorted(Map.Entry.comparingByKey((a, b) -> a.toString().compareTo(b.toString())))
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "Import %d: %d files seen = %d stored + %d unchanged + %d duplicate + %d split + %d held + %d failed"
                        + " + %d skipped%s; %.1f s%s",
                run.id(),
                tally.seen(),
                tally.stored(),
                tally.unchanged(),
                tally.duplicate(),
                tally.split(),
                tally.held(),
                tally.failures(),
                tally.skips(),
                causes.isEmpty() ? "" : " (" + causes + ")",
                tally.seconds(),
                tally.failures() == 0 ? "" : "; see `wenyuan imports " + run.id() + " --failed`");
    }
}
