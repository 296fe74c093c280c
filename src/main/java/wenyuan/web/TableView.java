package wenyuan.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import wenyuan.model.Label;
import wenyuan.query.Field;
import wenyuan.query.Warning;

/**
 * A cross table, ready to be printed.
 *
 * @param q what was typed
 * @param rowChoices fields that the rows can be
 * @param only fields beside rows and columns that the form can narrow, at most one value each
 * @param hidden the other choices, which the form sends along
 * @param rowsAgain how often documents count again in the totals of the rows; 0 when never
 */
public record TableView(
        String q,
        Field rowField,
        Field columnField,
        List<Choice> rowChoices,
        List<Choice> columnChoices,
        List<Only> only,
        List<TrendView.Hidden> hidden,
        List<SearchView.Chip> chips,
        List<String> warnings,
        List<Head> columns,
        List<Row> rows,
        Cell total,
        long rowsAgain,
        long columnsAgain,
        boolean again,
        String swap,
        String csv,
        String json) {
    /** Shades of cells, from none to the darkest. */
    private static final int SHADES = 5;

    /** An option of a form. */
    public record Choice(String value, String name, boolean chosen) {}

    /**
     * A field to narrow by.
     *
     * @param options none where it is typed
     */
    public record Only(String name, String field, String typed, List<Choice> options) {}

    /** The head of a row or column. */
    public record Head(String label, Cell total, long again) {}

    /** A row. */
    public record Row(Head head, List<Cell> cells) {}

    /**
     * A number.
     *
     * @param url the search for exactly these documents; empty where there are none
     * @param shade how dark, from 0
     */
    public record Cell(long documents, String url, String title, int shade) {}

    static TableView of(TableParams params, CrossTable table) {
        Cells cells = new Cells(params, table);
        List<Head> columns = table.columns().stream()
                .map(line -> cells.head(params.columns(), line))
                .toList();
        List<Row> rows =
                IntStream.range(0, table.rows().size()).mapToObj(cells::row).toList();
        return new TableView(
                params.all().address().q(),
                params.rows(),
                params.columns(),
                choices(params.rows(), params.say()),
                choices(params.columns(), params.say()),
                only(params),
                hidden(params),
                chips(params),
                warnings(params, table),
                columns,
                rows,
                cells.cell(table.total(), Map.of(), "", 0),
                table.again(table.rows()),
                table.again(table.columns()),
                rows.stream().anyMatch(row -> row.head().again() > 0)
                        || columns.stream().anyMatch(column -> column.again() > 0),
                params.url("/tables", params.columns(), params.rows()),
                params.url("/api/tables", params.rows(), params.columns(), "format=csv"),
                params.url("/api/tables", params.rows(), params.columns()));
    }

    private static List<Choice> choices(Field chosen, Messages say) {
        return TableParams.FIELDS.stream()
                .map(field -> new Choice(field.english(), say.name(field), field == chosen))
                .toList();
    }

    private static boolean offered(TableParams params, Field field) {
        return List.of(Field.TYPE, Field.YEAR, Field.THEME).contains(field)
                && field != params.rows()
                && field != params.columns()
                && params.all().address().values(field).size() < 2;
    }

    private static List<Only> only(TableParams params) {
        return Stream.of(Field.TYPE, Field.YEAR, Field.THEME)
                .filter(field -> offered(params, field))
                .map(field -> {
                    Optional<String> value =
                            params.all().address().values(field).stream().findFirst();
                    return new Only(
                            params.say().name(field),
                            field.english(),
                            value.orElse(""),
                            options(field.labels(params.taxonomy()), value.orElse("")));
                })
                .toList();
    }

    private static List<Choice> options(List<Label> labels, String chosen) {
        return labels.stream()
                .map(label -> new Choice(label.id(), label.name(), label.id().equals(chosen)))
                .toList();
    }

    private static List<TrendView.Hidden> hidden(TableParams params) {
        List<TrendView.Hidden> hidden = new ArrayList<>();
        params.all().address().chosen().forEach((field, values) -> {
            if (!offered(params, field)) {
                values.forEach(value -> hidden.add(new TrendView.Hidden(field.english(), value)));
            }
        });
        return List.copyOf(hidden);
    }

    /** Choices with the table that lacks them. */
    private static List<SearchView.Chip> chips(TableParams params) {
        Address address = params.all().address();
        return address.chosen().entrySet().stream()
                .flatMap(chosen -> chosen.getValue().stream()
                        .map(value -> new SearchView.Chip(
                                params.say().name(chosen.getKey()),
                                Facet.label(chosen.getKey(), value, params.taxonomy(), params.say()),
                                params.with(address.toggle(chosen.getKey(), value)))))
                .toList();
    }

    private static List<String> warnings(TableParams params, CrossTable table) {
        Stream<String> read = params.all().request().warnings().stream().map(Warning::message);
        Stream<String> cut = TableParams.FIELDS.stream()
                .filter(table.cut()::contains)
                .map(field -> params.say()
                        .say("table.most", CrossTable.MOST, params.say().name(field)));
        Stream<String> counted = table.partial()
                ? Stream.of(params.say().say("table.partial"))
                : table.exact() ? Stream.of() : Stream.of(params.say().say("table.inexact"));
        return Stream.of(read, cut, counted).flatMap(part -> part).distinct().toList();
    }

    /** Makes numbers of one table into links. */
    private record Cells(TableParams params, CrossTable table, long most) {
        Cells(TableParams params, CrossTable table) {
            this(
                    params,
                    table,
                    table.cells().stream()
                            .flatMap(List::stream)
                            .mapToLong(Long::longValue)
                            .max()
                            .orElse(1));
        }

        Head head(Field field, CrossTable.Line line) {
            return new Head(
                    line.label(), cell(line.total(), Map.of(field, line.value()), line.label(), 0), line.again());
        }

        Row row(int number) {
            CrossTable.Line row = table.rows().get(number);
            List<Cell> cells = IntStream.range(0, table.columns().size())
                    .mapToObj(i -> {
                        CrossTable.Line column = table.columns().get(i);
                        long documents = table.cells().get(number).get(i);
                        return cell(
                                documents,
                                Map.of(params.rows(), row.value(), params.columns(), column.value()),
                                params.say().say("table.cell", row.label(), column.label(), documents),
                                shade(documents));
                    })
                    .toList();
            return new Row(head(params.rows(), row), cells);
        }

        Cell cell(long documents, Map<Field, String> values, String title, int shade) {
            String url = documents == 0 ? "" : params.address(values).url();
            return new Cell(documents, url, title, shade);
        }

        /** By the root, since a few cells hold most documents. */
        private int shade(long documents) {
            return documents == 0 ? 0 : (int) Math.ceil(SHADES * Math.sqrt((double) documents / most));
        }
    }
}
