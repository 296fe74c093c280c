package wenyuan.store;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Files that people took out of the archive for good: their bytes are not taken in again. Thread-safe. */
public final class Removals {
    private static final int PAGE = 200;

    private final Catalog catalog;
    private final Clock clock;

    Removals(Catalog catalog, Clock clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    /**
     * A file that was taken out.
     *
     * @param sha256 of its bytes, hex; they are for the caller to delete
     * @param path the smallest that it came from
     * @param documents number of documents that were made of it
     */
    public record Removed(String sha256, String path, int documents) {}

    /**
     * Takes documents out of the archive, with all others of the same files, and writes it into the log.
     *
     * @param scope what the documents are, for the log; empty when they are one by name
     */
    public List<Removed> remove(List<String> documentIds, String user, String scope) {
        List<Removed> removed = new ArrayList<>();
        for (int from = 0; from < documentIds.size(); from += PAGE) {
            List<String> page = documentIds.subList(from, Math.min(documentIds.size(), from + PAGE));
            removed.addAll(catalog.write(sql -> remove(sql, page, user, scope)));
        }
        return List.copyOf(removed);
    }

    /** SHA-256 (hex) of all that was taken out, ascending. */
    public List<String> all() {
        return catalog.read(sql -> sql.strings("SELECT sha256 FROM deleted ORDER BY sha256"));
    }

    /**
     * Lets bytes in again that were taken out.
     *
     * @param name their SHA-256, or the id of a document that was made of them
     * @return whether they had been taken out
     */
    public boolean forget(String name, String user) {
        String start = name.replaceFirst("-\\d+$", "");
        return catalog.write(sql -> {
            List<String> gone = start.matches("[0-9a-f]{16,64}")
                    ? sql.strings(
                            "DELETE FROM deleted WHERE substr(sha256, 1, ?) = ? RETURNING sha256",
                            start.length(),
                            start)
                    : List.<String>of();
            for (String sha256 : gone) {
                Audit.insert(sql, new Audit.Deed(user, Audit.Action.UNDELETE, sha256, ""), clock.instant());
            }
            return !gone.isEmpty();
        });
    }

    private List<Removed> remove(Sql sql, List<String> documentIds, String user, String scope) throws SQLException {
        List<Removed> removed = new ArrayList<>();
        for (String id : documentIds) {
            Optional<Removed> file = remove(sql, id, clock.instant().toString());
            if (file.isPresent()) {
                String target = file.get().path() + " (" + file.get().sha256().substring(0, 16) + ")";
                Audit.insert(sql, new Audit.Deed(user, Audit.Action.DELETE, target, scope), clock.instant());
                removed.add(file.get());
            }
        }
        return removed;
    }

    static Optional<Removed> remove(Sql sql, String documentId, String now) throws SQLException {
        Documents documents = new Documents(sql);
        Optional<String> sha256 = sql.strings("SELECT sha256 FROM documents WHERE id = ?", documentId).stream()
                .findFirst();
        if (sha256.isEmpty()) {
            return Optional.empty();
        }
        Removed removed = new Removed(
                sha256.get(),
                sql.strings("SELECT min(path) FROM sources WHERE sha256 = ?", sha256.get())
                        .getFirst(),
                documents.idsOf(sha256.get()).size());
        documents.removeFile(sha256.get());
        sql.run("INSERT OR IGNORE INTO deleted (sha256, at) VALUES (?, ?)", sha256.get(), now);
        return Optional.of(removed);
    }
}
