package wenyuan.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One line of {@code index-config}: what it looks for, and the name that evidence and repairs carry. Immutable. */
public final class Rule {
    private final String id;
    private final Pattern pattern;
    private final Needle needle;

    /**
     * A rule.
     *
     * @param id unique in its file
     * @param pattern what it looks for, written in normal form
     */
    public Rule(String id, Pattern pattern) {
        this.id = id;
        this.pattern = pattern;
        this.needle = Needle.of(pattern.pattern());
    }

    public String id() {
        return id;
    }

    public Pattern pattern() {
        return pattern;
    }

    /** The first match in {@code text}. */
    public Optional<MatchResult> first(String text) {
        if (!needle.in(text)) {
            return Optional.empty();
        }
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }

    /** Every match in {@code text}, in order. */
    public Stream<MatchResult> all(String text) {
        return needle.in(text) ? pattern.matcher(text).results() : Stream.empty();
    }

    /** Every match inside one of {@code stretches} of {@code text}; looking around them is allowed. */
    public List<MatchResult> all(String text, List<Span> stretches) {
        if (stretches.isEmpty() || !needle.in(text)) {
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
        return needle.in(text) && pattern.matcher(text).find();
    }

    @Override
    public String toString() {
        return id + " " + pattern;
    }
}
