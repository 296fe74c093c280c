package wenyuan.model;

import java.util.List;

/**
 * A formula that a document uses.
 *
 * @param label id and wording of the {@link Formula}
 * @param evidence the first places where it stands, in order
 * @param count how often it stands in the text
 */
public record FormulaUse(Label label, List<Evidence> evidence, int count) {
    public FormulaUse {
        evidence = List.copyOf(evidence);
    }
}
