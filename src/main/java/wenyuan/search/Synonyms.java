package wenyuan.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import wenyuan.model.Phrasing;
import wenyuan.model.Span;
import wenyuan.query.Query;
import wenyuan.query.Scope;
import wenyuan.text.Normal;
import wenyuan.text.Segmenter;
import wenyuan.text.Token;

/** Plain words are also looked for by their other names; what is quoted is not. Thread-safe: immutable. */
public final class Synonyms {
    /** Other names looked for in one query: each asks for all the words around it again. */
    private static final int MOST = 40;

    private final Map<String, List<String>> groups = new HashMap<>();
    private final List<String> longestFirst;
    private final Segmenter segmenter;

    /** The synonyms of {@code phrasing}, found where {@code segmenter} sees a word begin and end. */
    public Synonyms(Phrasing phrasing, Segmenter segmenter) {
        phrasing.synonyms().forEach(group -> group.forEach(word -> groups.put(word, group)));
        this.longestFirst = groups.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
        this.segmenter = segmenter;
    }

    /**
     * A query that looks for synonyms as well.
     *
     * @param also which words have other names, each once
     */
    public record Expanded(Query query, List<SearchPage.Also> also) {}

    /** Looks for the plain words of {@code query} under their other names as well, but not for those that must not occur. */
    public Expanded expand(Query query) {
        List<SearchPage.Also> also = new ArrayList<>();
        Query expanded = expand(query, also);
        return new Expanded(expanded, also.stream().distinct().toList());
    }

    private Query expand(Query query, List<SearchPage.Also> also) {
        return switch (query) {
            case Query.Words words -> widened(words, also);
            case Query.And(List<Query> parts) ->
                new Query.And(parts.stream().map(part -> expand(part, also)).toList());
            case Query.Or(List<Query> parts) ->
                new Query.Or(parts.stream().map(part -> expand(part, also)).toList());
            case Query.Widened widened -> widened;
            case Query.Masked masked -> masked;
            case Query.All all -> all;
            case Query.Verbatim verbatim -> verbatim;
            case Query.Pattern pattern -> pattern;
            case Query.Near near -> near;
            case Query.Filter filter -> filter;
            case Query.Years years -> years;
            case Query.Parts parts -> parts;
            case Query.Not not -> not;
            case Query.Thought thought -> thought;
        };
    }

    private Query widened(Query.Words words, List<SearchPage.Also> also) {
        List<Query> others = new ArrayList<>();
        for (Span place : places(words.text())) {
            String word = Normal.of(place.of(words.text())).letters().text();
            int looked =
                    also.stream().mapToInt(other -> other.synonyms().size()).sum();
            List<String> synonyms = Objects.requireNonNull(groups.get(word)).stream()
                    .filter(other -> !other.equals(word))
                    .limit(MOST - looked)
                    .toList();
            if (!synonyms.isEmpty()) {
                also.add(new SearchPage.Also(place.of(words.text()), synonyms));
            }
            synonyms.forEach(synonym -> others.add(with(words, place, synonym)));
        }
        return others.isEmpty() ? words : new Query.Widened(words, others);
    }

    /** The synonym as a string, and the words around the place. */
    private static Query with(Query.Words words, Span place, String synonym) {
        Scope scope = words.scope();
        List<Query> parts = new ArrayList<>(List.of(new Query.Verbatim(synonym, false, scope)));
        for (String rest :
                List.of(words.text().substring(0, place.start()), words.text().substring(place.end()))) {
            if (!Normal.of(rest).letters().text().isEmpty()) {
                parts.add(new Query.Words(rest, scope));
            }
        }
        return parts.size() == 1 ? parts.getFirst() : new Query.And(parts);
    }

    /** Where words with synonyms stand in a chunk, longest words first, none overlapping another. */
    private List<Span> places(String chunk) {
        Normal letters = Normal.of(chunk).letters();
        List<Span> places = new ArrayList<>();
        Set<Integer> edges = new HashSet<>();
        for (String word : longestFirst) {
            int at = letters.text().indexOf(word);
            if (at >= 0) {
                edges = edges.isEmpty() ? edges(chunk) : edges;
                Span place = letters.source(new Span(at, at + word.length()));
                if (edges.contains(place.start())
                        && edges.contains(place.end())
                        && places.stream().noneMatch(place::overlaps)) {
                    places.add(place);
                }
            }
        }
        return places;
    }

    private Set<Integer> edges(String chunk) {
        Set<Integer> edges = new HashSet<>();
        for (Token token : segmenter.segment(chunk)) {
            edges.add(token.span().start());
            edges.add(token.span().end());
        }
        return edges;
    }
}
