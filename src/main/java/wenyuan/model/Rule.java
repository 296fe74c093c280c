package wenyuan.model;

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
 * @param needle letters that every match holds, possibly none; looked for first, because that is far quicker
 */
public record Rule(String id, Pattern pattern, String needle) {
    /** A rule that finds its needle itself. */
    public Rule(String id, Pattern pattern) {
        this(id, pattern, Needle.of(pattern.pattern()));
    }

    /** The first match in {@code text}. */
    public Optional<MatchResult> first(String text) {
        if (!text.contains(needle)) {
            return Optional.empty();
        }
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }

    /** Every match in {@code text}, in order. */
    public Stream<MatchResult> all(String text) {
        return text.contains(needle) ? pattern.matcher(text).results() : Stream.empty();
    }

    /** Whether it matches somewhere in {@code text}. */
    public boolean in(String text) {
        return text.contains(needle) && pattern.matcher(text).find();
    }
}
