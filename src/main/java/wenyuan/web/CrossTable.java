package wenyuan.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import wenyuan.model.Label;
import wenyuan.query.Field;
import wenyuan.query.Query;
import wenyuan.search.SearchEngine;
import wenyuan.search.SearchPage;
import wenyuan.search.SearchRequest;

/**
 * Numbers of documents by two fields. A document with several values of a field counts in each, one without in the last row
 * or column; totals count every document once. So the cells of a line, less {@link Line#again}, are its total.
 *
 * @param rows heads of the rows, those without a value last
 * @param columns the same of the columns
 * @param cells by row, then by column
 * @param total documents
 * @param cut fields of which not all values fit
 * @param exact whether everything was counted; otherwise numbers are lower bounds
 */
record CrossTable(
        List<Line> rows,
        List<Line> columns,
        List<List<Long>> cells,
        long total,
        Set<Field> cut,
        boolean exact,
        boolean partial) {
    /** Most values of one field; the engine is asked once for each row or column. */
    static final int MOST = 60;

    /**
     * A row or a column.
     *
     * @param value as in an address
     * @param total its documents, each once
     * @param again how often its documents count a second time
     */
    record Line(String value, String label, long total, long again) {}

    static CrossTable count(SearchEngine engine, TableParams params) {
        return new Counting(engine, params).table();
    }

    /** Asks the engine once for each row, of the field that has fewer values. */
    private static final class Counting {
        private final SearchEngine engine;
        private final TableParams params;
        private final SearchPage whole;
        private final Set<Field> cut = new HashSet<>();
        private boolean exact = true;
        private boolean partial;

        Counting(SearchEngine engine, TableParams params) {
            this.engine = engine;
            this.params = params;
            this.whole = engine.search(params.all().request().counting());
            noted(whole);
        }

        private void noted(SearchPage page) {
            partial |= page.partial();
            exact &= page.exact();
        }

        CrossTable table() {
            List<Line> rows = heads(params.rows());
            List<Line> columns = heads(params.columns());
            boolean turned = columns.size() < rows.size();
            List<List<Long>> counted = turned
                    ? cells(params.columns(), columns, params.rows(), rows)
                    : cells(params.rows(), rows, params.columns(), columns);
            List<List<Long>> cells = turned ? turned(counted, rows.size()) : counted;
            return new CrossTable(
                    again(rows, cells),
                    again(columns, turned(cells, columns.size())),
                    cells,
                    whole.total(),
                    Set.copyOf(cut),
                    exact,
                    partial);
        }

        /** Values that occur, in the order people expect; where there are too many, the most frequent. */
        private List<Line> heads(Field field) {
            List<String> chosen = params.all().address().values(field);
            List<SearchPage.Count> counts = whole.facets().getOrDefault(field, List.of()).stream()
                    .filter(count -> chosen.isEmpty()
                            || chosen.stream().anyMatch(value -> Facet.covers(field, value, count.value())))
                    .sorted(Comparator.comparingLong(SearchPage.Count::count).reversed())
                    .toList();
            if (counts.size() > MOST) {
                cut.add(field);
            }
            List<Line> heads = counts.stream()
                    .limit(MOST)
                    .sorted(order(field))
                    .map(count -> line(field, count.value(), count.count()))
                    .collect(Collectors.toCollection(ArrayList::new));
            long without = chosen.isEmpty() || chosen.contains(SearchParams.NONE) ? without(Map.of(), field) : 0;
            if (without > 0) {
                heads.add(line(field, SearchParams.NONE, without));
            }
            return heads;
        }

        private Line line(Field field, String value, long total) {
            return new Line(value, Facet.label(field, value, params.taxonomy(), params.say()), total, 0);
        }

        private Comparator<SearchPage.Count> order(Field field) {
            if (field == Field.YEAR) {
                return Comparator.comparing(SearchPage.Count::value);
            }
            List<String> ids =
                    field.labels(params.taxonomy()).stream().map(Label::id).toList();
            return Comparator.comparingInt(count -> ids.indexOf(count.value()));
        }

        /** Documents that have these values, and none of {@code field}. */
        private long without(Map<Field, String> values, Field field) {
            Map<Field, String> all = new EnumMap<>(Field.class);
            all.putAll(values);
            all.put(field, SearchParams.NONE);
            SearchPage page = engine.search(params.at(all).request().counting().bare());
            noted(page);
            return page.total();
        }

        private List<List<Long>> cells(Field outer, List<Line> outers, Field inner, List<Line> inners) {
            Map<String, Long> lacking = inners.stream()
                    .filter(line -> line.value().equals(SearchParams.NONE))
                    .findFirst()
                    .map(none -> lacking(outer, none, inner))
                    .orElse(Map.of());
            List<List<Long>> cells = new ArrayList<>();
            for (Line head : outers) {
                Map<String, Long> counts = counts(line(outer, head, inner), inner);
                long without = lacking.getOrDefault(head.value(), 0L);
                cells.add(inners.stream()
                        .map(line -> line.value().equals(SearchParams.NONE)
                                ? (Long) without
                                : counts.getOrDefault(line.value(), 0L))
                        .toList());
            }
            return cells;
        }

        /** Documents without a value of {@code inner}, by the other field. */
        private Map<String, Long> lacking(Field outer, Line none, Field inner) {
            Map<String, Long> counts = new HashMap<>(counts(line(inner, none, outer), outer));
            counts.put(SearchParams.NONE, without(Map.of(inner, SearchParams.NONE), outer));
            return counts;
        }

        private static Map<String, Long> counts(SearchPage page, Field field) {
            return page.facets().getOrDefault(field, List.of()).stream()
                    .collect(Collectors.toMap(SearchPage.Count::value, SearchPage.Count::count, Long::sum));
        }

        /**
         * What is counted of one line. A filter beside a query has its own field counted over everything else; inside the
         * query it has not, which is many times faster, and the same unless the engine had to drop a word.
         */
        private SearchPage line(Field own, Line head, Field across) {
            SearchParams at = params.at(own, head.value());
            SearchPage fast = engine.search(inside(at, across).counting());
            SearchPage page = fast.total() == head.total()
                    ? fast
                    : engine.search(at.request().counting());
            noted(page);
            return page;
        }

        /** The same request with every filter but that of one field as a part of its query. */
        private static SearchRequest inside(SearchParams at, Field beside) {
            SearchRequest request = at.request();
            List<Field> fields = List.copyOf(at.address().chosen().keySet());
            List<Query> parts = new ArrayList<>(List.of(request.query()));
            List<Query> filters = new ArrayList<>();
            for (int i = 0; i < fields.size(); i++) {
                (fields.get(i) == beside ? filters : parts)
                        .add(request.filters().get(i));
            }
            return request.asking(new Query.And(parts)).beside(filters);
        }

        private static List<List<Long>> turned(List<List<Long>> cells, int columns) {
            List<List<Long>> turned = new ArrayList<>();
            for (int i = 0; i < columns; i++) {
                int column = i;
                turned.add(cells.stream().map(row -> row.get(column)).toList());
            }
            return turned;
        }

        private static List<Line> again(List<Line> heads, List<List<Long>> lines) {
            List<Line> known = new ArrayList<>();
            for (int i = 0; i < heads.size(); i++) {
                Line head = heads.get(i);
                long sum = sum(lines.get(i), Long::longValue);
                known.add(new Line(head.value(), head.label(), head.total(), Math.max(0, sum - head.total())));
            }
            return List.copyOf(known);
        }
    }

    private static <T> long sum(List<T> all, ToLongFunction<T> number) {
        return all.stream()
                .flatMapToLong(one -> LongStream.of(number.applyAsLong(one)))
                .sum();
    }

    /** How often documents count again in the totals of the rows (or columns). */
    long again(List<Line> heads) {
        return Math.max(0, sum(heads, Line::total) - total);
    }
}
