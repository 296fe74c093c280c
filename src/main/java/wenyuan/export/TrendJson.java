package wenyuan.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import wenyuan.query.Field;
import wenyuan.query.Warning;
import wenyuan.search.Frequencies;
import wenyuan.search.Trend;

/** Trends as JSON and as rows of a table, the same for command line and HTTP. Field names are a contract. */
public final class TrendJson {
    private static final List<String> COLUMNS = List.of(
            "query", "by", "value", "label", "documents", "occurrences", "archive", "per10000", "occurrencesPer10000");

    private TrendJson() {}

    /**
     * A query with its trend.
     *
     * @param query as typed
     */
    public record Line(String query, List<Warning> warnings, Trend trend) {
        public Line {
            warnings = List.copyOf(warnings);
        }
    }

    /** All trends, and the archive that they are measured against. */
    public static ObjectNode trends(List<Line> lines, Frequencies archive) {
        ObjectNode all = Json.object();
        all.set("queries", Json.array(lines, TrendJson::line));
        all.set("archive", Json.object().put("documents", archive.documents()).put("undated", undated(archive)));
        return all;
    }

    /** One query with its trend, as one object. */
    public static ObjectNode line(Line line) {
        Trend trend = line.trend();
        ObjectNode node = Json.object();
        node.put("query", line.query());
        node.put("documents", trend.documents());
        node.put("occurrences", trend.occurrences());
        node.put("exact", trend.exact());
        node.put("partial", trend.partial());
        node.put("undated", trend.undated());
        node.set("warnings", Json.array(line.warnings(), TrendJson::warning));
        node.set(
                "years",
                Json.array(
                        trend.years(),
                        point -> counts(Json.object().put("year", Integer.parseInt(point.value())), point)));
        node.set(
                "types",
                Json.array(
                        trend.types(),
                        point -> counts(Json.object().put("id", point.value()).put("label", point.label()), point)));
        node.set("first", use(trend.first().certain()));
        node.set("disputed", use(trend.first().disputed()));
        return node;
    }

    /** Writes the trends as a table with one row for each query and year (or type); undated documents in a last one. */
    public static void write(CsvTable table, List<Line> lines, Frequencies archive, Field by) throws IOException {
        table.row(COLUMNS);
        for (Line line : lines) {
            for (Trend.Point point :
                    by == Field.YEAR ? line.trend().years() : line.trend().types()) {
                table.row(cells(line.query(), by, point));
            }
            if (by == Field.YEAR && undated(archive) > 0) {
                table.row(List.of(
                        line.query(),
                        by.english(),
                        "",
                        "年份不明",
                        "" + line.trend().undated(),
                        "",
                        "" + undated(archive),
                        "",
                        ""));
            }
        }
    }

    /** Documents of the archive without a year. */
    public static long undated(Frequencies archive) {
        return archive.documents()
                - archive.by(Field.YEAR).stream()
                        .mapToLong(Frequencies.Group::documents)
                        .sum();
    }

    private static List<String> cells(String query, Field by, Trend.Point point) {
        return Stream.of(
                        query,
                        by.english(),
                        point.value(),
                        point.label(),
                        point.documents(),
                        point.occurrences(),
                        point.archive(),
                        rounded(point.perTenThousand()),
                        rounded(point.occurrencesPerTenThousand()))
                .map(String::valueOf)
                .toList();
    }

    private static ObjectNode counts(ObjectNode node, Trend.Point point) {
        return node.put("documents", point.documents())
                .put("occurrences", point.occurrences())
                .put("archive", point.archive())
                .put("per10000", rounded(point.perTenThousand()))
                .put("occurrencesPer10000", rounded(point.occurrencesPerTenThousand()));
    }

    private static JsonNode use(Optional<Trend.Use> use) {
        return Json.optional(use, found -> {
            ObjectNode node = DocumentJson.row(found.document())
                    .retain("id", "title", "source", "year", "yearStatus", "years", "meetingType");
            node.put("quote", found.quote().text());
            node.set("marks", Json.array(found.quote().marks(), Json::span));
            return node;
        });
    }

    private static ObjectNode warning(Warning warning) {
        ObjectNode node = Json.object().put("message", warning.message());
        node.set("span", Json.span(warning.span()));
        return node;
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
