package wenyuan.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wenyuan.model.Taxonomy;
import wenyuan.query.Field;
import wenyuan.query.QueryParser;

/**
 * A cross table as an address asks for it: {@code rows} and {@code columns} name fields, everything else is as on the search
 * page. What a cell counts and what its link finds are read by the same reader, so that they cannot differ.
 */
final class TableParams {
    /** What rows and columns can be. */
    static final List<Field> FIELDS = List.of(Field.TYPE, Field.YEAR, Field.THEME, Field.KIND, Field.LEVEL);

    private final Map<String, List<String>> params;
    private final Field rows;
    private final Field columns;
    private final QueryParser parser;
    private final Taxonomy taxonomy;
    private final Messages say;
    private final SearchParams all;

    private TableParams(
            Map<String, List<String>> params,
            Field rows,
            Field columns,
            QueryParser parser,
            Taxonomy taxonomy,
            Messages say) {
        this.params = Map.copyOf(params);
        this.rows = rows;
        this.columns = columns;
        this.parser = parser;
        this.taxonomy = taxonomy;
        this.say = say;
        this.all = SearchParams.read(params, parser, taxonomy, say);
    }

    /** Reads parameters; never fails. Types by years unless something else is said. */
    static TableParams read(Map<String, List<String>> params, QueryParser parser, Taxonomy taxonomy, Messages say) {
        Map<String, List<String>> kept = new HashMap<>(params);
        List.of("sort", "size", "from", "view", "rows", "columns", "format", "with", Field.FUNCTION.english())
                .forEach(kept::remove);
        Field rows = field(params, "rows", Field.TYPE);
        Field columns = field(params, "columns", rows == Field.YEAR ? Field.TYPE : Field.YEAR);
        Field other = rows == columns ? (rows == Field.YEAR ? Field.TYPE : Field.YEAR) : columns;
        return new TableParams(kept, rows, other, parser, taxonomy, say);
    }

    private static Field field(Map<String, List<String>> params, String name, Field usual) {
        String wanted = params.getOrDefault(name, List.of("")).getFirst();
        return Field.named(wanted).filter(FIELDS::contains).orElse(usual);
    }

    Field rows() {
        return rows;
    }

    Field columns() {
        return columns;
    }

    /** The search for everything in the table. */
    SearchParams all() {
        return all;
    }

    /** The search for what has exactly this value of a field, instead of those chosen. */
    SearchParams at(Field field, String value) {
        return at(Map.of(field, value));
    }

    /** The search for what has these values. */
    SearchParams at(Map<Field, String> values) {
        Map<String, List<String>> one = new HashMap<>(params);
        values.forEach((field, value) -> one.put(field.english(), List.of(value)));
        return SearchParams.read(one, parser, taxonomy, say);
    }

    /** The address of {@link #at}, which costs less than reading it. */
    Address address(Map<Field, String> values) {
        Address address = all.address();
        for (Map.Entry<Field, String> one : values.entrySet()) {
            address = address.with(one.getKey(), List.of(one.getValue()));
        }
        return address;
    }

    Taxonomy taxonomy() {
        return taxonomy;
    }

    /** The language of the table. */
    Messages say() {
        return say;
    }

    /** This state as an address below {@code path}, with other rows and columns and {@code more} pairs. */
    String url(String path, Field newRows, Field newColumns, String... more) {
        List<String> pairs = new ArrayList<>(List.of("rows=" + newRows.english(), "columns=" + newColumns.english()));
        pairs.addAll(List.of(more));
        return path(all.address(), path, pairs);
    }

    private static String path(Address address, String path, List<String> more) {
        List<String> pairs = new ArrayList<>();
        if (!address.q().isBlank()) {
            pairs.add("q=" + Address.encode(address.q()));
        }
        address.chosen().forEach((field, values) -> {
            if (field != Field.FUNCTION) {
                values.forEach(value -> pairs.add(field.english() + "=" + Address.encode(value)));
            }
        });
        pairs.addAll(more);
        return pairs.isEmpty() ? path : path + "?" + String.join("&", pairs);
    }

    /** The table for what a search page shows. */
    static String of(Address address) {
        return path(address, "/tables", List.of());
    }

    /** The same rows and columns for other choices. */
    String with(Address address) {
        return path(address, "/tables", List.of("rows=" + rows.english(), "columns=" + columns.english()));
    }
}
