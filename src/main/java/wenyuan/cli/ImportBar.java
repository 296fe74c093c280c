package wenyuan.cli;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import wenyuan.model.Tally;

/**
 * The progress bar of an import on a terminal: files, files a second, time left, failures. Its end is an estimate, counted
 * beside the import; what lies in archives is added as it comes. Nothing is shown when there is no terminal.
 */
final class ImportBar implements AutoCloseable {
    private final Optional<ProgressBar> bar;

    private ImportBar(Optional<ProgressBar> bar) {
        this.bar = bar;
    }

    static ImportBar onTerminal(List<Path> paths) {
        if (!Boolean.getBoolean("wenyuan.terminal")) { // bin/wenyuan knows; System.console() no longer does
            return new ImportBar(Optional.empty());
        }
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("import")
                .setUnit(" files", 1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .setSpeedUnit(ChronoUnit.SECONDS)
                .setEtaFunction(state -> left(state.getMax(), state.getCurrent(), state.getElapsedAfterStart()))
                .showSpeed()
                .build();
        bar.maxHint(-1);
        Thread.ofPlatform().name("count").daemon().start(() -> bar.maxHint(count(paths)));
        return new ImportBar(Optional.of(bar));
    }

    void show(Tally tally) {
        bar.ifPresent(shown -> {
            if (shown.getMax() > 0 && tally.seen() > shown.getMax()) {
                shown.maxHint(tally.seen());
            }
            shown.stepTo(tally.seen());
            shown.setExtraMessage(tally.failures() == 0 ? "" : tally.failures() + " failed");
        });
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }

    private static Optional<Duration> left(long max, long current, Duration elapsed) {
        return max <= 0 || current <= 0
                ? Optional.empty()
                : Optional.of(elapsed.multipliedBy(Math.max(0, max - current)).dividedBy(current));
    }

    private static long count(List<Path> paths) {
        long count = 0;
        for (Path path : paths) {
            try (Stream<Path> files = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
                count += files.filter(Files::isRegularFile).count();
            } catch (IOException | RuntimeException unreadable) {
                return -1; // the import itself says what is wrong
            }
        }
        return count;
    }
}
