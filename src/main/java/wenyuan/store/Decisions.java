package wenyuan.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wenyuan.model.Correctable;
import wenyuan.model.Correction;
import wenyuan.model.Label;

/** What people decided, in the table. Works inside a transaction of the caller, who tells engines of it. */
record Decisions(Sql sql) {
    private static final String CORRECTION =
            "SELECT text_key, field, value, ruled, user, at, document, title, moved FROM corrections ";

    /** Lists leave out what was decided on a text that is held now: its title is as secret as the rest, until it is released. */
    private static final String OPEN = "substr(document, 1, 16) NOT IN (SELECT substr(sha256, 1, 16) FROM held) ";

    List<Correction> of(String textKey) throws SQLException {
        return sql.list(CORRECTION + "WHERE text_key = ?", Decisions::correction, textKey).stream()
                .sorted(Comparator.comparing(Correction::field))
                .toList();
    }

    Set<Correctable> fields(String textKey) throws SQLException {
        Set<Correctable> fields = EnumSet.noneOf(Correctable.class);
        sql.strings("SELECT field FROM corrections WHERE text_key = ?", textKey)
                .forEach(field -> fields.add(Correctable.valueOf(field)));
        return fields;
    }

    List<Correction> all() throws SQLException {
        return sql.list(CORRECTION + "WHERE " + OPEN + "ORDER BY at, text_key, field", Decisions::correction);
    }

    /** Those whose text no document has. */
    List<Correction> detached() throws SQLException {
        return sql.list(CORRECTION + "WHERE " + OPEN + """
                AND NOT EXISTS (SELECT 1 FROM documents WHERE documents.text_key = corrections.text_key)
                ORDER BY document, field""", Decisions::correction);
    }

    /** Those that followed a text which new rules changed. */
    List<Correction> moved() throws SQLException {
        return sql.list(
                CORRECTION + "WHERE " + OPEN + "AND moved <> '' ORDER BY document, field", Decisions::correction);
    }

    void put(Correction correction) throws SQLException {
        sql.run(
                """
                INSERT OR REPLACE INTO corrections (text_key, field, value, ruled, user, at, document, title, moved)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                correction.textKey(),
                correction.field().name(),
                Json.write(correction.values()),
                Json.write(correction.ruled()),
                correction.user(),
                correction.at().toString(),
                correction.documentId(),
                correction.title(),
                correction
                        .moved()
                        .map(moved -> Json.write(List.of(moved.before(), moved.after())))
                        .orElse(""));
    }

    boolean remove(String textKey, Correctable field) throws SQLException {
        return sql.run("DELETE FROM corrections WHERE text_key = ? AND field = ?", textKey, field.name()) > 0;
    }

    /** Gives a correction to another text, unless somebody has decided the same field of it; whether it went. */
    boolean move(Correction correction, String textKey, Optional<Correction.Moved> seen) throws SQLException {
        if (fields(textKey).contains(correction.field())) {
            return false;
        }
        remove(correction.textKey(), correction.field());
        put(new Correction(
                textKey,
                correction.field(),
                correction.values(),
                correction.ruled(),
                correction.user(),
                correction.at(),
                correction.documentId(),
                correction.title(),
                seen));
        return true;
    }

    private static Correction correction(ResultSet rows) throws SQLException {
        return new Correction(
                rows.getString(1),
                Correctable.valueOf(rows.getString(2)),
                List.of(Json.read(rows.getString(3), Label[].class)),
                List.of(Json.read(rows.getString(4), Label[].class)),
                rows.getString(5),
                Instant.parse(rows.getString(6)),
                rows.getString(7),
                rows.getString(8),
                moved(rows.getString(9)));
    }

    private static Optional<Correction.Moved> moved(String json) {
        return Optional.of(json)
                .filter(some -> !some.isEmpty())
                .map(some -> Json.read(some, Json.STRINGS))
                .map(pair -> new Correction.Moved(pair.get(0), pair.get(1)));
    }
}
