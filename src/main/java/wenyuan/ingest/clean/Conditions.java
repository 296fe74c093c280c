package wenyuan.ingest.clean;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import wenyuan.model.Claim;
import wenyuan.model.Evidence;
import wenyuan.model.IndexedText;
import wenyuan.model.PageRules;
import wenyuan.model.Repair;
import wenyuan.model.Rule;
import wenyuan.model.Slot;
import wenyuan.model.Span;
import wenyuan.model.Zone;
import wenyuan.text.Normal;

/** Says what state a text is in: cut off, repaired, garbled, full of placeholders, spun, leaking a name, not for the public. */
final class Conditions {
    private static final int CHARACTERS_PER_SLOT = 200;
    private static final int WORDS_SHOWN = 20;
    private static final int LEAST_SPUN = 2;
    private static final int MOST_SHOWN = 5;

    private final PageRules rules;
    private final String text;
    private final Normal normal;
    private final List<Zone> zones;

    Conditions(PageRules rules, String text, Normal normal, List<Zone> zones) {
        this.rules = rules;
        this.text = text;
        this.normal = normal;
        this.zones = zones;
    }

    /**
     * All that hold.
     *
     * @param metadata what the extraction says of itself: {@code scanned}, {@code truncated}
     */
    List<Claim> claims(List<Repair> repairs, List<Slot> slots, Map<String, String> metadata) {
        List<Claim> claims = new ArrayList<>();
        new Truncation(text, zones)
                .evidence(says(metadata, "truncated"))
                .ifPresent(found -> add(claims, "truncated", found.confidence(), List.of(found.evidence())));
        repairs.stream()
                .filter(repair -> !rules.slight().contains(repair.rule()))
                .findFirst()
                .ifPresent(repair ->
                        add(claims, "repaired", 1, List.of(Evidence.inText(repair.rule(), text, seen(repair.span())))));
        if (!slots.isEmpty() && slots.size() * CHARACTERS_PER_SLOT >= text.length()) {
            Span first = slots.getFirst().span();
            add(claims, "slotHeavy", 1, List.of(Evidence.inText("slot.density", text, first)));
        }
        Garbling.span(text).ifPresent(span -> add(claims, "garbled", 1, inText("garbled.characters", span)));
        if (says(metadata, "scanned")) {
            Span opening = new Span(0, Math.min(text.length(), WORDS_SHOWN));
            add(claims, "scanned", 1, inText("extraction.scanned", opening));
        }
        add(claims, "spun", 0.8, spun());
        add(claims, "nameLeak", 0.6, NameLeak.evidence(text, slots));
        add(claims, "internal", 1, new Markings(rules.internal(), text, zones).evidence());
        return claims;
    }

    private void add(List<Claim> claims, String id, double confidence, List<Evidence> evidence) {
        if (!evidence.isEmpty()) {
            rules.condition(id).ifPresent(label -> claims.add(new Claim(label, confidence, evidence)));
        }
    }

    private List<Evidence> inText(String rule, Span span) {
        return List.of(Evidence.inText(rule, text, span));
    }

    /** Other stages may write a count or true. */
    private static boolean says(Map<String, String> metadata, String key) {
        String value = metadata.getOrDefault(key, "");
        return !(value.isBlank() || value.equals("0") || value.equals("false"));
    }

    /** Where something was taken out, the character before it shows the place. */
    private static Span seen(Span span) {
        return span.length() == 0 && span.start() > 0 ? new Span(span.start() - 1, span.end()) : span;
    }

    /** The first find of each set phrase; nothing when there are too few different ones. */
    private List<Evidence> spun() {
        Map<String, Evidence> found = new LinkedHashMap<>();
        IndexedText indexed = IndexedText.of(normal.text());
        for (Rule rule : rules.spun()) {
            rule.all(indexed).stream()
                    .findFirst()
                    .map(match -> normal.source(new Span(match.start(), match.end())))
                    .ifPresent(span -> found.put(rule.id(), Evidence.inText(rule.id(), text, span)));
        }
        Stream<Evidence> shown = found.values().stream().limit(MOST_SHOWN);
        return found.size() < LEAST_SPUN ? List.of() : shown.toList();
    }
}
