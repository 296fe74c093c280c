package wenyuan.config;

import java.util.List;
import wenyuan.model.CompilationRules;
import wenyuan.model.Label;
import wenyuan.model.Rule;

/** Reads {@code compilations.yaml}. */
final class CompilationRulesReader {
    private CompilationRulesReader() {}

    static CompilationRules read(RuleFile file, Label label) {
        return new CompilationRules(
                label,
                file.section("markers").stream()
                        .map(CompilationRulesReader::marker)
                        .toList(),
                TriggersReader.rules(file, "titles"));
    }

    private static CompilationRules.Marker marker(YamlNode entry) {
        entry.only("id", "match", "sameTitle");
        Rule rule = new Wording(List.of()).rule(entry);
        if (!rule.pattern().namedGroups().containsKey("number")) {
            throw entry.expected("an expression with the group (?<number>...)");
        }
        return new CompilationRules.Marker(
                rule, entry.find("sameTitle").map(YamlNode::flag).orElse(false));
    }
}
