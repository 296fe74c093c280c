package wenyuan.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Searches that people saved to repeat them. Thread-safe. */
public final class Searches {
    /** The user who sits at this machine and is not logged in. */
    public static final String LOCAL = "";

    private static final String SAVED = "SELECT user, name, address, created, seen_change, seen_at FROM searches ";

    private final Catalog catalog;
    private final Clock clock;

    Searches(Catalog catalog, Clock clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    /**
     * A saved search.
     *
     * @param user whose it is; {@link #LOCAL} for nobody by name
     * @param name as its user calls it
     * @param address query, filters, sort and view as the query string of an address
     * @param seenChange how far in the store's changes the last look reached
     * @param seenAt moment of the last look
     */
    public record Saved(String user, String name, String address, Instant created, long seenChange, Instant seenAt) {}

    /** All searches of a user, by name. */
    public List<Saved> of(String user) {
        return catalog.read(sql -> sql.list(SAVED + "WHERE user = ? ORDER BY name", Searches::saved, user));
    }

    /** One search of a user. */
    public Optional<Saved> find(String user, String name) {
        return catalog.read(sql -> sql.first(SAVED + "WHERE user = ? AND name = ?", Searches::saved, user, name));
    }

    /** Saves a search, in place of one of the same name; looked at now, as far as change {@code reached}. */
    public void save(String user, String name, String address, long reached) {
        String now = clock.instant().toString();
        catalog.write(sql -> sql.run(
                "INSERT OR REPLACE INTO searches (user, name, address, created, seen_change, seen_at) VALUES (?, ?, ?, ?, ?, ?)",
                user,
                name,
                address,
                now,
                reached,
                now));
    }

    /** Remembers that a user has looked just now at what a search finds, as far as change {@code reached}. */
    public boolean look(String user, String name, long reached) {
        return catalog.write(sql -> sql.run(
                        "UPDATE searches SET seen_change = ?, seen_at = ? WHERE user = ? AND name = ?",
                        reached,
                        clock.instant().toString(),
                        user,
                        name)
                == 1);
    }

    /** Forgets a search; whether there was one. */
    public boolean remove(String user, String name) {
        return catalog.write(sql -> sql.run("DELETE FROM searches WHERE user = ? AND name = ?", user, name) == 1);
    }

    /** Ids of the documents that came after change {@code change}; those only labelled again are not among them. */
    public List<String> cameAfter(long change) {
        return catalog.read(sql -> sql.strings("SELECT id FROM documents WHERE first > ?", change));
    }

    private static Saved saved(ResultSet rows) throws SQLException {
        return new Saved(
                rows.getString(1),
                rows.getString(2),
                rows.getString(3),
                Instant.parse(rows.getString(4)),
                rows.getLong(5),
                Instant.parse(rows.getString(6)));
    }
}
