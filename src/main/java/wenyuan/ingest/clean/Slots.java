package wenyuan.ingest.clean;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import wenyuan.model.PageRules;
import wenyuan.model.PageRules.SlotRule;
import wenyuan.model.Slot;
import wenyuan.model.Span;
import wenyuan.text.Normal;

/** Finds the placeholders of a text and says what each seems to stand for. */
final class Slots {
    private Slots() {}

    /** A line and where it stands. */
    private record Stretch(int start, String text) {}

    static List<Slot> find(String text, PageRules rules) {
        Normal normal = Normal.of(text);
        List<Slot> slots = new ArrayList<>();
        BitSet taken = new BitSet();
        List<Stretch> lines = lines(normal.text());
        for (SlotRule rule : rules.slots()) {
            if (rule.rule().possible(normal.text())) {
                for (Stretch line : lines) {
                    rule.rule()
                            .all(line.text())
                            .forEach(found -> add(
                                    slots,
                                    taken,
                                    normal,
                                    new Span(found.start(), found.end()).shift(line.start()),
                                    rule.kind()));
                }
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

    /** The lines; rules see no further than one. */
    private static List<Stretch> lines(String text) {
        List<Stretch> lines = new ArrayList<>();
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            lines.add(new Stretch(start, text.substring(start, end)));
            start = end + 1;
        }
        return lines;
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
