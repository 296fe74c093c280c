package wenyuan.cli;

import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wenyuan.export.ImportJson;
import wenyuan.export.Json;
import wenyuan.model.ImportRun;
import wenyuan.model.Tally;

/** Shows on the command line how an import goes and how it ended. */
record ImportReport(ImportBar bar, boolean json, Consumer<String> out) implements Consumer<Progress> {
    @Override
    public void accept(Progress said) {
        switch (said) {
            case Progress.Importing importing -> bar.show(importing.run().tally());
            case Progress.Imported done -> {
                bar.close();
                report(done.run());
            }
            case Progress.Relabelling other -> {}
            case Progress.Relabelled other -> {}
            case Progress.Changed other -> {}
            case Progress.Corrected other -> {}
            case Progress.Removed other -> {}
            case Progress.Proposed other -> {}
            case Progress.Broken broken -> throw new IllegalStateException(broken.message());
        }
    }

    private void report(ImportRun run) {
        if (json) {
            out.accept(Json.line(ImportJson.tally(run.tally())));
        } else {
            out.accept(sentence(run));
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
