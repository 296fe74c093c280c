package wenyuan.ingest.clean;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import wenyuan.model.PageRules;
import wenyuan.model.PageRules.SlotRule;
import wenyuan.model.Slot;
import wenyuan.model.Span;
import wenyuan.text.Normal;

/** Finds the placeholders of a text and says what each seems to stand for. */
final class Slots {
    private Slots() {}

    static List<Slot> find(String text, PageRules rules) {
        Normal normal = Normal.of(text);
        List<Slot> slots = new ArrayList<>();
        BitSet taken = new BitSet();
        for (SlotRule rule : rules.slots()) {
            Matcher matcher = rule.rule().pattern().matcher(normal.text());
            while (matcher.find()) {
                add(slots, taken, normal, new Span(matcher.start(), matcher.end()), rule.kind());
            }
        }
        for (int i = normal.text().indexOf(Normal.SLOT);
                i >= 0;
                i = normal.text().indexOf(Normal.SLOT, i + 1)) {
            add(slots, taken, normal, new Span(i, i + 1), Slot.Kind.UNKNOWN);
        }
        slots.sort(Comparator.comparing(Slot::span));
        return slots;
    }

    private static void add(List<Slot> slots, BitSet taken, Normal normal, Span span, Slot.Kind kind) {
        if (span.length() > 0 && taken.get(span.start(), span.end()).isEmpty() && !rules(normal.text(), span)) {
            slots.add(new Slot(kind, normal.source(span)));
            taken.set(span.start(), span.end());
        }
    }

    /** A line of nothing but stars is a rule across the page. */
    private static boolean rules(String text, Span span) {
        return (span.start() == 0 || text.charAt(span.start() - 1) == '\n')
                && (span.end() == text.length() || text.charAt(span.end()) == '\n');
    }
}
