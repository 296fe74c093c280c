package wenyuan.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wenyuan.model.Document;
import wenyuan.model.Evidence;
import wenyuan.model.Fate;
import wenyuan.model.FileFate;
import wenyuan.model.ImportRun;
import wenyuan.model.SkipCause;
import wenyuan.model.Source;
import wenyuan.model.Tally;

/** Imports, fates, held and deleted files, in the tables. Works inside a transaction of the caller. */
record Imports(Sql sql, Documents documents, Failures failures) {
    private static final String RUN = "SELECT id, paths, started, ended, tally FROM imports ";

    Imports(Sql sql) {
        this(sql, new Documents(sql), new Failures(sql));
    }

    ImportRun begin(List<String> paths, Instant now) throws SQLException {
        return sql.first("""
                        INSERT INTO imports (paths, started, tally) VALUES (?, ?, ?)
                        RETURNING id, paths, started, ended, tally""", Imports::run, Json.write(paths), now.toString(), Json.write(Tally.EMPTY))
                .orElseThrow();
    }

    void end(long id, Instant now) throws SQLException {
        sql.run("UPDATE imports SET ended = ? WHERE id = ?", now.toString(), id);
    }

    List<ImportRun> all() throws SQLException {
        return sql.list(RUN + "ORDER BY id DESC", Imports::run);
    }

    Optional<ImportRun> find(long id) throws SQLException {
        return sql.first(RUN + "WHERE id = ?", Imports::run, id);
    }

    List<FileFate> fates(long id, boolean failedOnly, int from, int size) throws SQLException {
        return sql.list(
                "SELECT path, value FROM fates WHERE import = ?" + (failedOnly ? " AND fate = 'failed'" : "")
                        + " ORDER BY seq LIMIT ? OFFSET ?",
                rows -> new FileFate(rows.getString(1), Json.read(rows.getString(2), Fate.class)),
                id,
                size,
                from);
    }

    List<Store.HeldFile> held() throws SQLException {
        return sql.list(
                "SELECT sha256, path, marking FROM held ORDER BY path, sha256",
                rows -> new Store.HeldFile(
                        rows.getString(1), rows.getString(2), Json.read(rows.getString(3), Evidence.class)));
    }

    /** What the catalogue knows of these bytes, as seen from {@code origin}; empty when they must be read. */
    Optional<Fate> known(Origin origin, String sha256) throws SQLException {
        if (sql.exists("SELECT 1 FROM deleted WHERE sha256 = ?", sha256)) {
            return Optional.of(new Fate.Skipped(SkipCause.DELETED, "Deleted earlier by an admin"));
        }
        Optional<Fate> held = sql.first(
                "SELECT marking FROM held WHERE sha256 = ?",
                rows -> new Fate.Held(Json.read(rows.getString(1), Evidence.class)),
                sha256);
        if (held.isPresent()) {
            return held;
        }
        return documents.idsOf(sha256).stream()
                .findFirst()
                .map(isHere(origin, sha256) ? Fate.Unchanged::new : Fate.Duplicate::new);
    }

