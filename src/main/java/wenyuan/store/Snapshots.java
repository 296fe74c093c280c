package wenyuan.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Copies of the catalogue as it was at one moment, to be kept elsewhere. What has a meaning only beside the folders of this home
 * is left out: jobs under way and uploads. Thread-safe.
 */
public final class Snapshots {
    private final Catalog catalog;

    Snapshots(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The schema that this program writes; it reads this and older ones. */
    public static int schema() {
        return Migrations.shipped().size();
    }

    /**
     * Writes a copy into {@code file}, which must not be there yet. Works beside readers and a writer, also of another process.
     *
     * @param withHeld whether it tells of files with a secrecy marking
     */
    public void write(Path file, boolean withHeld) {
        catalog.copyTo(file);
        try (Catalog copy = Catalog.open(file, Migrations.shipped())) {
            copy.write(sql -> {
                sql.run("DELETE FROM jobs WHERE state IN ('WAITING', 'RUNNING')");
                sql.run("UPDATE jobs SET upload = 0");
                return sql.run("DELETE FROM uploads") + (withHeld ? 0 : sql.run("DELETE FROM held"));
            });
        }
    }

    /** SHA-256 (hex) of the bytes that the documents and the failed files of {@code store} need, ascending. */
    public static List<String> needed(Store store) {
        return Stream.concat(
                        store.originals().stream(),
                        store.failures(Optional.empty()).stream().map(Store.FailedFile::sha256))
                .filter(sha256 -> !sha256.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }
}
