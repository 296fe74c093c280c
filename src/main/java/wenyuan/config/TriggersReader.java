package wenyuan.config;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import wenyuan.model.Label;
import wenyuan.model.Rule;
import wenyuan.model.Taxonomy;
import wenyuan.model.ThemeRules;
import wenyuan.model.Trigger;

/** Reads triggers of labels: the lists of kinds, levels, speakers, occasions, themes and secrecy markings. */
final class TriggersReader {
    private TriggersReader() {}

    /** The triggers of {@code section}, in order. */
    static List<Trigger> read(RuleFile file, String section, List<Label> labels) {
        Wording wording = new Wording(file.section("words"));
        return file.section(section).stream()
                .map(entry -> trigger(entry, wording, labels))
                .toList();
    }

    /** Rules without labels. */
    static List<Rule> rules(RuleFile file, String section) {
        return rules(file, section, new Wording(file.section("words")));
    }

    /** Rules without labels, with the words of {@code wording}. */
    static List<Rule> rules(RuleFile file, String section, Wording wording) {
        return file.section(section).stream()
                .map(entry -> wording.rule(entry.only("id", "match")))
                .toList();
    }

    /** Themes with their lists of triggers. */
    static List<ThemeRules> themes(RuleFile file, List<Label> labels) {
        Wording wording = new Wording(file.section("words"));
        return file.section("themes").stream()
                .map(entry -> theme(entry.only("id", "name", "match"), wording, labels))
                .toList();
    }

    /** The label that {@code id} names. */
    static Label label(YamlNode id, List<Label> labels) {
        return Taxonomy.find(labels, id.text())
                .orElseThrow(() -> id.expected(
                        "one of the ids " + labels.stream().map(Label::id).toList()));
    }

    private static Trigger trigger(YamlNode entry, Wording wording, List<Label> labels) {
        entry.only("id", "label", "in", "match", "unless", "confidence", "late");
        return new Trigger(
                label(entry.get("label"), labels),
                wording.rule(entry),
                entry.find("unless").map(wording::pattern).orElse(Trigger.NEVER),
                parts(entry),
                entry.find("confidence").map(YamlNode::number).orElse(0.95),
                entry.find("late").map(YamlNode::flag).orElse(false));
    }

    private static Set<Trigger.Part> parts(YamlNode entry) {
        EnumSet<Trigger.Part> parts = EnumSet.noneOf(Trigger.Part.class);
        for (YamlNode part : entry.get("in").items()) {
            parts.add(
                    switch (part.text()) {
                        case "title" -> Trigger.Part.TITLE;
                        case "clause" -> Trigger.Part.CLAUSE;
                        case "byline" -> Trigger.Part.BYLINE;
                        case "opening" -> Trigger.Part.OPENING;
                        default -> throw part.expected("title, clause, byline or opening");
                    });
        }
        return parts;
    }

    private static ThemeRules theme(YamlNode entry, Wording wording, List<Label> labels) {
        Label label = label(entry.get("id"), labels);
        List<Pattern> patterns =
                entry.get("match").items().stream().map(wording::pattern).toList();
        return new ThemeRules(
                label,
                patterns.stream().map(pattern -> new Rule(label.id(), pattern)).toList());
    }
}
