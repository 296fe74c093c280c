package wenyuan.model;

import java.util.List;

/**
 * How one file that holds several texts is told.
 *
 * @param label the condition that each of them gets
 * @param markers what stands between them
 * @param titles words of a title or file name that announce several texts
 */
public record CompilationRules(Label label, List<Marker> markers, List<Rule> titles) {
    public CompilationRules {
        markers = List.copyOf(markers);
        titles = List.copyOf(titles);
    }

    /**
     * A line between two texts.
     *
     * @param rule with the group {@code number} or {@code nth}, and {@code title} where the title stands in front of it
     * @param sameTitle whether all of a row must have one title
     */
    public record Marker(Rule rule, boolean sameTitle) {}
}
