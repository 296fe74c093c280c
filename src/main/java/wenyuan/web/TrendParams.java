package wenyuan.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import wenyuan.model.Taxonomy;
import wenyuan.query.Field;
import wenyuan.query.QueryParser;
import wenyuan.search.SearchRequest;

/**
 * What the page of trends is asked, as its address holds it: one to six queries ({@code q}, repeated or one a line or with ；
 * between them), the filters of the search page, {@code by} and {@code measure}.
 *
 * @param asked the queries, read, with the filters
 * @param all everything under the same filters
 * @param left how many queries were one too many
 */
record TrendParams(List<SearchParams> asked, SearchParams all, By by, Measure measure, int left) {
    static final int MOST = 6;

    private static final String QUOTES = "\"“”「」『』";

    TrendParams {
        asked = List.copyOf(asked);
    }

    /** What makes a point. */
    enum By {
        YEAR(Field.YEAR),
        TYPE(Field.TYPE);

        private final Field field;

        By(Field field) {
            this.field = field;
        }

        Field field() {
            return field;
        }
    }

    /** What is drawn. */
    enum Measure {
        SHARE,
        RATE,
        DOCUMENTS,
        OCCURRENCES
    }

    static TrendParams read(Map<String, List<String>> params, QueryParser parser, Taxonomy taxonomy, Messages say) {
        List<String> typed = params.getOrDefault("q", List.of()).stream()
                .flatMap(TrendParams::split)
                .distinct()
                .toList();
        return new TrendParams(
                typed.stream()
                        .limit(MOST)
                        .map(query -> read(params, query, parser, taxonomy, say))
                        .toList(),
                read(params, "", parser, taxonomy, say),
                choice(By.values(), params, "by"),
                choice(Measure.values(), params, "measure"),
                Math.max(0, typed.size() - MOST));
    }

    private static SearchParams read(
            Map<String, List<String>> params, String query, QueryParser parser, Taxonomy taxonomy, Messages say) {
        Map<String, List<String>> one = new HashMap<>(params);
        List.of("q", "sort", "size", "from", "view", Field.FUNCTION.english()).forEach(one::remove);
        if (!query.isEmpty()) {
            one.put("q", List.of(query));
        }
        return SearchParams.read(one, parser, taxonomy, say);
    }

    /** The queries in one field of a form; a sign inside quotes parts nothing. */
    static Stream<String> split(String typed) {
        List<String> queries = new ArrayList<>();
        StringBuilder query = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < typed.length(); i++) {
            char unit = typed.charAt(i);
            quoted = unit != '\n' && quoted == (QUOTES.indexOf(unit) < 0);
            if (unit == '\n' || (!quoted && (unit == '；' || unit == ';'))) {
                queries.add(query.toString());
                query.setLength(0);
            } else {
                query.append(unit);
            }
        }
        queries.add(query.toString());
        return queries.stream().map(String::strip).filter(one -> !one.isEmpty());
    }

    private static <E extends Enum<E>> E choice(E[] all, Map<String, List<String>> params, String name) {
        String wanted = params.getOrDefault(name, List.of("")).getFirst();
        return Stream.of(all)
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst()
                .orElse(all[0]);
    }

    /** The queries as typed. */
    List<String> queries() {
        return asked.stream().map(one -> one.address().q()).toList();
    }

    /** The requests, in the order of the queries. */
    List<SearchRequest> requests() {
        return asked.stream().map(SearchParams::request).toList();
    }

    /** The same drawn otherwise. */
    TrendParams with(By newBy, Measure newMeasure) {
        return new TrendParams(asked, all, newBy, newMeasure, left);
    }

    /** This state as an address below {@code path}, with {@code more} pairs such as {@code format=csv}. */
    String url(String path, String... more) {
        List<String> pairs = new ArrayList<>();
        queries().forEach(query -> pairs.add("q=" + Address.encode(query)));
        all.address()
                .chosen()
                .forEach((field, values) ->
                        values.forEach(value -> pairs.add(field.english() + "=" + Address.encode(value))));
        if (by != By.YEAR) {
            pairs.add("by=" + by.name().toLowerCase(Locale.ROOT));
        }
        if (measure != Measure.SHARE) {
            pairs.add("measure=" + measure.name().toLowerCase(Locale.ROOT));
        }
        pairs.addAll(List.of(more));
        return pairs.isEmpty() ? path : path + "?" + String.join("&", pairs);
    }

    /** The page that shows these trends. */
    String url() {
        return url("/trends");
    }

    /** The page of trends for what a search page shows. */
    static String of(Address address) {
        List<String> pairs = new ArrayList<>();
        if (!address.q().isBlank()) {
            pairs.add("q=" + Address.encode(address.q()));
        }
        address.chosen().forEach((field, values) -> {
            if (field != Field.YEAR && field != Field.FUNCTION) {
                values.forEach(value -> pairs.add(field.english() + "=" + Address.encode(value)));
            }
        });
        return "/trends" + (pairs.isEmpty() ? "" : "?" + String.join("&", pairs));
    }

    /** The search that shows the documents of a trend: of one chunk, those with it as one string. */
    static Address search(SearchParams asked) {
        String q = asked.address().q();
        boolean chunk = asked.request().query() instanceof wenyuan.query.Query.Words;
        Address address = Address.of(chunk && !q.contains("\"") ? "\"" + q + "\"" : q);
        for (Map.Entry<Field, List<String>> chosen : asked.address().chosen().entrySet()) {
            address = address.with(chosen.getKey(), chosen.getValue());
        }
        return address;
    }
}
