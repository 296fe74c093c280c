package wenyuan.ingest.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** Numbered files in a folder of their own: no name out of an archive ever reaches the disk. */
final class Scratch {
    private final Path parent;
    private final Deque<Path> folder = new ArrayDeque<>(1);
    private long count;

    Scratch(Path parent) {
        this.parent = parent;
    }

    /** A path for one more file. */
    Path file() {
        try {
            if (folder.isEmpty()) {
                Files.createDirectories(parent);
                folder.add(Files.createTempDirectory(parent, "unpacked-"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Unpacked files can't be written to " + parent, e);
        }
        return folder.element().resolve(Long.toString(++count));
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("An unpacked file can't be deleted: " + file, e);
        }
    }

    /** Deletes what is left. */
    void clear() {
        while (!folder.isEmpty()) {
            Path last = folder.pop();
            try (var files = Files.newDirectoryStream(last)) {
                files.forEach(Scratch::delete);
            } catch (IOException e) {
                throw new UncheckedIOException("Unpacked files can't be deleted: " + last, e);
            }
            delete(last);
        }
    }
}
