package wenyuan.ingest.clean;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import wenyuan.model.Completeness;
import wenyuan.model.Evidence;
import wenyuan.model.PageRules;
import wenyuan.model.Rule;
import wenyuan.model.Span;
import wenyuan.model.Zone;
import wenyuan.text.Normal;

/** Reads how long a page says that the text is, and makes of it how much of it is there. */
final class Declared {
    private final PageRules rules;
    private final List<Zone> zones;
    /** Length of the clean text. */
    private final int length;

    Declared(PageRules rules, List<Zone> zones, int length) {
        this.rules = rules;
        this.zones = zones;
        this.length = length;
    }

    Optional<Completeness> completeness() {
        return rules.completeness().stream().flatMap(this::completeness).findFirst();
    }

    private Stream<Completeness> completeness(Rule rule) {
        return zones.stream()
                .filter(zone ->
                        zone.name().startsWith("truncation") || zone.name().startsWith("notice"))
                .flatMap(zone -> completeness(rule, zone).stream());
    }

    /** Glosses may stand inside the page's words: the pattern sees the zone without them. */
    private Optional<Completeness> completeness(Rule rule, Zone zone) {
        Draft draft = Glosses.strip(List.of(Line.of(zone.text(), 0, false)))
                .getFirst()
                .draft();
        Normal normal = Normal.of(draft.text());
        Matcher matcher = rule.pattern().matcher(normal.text());
        if (!matcher.find()) {
            return Optional.empty();
        }
        Span raw = draft.rawSpan(normal.source(new Span(matcher.start(), matcher.end())));
        return percent(matcher)
                .filter(percent -> percent >= 0 && percent <= 100)
                .map(percent -> new Completeness(percent, Evidence.inZone(rule.id(), zone, raw)));
    }

    private Optional<Integer> percent(Matcher matcher) {
        boolean has = matcher.namedGroups().containsKey("missing");
        double shown = has ? length : Integer.parseInt(matcher.group("shown"));
        double total =
                has ? shown + Integer.parseInt(matcher.group("missing")) : Integer.parseInt(matcher.group("total"));
        return total <= 0 ? Optional.empty() : Optional.of((int) Math.round(100 * shown / total));
    }
}
