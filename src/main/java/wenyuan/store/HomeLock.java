package wenyuan.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Says which process owns a home: the one that holds the operating system's lock on the file {@code lock}. A process that
 * dies loses it, so nothing stale is ever in the way. The file also tells others where to reach the owner; only the owner's
 * user can read it. Thread-safe.
 */
public final class HomeLock implements AutoCloseable {
    /** Far beyond the content: where locks are mandatory, the content must stay readable. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private static final int TRIES = 100;
    private static final long PAUSE_MILLIS = 20;

    /**
     * The locks of this process. Closing any channel on a locked file would give its lock away on POSIX, so a second
     * attempt in the same process must not touch the file.
     */
    private static final Map<Path, HomeLock> HELD = new ConcurrentHashMap<>();

    private final Path file;
    private final FileChannel channel;
    private final FileLock lock;
    private final OwnedBy self;
    private volatile int port;

    private HomeLock(Path file, FileChannel channel, FileLock lock) {
        this.file = file;
        this.channel = channel;
        this.lock = lock;
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        this.self = new OwnedBy(ProcessHandle.current().pid(), 0, HexFormat.of().formatHex(secret));
    }

    /** What came of trying to own a home. */
    public sealed interface Attempt {}

    /** The home is ours until {@code lock} is closed. */
    public record Acquired(HomeLock lock) implements Attempt {}

    /**
     * Somebody else owns it.
     *
     * @param pid the owner's process; may be this one
     * @param port where it listens on loopback; 0 when it does not (yet)
     * @param token what it asks of callers
     */
    public record OwnedBy(long pid, int port, String token) implements Attempt {}

    /** Tries once to own {@code home}. */
    public static Attempt acquire(Home home) {
        try {
            Files.createDirectories(home.root());
            Path file = home.root().toRealPath().resolve(home.lock().getFileName());
            synchronized (HELD) {
                HomeLock ours = HELD.get(file);
                return ours == null ? tryLock(file) : ours.owner();
            }
        } catch (IOException e) {
            throw new StoreException(StoreException.Kind.DISK, "Cannot lock " + home.lock() + ": " + e, e);
        }
    }

    /** Tells others where this process listens. */
    public void publish(int newPort) {
        port = newPort;
        try {
            write();
        } catch (IOException e) {
            throw new StoreException(StoreException.Kind.DISK, "Cannot write " + file + ": " + e, e);
        }
    }

    /** What others must show to have work done. */
    public String token() {
        return self.token();
    }

    @Override
    public void close() {
        synchronized (HELD) {
            if (HELD.remove(file, this)) {
                try {
                    channel.truncate(0);
                    lock.release();
                    channel.close();
                } catch (IOException e) {
                    throw new StoreException(StoreException.Kind.DISK, "Cannot release " + file + ": " + e, e);
                }
            }
        }
    }

    private OwnedBy owner() {
        return new OwnedBy(self.pid(), port, self.token());
    }

    private static Attempt tryLock(Path file) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            Optional<HomeLock> lock = lockOnce(file);
            if (lock.isPresent()) {
                HELD.put(file, lock.get());
                lock.get().write();
                return new Acquired(lock.get());
            }
            Optional<OwnedBy> owner = read(file);
            if (owner.isPresent()) {
                return owner.get();
            }
            pause();
        }
        throw new IOException("locked by a process that does not say who it is");
    }

    private static Optional<HomeLock> lockOnce(Path file) throws IOException {
        FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                privately(file));
        FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(new HomeLock(file, channel, lock));
    }

    private static FileAttribute<?>[] privately(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private synchronized void write() throws IOException {
        byte[] line = String.format(Locale.ROOT, "%d %d %s\n", self.pid(), port, self.token())
                .getBytes(StandardCharsets.US_ASCII);
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(line), 0);
        channel.force(false);
    }

    /** Empty while the owner is about to write, or when a dead owner's words still stand there. */
    private static Optional<OwnedBy> read(Path file) throws IOException {
        String line = Files.readString(file, StandardCharsets.US_ASCII);
        String[] words = line.strip().split(" ", -1);
        if (!line.endsWith("\n") || words.length != 3) {
            return Optional.empty();
        }
        return Optional.of(new OwnedBy(Long.parseLong(words[0]), Integer.parseInt(words[1]), words[2]))
                .filter(owner -> ProcessHandle.of(owner.pid()).isPresent());
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the owner", e);
        }
    }
}
