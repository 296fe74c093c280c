package wenyuan.config;

import java.util.List;
import wenyuan.model.NameRules;
import wenyuan.model.Rule;

/** Reads {@code names.yaml}. */
final class NameRulesReader {
    private NameRulesReader() {}

    static NameRules read(RuleFile file) {
        file.only("words", "places", "notPlaces", "organisations", "notOrganisations");
        Wording wording = new Wording(file.section("words"));
        return new NameRules(
                named(file, "places", wording),
                TriggersReader.rules(file, "notPlaces", wording),
                named(file, "organisations", wording),
                TriggersReader.rules(file, "notOrganisations", wording));
    }

    private static List<Rule> named(RuleFile file, String section, Wording wording) {
        return file.section(section).stream()
                .map(entry -> wording.rule(entry.only("id", "match"), "name"))
                .toList();
    }
}
