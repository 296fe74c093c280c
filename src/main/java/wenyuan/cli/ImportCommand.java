package wenyuan.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = "Takes files, folders and zips into the archive. Can be stopped and started again.")
final class ImportCommand extends ArchiveCommand {
    private static final Duration WATCH_INTERVAL = Duration.ofSeconds(3);

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

    @Option(names = "--link", description = "Leave the originals where they are; they must stay there.")
    private boolean link;

    @Option(names = "--watch", description = "Stay, and take in what comes later.")
    private boolean watch;

    @Option(names = "--json", description = "End with one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        if (workers < 1 || workers > 64) {
            throw new CallerMistake("--workers takes 1 to 64, not " + workers);
        }
        CallerMistake.unlessInstalled(ocr);
        if (watch) {
            say("Watching; Ctrl-C ends");
            new FolderWatch(paths, WATCH_INTERVAL).run(this::take);
        } else {
            take();
        }
        return DONE;
    }

    private void take() {
        List<String> absolute = paths.stream()
                .map(path -> path.toAbsolutePath().normalize().toString())
                .toList();
        try (ImportBar bar = ImportBar.onTerminal(paths)) {
            new Errand(home(), this::say)
                    .run(new Work.Take(absolute, workers, source, link, ocr), new ImportReport(bar, json, this::print));
        }
    }
}
