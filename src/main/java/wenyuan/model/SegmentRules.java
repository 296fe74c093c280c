package wenyuan.model;

import java.util.List;

/**
 * How the words of a chair are told from the speech that follows them in one file.
 *
 * @param chair kind of the first
 * @param speech kind of the second
 * @param calls lines in which a chair calls up an item
 * @param beginnings lines with which a speech begins
 */
public record SegmentRules(Label chair, Label speech, List<Rule> calls, List<Rule> beginnings) {
    public SegmentRules {
        calls = List.copyOf(calls);
        beginnings = List.copyOf(beginnings);
    }

    /** Whether some line of {@code text} can be a chair's; quick. */
    public boolean mayCall(String text) {
        return calls.stream().anyMatch(rule -> rule.in(text));
    }
}
