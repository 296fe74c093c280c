package wenyuan.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One line of {@code index-config}.
 *
 * @param id the name that evidence and repairs carry, unique in its file
 * @param pattern what it looks for, written in normal form
 * @param needles what every match holds; looked for first, because that is far quicker
 * @param beginnings each match begins with one of these; empty when nothing is known
 */
public record Rule(String id, Pattern pattern, Needles needles, List<String> beginnings) {
    /** A rule that finds its needles itself. */
    public Rule(String id, Pattern pattern) {
        this(id, pattern, Needles.of(pattern), Beginnings.of(pattern));
    }

    /** The first match in {@code text}. */
    public Optional<MatchResult> first(String text) {
        if (!needles.in(text)) {
            return Optional.empty();
        }
        Matcher matcher = pattern.matcher(text);
        return finds(matcher) ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }

    /** Every match in {@code text}, in order. */
    public Stream<MatchResult> all(String text) {
        if (needles.opening()) {
            return first(text).stream();
        }
        return needles.in(text) ? pattern.matcher(text).results() : Stream.empty();
    }

    /** Every match in {@code text}, in order; only where a match may begin is one tried. */
    public List<MatchResult> all(IndexedText text) {
        return needles.opening() || beginnings.isEmpty()
                ? all(text.text()).toList()
                : all(text, List.of(new Span(0, text.text().length())));
    }

    /** Every match inside one of {@code stretches}, which ascend; looking around them is allowed. */
    public List<MatchResult> all(IndexedText text, List<Span> stretches) {
        if (beginnings.isEmpty()) {
            return all(text.text(), stretches);
        }
        int[] places = text.places(beginnings);
        if (places.length == 0) {
            return List.of();
        }
        Matcher matcher =
                pattern.matcher(text.text()).useTransparentBounds(true).useAnchoringBounds(false);
        List<MatchResult> found = new ArrayList<>();
        int next = 0;
        for (Span stretch : stretches) {
            int free = stretch.start();
            while (next < places.length && places[next] < stretch.end()) {
                int place = places[next++];
                if (place >= free && matcher.region(place, stretch.end()).lookingAt()) {
                    found.add(matcher.toMatchResult());
                    free = Math.max(matcher.end(), place + 1);
                }
            }
        }
        return found;
    }

    /** Every match inside one of {@code stretches} of {@code text}; looking around them is allowed. */
    public List<MatchResult> all(String text, List<Span> stretches) {
        if (stretches.isEmpty() || !needles.in(text)) {
            return List.of();
        }
        Matcher matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
        List<MatchResult> found = new ArrayList<>();
        for (Span stretch : stretches) {
            matcher.region(stretch.start(), stretch.end());
            while (matcher.find()) {
                found.add(matcher.toMatchResult());
            }
        }
        return found;
    }

    /** Whether it matches somewhere in {@code text}. */
    public boolean in(String text) {
        return needles.in(text) && finds(pattern.matcher(text));
    }

    /** Whether {@code text} may hold a match; quick, and never wrong in saying no. */
    public boolean possible(String text) {
        return needles.in(text);
    }

    /** Whether every match holds {@code character}. */
    public boolean needs(char character) {
        return needles.any().equals(List.of(String.valueOf(character)));
    }

    /** Whether it matches the whole of {@code text}. */
    public boolean matches(String text) {
        return needles.in(text) && pattern.matcher(text).matches();
    }

    /** The engine would try a match that can only begin at the start at every other place too. */
    private boolean finds(Matcher matcher) {
        return needles.opening() ? matcher.lookingAt() : matcher.find();
    }
}
