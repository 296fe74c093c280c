package wenyuan.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wenyuan.model.Document;
import wenyuan.model.Span;

/**
 * Passages that people keep in folders, each with what is needed to cite it, also when its document is gone; not when its file
 * is held for a secrecy marking: then it is forgotten. Each user sees their own ({@link Searches#LOCAL} is whoever sits at this
 * machine). Thread-safe.
 */
public final class Clippings {
    private static final String CLIP =
            "SELECT id, document, title, year, path, start, \"end\", quote, note, made FROM clips ";

    private final Catalog catalog;
    private final Clock clock;

    Clippings(Catalog catalog, Clock clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    /**
     * A folder.
     *
     * @param clips how many are in it
     */
    public record Folder(long id, String name, long clips) {}

    /**
     * A passage.
     *
     * @param document id of the document
     * @param title of the document when the passage was taken
     * @param year of the meeting, as known then
     * @param path of the document's first source
     * @param span in the document's clean text as it was then
     * @param quote the passage itself
     * @param note of its user
     */
    public record Clip(
            long id,
            String document,
            String title,
            Optional<Integer> year,
            String path,
            Span span,
            String quote,
            String note,
            Instant made) {}

    /** A user's folders by name. */
    public List<Folder> folders(String user) {
        return catalog.read(sql -> sql.list(
                "SELECT id, name, (SELECT count(*) FROM filed WHERE folder = folders.id) FROM folders WHERE user = ? ORDER BY name",
                rows -> new Folder(rows.getLong(1), rows.getString(2), rows.getLong(3)),
                user));
    }

    /** The passages of one folder in their order; none of another user's folder. */
    public List<Clip> in(String user, long folder) {
        return catalog.read(sql -> sql.list(
                CLIP + "JOIN filed ON clip = id WHERE user = ? AND folder = ? ORDER BY place",
                Clippings::clip,
                user,
                folder));
    }

    /** The names of the folders that a passage is in. */
    public List<String> foldersOf(String user, long clip) {
        return catalog.read(sql -> sql.strings(
                "SELECT name FROM folders JOIN filed ON folder = folders.id WHERE user = ? AND clip = ? ORDER BY name",
                user,
                clip));
    }

    /** The id of the user's folder with this name, which is made when there is none. */
    public long folder(String user, String name) {
        return catalog.write(sql -> folder(sql, user, name));
    }

    private static long folder(Sql sql, String user, String name) throws SQLException {
        sql.run("INSERT OR IGNORE INTO folders (user, name) VALUES (?, ?)", user, name);
        return sql.number("SELECT id FROM folders WHERE user = ? AND name = ?", user, name);
    }

    /** Takes a passage of a document into the end of a folder; the same passage is kept once. The folder's id. */
    public long add(String user, String folder, Document document, Span span) {
        return catalog.write(sql -> {
            long into = folder(sql, user, folder);
            var year = document.attributes().dating().year();
            sql.run(
                    "INSERT OR IGNORE INTO clips (user, document, sha256, title, year, path, start, \"end\", quote, note, made)"
                            + " VALUES (?, ?, (SELECT sha256 FROM documents WHERE id = ?), ?, ?, ?, ?, ?, ?, '', ?)",
                    user,
                    document.id(),
                    document.id(),
                    document.title(),
                    year.isPresent() ? Optional.of(year.getAsInt()) : Optional.empty(),
                    document.sources().getFirst().path(),
                    span.start(),
                    span.end(),
                    span.of(document.text()),
                    clock.instant().toString());
            long clip = sql.number(
                    "SELECT id FROM clips WHERE user = ? AND document = ? AND start = ? AND \"end\" = ?",
                    user,
                    document.id(),
                    span.start(),
                    span.end());
            file(sql, into, clip);
            return into;
        });
    }

    private static void file(Sql sql, long folder, long clip) throws SQLException {
        sql.run(
                "INSERT OR IGNORE INTO filed (folder, clip, place) VALUES (?, ?, (SELECT coalesce(max(place), 0) + 1 FROM filed WHERE folder = ?))",
                folder,
                clip,
                folder);
    }

    /** Puts a passage into one more folder. Whether both are this user's. */
    public boolean file(String user, long clip, String folder) {
        return catalog.write(sql -> {
            boolean own = owns(sql, user, clip);
            if (own) {
                file(sql, folder(sql, user, folder), clip);
            }
            return own;
        });
    }

    /** Takes a passage out of a folder; one that is in no folder is forgotten. */
    public boolean remove(String user, long clip, long folder) {
        return catalog.write(sql -> {
            boolean own = owns(sql, user, clip);
            if (own) {
                sql.run("DELETE FROM filed WHERE folder = ? AND clip = ?", folder, clip);
                forgetUnfiled(sql);
            }
            return own;
        });
    }

    /** Removes a folder, and passages that are in no other. */
    public boolean removeFolder(String user, long folder) {
        return catalog.write(sql -> {
            boolean removed = sql.run("DELETE FROM folders WHERE user = ? AND id = ?", user, folder) == 1;
            forgetUnfiled(sql);
            return removed;
        });
    }

    private static void forgetUnfiled(Sql sql) throws SQLException {
        sql.run("DELETE FROM clips WHERE id NOT IN (SELECT clip FROM filed)");
    }

    /** Gives a folder another name; not one that another folder of the user has. */
    public boolean rename(String user, long folder, String name) {
        return catalog.write(sql ->
                sql.run("UPDATE OR IGNORE folders SET name = ? WHERE user = ? AND id = ?", name, user, folder) == 1);
    }

    /** Writes a note beside a passage, in place of the one before. */
    public boolean note(String user, long clip, String note) {
        return catalog.write(
                sql -> sql.run("UPDATE clips SET note = ? WHERE user = ? AND id = ?", note, user, clip) == 1);
    }

    /** Puts the passages of a folder into this order; those that are not named come behind, as they were. */
    public void order(String user, long folder, List<Long> clips) {
        catalog.write(sql -> {
            boolean own = sql.exists("SELECT 1 FROM folders WHERE user = ? AND id = ?", user, folder);
            for (int place = 0; own && place < clips.size(); place++) {
                sql.run(
                        "UPDATE filed SET place = ? WHERE folder = ? AND clip = ?",
                        place - clips.size(),
                        folder,
                        clips.get(place));
            }
            return own;
        });
    }

    private static boolean owns(Sql sql, String user, long clip) throws SQLException {
        return sql.exists("SELECT 1 FROM clips WHERE user = ? AND id = ?", user, clip);
    }

    private static Clip clip(ResultSet rows) throws SQLException {
        int year = rows.getInt(4);
        return new Clip(
                rows.getLong(1),
                rows.getString(2),
                rows.getString(3),
                rows.wasNull() ? Optional.empty() : Optional.of(year),
                rows.getString(5),
                new Span(rows.getInt(6), rows.getInt(7)),
                rows.getString(8),
                rows.getString(9),
                Instant.parse(rows.getString(10)));
    }
}
