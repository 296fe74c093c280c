package wenyuan.ingest.clean;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import wenyuan.model.PageRules;
import wenyuan.model.PageRules.Where;
import wenyuan.model.PageRules.ZoneRule;
import wenyuan.model.Span;

/** Looks at each line by itself: which rule would set it, or a part of it, apart? */
final class Marker {
    /** A longer line holds running text; a notice inside it is no reason to set it apart. */
    private static final int LONGEST = 400;

    private final PageRules rules;

    Marker(PageRules rules) {
        this.rules = rules;
    }

    /** A part of a line that a rule cuts out; {@code span} counts in the line's text. */
    private record Cut(ZoneRule rule, Span span) {}

    List<Placed> mark(List<Line> lines) {
        return lines.stream().flatMap(this::pieces).toList();
    }

    private Stream<Placed> pieces(Line line) {
        List<Placed> pieces = new ArrayList<>();
        int from = 0;
        for (Cut cut : cuts(line)) {
            piece(line, from, cut.span().start()).map(this::whole).ifPresent(pieces::add);
            piece(line, cut.span().start(), cut.span().end())
                    .map(part -> new Placed(part, Optional.of(cut.rule())))
                    .ifPresent(pieces::add);
            from = cut.span().end();
        }
        piece(line, from, line.length()).map(this::whole).ifPresent(pieces::add);
        return pieces.stream();
    }

    private Optional<Line> piece(Line line, int start, int end) {
        if (start == 0 && end == line.length()) {
            return Optional.of(line);
        }
        Line.Origin origin = start == 0 ? line.origin() : new Line.Origin.Split("");
        return Optional.of(Line.of(line.draft().part(new Span(start, end)), line.linked(), line.indented(), origin))
                .filter(part -> !part.draft().blank());
    }

    /** Cuts in line order; where two overlap, the first counts, and the longer of two firsts. */
    private List<Cut> cuts(Line line) {
        List<Cut> cuts = new ArrayList<>();
        for (ZoneRule rule : rules.zones()) {
            if (rule.where() == Where.CUT) {
                rule.rule()
                        .all(line.sight())
                        .forEach(found ->
                                cuts.add(new Cut(rule, line.normal().source(new Span(found.start(), found.end())))));
            }
        }
        cuts.sort(Comparator.<Cut>comparingInt(cut -> cut.span().start())
                .thenComparingInt(cut -> -cut.span().end()));
        List<Cut> apart = new ArrayList<>();
        for (Cut cut : cuts) {
            if (cut.span().length() > 0
                    && (apart.isEmpty()
                            || apart.getLast().span().end() <= cut.span().start())) {
                apart.add(cut);
            }
        }
        return apart;
    }

    /** Cuts come first: an address inside a notice is part of the notice. */
    private Placed whole(Line found) {
        Line line = Repairs.takeOut(found, rules);
        return line.length() > LONGEST
                ? new Placed(line, Optional.empty())
                : new Placed(
                        line,
                        rules.zones().stream().filter(rule -> fits(rule, line)).findFirst());
    }

    private static boolean fits(ZoneRule rule, Line line) {
        return switch (rule.where()) {
            case CUT -> false;
            case OUT -> rule.rule().matches(line.sight());
            case BEFORE, AFTER, ANYWHERE, TO_END, BOX -> rule.rule().in(line.sight());
        };
    }
}
