package wenyuan.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import wenyuan.model.Fate;

/** The files whose last try gave no text, in their table. Works inside a transaction of the caller. */
record Failures(Sql sql) {
    /** Makes {@code fate} what is known of the file at {@code origin}. */
    void put(Origin origin, String sha256, long importId, Fate.Failed fate) throws SQLException {
        sql.run("""
                INSERT INTO failures (root, path, collection, sha256, import, fate) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET collection = excluded.collection, sha256 = excluded.sha256,
                import = excluded.import, fate = excluded.fate""", origin.root(), origin.path(), origin.collection(), sha256, importId, Json.write(fate));
    }

    /** Whatever stands at {@code origin} has failed no longer. */
    void forget(Origin origin) throws SQLException {
        sql.run("DELETE FROM failures WHERE root = ? AND path = ?", origin.root(), origin.path());
    }

    /** Those that failed last in one import, or in any, by root and path. */
    List<Store.FailedFile> list(Optional<Long> importId) throws SQLException {
        return sql.list(
                "SELECT root, path, collection, sha256, fate FROM failures WHERE ? IN (import, 0) ORDER BY root, path",
                rows -> new Store.FailedFile(
                        new Origin(rows.getString(1), rows.getString(2), rows.getString(3)),
                        rows.getString(4),
                        Json.read(rows.getString(5), Fate.Failed.class)),
                importId.orElse(0L));
    }
}
