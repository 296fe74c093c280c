package wenyuan.config;

import java.util.List;
import java.util.Optional;
import wenyuan.model.FunctionRules;
import wenyuan.model.Label;
import wenyuan.model.Trigger;

/** Reads {@code functions.yaml}: how it is told what a sentence does in a speech. */
final class FunctionRulesReader {
    private static final int LONGEST = 200;
    private static final int LONGEST_CLAUSE = 30;

    private FunctionRulesReader() {}

    /** The rules that give {@code labels}. */
    static FunctionRules read(RuleFile file, List<Label> labels) {
        file.only("functions", "words", "rules", "parallels");
        Wording wording = new Wording(file.section("words"));
        return new FunctionRules(
                labels,
                file.section("rules").stream()
                        .map(entry -> sign(entry, wording, labels))
                        .toList(),
                file.section("parallels").stream()
                        .map(entry -> parallel(entry, labels))
                        .toList());
    }

    private static FunctionRules.Sign sign(YamlNode entry, Wording wording, List<Label> labels) {
        entry.only("id", "label", "match", "unless", "at", "longest");
        return new FunctionRules.Sign(
                TriggersReader.label(entry.get("label"), labels),
                wording.rule(entry),
                entry.find("unless").map(wording::pattern).orElse(Trigger.NEVER),
                entry.find("at").map(FunctionRulesReader::where).orElse(FunctionRules.Where.ANYWHERE),
                positive(entry.find("longest"), LONGEST));
    }

    private static FunctionRules.Where where(YamlNode place) {
        return switch (place.text()) {
            case "beginning" -> FunctionRules.Where.BEGINNING;
            case "end" -> FunctionRules.Where.END;
            default -> throw place.expected("beginning or end");
        };
    }

    private static FunctionRules.Parallel parallel(YamlNode entry, List<Label> labels) {
        entry.only("id", "label", "clauses", "longest");
        int clauses = positive(entry.find("clauses"), 3);
        if (clauses < 2) {
            throw entry.get("clauses").expected("2 or more");
        }
        return new FunctionRules.Parallel(
                TriggersReader.label(entry.get("label"), labels),
                clauses,
                positive(entry.find("longest"), LONGEST_CLAUSE));
    }

    private static int positive(Optional<YamlNode> node, int usual) {
        if (node.isPresent() && node.get().integer() < 1) {
            throw node.get().expected("1 or more");
        }
        return node.map(YamlNode::integer).orElse(usual);
    }
}
