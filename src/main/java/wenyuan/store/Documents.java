package wenyuan.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wenyuan.model.Attributes;
import wenyuan.model.Block;
import wenyuan.model.Completeness;
import wenyuan.model.Corrected;
import wenyuan.model.Correction;
import wenyuan.model.Document;
import wenyuan.model.Extraction;
import wenyuan.model.Heading;
import wenyuan.model.Repair;
import wenyuan.model.Slot;
import wenyuan.model.Source;
import wenyuan.model.Span;
import wenyuan.model.Zone;

/** Documents, what they were made of, and their changes, in the tables. Works inside a transaction of the caller. */
record Documents(Sql sql) {
    /** What has no column of its own. */
    private record Body(
            Optional<Span> titleSpan,
            List<Block> blocks,
            List<Heading> outline,
            List<Span> sentences,
            List<Slot> slots,
            List<Zone> zones,
            List<Repair> repairs,
            Optional<Completeness> completeness,
            Attributes attributes) {
        static Body of(Document document) {
            return new Body(
                    document.titleSpan(),
                    document.blocks(),
                    document.outline(),
                    document.sentences(),
                    document.slots(),
                    document.zones(),
                    document.repairs(),
                    document.completeness(),
                    document.attributes());
        }
    }

    private static final String COLUMNS = "id, sha256, title, text, body, text_key, rules";

    Optional<Document> find(String id) throws SQLException {
        return sql.first("SELECT " + COLUMNS + " FROM documents WHERE id = ?", this::document, id);
    }

    /** The document as rules made it, without what people decided. */
    Optional<Document> ruled(String id) throws SQLException {
        return sql.first("SELECT " + COLUMNS + " FROM documents WHERE id = ?", this::ruled, id);
    }

    List<String> idsWith(String textKey) throws SQLException {
        return sql.strings("SELECT id FROM documents WHERE text_key = ? ORDER BY id", textKey);
    }

    Optional<String> textKey(String id) throws SQLException {
        return sql.strings("SELECT text_key FROM documents WHERE id = ?", id).stream()
                .findFirst();
    }

    /** Up to {@code most} documents whose id comes after {@code id}, by id. */
    List<Document> after(String id, int most) throws SQLException {
        return sql.list(
                "SELECT " + COLUMNS + " FROM documents WHERE id > ? ORDER BY id LIMIT ?", this::document, id, most);
    }

    List<String> idsOf(String sha256) throws SQLException {
        return sql.strings("SELECT id FROM documents WHERE sha256 = ? ORDER BY part", sha256);
    }

    /** Makes {@code documents} the documents of these bytes. */
    void put(String sha256, List<Document> documents) throws SQLException {
        List<String> ids = documents.stream().map(Document::id).toList();
        Optional<Long> came = came(sha256);
        for (String gone : idsOf(sha256)) {
            if (!ids.contains(gone)) {
                remove(gone);
            }
        }
        for (int part = 0; part < documents.size(); part++) {
            put(sha256, part, came, documents.get(part));
        }
    }

    /** The change with which the documents of these bytes first came: parts cut otherwise are nothing new. */
    private Optional<Long> came(String sha256) throws SQLException {
        return sql.first(
                "SELECT first FROM documents WHERE sha256 = ? ORDER BY first LIMIT 1", rows -> rows.getLong(1), sha256);
    }

    private void put(String sha256, int part, Optional<Long> came, Document document) throws SQLException {
        Optional<String> before = textKey(document.id());
        long change = nextChange();
        sql.run(
                """
                INSERT INTO documents (id, sha256, part, title, text, body, text_key, rules, change, first)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET part = excluded.part, title = excluded.title, text = excluded.text,
                body = excluded.body, text_key = excluded.text_key, rules = excluded.rules, change = excluded.change""",
                document.id(),
                sha256,
                part,
                document.title(),
                document.text(),
                Json.write(Body.of(document)),
                document.textKey(),
                document.rules(),
                change,
                came.orElse(change));
        sql.run("DELETE FROM tombstones WHERE document = ?", document.id());
        count(before, document);
    }

    private void count(Optional<String> before, Document document) throws SQLException {
        Waiting waiting = new Waiting(sql);
        if (before.isPresent() && !before.get().equals(document.textKey())) {
            waiting.refresh(before.get());
        }
        waiting.count(document.id(), document.textKey(), document.attributes());
    }

