package wenyuan.ops;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import wenyuan.store.Home;
import wenyuan.store.Originals;
import wenyuan.store.Snapshots;
import wenyuan.store.Store;

/**
 * Writes an archive into one zip, from which {@link Restore} makes it again: the catalogue of one moment, the bytes that it needs,
 * settings and rules. Reads only, so it works beside whoever owns the home. The zip is private to its user, like the home.
 */
public final class Backup {
    /** How often the catalogue is copied again when bytes that the copy needs have gone meanwhile. */
    private static final int TRIES = 3;

    private final Store store;
    private final boolean withHeld;
    private final Clock clock;
    private final BooleanSupplier stopped;

    private Backup(Store store, boolean withHeld, Clock clock, BooleanSupplier stopped) {
        this.store = store;
        this.withHeld = withHeld;
        this.clock = clock;
        this.stopped = stopped;
    }

    /**
     * Writes {@code file}, in place of what is there; before it is whole it is called {@code FILE.part}.
     *
     * @param withHeld whether files with a secrecy marking are in it
     * @param stopped asked now and then; when it says so nothing is left
     * @return what is in it; empty when stopped
     * @throws IOException when it cannot be written
     */
    public static Optional<Manifest> write(
            Store store, Path file, boolean withHeld, Clock clock, BooleanSupplier stopped) throws IOException {
        return new Backup(store, withHeld, clock, stopped).to(file.toAbsolutePath());
    }

    private Optional<Manifest> to(Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Path copy = file.resolveSibling(file.getFileName() + ".catalog");
        try {
            Optional<Manifest> written = Optional.empty();
            for (int i = 0; i < TRIES && !sound(written) && !stopped.getAsBoolean(); i++) {
                written = attempt(part, copy);
            }
            if (written.isPresent()) {
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            return written;
        } finally {
            Files.deleteIfExists(part);
            Trees.delete(copy);
        }
    }

    /** What is missing though nothing has changed is missing in the archive itself. */
    private boolean sound(Optional<Manifest> written) {
        return written.filter(manifest -> manifest.missing().isEmpty() || manifest.change() == store.lastChange())
                .isPresent();
    }

    private Optional<Manifest> attempt(Path part, Path copy) throws IOException {
        Trees.delete(copy);
        Files.deleteIfExists(part);
        Files.createDirectory(copy, privately(part, "rwx------"));
        Home snapshot = new Home(copy);
        String moment = clock.instant().toString();
        store.snapshots().write(snapshot.catalog(), withHeld);
        try (Store then = Store.openReadOnly(snapshot);
                FileChannel channel = FileChannel.open(
                        part,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        privately(part, "rw-------"))) {
            Optional<Manifest> manifest = zip(then, moment, Channels.newOutputStream(channel));
            channel.force(true);
            return manifest;
        } catch (Stopped e) {
            return Optional.empty();
        }
    }

    /** Closing the stream closes the channel too, so it is left to the caller. */
    private Optional<Manifest> zip(Store then, String moment, OutputStream out) throws IOException {
        @SuppressWarnings("resource")
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.setLevel(Deflater.BEST_SPEED);
        Zipped zipped = new Zipped(zip, stopped);
        Originals originals = new Originals(store.home());
        zipped.add("catalog.db", then.home().catalog());
        settings(zipped);
        List<String> missing = new ArrayList<>();
        for (String sha256 : Snapshots.needed(then)) {
            zipped.add("originals/", sha256, where(sha256, originals::find, originals::findHeld), missing);
        }
        List<String> held =
                then.held().stream().map(Store.HeldFile::sha256).distinct().toList();
        for (String sha256 : held) {
            zipped.add("held/", sha256, where(sha256, originals::findHeld, originals::find), missing);
        }
        long left = withHeld
                ? 0
                : store.held().stream().map(Store.HeldFile::sha256).distinct().count();
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                then.id(),
                Snapshots.schema(),
                then.lastChange(),
                then.documents(),
                Snapshots.needed(then).size(),
                held.size(),
                left,
                missing,
                zipped.entries(),
                moment);
        zipped.add(Manifest.NAME, manifest.json());
        zip.finish();
        return Optional.of(manifest);
    }

    /** Bytes may have been held or released since the copy was made; without held ones, those stay out. */
    private Optional<Path> where(
            String sha256, Function<String, Optional<Path>> first, Function<String, Optional<Path>> then) {
        return first.apply(sha256).or(() -> withHeld ? then.apply(sha256) : Optional.empty());
    }

    private void settings(Zipped zipped) throws IOException {
        Home home = store.home();
        if (Files.exists(home.config())) {
            zipped.add("config.yaml", home.config());
        }
        if (Files.isDirectory(home.overrides())) {
            try (Stream<Path> files = Files.walk(home.overrides())) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    String name = home.overrides().relativize(file).toString().replace('\\', '/');
                    zipped.add("index-config/" + name, file);
                }
            }
        }
    }

    private static FileAttribute<?>[] privately(Path file, String permissions) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** Whoever asked for the backup wants it no longer. */
    private static final class Stopped extends IOException {}

    /** The zip as it grows. For one thread. */
    private static final class Zipped {
        private final ZipOutputStream zip;
        private final BooleanSupplier stopped;
        private long entries;

        Zipped(ZipOutputStream zip, BooleanSupplier stopped) {
            this.zip = zip;
            this.stopped = stopped;
        }

        long entries() {
            return entries;
        }

        void add(String name, Path file) throws IOException {
            begin(name);
            Files.copy(file, zip);
            zip.closeEntry();
        }

        void add(String name, byte[] bytes) throws IOException {
            begin(name);
            zip.write(bytes);
            zip.closeEntry();
        }

        /** Adds bytes by their hash; what is gone, or not what it was, is {@code missing}: a wrong entry would spoil the rest. */
        void add(String folder, String sha256, Optional<Path> file, List<String> missing) throws IOException {
            if (file.isPresent() && whole(file.get(), sha256)) {
                add(folder + sha256.substring(0, 2) + "/" + sha256, file.get());
            } else {
                missing.add(sha256);
            }
        }

        private void begin(String name) throws IOException {
            if (stopped.getAsBoolean()) {
                throw new Stopped();
            }
            zip.putNextEntry(new ZipEntry(name));
            entries++;
        }

        private static boolean whole(Path file, String sha256) {
            try {
                return Originals.hash(file).equals(sha256);
            } catch (IOException unreadable) {
                return false;
            }
        }
    }
}
