package wenyuan.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The bytes as they came, by SHA-256. Thread-safe. A file is there whole or not at all: it is written beside, forced to the
 * disk and renamed.
 */
public final class Originals {
    private static final int BUFFER = 1 << 16;

    private final Home home;

    /** The originals of a home. */
    public Originals(Home home) {
        this.home = home;
    }

    /** Where the bytes with this SHA-256 (hex) lie; empty when they are not kept. A linked file is found where it was. */
    public Optional<Path> find(String sha256) {
        return Optional.of(place(home.originals(), sha256)).filter(Files::exists);
    }

    /** Where held bytes with this SHA-256 (hex) lie. */
    public Optional<Path> findHeld(String sha256) {
        return Optional.of(place(home.held(), sha256)).filter(Files::exists);
    }

    /** SHA-256 (hex) of all that is kept, ascending. */
    public List<String> all() {
        return names(home.originals());
    }

    /** SHA-256 (hex) of all that is held, ascending. */
    public List<String> allHeld() {
        return names(home.held());
    }

    /**
     * SHA-256 (hex) of a file.
     *
     * @throws IOException when it cannot be read
     */
    public static String hash(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * Copies a file in; it is kept only when told so.
     *
     * @throws IOException when {@code file} cannot be read; trouble with the home is a {@link StoreException}
     */
    public Incoming copy(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Path copy = fresh();
            try {
                return new Incoming(home, copyTo(copy, in), copy);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(copy);
                throw e;
            }
        }
    }

    /**
     * Takes a file in by reference: what is kept is a symbolic link to it.
     *
     * @throws IOException when {@code file} cannot be read
     */
    public Incoming link(Path file) throws IOException {
        String sha256 = hash(file);
        Path link = fresh();
        try {
            return new Incoming(home, sha256, Files.createSymbolicLink(link, file.toRealPath()));
        } catch (IOException | UnsupportedOperationException e) {
            throw new StoreException(
                    StoreException.Kind.DISK, "Cannot link " + file + " into the home; import it without --link", e);
        }
    }

    /** Moves bytes that turned out to be secret. */
    public void hold(String sha256) {
        find(sha256).ifPresent(kept -> move(kept, place(home.held(), sha256)));
    }

    /** Moves bytes that an admin has released; nothing happens when they are not held. */
    public void release(String sha256) {
        findHeld(sha256).ifPresent(held -> move(held, place(home.originals(), sha256)));
    }

    /** Deletes held bytes that an admin has discarded. */
    public void discardHeld(String sha256) {
        delete(place(home.held(), sha256));
    }

    /** Deletes bytes that were taken out of the archive; of linked ones the link. */
    public void remove(String sha256) {
        delete(place(home.originals(), sha256));
    }

    /** Throws away what imports that were killed left half taken in. Only the owner of the home may call it, at rest. */
    public void sweep() {
        if (Files.exists(home.incoming())) {
            try (Stream<Path> left = Files.walk(home.incoming())) {
                left.sorted(Comparator.reverseOrder()).forEach(Originals::delete);
            } catch (IOException e) {
                throw broken(home.incoming(), e);
            }
        }
    }

    /**
     * Bytes taken in and not yet decided on. One of the three methods ends it.
     *
     * @param sha256 of the bytes, hex
     * @param file where they can be read until then
     */
    public record Incoming(Home home, String sha256, Path file) {
        /** Keeps the bytes as an original; they are on the disk when this returns. */
        public void keep() {
            force(file);
            move(file, place(home.originals(), sha256));
        }

        /** Keeps the bytes apart; they are on the disk when this returns. */
        public void hold() {
            force(file);
            move(file, place(home.held(), sha256));
            delete(place(home.originals(), sha256)); // kept there when it failed before
        }

        /** Forgets the bytes. */
        public void discard() {
            delete(file);
        }
    }

    private static String copyTo(Path copy, InputStream in) throws IOException {
        MessageDigest digest = sha256();
        try (FileChannel out = openForWriting(copy)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                write(out, copy, ByteBuffer.wrap(buffer, 0, read));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static FileChannel openForWriting(Path file) {
        try {
            return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw broken(file, e);
        }
    }

    private static void write(FileChannel out, Path file, ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        } catch (IOException e) {
            throw broken(file, e);
        }
    }

    /** A link has nothing of ours to force. */
    private static void force(Path file) {
        if (Files.isSymbolicLink(file)) {
            return;
        }
        try (FileChannel bytes = FileChannel.open(file, StandardOpenOption.WRITE)) {
            bytes.force(false);
        } catch (IOException e) {
            throw broken(file, e);
        }
    }

    /** A name nobody else has, in the folder of bytes on their way in. */
    private Path fresh() {
        try {
            Files.createDirectories(home.incoming());
            return home.incoming().resolve(UUID.randomUUID() + ".part");
        } catch (IOException e) {
            throw broken(home.incoming(), e);
        }
    }

    private static void move(Path from, Path to) {
        try {
            Files.createDirectories(to.getParent());
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw broken(to, e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw broken(file, e);
        }
    }

    private static Path place(Path folder, String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private static List<String> names(Path folder) {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(file -> !Files.isDirectory(file))
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw broken(folder, e);
        } catch (UncheckedIOException e) {
            throw broken(folder, e.getCause());
        }
    }

    private static StoreException broken(Path file, IOException e) {
        return new StoreException(StoreException.Kind.DISK, "Cannot write or read " + file + ": " + e, e);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
