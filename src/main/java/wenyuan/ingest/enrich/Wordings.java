package wenyuan.ingest.enrich;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wenyuan.model.Evidence;
import wenyuan.model.Formula;
import wenyuan.model.FormulaUse;
import wenyuan.model.Formulas;
import wenyuan.model.Span;

/** Finds the formulas that a text uses. */
final class Wordings {
    /** More would only be more of the same, and every document is stored with them. */
    private static final int SHOWN = 3;

    private Wordings() {}

    static List<FormulaUse> of(Material material) {
        Map<Formula, List<Span>> places = new LinkedHashMap<>();
        for (Formulas.Found found :
                material.rules().formulas().in(material.whole().text())) {
            places.computeIfAbsent(found.formula(), formula -> new ArrayList<>())
                    .add(found.span());
        }
        return places.entrySet().stream()
                .map(entry -> use(entry.getKey(), entry.getValue(), material.whole()))
                .toList();
    }

    private static FormulaUse use(Formula formula, List<Span> places, Passage whole) {
        List<Evidence> evidence = places.stream()
                .limit(SHOWN)
                .map(span -> whole.evidence(formula.label().id(), span.start(), span.end()))
                .toList();
        return new FormulaUse(formula.label(), evidence, places.size());
    }
}
