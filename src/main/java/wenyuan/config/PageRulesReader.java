package wenyuan.config;

import java.util.List;
import java.util.Locale;
import wenyuan.model.Label;
import wenyuan.model.PageRules;
import wenyuan.model.PageRules.SlotRule;
import wenyuan.model.PageRules.Substitution;
import wenyuan.model.PageRules.Where;
import wenyuan.model.PageRules.ZoneRule;
import wenyuan.model.Rule;
import wenyuan.model.Slot;

/** Reads {@code pages.yaml} and {@code repairs.yaml}. */
final class PageRulesReader {
    private PageRulesReader() {}

    /**
     * The rules of both files.
     *
     * @throws ConfigException when an entry is wrong; the message names file and line
     */
    static PageRules read(RuleFile pages, RuleFile repairs) {
        pages.only("words", "zones", "completeness", "titles", "slots", "spun", "internal", "status");
        repairs.only("repairs");
        Wording wording = new Wording(pages.section("words"));
        List<YamlNode> mending = repairs.section("repairs");
        return new PageRules(
                pages.section("zones").stream()
                        .map(entry -> zone(wording, entry))
                        .toList(),
                rules(wording, pages.section("completeness")),
                rules(wording, pages.section("titles")),
                mending.stream()
                        .filter(entry -> entry.find("match").isPresent())
                        .map(entry -> substitution(wording, entry))
                        .toList(),
                pages.section("slots").stream()
                        .map(entry -> slot(wording, entry))
                        .toList(),
                mending.stream().map(PageRulesReader::repair).toList(),
                mending.stream()
                        .filter(entry -> flag(entry, "slight"))
                        .map(entry -> entry.get("id").text())
                        .toList(),
                rules(wording, pages.section("spun")),
                rules(wording, pages.section("internal")),
                pages.section("status").stream().map(PageRulesReader::label).toList());
    }

    private static ZoneRule zone(Wording wording, YamlNode entry) {
        entry.only("id", "zone", "where", "match");
        return new ZoneRule(wording.rule(entry), entry.get("zone").text(), constant(Where.class, entry.get("where")));
    }

    private static List<Rule> rules(Wording wording, List<YamlNode> entries) {
        return entries.stream()
                .map(entry -> wording.rule(entry.only("id", "match")))
                .toList();
    }

    private static Substitution substitution(Wording wording, YamlNode entry) {
        int keep = entry.find("keep").map(YamlNode::integer).orElse(0);
        return new Substitution(
                wording.rule(entry),
                keep,
                entry.find("with").map(YamlNode::text).orElse(""),
                flag(entry, "first"));
    }

    private static boolean flag(YamlNode entry, String key) {
        return entry.find(key).map(YamlNode::flag).orElse(false);
    }

    private static SlotRule slot(Wording wording, YamlNode entry) {
        entry.only("id", "kind", "match");
        return new SlotRule(wording.rule(entry), constant(Slot.Kind.class, entry.get("kind")));
    }

    private static Label repair(YamlNode entry) {
        entry.only("id", "name", "slight", "first", "match", "keep", "with");
        return new Label(entry.get("id").text(), entry.get("name").text());
    }

    private static Label label(YamlNode entry) {
        entry.only("id", "name");
        return new Label(entry.get("id").text(), entry.get("name").text());
    }

    /** The constant that {@code node} names in lower case with hyphens. */
    private static <E extends Enum<E>> E constant(Class<E> type, YamlNode node) {
        String name = node.text().toUpperCase(Locale.ROOT).replace('-', '_');
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        String known = List.of(type.getEnumConstants())
                .toString()
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
        throw node.expected("one of " + known);
    }
}