    /** Makes the documents of a file anew; how many are new, gone or different in more than the rules' hash. */
    long relabel(Store.Relabelled file) throws SQLException {
        List<String> before = idsOf(file.sha256());
        if (before.isEmpty()) {
            return 0;
        }
        sql.run(
                "UPDATE files SET page = ? WHERE sha256 = ?",
                packedPage(content(file.sha256()), file.page()),
                file.sha256());
        List<String> after = file.documents().stream().map(Document::id).toList();
        if (!before.equals(after)) {
            put(file.sha256(), file.documents());
            return after.size();
        }
        long changed = 0;
        for (Document document : file.documents()) {
            changed += relabel(document) ? 1 : 0;
        }
        return changed;
    }

    private boolean relabel(Document document) throws SQLException {
        Document before = ruled(document.id()).orElseThrow();
        String body = Json.write(Body.of(document));
        boolean same = before.title().equals(document.title())
                && before.text().equals(document.text())
                && before.textKey().equals(document.textKey())
                && Json.write(Body.of(before)).equals(body);
        sql.run(
                "UPDATE documents SET title = ?, text = ?, body = ?, text_key = ?, rules = ? WHERE id = ?",
                document.title(),
                document.text(),
                body,
                document.textKey(),
                document.rules(),
                document.id());
        if (!same) {
            sql.run("UPDATE documents SET change = ? WHERE id = ?", nextChange(), document.id());
            count(Optional.of(before.textKey()), document);
            follow(before, document);
        }
        return !same;
    }

    /**
     * When the text of the last document that had it was changed by new rules, what people decided about it goes with the
     * documents it was decided on, to be looked at; what cannot go stays behind, detached.
     */
    private void follow(Document before, Document after) throws SQLException {
        if (before.textKey().equals(after.textKey())
                || !idsWith(before.textKey()).isEmpty()) {
            return;
        }
        Optional<Correction.Moved> difference = Optional.of(Difference.of(before.text(), after.text()));
        Decisions decisions = new Decisions(sql);
        for (Correction correction : decisions.of(before.textKey())) {
            Optional<String> now = textKey(correction.documentId());
            if (now.isPresent() && decisions.move(correction, now.get(), difference)) {
                decided(now.get());
            }
        }
    }

    /** Somebody decided something about a text: engines must hear of every document that has it. */
    long decided(String textKey) throws SQLException {
        List<String> ids = idsWith(textKey);
        for (String id : ids) {
            sql.run("UPDATE documents SET change = ? WHERE id = ?", nextChange(), id);
        }
        new Waiting(sql).recount(textKey, this);
        return ids.size();
    }

    /** Counts the doubts about up to {@code most} documents of an older schema; how many there were. */
    int countUncounted(int most) throws SQLException {
        List<String> ids = sql.strings("SELECT id FROM documents WHERE doubts < 0 ORDER BY id LIMIT ?", most);
        for (String id : ids) {
            Document document = ruled(id).orElseThrow();
            new Waiting(sql).count(id, document.textKey(), document.attributes());
        }
        return ids.size();
    }

    /** Takes the documents of these bytes out, and what they were made of. */
    void removeFile(String sha256) throws SQLException {
        for (String id : idsOf(sha256)) {
            remove(id);
        }
        sql.run("DELETE FROM files WHERE sha256 = ?", sha256);
    }

    private void remove(String id) throws SQLException {
        String textKey = textKey(id).orElseThrow();
        sql.run("DELETE FROM documents WHERE id = ?", id);
        new Waiting(sql).refresh(textKey);
        sql.run("INSERT INTO tombstones (document, change) VALUES (?, ?)", id, nextChange());
        Words.forgetExamples(sql, id);
    }

    /** Something about the documents of these bytes has changed, so that engines must hear of it. */
    void touch(String sha256) throws SQLException {
        for (String id : idsOf(sha256)) {
            sql.run("UPDATE documents SET change = ? WHERE id = ?", nextChange(), id);
        }
    }

    // ---- files

    boolean knows(String sha256) throws SQLException {
        return sql.exists("SELECT 1 FROM files WHERE sha256 = ?", sha256);
    }

    void putFile(String sha256, Extraction.Text extraction, String page) throws SQLException {
        sql.run(
                """
                INSERT INTO files (sha256, form, media_type, charset, metadata, content, page)
                VALUES (?, ?, ?, ?, ?, ?, ?)""",
                sha256,
                extraction.form().name(),
                extraction.mediaType(),
                extraction.charset(),
                Json.write(extraction.metadata()),
                Packed.pack(extraction.content()),
                packedPage(extraction.content(), page));
    }

