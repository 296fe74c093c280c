package wenyuan.config;

import static java.util.stream.Collectors.toMap;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import wenyuan.model.Chronology;
import wenyuan.model.Rule;
import wenyuan.model.Trigger;

/** Reads {@code chronology.yaml}; its terms come from the formulas. */
final class ChronologyReader {
    private static final int NO_END = 9999;

    private ChronologyReader() {}

    static Chronology read(RuleFile file, List<Chronology.Epoch> terms) {
        file.only("words", "counted", "congresses", "campaigns", "plans", "cues");
        Wording wording = new Wording(file.section("words"));
        return new Chronology(
                file.section("counted").stream()
                        .map(entry -> counted(entry, wording))
                        .toList(),
                epochs(file, "congresses", wording),
                file.section("campaigns").stream()
                        .map(entry -> campaign(entry, wording))
                        .toList(),
                epochs(file, "plans", wording),
                terms,
                cues(file, wording));
    }

    private static Chronology.Counted counted(YamlNode entry, Wording wording) {
        return new Chronology.Counted(
                wording.rule(entry.only("id", "match", "base", "here", "occasion"), "n"),
                entry.get("base").integer(),
                entry.find("here").map(YamlNode::flag).orElse(false),
                entry.find("occasion").map(wording::pattern).orElse(Trigger.NEVER));
    }

    private static Chronology.Campaign campaign(YamlNode entry, Wording wording) {
        Chronology.Epoch epoch = epoch(entry, wording, "launched", "month");
        return new Chronology.Campaign(
                epoch,
                entry.find("launched").map(YamlNode::integer).orElse(epoch.from()),
                entry.get("month").integer());
    }

    private static List<Chronology.Epoch> epochs(RuleFile file, String section, Wording wording) {
        return file.section(section).stream()
                .map(entry -> epoch(entry, wording))
                .toList();
    }

    private static Chronology.Epoch epoch(YamlNode entry, Wording wording, String... more) {
        String[] keys = Stream.concat(Stream.of("id", "match", "from", "to", "checked"), Stream.of(more))
                .toArray(String[]::new);
        return new Chronology.Epoch(
                wording.rule(entry.only(keys)),
                entry.get("from").integer(),
                entry.find("to").map(YamlNode::integer).orElse(NO_END),
                entry.find("checked").map(YamlNode::flag).orElse(true));
    }

    private static Map<Chronology.Cue, Rule> cues(RuleFile file, Wording wording) {
        Map<String, YamlNode> entries = file.section("cues").stream()
                .collect(toMap(entry -> entry.get("cue").text(), entry -> entry));
        Map<Chronology.Cue, Rule> cues = new EnumMap<>(Chronology.Cue.class);
        for (Chronology.Cue cue : Chronology.Cue.values()) {
            YamlNode entry = entries.get(cue.name());
            if (entry == null) {
                throw new ConfigException(
                        "index-config/" + file.name() + ": expected a cue " + cue + ", found " + entries.keySet());
            }
            cues.put(cue, wording.rule(entry.only("id", "cue", "match")));
        }
        return cues;
    }
}