    /** Writes one batch and counts it. */
    List<Fate> record(long id, List<Arrival> arrivals, Instant now) throws SQLException {
        ImportRun run = find(id).orElseThrow();
        Tally tally = run.tally();
        List<Fate> fates = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            Fate fate = settle(arrival);
            remember(id, arrival, fate);
            fates.add(fate);
            tally = tally.plus(fate);
            sql.run(
                    "INSERT INTO fates (import, seq, path, fate, value) VALUES (?, ?, ?, ?, ?)",
                    id,
                    tally.seen(),
                    arrival.origin().path(),
                    fate.name(),
                    Json.write(fate));
        }
        double seconds = Duration.between(run.started(), now).toMillis() / 1000.0;
        sql.run("UPDATE imports SET tally = ? WHERE id = ?", Json.write(tally.after(seconds)), id);
        return fates;
    }

    private void remember(long id, Arrival arrival, Fate fate) throws SQLException {
        if (fate instanceof Fate.Failed failed) {
            failures.put(arrival.origin(), arrival.sha256(), id, failed);
        } else {
            failures.forget(arrival.origin());
        }
    }

    /** Writes what an arrival brings, without counting it. */
    Fate settle(Arrival arrival) throws SQLException {
        return switch (arrival) {
            case Arrival.Labelled labelled -> take(labelled);
            case Arrival.Seen seen -> see(seen.origin(), seen.sha256());
            case Arrival.Marked marked -> hold(marked.origin(), marked.sha256(), marked.marking());
            case Arrival.Failed failed -> {
                replaceOthers(failed.origin(), failed.sha256());
                yield failed.fate();
            }
            case Arrival.Skipped skipped -> skipped.fate();
        };
    }

    /** Another worker, or an admin, may have been first: then there is something known of these bytes by now. */
    private Fate take(Arrival.Labelled labelled) throws SQLException {
        if (known(labelled.origin(), labelled.sha256()).isPresent()) {
            if (isSmallest(labelled.origin(), labelled.sha256())) {
                documents.put(labelled.sha256(), labelled.documents());
            }
            return see(labelled.origin(), labelled.sha256());
        }
        documents.putFile(labelled.sha256(), labelled.extraction(), labelled.page());
        documents.put(labelled.sha256(), labelled.documents());
        addSource(labelled.origin(), labelled.sha256());
        replaceOthers(labelled.origin(), labelled.sha256());
        List<String> ids = labelled.documents().stream().map(Document::id).toList();
        return ids.size() == 1 ? new Fate.Stored(ids.getFirst()) : new Fate.Split(ids);
    }

    private Fate see(Origin origin, String sha256) throws SQLException {
        Fate fate = known(origin, sha256)
                .orElseThrow(() -> new IllegalStateException("Nothing is known of " + sha256 + " at " + origin));
        return switch (fate) {
            case Fate.Unchanged unchanged -> seeAgain(origin, sha256, unchanged);
            case Fate.Duplicate duplicate -> seeAgain(origin, sha256, duplicate);
            case Fate.Held held -> hold(origin, sha256, held.marking());
            case Fate.Skipped skipped -> skipped;
            case Fate.Stored never -> throw new IllegalStateException(never.toString());
            case Fate.Split never -> throw new IllegalStateException(never.toString());
            case Fate.Failed never -> throw new IllegalStateException(never.toString());
        };
    }

    private Fate seeAgain(Origin origin, String sha256, Fate fate) throws SQLException {
        List<Source> before = documents.sources(sha256);
        addSource(origin, sha256);
        if (!documents.sources(sha256).equals(before)) {
            documents.touch(sha256);
        }
        replaceOthers(origin, sha256);
        return fate;
    }

    Fate hold(Origin origin, String sha256, Evidence marking) throws SQLException {
        replaceOthers(origin, sha256);
        documents.removeFile(sha256);
        sql.run(
                "INSERT OR IGNORE INTO held (sha256, root, path, collection, marking) VALUES (?, ?, ?, ?, ?)",
                sha256,
                origin.root(),
                origin.path(),
                origin.collection(),
                Json.write(marking));
        return new Fate.Held(marking);
    }

    /** Takes a file's documents out of the archive and, for every path it came from, keeps it apart. */
    void holdStored(String sha256, Evidence marking) throws SQLException {
        List<Origin> origins = sql.list(
                "SELECT root, path, collection FROM sources WHERE sha256 = ?",
                rows -> new Origin(rows.getString(1), rows.getString(2), rows.getString(3)),
                sha256);
        for (Origin origin : origins) {
            hold(origin, sha256, marking);
        }
    }

    private boolean isHere(Origin origin, String sha256) throws SQLException {
        return sql.exists(
                "SELECT 1 FROM sources WHERE root = ? AND path = ? AND sha256 = ?",
                origin.root(),
                origin.path(),
                sha256);
    }

    private boolean isSmallest(Origin origin, String sha256) throws SQLException {
        return !documents.idsOf(sha256).isEmpty()
                && !sql.exists("SELECT 1 FROM sources WHERE sha256 = ? AND path <= ?", sha256, origin.path());
    }

    private void addSource(Origin origin, String sha256) throws SQLException {
        sql.run("""
                INSERT INTO sources (root, path, sha256, collection) VALUES (?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET replaced = 0""", origin.root(), origin.path(), sha256, origin.collection());
    }

    /** Other bytes that stood at this path are the past of it. */
    private void replaceOthers(Origin origin, String sha256) throws SQLException {
        if (sha256.isEmpty()) {
            return;
        }
        List<String> replaced = sql.strings("""
                UPDATE sources SET replaced = 1 WHERE root = ? AND path = ? AND sha256 <> ? AND replaced = 0
                RETURNING sha256""", origin.root(), origin.path(), sha256);
        for (String other : replaced) {
            documents.touch(other);
        }
    }

    private static ImportRun run(ResultSet rows) throws SQLException {
        return new ImportRun(
                rows.getLong(1),
                Json.read(rows.getString(2), Json.STRINGS),
                Instant.parse(rows.getString(3)),
                Optional.ofNullable(rows.getString(4)).map(Instant::parse),
                Json.read(rows.getString(5), Tally.class));
    }
}
