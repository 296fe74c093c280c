package wenyuan.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import wenyuan.export.ImportJson;
import wenyuan.export.Json;
import wenyuan.model.FileFate;
import wenyuan.model.ImportRun;
import wenyuan.store.Store;

@Command(name = "imports", description = "What became of each file of an import, and why.")
final class ImportsCommand extends ArchiveCommand {
    private static final int PAGE = 1000;

    @Parameters(arity = "0..1", paramLabel = "ID", description = "Number of an import; without it, all are listed.")
    private @Nullable Long id;

    @Option(names = "--failed", description = "Only the files that failed.")
    private boolean failed;

    @Option(names = "--retry", description = "Try the failed files again: those of one import, or all.")
    private boolean retry;

    @Option(names = "--ocr", description = "With --retry: read scans (needs tesseract-ocr, tesseract-ocr-chi-sim).")
    private boolean ocr;

    @Option(names = "--json", description = "Print one JSON object a line.")
    private boolean json;

    @Override
    public Integer call() {
        if (retry) {
            return tryAgain();
        }
        try (Store store = ReadingArchive.store(home())) {
            Optional<Long> chosen = Optional.ofNullable(id);
            if (chosen.isEmpty()) {
                store.imports().forEach(this::print);
            } else {
                ImportRun run = store.importRun(chosen.get())
                        .orElseThrow(() -> new CallerMistake("There is no import " + chosen.get()));
                print(run);
                fates(store, run.id());
            }
        }
        return DONE;
    }

    private int tryAgain() {
        CallerMistake.unlessInstalled(ocr);
        try (Store store = ReadingArchive.store(home())) {
            Optional<Long> chosen = Optional.ofNullable(id);
            if (chosen.isPresent() && store.importRun(chosen.get()).isEmpty()) {
                throw new CallerMistake("There is no import " + chosen.get());
            }
        }
        try (ImportBar bar = ImportBar.onTerminal(List.of())) {
            Work work =
                    new Work.Retry(Optional.ofNullable(id), Runtime.getRuntime().availableProcessors(), ocr);
            new Errand(home(), this::say).run(work, new ImportReport(bar, json, this::print));
        }
        return DONE;
    }

    private void fates(Store store, long run) {
        int from = 0;
        List<FileFate> page;
        do {
            page = store.fates(run, failed, from, PAGE);
            page.forEach(this::print);
            from += PAGE;
        } while (page.size() == PAGE);
    }

    private void print(ImportRun run) {
        print(
                json
                        ? Json.line(ImportJson.run(run))
                        : String.format(
                                Locale.ROOT,
                                "%d  %s  %s  %s",
                                run.id(),
                                run.started(),
                                run.ended().isPresent() ? "done" : "not finished",
                                ImportJson.tally(run.tally())));
    }

    private void print(FileFate row) {
        print(json ? Json.line(ImportJson.fate(row)) : PlainText.fate(row));
    }
}
