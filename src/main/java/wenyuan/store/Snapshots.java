package wenyuan.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Copies of the catalogue as it was at one moment, to be kept elsewhere. What has a meaning only beside the folders of this home
 * is left out: jobs under way and uploads. Thread-safe.
 */
public final class Snapshots {
    /** How the ids of the documents of held files begin. */
    private static final String IDS = "(SELECT substr(sha256, 1, 16) FROM held)";

    /** Every place where the title or the path of a held file, its marking or what was decided on it may stand; rows that are counted stay. */
    private static final List<String> SECRETS = List.of(
            "DELETE FROM corrections WHERE substr(document, 1, 16) IN " + IDS,
            "DELETE FROM jobs WHERE EXISTS (SELECT 1 FROM held WHERE instr(task, sha256) > 0)",
            "UPDATE audit SET target = substr(target, 1, 16) WHERE substr(target, 1, 16) IN " + IDS,
            "UPDATE audit SET target = '(held)' WHERE target IN (SELECT path FROM held)",
            "UPDATE fates SET path = '(held)', value = json_replace(value, '$.marking.quote', '')"
                    + " WHERE path IN (SELECT path FROM held)",
            "DELETE FROM held");

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
                return sql.run("DELETE FROM uploads") + (withHeld ? 0 : forgetHeld(sql));
            });
        }
    }

    /** Deleted rows would stay readable in the pages of the file until others are written over them. */
    private static int forgetHeld(Sql sql) throws SQLException {
        sql.number("PRAGMA secure_delete = ON");
        int rows = 0;
        for (String statement : SECRETS) {
            rows += sql.run(statement);
        }
        return rows;
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
