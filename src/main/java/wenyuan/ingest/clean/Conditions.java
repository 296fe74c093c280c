package wenyuan.ingest.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import wenyuan.model.Claim;
import wenyuan.model.Completeness;
import wenyuan.model.Evidence;
import wenyuan.model.PageRules;
import wenyuan.model.Repair;
import wenyuan.model.Rule;
import wenyuan.model.Slot;
import wenyuan.model.Span;
import wenyuan.model.Zone;
import wenyuan.text.Normal;

/** Says what state a text is in: cut off, repaired, full of placeholders. */
final class Conditions {
    private static final int CHARACTERS_PER_SLOT = 200;
    private static final int WORTH_CUTTING = 600;
    private static final int WORDS_SHOWN = 20;
    /** A slogan at the end may lack its mark; a sentence that is this far on may not. */
    private static final int LEAST_TAIL = 8;

    private static final String TRUNCATED = "truncated";

    private final PageRules rules;
    private final String text;
    private final List<Zone> zones;

    Conditions(PageRules rules, String text, List<Zone> zones) {
        this.rules = rules;
        this.text = text;
        this.zones = zones;
    }

    Optional<Completeness> completeness() {
        return rules.completeness().stream().flatMap(this::completeness).findFirst();
    }

    List<Claim> claims(List<Repair> repairs, List<Slot> slots, boolean page) {
        List<Claim> claims = new ArrayList<>();
        truncated(page).ifPresent(claims::add);
        repairs.stream()
                .filter(repair -> !rules.slight().contains(repair.rule()))
                .findFirst()
                .flatMap(repair -> claim("repaired", 1, Evidence.inText(repair.rule(), text, seen(repair.span()))))
                .ifPresent(claims::add);
        if (!slots.isEmpty() && slots.size() * CHARACTERS_PER_SLOT >= text.length()) {
            claim(
                            "slotHeavy",
                            1,
                            Evidence.inText(
                                    "slot.density", text, slots.getFirst().span()))
                    .ifPresent(claims::add);
        }
        return claims;
    }

    /** Where something was taken out, the character before it shows the place. */
    private static Span seen(Span span) {
        return span.length() == 0 && span.start() > 0 ? new Span(span.start() - 1, span.end()) : span;
    }

    private Optional<Claim> truncated(boolean page) {
        Optional<Evidence> notice = zones.stream()
                .filter(zone -> zone.name().startsWith("truncation"))
                .findFirst()
                .map(zone -> Evidence.inZone(
                        zone.rule(), zone, new Span(0, zone.text().length())));
        return notice.map(evidence -> claim(TRUNCATED, 1, evidence))
                .orElseGet(() -> page ? suspected() : Optional.empty());
    }

    /** A page whose long last line stops without a stop. */
    private Optional<Claim> suspected() {
        int lineStart = text.lastIndexOf('\n') + 1;
        String line = text.substring(lineStart);
        if (text.length() < WORTH_CUTTING
                || !Prose.sentence(line)
                || Prose.ends(line)
                || Prose.tail(line) < LEAST_TAIL
                || "）)".indexOf(line.charAt(line.length() - 1)) >= 0) {
            return Optional.empty();
        }
        Span words = new Span(Math.max(lineStart, text.length() - WORDS_SHOWN), text.length());
        return claim(TRUNCATED, 0.7, Evidence.inText("truncation.no-final-mark", text, words));
    }

    private Optional<Claim> claim(String id, double confidence, Evidence evidence) {
        return rules.condition(id).map(label -> new Claim(label, confidence, List.of(evidence)));
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
        double shown = has ? text.length() : Integer.parseInt(matcher.group("shown"));
        double total =
                has ? shown + Integer.parseInt(matcher.group("missing")) : Integer.parseInt(matcher.group("total"));
        return total <= 0 ? Optional.empty() : Optional.of((int) Math.round(100 * shown / total));
    }
}
