package wenyuan.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import wenyuan.query.Field;
import wenyuan.search.SearchRequest.Sort;
import wenyuan.search.View;

/**
 * The state of the search page, as its address holds it. Every link of the page is such an address, one choice away.
 *
 * @param q what was typed
 * @param chosen values chosen beside the box, by field: ids of labels, years as {@code 2020} or {@code 2018..2022}
 * @param sort order of the hits
 * @param view how they are listed
 * @param from number of hits left out
 * @param size hits on a page
 */
public record Address(String q, Map<Field, List<String>> chosen, Sort sort, View view, int from, int size) {
    /** Copies the choices; fields without a value are left out. */
    public Address {
        EnumMap<Field, List<String>> copy = new EnumMap<>(Field.class);
        chosen.forEach((field, values) -> {
            if (!values.isEmpty()) {
                copy.put(field, List.copyOf(values));
            }
        });
        chosen = copy;
    }

    /** The address of a query alone. */
    public static Address of(String q) {
        return new Address(q, Map.of(), Sort.RELEVANCE, View.DOCUMENTS, 0, View.DOCUMENTS.rows());
    }

    /** Values chosen for a field. */
    public List<String> values(Field field) {
        return chosen.getOrDefault(field, List.of());
    }

    /** Whether this value is chosen. */
    public boolean has(Field field, String value) {
        return values(field).contains(value);
    }

    /** Whether nothing is typed and nothing chosen. */
    public boolean isBlank() {
        return q.isBlank() && chosen.isEmpty();
    }

    /** With the value added, or without it when it was there; back at the first page. */
    public Address toggle(Field field, String value) {
        List<String> values = new ArrayList<>(values(field));
        if (!values.remove(value)) {
            values.add(value);
        }
        return with(field, values);
    }

    /** With exactly these values of a field; back at the first page. */
    public Address with(Field field, List<String> values) {
        EnumMap<Field, List<String>> next = new EnumMap<>(Field.class);
        next.putAll(chosen);
        next.put(field, values);
        return new Address(q, next, sort, view, 0, size);
    }

    /** With other words; back at the first page. */
    public Address asking(String words) {
        return new Address(words, chosen, sort, view, 0, size);
    }

    /** With another order; back at the first page. */
    public Address by(Sort order) {
        return new Address(q, chosen, order, view, 0, size);
    }

    /** Listed in another way, in its own usual order and length where this one's are not for it; back at the first page. */
    public Address as(View other) {
        Sort order = other.orders().contains(sort) ? sort : Sort.RELEVANCE;
        return new Address(q, chosen, order, other, 0, size == view.rows() ? other.rows() : size);
    }

    /** Another page of the same answer. */
    public Address at(int first) {
        return new Address(q, chosen, sort, view, first, size);
    }

    /** The same words without any choice. */
    public Address unfiltered() {
        return new Address(q, Map.of(), sort, view, 0, size);
    }

    /** Path and query string; what is as usual is left out. */
    public String url() {
        List<String> pairs = new ArrayList<>();
        if (!q.isBlank()) {
            pairs.add("q=" + encode(q));
        }
        chosen.forEach((field, values) -> values.forEach(value -> pairs.add(field.english() + "=" + encode(value))));
        if (sort != Sort.RELEVANCE) {
            pairs.add("sort=" + sortName());
        }
        if (!viewName().isEmpty()) {
            pairs.add("view=" + viewName());
        }
        if (size != view.rows()) {
            pairs.add("size=" + size);
        }
        if (from > 0) {
            pairs.add("from=" + from);
        }
        return pairs.isEmpty() ? "/" : "/?" + String.join("&", pairs);
    }

    /** Where a place of a text is read, an offset in the clean text. */
    public String reading(String documentId, int at) {
        return reading(documentId) + (q.isBlank() ? "?at=" : "&at=") + at;
    }

    /** Where a hit is read, with the words to mark in it. */
    public String reading(String documentId) {
        return "/documents/" + documentId + (q.isBlank() ? "" : "?q=" + encode(q));
    }

    /** The word for the view in an address; empty for documents, which need none. */
    public String viewName() {
        return view == View.DOCUMENTS ? "" : view.word();
    }

    /** The word for the order in an address. */
    public String sortName() {
        return sort.name().toLowerCase(Locale.ROOT);
    }

    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
