package wenyuan.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wenyuan.model.Taxonomy;
import wenyuan.query.Field;
import wenyuan.query.QueryParser;
import wenyuan.search.SearchRequest;

/**
 * A search as it is saved: the query string of its page, without what only says which part of the answer is shown.
 *
 * @param text pairs with {@code &} between them, names and values encoded; empty for everything
 */
public record SavedAddress(String text) {
    private static final List<String> KEPT = Stream.of(
                    Stream.of("q"), Stream.of(Field.values()).map(Field::english), Stream.of("sort", "view"))
            .flatMap(names -> names)
            .toList();

    /** What {@code params}, decoded, ask for; names that mean nothing are left out. */
    public static SavedAddress of(Map<String, List<String>> params) {
        return new SavedAddress(KEPT.stream()
                .flatMap(name -> params.getOrDefault(name, List.of()).stream()
                        .filter(value -> !value.isBlank())
                        .map(value -> name + "=" + Address.encode(value)))
                .collect(Collectors.joining("&")));
    }

    /** Reads what somebody sent as a query string; never fails. */
    public static SavedAddress read(String text) {
        return of(new SavedAddress(text).parameters());
    }

    /** The pairs, decoded; what is badly encoded is left out. */
    public Map<String, List<String>> parameters() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            int sign = pair.indexOf('=');
            if (sign > 0) {
                try {
                    all.computeIfAbsent(decoded(pair.substring(0, sign)), name -> new ArrayList<>())
                            .add(decoded(pair.substring(sign + 1)));
                } catch (IllegalArgumentException badlyEncoded) {
                    // whoever made this address by hand loses this pair
                }
            }
        }
        return all;
    }

    /** What an engine is asked. */
    public SearchRequest request(QueryParser parser, Taxonomy taxonomy) {
        return SearchParams.read(parameters(), parser, taxonomy, Messages.CHINESE)
                .request();
    }

    /** The words typed. */
    public String query() {
        return parameters().getOrDefault("q", List.of("")).getFirst();
    }

    /** The page of the search. */
    public String url() {
        return text.isEmpty() ? "/?sort=newest" : "/?" + text;
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }
}
