package wenyuan.model;

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

    /** Whether it matches somewhere in {@code text}. */
    public boolean in(String text) {
        return needle.in(text) && pattern.matcher(text).find();
    }

    @Override
    public String toString() {
        return id + " " + pattern;
    }
}