    private String content(String sha256) throws SQLException {
        return sql.list("SELECT content FROM files WHERE sha256 = ?", rows -> Packed.unpack(rows.getBytes(1)), sha256)
                .getFirst();
    }

    List<Store.StoredFile> filesAfter(String sha256, int most) throws SQLException {
        List<String> files = sql.strings(
                "SELECT DISTINCT sha256 FROM documents WHERE sha256 > ? ORDER BY sha256 LIMIT ?", sha256, most);
        List<Store.StoredFile> stored = new ArrayList<>();
        for (String file : files) {
            List<Document> documents = sql.list(
                    "SELECT " + COLUMNS + " FROM documents WHERE sha256 = ? ORDER BY part", this::document, file);
            stored.add(new Store.StoredFile(
                    file, extraction(documents.getFirst().id()).orElseThrow(), documents));
        }
        return stored;
    }

    private static Optional<byte[]> packedPage(String content, String page) {
        return page.equals(content) ? Optional.empty() : Optional.of(Packed.pack(page));
    }

    Optional<Extraction.Text> extraction(String documentId) throws SQLException {
        return sql.first(
                """
                SELECT content, form, media_type, charset, metadata FROM files
                WHERE sha256 = (SELECT sha256 FROM documents WHERE id = ?)""",
                rows -> new Extraction.Text(
                        Packed.unpack(rows.getBytes(1)),
                        Extraction.Form.valueOf(rows.getString(2)),
                        rows.getString(3),
                        rows.getString(4),
                        Json.read(rows.getString(5), Json.STRING_MAP)),
                documentId);
    }

    Optional<String> page(String documentId) throws SQLException {
        return sql.first("""
                SELECT coalesce(page, content) FROM files
                WHERE sha256 = (SELECT sha256 FROM documents WHERE id = ?)""", rows -> Packed.unpack(rows.getBytes(1)), documentId);
    }

    // ---- sources

    /** Where the bytes came from, smallest path first; what two imported folders call the same is one source. */
    List<Source> sources(String sha256) throws SQLException {
        return sql.list("""
                SELECT path, collection, min(replaced) FROM sources WHERE sha256 = ?
                GROUP BY path, collection ORDER BY path, collection""", rows -> new Source(rows.getString(1), rows.getString(2), rows.getBoolean(3)), sha256);
    }

    // ---- changes

    List<Store.Change> changesAfter(long change, int most) throws SQLException {
        List<Store.Change> changes = new ArrayList<>(sql.list(
                "SELECT " + COLUMNS + ", change FROM documents WHERE change > ? ORDER BY change LIMIT ?",
                rows -> {
                    Document document = document(rows);
                    return new Store.Change(rows.getLong(8), document.id(), Optional.of(document));
                },
                change,
                most));
        changes.addAll(sql.list(
                "SELECT document, change FROM tombstones WHERE change > ? ORDER BY change LIMIT ?",
                rows -> new Store.Change(rows.getLong(2), rows.getString(1), Optional.empty()),
                change,
                most));
        return changes.stream()
                .sorted((a, b) -> Long.compare(a.number(), b.number()))
                .limit(most)
                .toList();
    }

    long lastChange() throws SQLException {
        return sql.number("SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'change'");
    }

    private long nextChange() throws SQLException {
        long next = lastChange() + 1;
        sql.run("UPDATE meta SET value = ? WHERE name = 'change'", Long.toString(next));
        return next;
    }

    private Document document(ResultSet rows) throws SQLException {
        return document(rows, new Decisions(sql).of(rows.getString(6)));
    }

    private Document ruled(ResultSet rows) throws SQLException {
        return document(rows, List.of());
    }

    private Document document(ResultSet rows, List<Correction> corrections) throws SQLException {
        Body body = Json.read(rows.getString(5), Body.class);
        return new Document(
                rows.getString(1),
                rows.getString(3),
                body.titleSpan(),
                rows.getString(4),
                body.blocks(),
                body.outline(),
                body.sentences(),
                body.slots(),
                body.zones(),
                body.repairs(),
                body.completeness(),
                Corrected.attributes(body.attributes(), corrections),
                sources(rows.getString(2)),
                rows.getString(6),
                rows.getString(7));
    }
}
