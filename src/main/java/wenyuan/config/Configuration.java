package wenyuan.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The settings of a home, as its {@code config.yaml} has them.
 *
 * @param archives how far archives are followed
 * @param fileBytes a larger file is kept but not read
 * @param parser what reading one file may cost
 * @param importRoots absolute folders below which an admin may import from a page
 * @param anonymousRead whether pages can be read without a login
 * @param ocr what is done about scans
 * @param backupFolder absolute folder for backups asked for in the pages; empty for the home's own
 */
public record Configuration(
        Archives archives,
        long fileBytes,
        Parser parser,
        List<Path> importRoots,
        boolean anonymousRead,
        Ocr ocr,
        Optional<Path> backupFolder) {
    public Configuration {
        importRoots = List.copyOf(importRoots);
    }

    /**
     * Limits of an archive and all that is packed in it.
     *
     * @param depth archives inside archives
     * @param entries number of entries
     * @param entryBytes unpacked size of one entry
     * @param totalBytes unpacked size of all entries
     * @param ratio unpacked over packed size
     */
    public record Archives(int depth, int entries, long entryBytes, long totalBytes, int ratio) {}

    /**
     * Limits of a parser process.
     *
     * @param seconds for one file
     * @param megabytes of heap
     */
    public record Parser(int seconds, int megabytes) {}

    /**
     * Reading of scans.
     *
     * @param on whether every import does it
     * @param seconds for one file
     */
    public record Ocr(boolean on, int seconds) {}
}
