package wenyuan.store;

import static java.util.stream.Collectors.toSet;

import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import wenyuan.model.Attributes;
import wenyuan.model.Correctable;
import wenyuan.model.Corrected;
import wenyuan.model.Correction;
import wenyuan.model.Doubt;
import wenyuan.model.Label;

/** Which texts wait for a person, kept up with every document that is written. Works inside a transaction of the caller. */
record Waiting(Sql sql) {
    /** Those that equal texts should agree on, and the doubt when they do not; the order is that of the column. */
    private static final List<Doubt> TWINS = List.of(Doubt.TYPE_DIFFERS, Doubt.YEAR_DIFFERS, Doubt.KIND_DIFFERS);

    /** So many equal documents are looked at: thousands of one error page must not cost more with each that comes. */
    private static final int MOST_COPIES = 1_000;

    /** The documents of a text that have the same doubts and labels. */
    private record Alike(int doubts, String labels, long copies, String first) {}

    /** Counts the doubts about a document that was written; {@code ruled} is what rules made. */
    void count(String documentId, String textKey, Attributes ruled) throws SQLException {
        count(documentId, ruled, new Decisions(sql).of(textKey));
        refresh(textKey);
    }

    /** Counts all documents of a text again: somebody has decided something about it. */
    void recount(String textKey, Documents documents) throws SQLException {
        List<Correction> corrections = new Decisions(sql).of(textKey);
        for (String id : documents.idsWith(textKey)) {
            count(id, documents.ruled(id).orElseThrow().attributes(), corrections);
        }
        refresh(textKey);
    }

    private void count(String documentId, Attributes ruled, List<Correction> corrections) throws SQLException {
        Attributes attributes = Corrected.attributes(ruled, corrections);
        Set<Correctable> decided = corrections.stream().map(Correction::field).collect(toSet());
        sql.run(
                "UPDATE documents SET doubts = ?, labels = ? WHERE id = ?",
                Doubt.bits(Doubt.of(attributes, decided)),
                labels(attributes),
                documentId);
    }

    /** Puts a text into the queue, takes it out, or gives it its score. */
    void refresh(String textKey) throws SQLException {
        List<Alike> sets = sql.list(
                """
                SELECT doubts, labels, count(*), min(id) FROM
                (SELECT doubts, labels, id FROM documents WHERE text_key = ? ORDER BY id LIMIT ?) WHERE doubts >= 0
                GROUP BY doubts, labels ORDER BY min(id)""",
                rows -> new Alike(rows.getInt(1), rows.getString(2), rows.getLong(3), rows.getString(4)),
                textKey,
                MOST_COPIES);
        Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
        sets.forEach(set -> doubts.addAll(Doubt.of(set.doubts())));
        doubts.addAll(differences(sets));
        if (doubts.isEmpty()) {
            sql.run("DELETE FROM reviews WHERE text_key = ?", textKey);
            return;
        }
        long copies = sets.stream().mapToLong(Alike::copies).sum();
        sql.run(
                """
                INSERT INTO reviews (text_key, document, doubts, copies, score) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (text_key) DO UPDATE SET document = excluded.document, doubts = excluded.doubts,
                copies = excluded.copies, score = excluded.score""",
                textKey,
                sets.getFirst().first(),
                Doubt.bits(doubts),
                copies,
                Doubt.fields(doubts).size() * copies);
    }

    /** How many documents whose title holds these words have which value of a field of the column; empty for none. */
    Map<String, Long> labelled(String words, Correctable field) throws SQLException {
        int place = TWINS.stream().map(Doubt::field).toList().indexOf(field);
        Map<String, Long> labelled = new HashMap<>();
        sql.list(
                        "SELECT labels, count(*) FROM documents WHERE title LIKE '%' || ? || '%' GROUP BY labels",
                        rows -> Map.entry(rows.getString(1), rows.getLong(2)), words)
                .forEach(row -> labelled.merge(value(row.getKey(), place), row.getValue(), Long::sum));
        return labelled;
    }

    private static String value(String labels, int place) {
        List<String> values = List.of(labels.split("\\|", TWINS.size()));
        return place < values.size() ? values.get(place) : "";
    }

    private static Set<Doubt> differences(List<Alike> sets) {
        Set<Doubt> differences = EnumSet.noneOf(Doubt.class);
        for (int i = 0; i < TWINS.size() && sets.size() > 1; i++) {
            Set<String> values = new HashSet<>();
            for (Alike set : sets) {
                values.add(value(set.labels(), i));
            }
            if (values.size() > 1) {
                differences.add(TWINS.get(i));
            }
        }
        return differences;
    }

    private static String labels(Attributes attributes) {
        Stream<String> values = TWINS.stream()
                .map(doubt -> doubt.field().of(attributes).stream()
                        .map(Label::id)
                        .findFirst()
                        .orElse(""));
        return String.join("|", values.toList());
    }
}
