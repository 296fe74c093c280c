package wenyuan.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import wenyuan.export.TrendJson;
import wenyuan.model.Document;
import wenyuan.model.Span;
import wenyuan.query.Field;
import wenyuan.query.Warning;
import wenyuan.search.Frequencies;
import wenyuan.search.SearchPage;
import wenyuan.search.Trend;

/**
 * The page of trends, ready to be printed.
 *
 * @param typed what stands in the form, one query a line
 * @param archive documents of the archive under the filters
 * @param hidden the other state of the address, for the form
 * @param chart lines through the years; empty lists when by type
 * @param bars bars by type; no rows when by year
 */
public record TrendView(
        String typed,
        boolean byYear,
        long archive,
        long undated,
        List<String> warnings,
        List<Hidden> hidden,
        List<SearchView.Chip> chips,
        List<Asked> asked,
        List<Choice> ways,
        List<Choice> measures,
        TrendChart chart,
        TrendBars bars,
        List<Row> rows,
        String export,
        String json) {
    /** Types that are drawn; the table has all. */
    private static final int MOST_TYPES = 15;

    /** A field that the form sends along. */
    public record Hidden(String name, String value) {}

    /** Another way to see the same. */
    public record Choice(String name, boolean chosen, String url) {}

    /**
     * A query with its sums.
     *
     * @param number from one on: its colour, dashes and shape
     * @param url the search for it
     */
    public record Asked(
            int number,
            String query,
            String url,
            long documents,
            long occurrences,
            boolean exact,
            long undated,
            Optional<Use> first,
            Optional<Use> disputed) {}

    /**
     * An earliest use.
     *
     * @param year the year, with what is to be said about it
     */
    public record Use(String year, String title, String url, List<Run> quote) {}

    /**
     * A row of the table: a year or a type.
     *
     * @param archive documents of the archive
     */
    public record Row(String label, String archive, List<Cell> cells) {}

    /** One query in a row. */
    public record Cell(String documents, String occurrences, String share, String url) {}

    static TrendView of(
            TrendParams params,
            List<TrendJson.Line> lines,
            Frequencies archive,
            List<SearchView.Chip> chips,
            Messages say) {
        List<Trend> trends = lines.stream().map(TrendJson.Line::trend).toList();
        boolean byYear = params.by() == TrendParams.By.YEAR;
        Drawing drawing = new Drawing(params, trends, say);
        return new TrendView(
                String.join("\n", params.queries()),
                byYear,
                archive.documents(),
                TrendJson.undated(archive),
                warnings(params, lines, say),
                hidden(params),
                chips,
                IntStream.range(0, lines.size())
                        .mapToObj(i -> asked(i + 1, params.asked().get(i), trends.get(i), say))
                        .toList(),
                Stream.of(TrendParams.By.values())
                        .map(by -> choice("trend.by", by, params.by(), params.with(by, params.measure()), say))
                        .toList(),
                Stream.of(TrendParams.Measure.values())
                        .map(measure -> choice(
                                "trend.measure", measure, params.measure(), params.with(params.by(), measure), say))
                        .toList(),
                byYear ? drawing.chart() : TrendChart.of(List.of()),
                byYear ? TrendBars.of(List.of()) : drawing.bars(),
                drawing.rows(TrendJson.undated(archive)),
                params.url("/api/export", "view=trends"),
                params.url("/api/trends"));
    }

    /** The cross table of the query, where there is only one. */
    public String tables() {
        return asked.size() == 1 ? "/tables" + asked.getFirst().url().substring(1) : "/tables";
    }

    /** What is measured, in words. */
    public String measureName() {
        return measures.stream()
                .filter(Choice::chosen)
                .map(Choice::name)
                .findFirst()
                .orElse("");
    }

    private static List<String> warnings(TrendParams params, List<TrendJson.Line> lines, Messages say) {
        List<String> all = new ArrayList<>();
        if (params.left() > 0) {
            all.add(say.say("trend.most", TrendParams.MOST, params.left()));
        }
        for (TrendJson.Line line : lines) {
            line.warnings().stream()
                    .map(Warning::message)
                    .distinct()
                    .forEach(message -> all.add(say.say("list.entry", line.query(), message)));
            if (line.trend().partial() || !line.trend().exact()) {
                all.add(say.say("trend.inexact", line.query()));
            }
        }
        return List.copyOf(all);
    }

    private static List<Hidden> hidden(TrendParams params) {
        List<Hidden> hidden = new ArrayList<>();
        params.all()
                .address()
                .chosen()
                .forEach((field, values) -> values.forEach(value -> hidden.add(new Hidden(field.english(), value))));
        hidden.add(new Hidden("by", lower(params.by())));
        hidden.add(new Hidden("measure", lower(params.measure())));
        return List.copyOf(hidden);
    }

    private static <E extends Enum<E>> Choice choice(String list, E one, E chosen, TrendParams there, Messages say) {
        return new Choice(say.say(list + "." + lower(one)), one == chosen, there.url());
    }

    private static String lower(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    private static Asked asked(int number, SearchParams asked, Trend trend, Messages say) {
        Address search = TrendParams.search(asked);
        return new Asked(
                number,
                asked.address().q(),
                search.url(),
                trend.documents(),
                trend.occurrences(),
                trend.exact(),
                trend.undated(),
                trend.first().certain().map(use -> use(use, search, say)),
                trend.first().disputed().map(use -> use(use, search, say)));
    }

    private static Use use(Trend.Use use, Address search, Messages say) {
        Document document = use.document();
        String status = document.attributes().dating().status();
        return new Use(
                say.say("year." + status, "" + use.year()),
                document.title(),
                search.reading(document.id()),
                runs(use.quote()));
    }

    private static List<Run> runs(SearchPage.Snippet quote) {
        List<Mark> marks = quote.marks().stream()
                .map(mark -> new Mark(mark, Mark.Kind.HIT, 1, ""))
                .toList();
        return Run.of(quote.text(), new Span(0, quote.text().length()), marks, List.of());
    }

    /** What is drawn and listed, from the points of every query. */
    private record Drawing(TrendParams params, List<Trend> trends, Messages say) {
        TrendChart chart() {
            return TrendChart.of(IntStream.range(0, trends.size())
                    .mapToObj(i -> trends.get(i).years().stream()
                            .map(point -> new TrendChart.Value(
                                    Integer.parseInt(point.value()),
                                    measured(point),
                                    title(i, point, say.say("year.plain", point.label())),
                                    url(i, point)))
                            .toList())
                    .toList());
        }

        TrendBars bars() {
            return TrendBars.of(types().limit(MOST_TYPES)
                    .map(place -> new TrendBars.Group(
                            trends.getFirst().types().get(place).label(),
                            IntStream.range(0, trends.size())
                                    .mapToObj(i -> {
                                        Trend.Point point =
                                                trends.get(i).types().get(place);
                                        return new TrendBars.Value(
                                                measured(point), title(i, point, point.label()), url(i, point));
                                    })
                                    .toList()))
                    .toList());
        }

        /** Places, in every list of types, of those that hold anything of a query. */
        private Stream<Integer> types() {
            return trends.isEmpty()
                    ? Stream.of()
                    : IntStream.range(0, trends.getFirst().types().size())
                            .filter(place -> trends.stream()
                                    .anyMatch(trend -> trend.types().get(place).documents() > 0))
                            .boxed();
        }

        List<Row> rows(long undated) {
            if (trends.isEmpty()) {
                return List.of();
            }
            boolean byYear = params.by() == TrendParams.By.YEAR;
            List<Row> rows = new ArrayList<>((byYear
                            ? IntStream.range(0, trends.getFirst().years().size())
                                    .boxed()
                            : types())
                    .map(place -> row(byYear, place))
                    .toList());
            if (byYear && undated > 0) {
                List<Cell> cells = trends.stream()
                        .map(trend -> new Cell(TrendChart.number(trend.undated()), "", "", ""))
                        .toList();
                rows.add(new Row(say.say("trend.undated"), TrendChart.number(undated), cells));
            }
            return List.copyOf(rows);
        }

        private Row row(boolean byYear, int place) {
            List<Trend.Point> points = trends.stream()
                    .map(trend -> (byYear ? trend.years() : trend.types()).get(place))
                    .toList();
            List<Cell> cells = IntStream.range(0, points.size())
                    .mapToObj(i -> cell(i, points.get(i)))
                    .toList();
            return new Row(
                    points.getFirst().label(),
                    TrendChart.number(points.getFirst().archive()),
                    cells);
        }

        private Cell cell(int query, Trend.Point point) {
            return new Cell(
                    TrendChart.number(point.documents()),
                    TrendChart.number(point.occurrences()),
                    TrendChart.number(Math.round(point.perTenThousand())),
                    point.documents() == 0 ? "" : url(query, point));
        }

        private double measured(Trend.Point point) {
            ToDoubleFunction<Trend.Point> measure = switch (params.measure()) {
                case SHARE -> Trend.Point::perTenThousand;
                case RATE -> Trend.Point::occurrencesPerTenThousand;
                case DOCUMENTS -> Trend.Point::documents;
                case OCCURRENCES -> Trend.Point::occurrences;
            };
            double value = measure.applyAsDouble(point);
            return value >= 100 ? Math.round(value) : Math.round(value * 10) / 10.0;
        }

        private String title(int query, Trend.Point point, String where) {
            return say.say(
                    "trend.point",
                    params.queries().get(query),
                    where,
                    point.documents(),
                    point.occurrences(),
                    TrendChart.number(Math.round(point.perTenThousand())),
                    point.archive());
        }

        private String url(int query, Trend.Point point) {
            Field field = params.by().field();
            return TrendParams.search(params.asked().get(query))
                    .with(field, List.of(point.value()))
                    .url();
        }
    }
}
