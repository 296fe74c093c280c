package wenyuan.config;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import wenyuan.model.Chronology;
import wenyuan.model.Rule;
import wenyuan.model.Trigger;

/** Reads {@code chronology.yaml}; its terms come from the formulas. */
final class ChronologyReader {
    private static final int NO_END = 9999;
    private static final int DECEMBER = 12;
    private static final Pattern YEARS = Pattern.compile("(?<from>[0-9]{4})(?:\\.\\.(?<to>[0-9]{4}))?");

    private ChronologyReader() {}

    static Chronology read(RuleFile file, List<Chronology.Epoch> terms) {
        file.only("words", "counted", "congresses", "campaigns", "plans", "cues");
        Wording wording = new Wording(file.section("words"));
        return new Chronology(
                file.section("counted").stream()
                        .map(entry -> counted(entry, wording))
                        .toList(),
                file.section("congresses").stream()
                        .map(entry -> congress(entry, wording))
                        .sorted(comparingInt((Chronology.Congress congress) ->
                                        congress.epoch().from())
                                .thenComparingInt(Chronology.Congress::month))
                        .toList(),
                file.section("campaigns").stream()
                        .map(entry -> campaign(entry, wording))
                        .toList(),
                file.section("plans").stream()
                        .map(entry -> epoch(sourced(entry), wording))
                        .toList(),
                terms,
                cues(file, wording));
    }

    private static Chronology.Counted counted(YamlNode entry, Wording wording) {
        return new Chronology.Counted(
                wording.rule(
                        entry.only("id", "match", "base", "month", "here", "passing", "occasion", "checked", "source"),
                        "n"),
                entry.get("base").integer(),
                entry.find("month").map(YamlNode::integer).orElse(DECEMBER),
                entry.find("here").map(YamlNode::flag).orElse(false),
                entry.find("passing").map(YamlNode::flag).orElse(false),
                entry.find("occasion").map(wording::pattern).orElse(Trigger.NEVER));
    }

    private static Chronology.Congress congress(YamlNode entry, Wording wording) {
        return new Chronology.Congress(
                epoch(sourced(entry), wording, "month"), entry.get("month").integer());
    }

    private static Chronology.Campaign campaign(YamlNode entry, Wording wording) {
        Chronology.Epoch epoch = epoch(sourced(entry), wording, "launched", "month", "batches");
        return new Chronology.Campaign(
                epoch,
                entry.find("launched").map(YamlNode::integer).orElse(epoch.from()),
                entry.get("month").integer(),
                entry.items("batches").stream().map(ChronologyReader::batch).toList());
    }

    private static Chronology.Batch batch(YamlNode entry) {
        entry.only("years", "levels");
        Matcher years = YEARS.matcher(entry.get("years").text());
        if (!years.matches()) {
            throw entry.get("years").expected("years such as '2013..2014'");
        }
        int from = Integer.parseInt(years.group("from"));
        return new Chronology.Batch(
                from,
                years.group("to") == null ? from : Integer.parseInt(years.group("to")),
                entry.items("levels").stream().map(YamlNode::text).collect(toSet()));
    }

    /** A date names where it was looked up, or owns to being from memory. */
    private static YamlNode sourced(YamlNode entry) {
        boolean checked = entry.find("checked").map(YamlNode::flag).orElse(true);
        if (checked && entry.find("source").isEmpty()) {
            throw entry.expected("a source, or checked: false");
        }
        return entry;
    }

    private static Chronology.Epoch epoch(YamlNode entry, Wording wording, String... more) {
        String[] keys = Stream.concat(Stream.of("id", "match", "from", "to", "checked", "source"), Stream.of(more))
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
