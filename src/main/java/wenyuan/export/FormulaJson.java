package wenyuan.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import wenyuan.model.Formula;
import wenyuan.model.FormulaUse;
import wenyuan.model.Formulas;

/** Formulas as JSON. Field names are a contract. */
public final class FormulaJson {
    private FormulaJson() {}

    /**
     * The ledger.
     *
     * @param documents how many documents use a formula, by its id
     */
    public static ObjectNode ledger(Formulas formulas, Map<String, Long> documents) {
        ObjectNode node = Json.object();
        node.set("formulas", Json.array(formulas.all(), formula -> {
            ObjectNode entry = entry(formula, formulas);
            entry.put("documents", documents.getOrDefault(formula.label().id(), 0L));
            return entry;
        }));
        return node;
    }

    /** A formula that a document uses; one that the ledger no longer has is shown with what the document knows. */
    static ObjectNode use(FormulaUse use, Formulas formulas) {
        Optional<Formula> formula = formulas.find(use.label().id());
        ObjectNode node = Json.object();
        node.put("id", use.label().id());
        node.put("wording", use.label().name());
        node.set(
                "firstSeen",
                Json.optionalText(formula.map(known -> known.firstSeen().date())));
        node.set(
                "successor",
                Json.optionalText(formula.flatMap(formulas::current)
                        .map(current -> current.label().name())));
        node.put("count", use.count());
        node.set("evidence", Json.array(use.evidence(), DocumentJson::evidence));
        return node;
    }

    private static ObjectNode entry(Formula formula, Formulas formulas) {
        ObjectNode node = Json.object();
        node.put("id", formula.label().id());
        node.put("wording", formula.label().name());
        node.set("variants", Json.strings(formula.variants()));
        node.put("firstSeen", formula.firstSeen().date());
        node.put("source", formula.firstSeen().source());
        node.put("checked", formula.firstSeen().checked());
        node.set("successor", Json.optionalText(formula.successor()));
        node.set(
                "current",
                Json.optionalText(
                        formulas.current(formula).map(current -> current.label().name())));
        node.set("related", Json.strings(formula.related()));
        node.put("note", formula.note());
        return node;
    }
}
