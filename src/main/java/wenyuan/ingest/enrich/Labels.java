package wenyuan.ingest.enrich;

import java.util.List;
import java.util.Optional;
import wenyuan.model.Claim;
import wenyuan.model.Trigger;

/** Kinds, levels, speakers and occasions: the first trigger that matches decides, passage by passage. */
final class Labels {
    private Labels() {}

    /** The claim of the first trigger that matches in the first passage in which one does. */
    static Optional<Claim> first(List<Trigger> triggers, List<Passage> passages) {
        return first(triggers, passages, false).or(() -> first(triggers, passages, true));
    }

    private static Optional<Claim> first(List<Trigger> triggers, List<Passage> passages, boolean late) {
        for (Passage passage : passages) {
            for (Trigger trigger : triggers) {
                if (trigger.late() == late && trigger.parts().contains(passage.part())) {
                    Optional<Claim> claim = claim(trigger, passage);
                    if (claim.isPresent()) {
                        return claim;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Claim> claim(Trigger trigger, Passage passage) {
        return trigger.rule()
                .first(passage.text())
                .filter(match -> !trigger.unless().matcher(passage.text()).find())
                .map(match -> new Claim(
                        trigger.label(),
                        trigger.confidence() * passage.trust(),
                        List.of(passage.evidence(trigger.rule().id(), match))));
    }
}
