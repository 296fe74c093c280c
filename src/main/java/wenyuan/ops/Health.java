package wenyuan.ops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import wenyuan.store.Audit;
import wenyuan.store.Snapshots;
import wenyuan.store.Store;

/**
 * How this process and the disk of its home are. Sizes in bytes.
 *
 * @param jobs number of jobs that run or wait
 * @param indexBytes size of the folder of indexes
 * @param diskFree what is left on the disk of the home
 * @param version of this program; empty when it was not built as a jar
 * @param schema of the catalogue
 * @param lastBackup when the last backup was finished, as far as the log knows
 */
public record Health(
        int jobs,
        long indexBytes,
        long diskFree,
        long heapUsed,
        long heapMost,
        String version,
        String java,
        int schema,
        Optional<Instant> lastBackup) {
    /** As it is now. */
    public static Health of(Store store) {
        Runtime runtime = Runtime.getRuntime();
        return new Health(
                store.jobs().queue().size(),
                size(store.home().indexes()),
                free(store.home().root()),
                runtime.totalMemory() - runtime.freeMemory(),
                runtime.maxMemory(),
                Optional.ofNullable(Health.class.getPackage().getImplementationVersion())
                        .orElse(""),
                System.getProperty("java.version"),
                Snapshots.schema(),
                store.audit().last(Audit.Action.BACKUP).map(Audit.Entry::at));
    }

    private static long free(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Segments come and go while somebody counts; what is gone has no size. */
    private static long size(Path folder) {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(
                            file -> file.toFile().isFile() ? file.toFile().length() : 0)
                    .sum();
        } catch (IOException | UncheckedIOException goneMeanwhile) {
            return 0;
        }
    }
}
