package wenyuan.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wenyuan.model.Evidence;
import wenyuan.model.Fate;

/** The files that are held for a secrecy marking, and what admins decided on them. Thread-safe. */
public final class Holding {
    private static final String DECISION = "SELECT sha256, verdict, marking, user, reason, at FROM decisions ";

    private final Catalog catalog;
    private final Clock clock;

    Holding(Catalog catalog, Clock clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    /**
     * Bytes kept apart.
     *
     * @param sha256 hex
     * @param origins where they came from, smallest path first
     * @param marking the first that was seen
     */
    public record Held(String sha256, List<Origin> origins, Evidence marking) {
        public Held {
            origins = List.copyOf(origins);
        }

        Held with(Origin origin) {
            List<Origin> all = new ArrayList<>(origins);
            all.add(origin);
            return new Held(sha256, all, marking);
        }
    }

    /** Who decides, and why. */
    public record Ruling(String user, String reason) {}

    /** What an admin can decide. */
    public enum Verdict {
        /** A document like others; never held again. */
        RELEASED,
        /** Gone for good; not taken in again. */
        DISCARDED
    }

    /** What was decided on bytes. */
    public record Decision(String sha256, Verdict verdict, Evidence marking, Ruling ruling, Instant at) {}

    /** All that is held, by smallest path. */
    public List<Held> all() {
        return catalog.read(sql -> grouped(sql.list(
                "SELECT sha256, root, path, collection, marking FROM held ORDER BY path, root, sha256",
                Holding::held)));
    }

    /** What is held with this SHA-256 (hex). */
    public Optional<Held> find(String sha256) {
        return catalog.read(sql -> find(sql, sha256));
    }

    /** Number of files (bytes, not paths) that are held. */
    public long count() {
        return catalog.read(sql -> sql.number("SELECT count(DISTINCT sha256) FROM held"));
    }

    /** What was decided on these bytes. */
    public Optional<Decision> decision(String sha256) {
        return catalog.read(sql -> sql.first(DECISION + "WHERE sha256 = ?", Holding::decision, sha256));
    }

    /** Whether an admin has released these bytes, so that no marking holds them again. */
    public boolean released(String sha256) {
        return decision(sha256).map(Decision::verdict).equals(Optional.of(Verdict.RELEASED));
    }

    /**
     * Makes documents of held bytes; the bytes themselves are for the caller to move. Nothing happens when they are no
     * longer held.
     *
     * @param arrivals what was read, one for each origin
     * @return whether they were held
     */
    public boolean release(String sha256, Ruling ruling, List<Arrival> arrivals) {
        return catalog.write(sql -> {
            Optional<Held> held = find(sql, sha256);
            if (held.isPresent()) {
                decide(sql, held.get(), Verdict.RELEASED, ruling, Audit.Action.RELEASE);
                Imports imports = new Imports(sql);
                for (Arrival arrival : arrivals) {
                    settle(imports, arrival);
                }
            }
            return held.isPresent();
        });
    }

    private static void settle(Imports imports, Arrival arrival) throws SQLException {
        if (imports.settle(arrival) instanceof Fate.Held) {
            throw new IllegalStateException("Released bytes were held again: " + arrival.origin());
        }
    }

    /** Forgets held bytes, which the caller deletes, and remembers not to take them in again; whether they were held. */
    public boolean discard(String sha256, Ruling ruling) {
        return catalog.write(sql -> {
            Optional<Held> held = find(sql, sha256);
            if (held.isPresent()) {
                decide(sql, held.get(), Verdict.DISCARDED, ruling, Audit.Action.DISCARD);
                sql.run(
                        "INSERT OR IGNORE INTO deleted (sha256, at) VALUES (?, ?)",
                        sha256,
                        clock.instant().toString());
            }
            return held.isPresent();
        });
    }

    private void decide(Sql sql, Held held, Verdict verdict, Ruling ruling, Audit.Action action) throws SQLException {
        Instant now = clock.instant();
        sql.run("DELETE FROM held WHERE sha256 = ?", held.sha256());
        sql.run(
                "INSERT OR REPLACE INTO decisions (sha256, verdict, marking, user, reason, at) VALUES (?, ?, ?, ?, ?, ?)",
                held.sha256(),
                verdict.name(),
                Json.write(held.marking()),
                ruling.user(),
                ruling.reason(),
                now.toString());
        String target = held.origins().getFirst().path() + " (" + held.sha256().substring(0, 16) + ")";
        Audit.insert(sql, new Audit.Deed(ruling.user(), action, target, ruling.reason()), now);
    }

    private static Optional<Held> find(Sql sql, String sha256) throws SQLException {
        return grouped(sql.list(
                        "SELECT sha256, root, path, collection, marking FROM held WHERE sha256 = ? ORDER BY path, root",
                        Holding::held,
                        sha256))
                .stream()
                .findFirst();
    }

    private static List<Held> grouped(List<Held> rows) {
        Map<String, Held> bySha256 = new LinkedHashMap<>();
        rows.forEach(row -> bySha256.merge(
                row.sha256(), row, (held, other) -> held.with(other.origins().getFirst())));
        return List.copyOf(bySha256.values());
    }

    private static Held held(ResultSet rows) throws SQLException {
        Origin origin = new Origin(rows.getString(2), rows.getString(3), rows.getString(4));
        return new Held(rows.getString(1), List.of(origin), Json.read(rows.getString(5), Evidence.class));
    }

    private static Decision decision(ResultSet rows) throws SQLException {
        return new Decision(
                rows.getString(1),
                Verdict.valueOf(rows.getString(2)),
                Json.read(rows.getString(3), Evidence.class),
                new Ruling(rows.getString(4), rows.getString(5)),
                Instant.parse(rows.getString(6)));
    }
}
