package wenyuan.config;

import java.util.List;
import wenyuan.model.Label;
import wenyuan.model.MeetingRules;
import wenyuan.model.Rule;

/** Reads {@code meetings.yaml}. */
final class MeetingRulesReader {
    private MeetingRulesReader() {}

    static MeetingRules read(RuleFile file, List<Label> types, List<Label> kinds) {
        file.only(
                "words",
                "types",
                "triggers",
                "before",
                "after",
                "others",
                "otherAfter",
                "talk",
                "openings",
                "without",
                "titleOnly",
                "occasions",
                "occasionTriggers");
        Wording wording = new Wording(file.section("words"));
        return new MeetingRules(
                file.section("triggers").stream()
                        .map(entry -> trigger(entry, wording, types))
                        .toList(),
                TriggersReader.rules(file, "before", wording),
                TriggersReader.rules(file, "after", wording),
                TriggersReader.rules(file, "others", wording),
                TriggersReader.rules(file, "otherAfter", wording),
                TriggersReader.rules(file, "talk", wording),
                file.section("openings").stream()
                        .map(entry -> opening(entry, wording))
                        .toList(),
                kinds(file, "without", kinds),
                kinds(file, "titleOnly", kinds));
    }

    private static List<Label> kinds(RuleFile file, String section, List<Label> kinds) {
        return file.section(section).stream()
                .map(entry -> TriggersReader.label(entry.get("id"), kinds))
                .toList();
    }

    private static MeetingRules.MeetingTrigger trigger(YamlNode entry, Wording wording, List<Label> types) {
        entry.only("id", "label", "rank", "free", "match");
        return new MeetingRules.MeetingTrigger(
                TriggersReader.label(entry.get("label"), types),
                wording.rule(entry),
                entry.get("rank").integer(),
                entry.find("free").map(YamlNode::flag).orElse(false));
    }

    private static Rule opening(YamlNode entry, Wording wording) {
        return wording.rule(entry.only("id", "match"), "meeting");
    }
}
