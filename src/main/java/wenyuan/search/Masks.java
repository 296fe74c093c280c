package wenyuan.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import wenyuan.model.Span;
import wenyuan.query.Query;
import wenyuan.query.Scope;
import wenyuan.text.Normal;

/**
 * How a typed string looks in a text that left a name out of it: 兰溪县委 as ××县委. A name is one to four letters in front of a
 * suffix of the rules (two to four before a suffix of one letter, since 城市 is no city of 城), holds no suffix itself, and at
 * least two letters of the string must stand beside the placeholder. Thread-safe: immutable.
 *
 * @param suffixes what follows names
 */
record Masks(List<String> suffixes) {
    /** A longer string names one text, placeholders or not. */
    private static final int LONGEST = 40;

    private static final int MOST = 24;

    /** Documents that may hold what {@code query} asks for, but do not; empty when no name can be told in it. */
    Optional<Query> possible(Query query) {
        Query masked = masked(query);
        return masked.equals(query)
                ? Optional.empty()
                // one alternative alone keeps the words in it from being dropped
                : Optional.of(new Query.And(List.of(new Query.Or(List.of(masked)), new Query.Not(query))));
    }

    private Query masked(Query query) {
        return switch (query) {
            case Query.Words(String text, Scope scope) -> either(query, text, scope);
            case Query.Verbatim(String text, boolean exact, Scope scope) -> exact ? query : either(query, text, scope);
            case Query.And(List<Query> parts) ->
                new Query.And(parts.stream().map(this::masked).toList());
            case Query.Or(List<Query> parts) ->
                new Query.Or(parts.stream().map(this::masked).toList());
            case Query.Widened(Query.Words typed, List<Query> others) -> either(query, typed.text(), typed.scope());
            case Query.Masked masked -> masked;
            case Query.All all -> all;
            case Query.Pattern pattern -> pattern;
            case Query.Near near -> near;
            case Query.Filter filter -> filter;
            case Query.Years years -> years;
            case Query.Parts parts -> parts;
            case Query.Not not -> not;
            case Query.Thought thought -> thought;
        };
    }

    private Query either(Query query, String text, Scope scope) {
        List<Query> ways = of(Normal.of(text).letters().text()).stream()
                .map(mask -> (Query) new Query.Masked(mask, scope))
                .toList();
        return ways.isEmpty()
                ? query
                : new Query.Or(Stream.concat(Stream.of(query), ways.stream()).toList());
    }

    /** The string with a placeholder for each name that can be told in it, and for all of them. */
    List<String> of(String letters) {
        if (letters.length() > LONGEST || letters.indexOf(Normal.SLOT) >= 0) {
            return List.of();
        }
        List<Span> places = places(letters);
        Set<String> masks = new LinkedHashSet<>();
        for (Span suffix : places) {
            int least = suffix.length() == 1 ? 2 : 1;
            for (int length = least; length <= Math.min(Slotted.LONGEST_NAME, suffix.start()); length++) {
                Span name = new Span(suffix.start() - length, suffix.start());
                if (isName(name, places, letters)) {
                    masks.add(without(List.of(name), letters));
                }
            }
        }
        List<Span> names = names(places, letters);
        if (names.size() > 1) {
            masks.add(without(names, letters));
        }
        return masks.stream()
                .filter(mask -> mask.length() > names(mask) + 1)
                .limit(MOST)
                .toList();
    }

    private static long names(String mask) {
        return mask.chars().filter(unit -> unit == Normal.SLOT).count();
    }

    /** 景德镇 in front of 市 is one. */
    private static boolean isName(Span name, List<Span> suffixes, String letters) {
        return suffixes.stream()
                        .filter(suffix -> suffix.length() > 1 || suffix.end() < name.end())
                        .noneMatch(name::overlaps)
                && !Character.isLowSurrogate(letters.charAt(name.start()));
    }

    /** All that stands between suffixes and is as long as a name, in order. */
    private static List<Span> names(List<Span> suffixes, String letters) {
        List<Span> names = new ArrayList<>();
        int from = 0;
        for (Span suffix : suffixes) {
            int length = suffix.start() - from;
            Span name = new Span(Math.min(from, suffix.start()), suffix.start());
            if (length >= 1 && length <= Slotted.LONGEST_NAME && isName(name, suffixes, letters)) {
                names.add(name);
            }
            from = Math.max(from, suffix.end());
        }
        return names;
    }

    private List<Span> places(String letters) {
        List<Span> places = new ArrayList<>();
        for (String suffix : suffixes) {
            for (int at = letters.indexOf(suffix); at >= 0; at = letters.indexOf(suffix, at + 1)) {
                places.add(new Span(at, at + suffix.length()));
            }
        }
        return places.stream().sorted().toList();
    }

    private static String without(List<Span> names, String letters) {
        StringBuilder mask = new StringBuilder(letters);
        names.reversed().forEach(name -> mask.replace(name.start(), name.end(), String.valueOf(Normal.SLOT)));
        return mask.toString();
    }
}
