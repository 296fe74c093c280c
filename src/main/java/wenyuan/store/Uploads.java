package wenyuan.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Files that come through the pages, in {@code uploads/<n>/} of the home, until the import of them has ended. Thread-safe.
 * A file is there whole, and safe from a power cut, when {@link #receive} returns.
 */
public final class Uploads {
    private static final String FILES = "files";
    private static final String UNFINISHED = "id NOT IN (SELECT upload FROM jobs)";

    private final Catalog catalog;
    private final Clock clock;
    private final Path folder;

    Uploads(Catalog catalog, Clock clock, Path folder) {
        this.catalog = catalog;
        this.clock = clock;
        this.folder = folder;
    }

    /** Writes bytes to a file that does not exist yet. */
    @FunctionalInterface
    public interface Bytes {
        void writeTo(Path file) throws IOException;
    }

    /** An upload whose folder is still needed. */
    public record Kept(long id, String user, Instant begun) {}

    /** Begins an upload; its number. */
    public long begin(String user) {
        long id = catalog.write(sql -> sql.number(
                "INSERT INTO uploads (user, begun) VALUES (?, ?) RETURNING id",
                user,
                clock.instant().toString()));
        try {
            Files.createDirectories(files(id));
        } catch (IOException e) {
            throw broken(id, e);
        }
        return id;
    }

    /** Where an upload's parts may be written on their way; swept with it. */
    public Path folder(long id) {
        return folder.resolve(Long.toString(id));
    }

    /** What is imported in the end. */
    public Path files(long id) {
        return folder(id).resolve(FILES);
    }

    /**
     * Takes in one file of an upload. Nothing of it stays when {@code bytes} fails.
     *
     * @param relative as the browser names it: made safe, and distinct from those that came before
     * @throws IOException when the bytes cannot be had or written
     */
    public void receive(long id, String relative, Bytes bytes) throws IOException {
        Path part = folder(id).resolve(UUID.randomUUID() + ".part");
        try {
            bytes.writeTo(part);
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(false);
            }
            UploadName.of(relative).place(files(id), part);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Ends an upload and queues its import, both or neither. */
    public Jobs.Job finish(long id, String collection, String title, String user) {
        Jobs.Task task = new Jobs.Task.Take(List.of(files(id).toString()), collection);
        return catalog.write(sql -> {
            if (!sql.exists("SELECT 1 FROM uploads WHERE id = ? AND " + UNFINISHED, id)) {
                throw new IllegalArgumentException("No upload " + id + " is being received");
            }
            return Jobs.insert(sql, task, title, user, id, clock.instant());
        });
    }

    /** Whether files may still come for this upload of this user. */
    public boolean receiving(long id, String user) {
        return catalog.read(
                sql -> sql.exists("SELECT 1 FROM uploads WHERE id = ? AND user = ? AND " + UNFINISHED, id, user));
    }

    /** Whether its files are still there. */
    public boolean kept(long id) {
        return catalog.read(sql -> sql.exists("SELECT 1 FROM uploads WHERE id = ?", id));
    }

    /** Deletes an upload's files: nobody needs them any more. */
    public void drop(long id) {
        catalog.write(sql -> sql.run("DELETE FROM uploads WHERE id = ?", id));
        delete(folder(id));
    }

    /** Deletes uploads that nobody finished and that were begun longer than {@code age} ago, and folders that are nobody's. */
    public void sweep(Duration age) {
        String before = clock.instant().minus(age).toString();
        catalog.write(sql -> sql.run("DELETE FROM uploads WHERE begun <= ? AND " + UNFINISHED, before));
        Set<String> wanted = new HashSet<>(catalog.read(sql -> sql.strings("SELECT id FROM uploads")));
        if (Files.exists(folder)) {
            try (Stream<Path> found = Files.list(folder)) {
                found.filter(path -> !wanted.contains(path.getFileName().toString()))
                        .forEach(Uploads::delete);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void delete(Path path) {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new StoreException(StoreException.Kind.DISK, "Cannot delete " + path + ": " + e, e);
        }
    }

    private StoreException broken(long id, IOException e) {
        return new StoreException(StoreException.Kind.DISK, "Cannot write " + folder(id) + ": " + e, e);
    }
}
