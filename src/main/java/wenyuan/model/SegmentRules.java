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

    /** Whether a line of {@code text} that names the items of a meeting stands in it; quick. */
    public boolean mayCall(IndexedText text) {
        return calls.stream().anyMatch(rule -> !rule.all(text).isEmpty());
    }
}
