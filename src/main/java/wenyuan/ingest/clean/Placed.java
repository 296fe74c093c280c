package wenyuan.ingest.clean;

import java.util.Optional;
import wenyuan.model.PageRules.Where;
import wenyuan.model.PageRules.ZoneRule;

/**
 * A line with the zone it goes to.
 *
 * @param line the line
 * @param mark the rule that would set it apart, wherever it stands
 */
record Placed(Line line, Optional<ZoneRule> mark) {
    Placed in(ZoneRule rule) {
        return new Placed(line, Optional.of(rule));
    }

    Placed inBody() {
        return new Placed(line, Optional.empty());
    }

    boolean isBody() {
        return mark.isEmpty();
    }

    boolean is(Where where) {
        return mark.filter(rule -> rule.where() == where).isPresent();
    }

    boolean in(String zone) {
        return mark.filter(rule -> rule.zone().equals(zone)).isPresent();
    }

    /** Whether the author's text may stand here and reads like it. */
    boolean isProse() {
        return isBody() && (line.isProse() || Prose.salutation(line.sight()));
    }
}
