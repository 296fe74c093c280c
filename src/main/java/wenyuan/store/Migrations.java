package wenyuan.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Brings a schema up to date: script n is run once, when {@code user_version} is below n, in the given transaction. */
final class Migrations {
    private Migrations() {}

    /** The scripts {@code migrations/001.sql}, {@code 002.sql} … up to the first number that is missing. */
    static List<String> shipped() {
        List<String> scripts = new ArrayList<>();
        while (true) {
            String name = String.format(Locale.ROOT, "migrations/%03d.sql", scripts.size() + 1);
            try (InputStream script = Migrations.class.getResourceAsStream(name)) {
                if (script == null) {
                    return List.copyOf(scripts);
                }
                scripts.add(new String(script.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(name, e);
            }
        }
    }

    static void apply(Sql sql, List<String> scripts) throws SQLException {
        int version = version(sql, scripts);
        for (String script : scripts.subList(version, scripts.size())) {
            for (String statement : script.split(";\\s*(\\R|$)", -1)) {
                if (!statement.isBlank()) {
                    sql.run(statement);
                }
            }
        }
        sql.run("PRAGMA user_version = " + scripts.size());
    }

    /** The version of the schema, which this program must know. */
    static int version(Sql sql, List<String> scripts) throws SQLException {
        int version = (int) sql.number("PRAGMA user_version");
        if (version > scripts.size()) {
            throw new StoreException(
                    StoreException.Kind.NEWER_SCHEMA,
                    "The catalogue has schema " + version + ", this program knows schemas up to " + scripts.size()
                            + ": it was used by a newer Wenyuan, use that one");
        }
        return version;
    }
}
