package wenyuan.store;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The connections to {@code catalog.db}: one that writes, one transaction at a time, and as many that read as there are
 * readers at once. Thread-safe.
 *
 * <p>WAL with synchronous=FULL: a commit is on the disk when {@link #write} returns, so a power cut loses nothing that was
 * reported as done. Imports commit some five times a second, at which rate NORMAL would save next to nothing.
 */
final class Catalog implements AutoCloseable {
    private static final Set<String> NETWORK = Set.of(
            "nfs",
            "nfs4",
            "cifs",
            "smb",
            "smb2",
            "smb3",
            "smbfs",
            "fuse.sshfs",
            "afs",
            "9p",
            "ncpfs",
            "davfs",
            "fuse.davfs",
            "fuse.rclone",
            "fuse.glusterfs",
            "ceph",
            "lustre",
            "afpfs",
            "webdav");
    private static final Set<Integer> DISK = Set.of(
            SQLiteErrorCode.SQLITE_FULL.code, SQLiteErrorCode.SQLITE_IOERR.code, SQLiteErrorCode.SQLITE_READONLY.code);
    private static final int BUSY_MILLIS = 10_000;

    private final Path file;
    private final boolean readOnly;
    private final ReentrantLock writing = new ReentrantLock();
    private final ConcurrentLinkedDeque<Connection> readers = new ConcurrentLinkedDeque<>();
    private final Connection writer;
    private volatile boolean closed;

    private Catalog(Path file, boolean readOnly) throws SQLException {
        this.file = file;
        this.readOnly = readOnly;
        this.writer = connect(readOnly);
    }

    /** Work on a connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Sql sql) throws SQLException;
    }

    /** Opens or makes the catalogue and brings its schema up to date. */
    static Catalog open(Path file, List<String> migrations) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            refuseNetwork(Files.getFileStore(file.toAbsolutePath().getParent()), file);
            Catalog catalog = new Catalog(file, false);
            return catalog.checked(sql -> {
                Migrations.apply(sql, migrations);
                return catalog;
            });
        } catch (IOException e) {
            throw new StoreException(StoreException.Kind.DISK, "Cannot make the folder of " + file + ": " + e, e);
        } catch (SQLException e) {
            throw failure(file, e);
        }
    }

    /** Opens an existing catalogue beside its writer; one of an older schema is refused. */
    static Catalog openReadOnly(Path file, List<String> migrations) {
        if (!Files.exists(file)) {
            throw new StoreException(
                    StoreException.Kind.MISSING, "There is no archive at " + file + ": import something first");
        }
        try {
            Catalog catalog = new Catalog(file, true);
            return catalog.checked(sql -> {
                int version = Migrations.version(sql, migrations);
                if (version < migrations.size()) {
                    catalog.close();
                    throw new StoreException(
                            StoreException.Kind.OLDER_SCHEMA,
                            file + " has schema " + version + ", this program needs " + migrations.size());
                }
                return catalog;
            });
        } catch (SQLException e) {
            throw failure(file, e);
        }
    }

    /** Refuses file systems on which SQLite's WAL is not safe. */
    static void refuseNetwork(FileStore store, Path file) {
        if (NETWORK.contains(store.type().toLowerCase(Locale.ROOT))) {
            throw new StoreException(
                    StoreException.Kind.NETWORK_SHARE,
                    file + " lies on a network share (" + store.type()
                            + "), where the catalogue is not safe: choose a home on a local disk");
        }
    }

    /** Runs {@code work} in a transaction: all of it is done when this returns, or nothing when it throws. */
    <T> T write(Work<T> work) {
        if (readOnly) {
            throw new IllegalStateException("This store was opened for reading only");
        }
        writing.lock();
        try {
            return transaction(writer, "BEGIN IMMEDIATE", work);
        } catch (SQLException e) {
            throw failure(file, e);
        } finally {
            writing.unlock();
        }
    }

    /** Runs {@code work} on one state of the catalogue: the last commit before it began to read. */
    <T> T read(Work<T> work) {
        try {
            Connection reader = reader();
            try {
                return transaction(reader, "BEGIN", work);
            } finally {
                giveBack(reader);
            }
        } catch (SQLException e) {
            throw failure(file, e);
        }
    }

    /** Writes the last commit into a file of its own, which must not be there yet, while others read and write. */
    void copyTo(Path copy) {
        try {
            Connection reader = reader();
            try {
                new Sql(reader).run("VACUUM INTO ?", copy.toString());
            } finally {
                giveBack(reader);
            }
        } catch (SQLException e) {
            throw failure(copy, e);
        }
    }

    @Override
    public void close() {
        writing.lock();
        try {
            closed = true;
            closeReaders();
            writer.close();
        } catch (SQLException e) {
            throw failure(file, e);
        } finally {
            writing.unlock();
        }
    }

    private Catalog checked(Work<Catalog> check) throws SQLException {
        try {
            return transaction(writer, readOnly ? "BEGIN" : "BEGIN IMMEDIATE", check);
        } catch (SQLException | RuntimeException e) {
            writer.close();
            throw e;
        }
    }

    private static <T> T transaction(Connection connection, String begin, Work<T> work) throws SQLException {
        Sql sql = new Sql(connection);
        sql.run(begin);
        boolean done = false;
        try {
            T result = work.on(sql);
            sql.run("COMMIT");
            done = true;
            return result;
        } finally {
            if (!done) {
                rollback(connection);
            }
        }
    }

    /** SQLite has rolled back by itself after some errors, and then refuses to do so again. */
    private static void rollback(Connection connection) {
        try {
            new Sql(connection).run("ROLLBACK");
        } catch (SQLException alreadyRolledBack) {
            LoggerFactory.getLogger(Catalog.class).debug("rollback", alreadyRolledBack);
        }
    }

    private Connection reader() throws SQLException {
        Connection free = readers.poll();
        return free == null ? connect(true) : free;
    }

    private void giveBack(Connection reader) throws SQLException {
        readers.push(reader);
        if (closed) {
            closeReaders();
        }
    }

    private void closeReaders() throws SQLException {
        for (Connection reader = readers.poll(); reader != null; reader = readers.poll()) {
            reader.close();
        }
    }

    private Connection connect(boolean forReading) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(forReading);
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        if (!forReading) {
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        }
        return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
    }

    private static StoreException failure(Path file, SQLException e) {
        return e instanceof SQLiteException sqlite && DISK.contains(primary(sqlite.getResultCode()))
                ? new StoreException(
                        StoreException.Kind.DISK, "The disk of " + file + " is full or refuses to write: " + e, e)
                : new StoreException(StoreException.Kind.OTHER, file + ": " + e.getMessage(), e);
    }

    /** SQLite's extended codes carry the primary one in their lowest byte. */
    private static int primary(SQLiteErrorCode code) {
        return code.code & 0xFF;
    }
}
