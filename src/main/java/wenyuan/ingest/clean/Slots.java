package wenyuan.ingest.clean;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import wenyuan.model.PageRules;
import wenyuan.model.PageRules.SlotRule;
import wenyuan.model.Rule;
import wenyuan.model.Slot;
import wenyuan.model.Span;
import wenyuan.text.Normal;

/** Finds the placeholders of a text and says what each seems to stand for. */
final class Slots {
    private Slots() {}

    /** A line and where it stands. */
    private record Stretch(int start, String text) {}

    static List<Slot> find(Normal normal, PageRules rules) {
        List<Slot> slots = new ArrayList<>();
        BitSet taken = new BitSet();
        List<Span> runs = runs(normal.text());
        List<Stretch> lines = lines(normal.text());
        for (SlotRule rule : rules.slots()) {
            found(rule.rule(), normal.text(), runs, lines)
                    .forEach(found -> add(slots, taken, normal, found, rule.kind()));
        }
        runs.forEach(run -> add(slots, taken, normal, run, Slot.Kind.UNKNOWN));
        slots.sort(Comparator.comparing(Slot::span));
        return slots;
    }

    /** A rule for placeholder characters matches one of them; the others look at every line. */
    private static List<Span> found(Rule rule, String text, List<Span> runs, List<Stretch> lines) {
        if (rule.needs(Normal.SLOT)) {
            return rule.all(text, runs).stream()
                    .map(match -> new Span(match.start(), match.end()))
                    .toList();
        }
        return !rule.possible(text)
                ? List.of()
                : lines.stream()
                        .flatMap(line -> rule.all(line.text())
                                .map(match -> new Span(match.start(), match.end()).shift(line.start())))
                        .toList();
    }

    /** Where the placeholder characters stand: in normal form a run is one. */
    private static List<Span> runs(String text) {
        List<Span> runs = new ArrayList<>();
        for (int i = text.indexOf(Normal.SLOT); i >= 0; i = text.indexOf(Normal.SLOT, i + 1)) {
            runs.add(new Span(i, i + 1));
        }
        return runs;
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
