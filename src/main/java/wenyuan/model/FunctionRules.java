package wenyuan.model;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What tells what a sentence does in a speech (功能): it opens, thanks, names a problem …
 *
 * @param labels the functions, in the order of display
 * @param rules each that matches gives its label
 * @param parallels how sentences of like clauses are told
 */
public record FunctionRules(List<Label> labels, List<Sign> rules, List<Parallel> parallels) {
    public FunctionRules {
        labels = List.copyOf(labels);
        rules = List.copyOf(rules);
        parallels = List.copyOf(parallels);
    }

    /** Where in a text a rule holds. Headings, titles and the like are no part of it anywhere. */
    public enum Where {
        ANYWHERE,
        /** The first paragraphs. */
        BEGINNING,
        /** The last paragraphs. */
        END
    }

    /**
     * A rule.
     *
     * @param rule what it looks for in the sentence's normal form, punctuation included
     * @param unless what must not be found in the sentence
     * @param longest sentence that it may speak of, in UTF-16 units of the normal form
     */
    public record Sign(Label label, Rule rule, Pattern unless, Where where, int longest) {}

    /**
     * Three or more clauses of one kind (排比).
     *
     * @param clauses fewest clauses
     * @param longest clause, in letters
     */
    public record Parallel(Label label, int clauses, int longest) {}
}
