package wenyuan.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import wenyuan.model.Fate;
import wenyuan.model.FileFate;

/** What became of the files of an import, by fate and cause. Thread-safe. */
public final class Reports {
    private static final int PAGE = 1_000;

    private final Catalog catalog;

    Reports(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Which files of an import.
     *
     * @param fate name of a fate; empty for all
     * @param cause name of a cause of failure or skipping; empty for all
     */
    public record Choice(String fate, String cause) {
        /** Every file. */
        public static final Choice ALL = new Choice("", "");
    }

    private record Numbered(long number, FileFate file) {}

    /** A page of the files in the order of arrival. */
    public List<FileFate> files(long importId, Choice choice, int from, int size) {
        return catalog.read(sql -> rows(sql, importId, choice, 0, from, size)).stream()
                .map(Numbered::file)
                .toList();
    }

    /** Calls {@code reader} with each file in the order of arrival; reads as it goes. */
    public void forEach(long importId, Choice choice, Consumer<FileFate> reader) {
        long reached = 0;
        List<Numbered> page = page(importId, choice, reached);
        while (!page.isEmpty()) {
            page.forEach(row -> reader.accept(row.file()));
            reached = page.getLast().number();
            page = page(importId, choice, reached);
        }
    }

    private List<Numbered> page(long importId, Choice choice, long after) {
        return catalog.read(sql -> rows(sql, importId, choice, after, 0, PAGE));
    }

    private static List<Numbered> rows(Sql sql, long importId, Choice choice, long after, int from, int size)
            throws SQLException {
        StringBuilder query = new StringBuilder("SELECT seq, path, value FROM fates WHERE import = ? AND seq > ?");
        List<Object> arguments = new ArrayList<>(List.of(importId, after));
        if (!choice.fate().isEmpty()) {
            query.append(" AND fate = ?");
            arguments.add(choice.fate());
        }
        if (!choice.cause().isEmpty()) {
            query.append(" AND value ->> '$.cause' = ?");
            arguments.add(choice.cause());
        }
        arguments.addAll(List.of(size, from));
        return sql.list(query.append(" ORDER BY seq LIMIT ? OFFSET ?").toString(), Reports::row, arguments.toArray());
    }

    private static Numbered row(ResultSet rows) throws SQLException {
        Fate fate = Json.read(rows.getString(3), Fate.class);
        return new Numbered(rows.getLong(1), new FileFate(rows.getString(2), fate));
    }
}
