package wenyuan.model;

import java.util.List;

/**
 * A label given to a document, with its reasons.
 *
 * @param label what is claimed
 * @param confidence from 0 to 1
 * @param evidence the reasons, strongest first; empty only when a person decided
 */
public record Claim(Label label, double confidence, List<Evidence> evidence) {
    /** Copies the list, so that a claim never changes. */
    public Claim {
        evidence = List.copyOf(evidence);
    }
}
