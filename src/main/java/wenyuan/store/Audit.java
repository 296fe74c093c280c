package wenyuan.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who did what and when, for ever: entries are only added. Thread-safe. */
public final class Audit {
    private final Catalog catalog;
    private final Clock clock;

    Audit(Catalog catalog, Clock clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    /** What can be done that is written down. */
    public enum Action {
        LOGIN,
        LOGIN_FAILED,
        LOGOUT,
        UPLOAD,
        UPLOAD_DROPPED,
        IMPORT,
        RETRY,
        STOP,
        RELEASE,
        DISCARD,
        HELD_READ,
        USER_ADDED,
        USER_ROLE,
        USER_PASSWORD,
        USER_REMOVED,
        CORRECT,
        CORRECT_MANY,
        CORRECTION_WITHDRAWN,
        CORRECTION_MOVED,
        RULE_ADDED,
        WORDS_ACCEPTED,
        WORDS_REJECTED,
        WORDS_REMOVED,
        DISCOVER,
        REINDEX,
        DELETE,
        UNDELETE,
        BACKUP,
        BACKUP_READ,
        BACKUP_REMOVED,
        RESTORE,
        SYNONYMS
    }

    /**
     * Something done.
     *
     * @param user who did it, as typed when the login failed
     * @param target what it was done to
     * @param detail what else is worth knowing: a reason, an address
     */
    public record Deed(String user, Action action, String target, String detail) {}

    /** A line of the log. */
    public record Entry(long id, Instant at, Deed deed) {}

    /** Adds a line. */
    public void write(Deed deed) {
        catalog.write(sql -> insert(sql, deed, clock.instant()));
    }

    /** A page of the log, newest first. */
    public List<Entry> entries(long from, int size) {
        return catalog.read(sql -> sql.list(
                "SELECT id, at, user, action, target, detail FROM audit ORDER BY id DESC LIMIT ? OFFSET ?",
                Audit::entry,
                size,
                from));
    }

    /** The last line about such an action. */
    public Optional<Entry> last(Action action) {
        return catalog.read(sql -> sql.first(
                "SELECT id, at, user, action, target, detail FROM audit WHERE action = ? ORDER BY id DESC LIMIT 1",
                Audit::entry,
                action.name()));
    }

    /** Number of lines. */
    public long count() {
        return catalog.read(sql -> sql.number("SELECT count(*) FROM audit"));
    }

    /** Adds a line in the transaction of what it tells of. */
    static int insert(Sql sql, Deed deed, Instant now) throws SQLException {
        return sql.run(
                "INSERT INTO audit (at, user, action, target, detail) VALUES (?, ?, ?, ?, ?)",
                now.toString(),
                deed.user(),
                deed.action().name(),
                deed.target(),
                deed.detail());
    }

    private static Entry entry(ResultSet rows) throws SQLException {
        Deed deed =
                new Deed(rows.getString(3), Action.valueOf(rows.getString(4)), rows.getString(5), rows.getString(6));
        return new Entry(rows.getLong(1), Instant.parse(rows.getString(2)), deed);
    }
}
