package wenyuan.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import wenyuan.export.CsvTable;
import wenyuan.export.ExportFormat;
import wenyuan.export.Json;
import wenyuan.query.QueryParser;
import wenyuan.query.Warning;
import wenyuan.search.Position;
import wenyuan.search.Recent;
import wenyuan.search.SearchEngine;

/** Numbers of documents by two fields, as a page, as JSON and as a table for Excel. */
final class Tables {
    /** Tables of some ten thousand numbers at most. */
    private static final int MOST = 20;

    private final WebServer.Archive archive;
    private final QueryParser parser;
    private final Views views;
    private final Recent<Asked, CrossTable> recent = new Recent<>(MOST);

    Tables(WebServer.Archive archive, QueryParser parser, Views views) {
        this.archive = archive;
        this.parser = parser;
        this.views = views;
    }

    /** What a table depends on. */
    private record Asked(String address, String language, Position position, long documents) {}

    /** {@code /tables?rows=type&columns=year&q=…} and the filters of the search page. */
    void page(Context ctx) {
        TableParams params = read(ctx);
        views.show(ctx, "tables", Map.of("view", TableView.of(params, table(params))));
    }

    /** {@code /api/tables}: JSON, or with {@code format=csv} a table. */
    void api(Context ctx) throws IOException {
        TableParams params = read(ctx);
        CrossTable table = table(params);
        if ("csv".equals(ctx.queryParam("format"))) {
            csv(ctx, params, table);
        } else {
            Problems.json(ctx, json(params, table));
        }
    }

    /** Counted again when the archive has changed; the page, its JSON and its CSV are counted once. */
    private CrossTable table(TableParams params) {
        String address = params.url("", params.rows(), params.columns());
        SearchEngine engine = archive.engine();
        Asked asked = new Asked(address, params.say().language(), engine.position(), engine.documents());
        return recent.find(asked).orElseGet(() -> {
            CrossTable table = CrossTable.count(engine, params);
            if (!table.partial()) {
                recent.keep(asked, table);
            }
            return table;
        });
    }

    private TableParams read(Context ctx) {
        return TableParams.read(ctx.queryParamMap(), parser, archive.rules().taxonomy(), Language.of(ctx));
    }

    private static ObjectNode json(TableParams params, CrossTable table) {
        ObjectNode node = Json.object();
        node.put("total", table.total());
        node.put("exact", table.exact());
        node.put("partial", table.partial());
        node.put("rowField", params.rows().english());
        node.put("columnField", params.columns().english());
        node.set("rows", Json.array(table.rows(), Tables::line));
        node.set("columns", Json.array(table.columns(), Tables::line));
        node.set("cells", Json.array(table.cells(), Tables::numbers));
        node.set(
                "warnings",
                Json.strings(params.all().request().warnings().stream()
                        .map(Warning::message)
                        .toList()));
        return node;
    }

    private static ObjectNode line(CrossTable.Line line) {
        return Json.object()
                .put("value", line.value())
                .put("label", line.label())
                .put("total", line.total())
                .put("again", line.again());
    }

    private static ArrayNode numbers(List<Long> numbers) {
        ArrayNode array = Json.strings(List.of());
        numbers.forEach(array::add);
        return array;
    }

    private static void csv(Context ctx, TableParams params, CrossTable table) throws IOException {
        Messages say = params.say();
        Download.send(ctx, ExportFormat.CSV.mediaType(), say.say("table.file") + ".csv", out -> {
            CsvTable csv = CsvTable.to(out);
            for (List<String> row : rows(params, table, say)) {
                csv.row(row);
            }
            csv.flush();
        });
    }

    /** The table as it is seen, with the line and the column that make the sums come out. */
    private static List<List<String>> rows(TableParams params, CrossTable table, Messages say) {
        List<List<String>> rows = new ArrayList<>();
        Stream<String> heads = table.columns().stream().map(CrossTable.Line::label);
        rows.add(joined(
                say.say("table.corner", say.name(params.rows()), say.name(params.columns())),
                heads,
                say.say("table.again"),
                say.say("table.total")));
        for (int i = 0; i < table.rows().size(); i++) {
            CrossTable.Line row = table.rows().get(i);
            rows.add(joined(
                    row.label(),
                    table.cells().get(i).stream().map(String::valueOf),
                    "" + row.again(),
                    "" + row.total()));
        }
        long againRows = table.again(table.rows());
        rows.add(joined(
                say.say("table.again"),
                table.columns().stream().map(column -> "" + column.again()),
                "",
                "" + againRows));
        rows.add(joined(
                say.say("table.total"),
                table.columns().stream().map(column -> "" + column.total()),
                "" + table.again(table.columns()),
                "" + table.total()));
        return rows;
    }

    private static List<String> joined(String head, Stream<String> cells, String... sums) {
        return Stream.of(Stream.of(head), cells, Stream.of(sums))
                .flatMap(part -> part)
                .toList();
    }
}
