package wenyuan.model;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * A rule that gives a label.
 *
 * @param label what it gives
 * @param rule what it looks for; its group {@code at}, if it has one, is the evidence, else the whole match is
 * @param unless what must not be found in the same part; matches nothing when every match counts
 * @param parts where it looks
 * @param confidence of the label in the title, from 0 to 1; less elsewhere
 * @param late whether it is asked only when no other trigger has matched anywhere
 */
public record Trigger(Label label, Rule rule, Pattern unless, Set<Part> parts, double confidence, boolean late) {
    /** Matches nothing. */
    public static final Pattern NEVER = Pattern.compile("(?!)");

    public Trigger {
        parts = Set.copyOf(parts);
    }

    /** Where a trigger can look. */
    public enum Part {
        /** The title; the file name when the text has none. */
        TITLE,
        /** The clause of the opening that names the meeting: 今天，我们召开…… */
        CLAUSE,
        /** Short lines under the title: who speaks, for whom. */
        BYLINE,
        /** The first 500 characters after the title. */
        OPENING
    }
}
