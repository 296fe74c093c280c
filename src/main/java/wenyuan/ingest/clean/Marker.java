package wenyuan.ingest.clean;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import wenyuan.model.PageRules;
import wenyuan.model.PageRules.Where;
import wenyuan.model.PageRules.ZoneRule;
import wenyuan.model.Shortlist;
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
        Shortlist shortlist = Shortlist.of(
                rules.zones().stream().map(ZoneRule::rule).toList(),
                lines.stream().map(Line::sight).toList());
        return IntStream.range(0, lines.size())
                .boxed()
                .flatMap(i -> pieces(lines.get(i), shortlist.in(i, rules.zones())))
                .toList();
    }

    /** @param possible the rules that may match in {@code line} */
    private Stream<Placed> pieces(Line line, List<ZoneRule> possible) {
        List<Placed> pieces = new ArrayList<>();
        int from = 0;
        for (Cut cut : cuts(line, possible)) {
            piece(line, from, cut.span().start())
                    .ifPresent(part -> whole(part, known(part, line, possible)).forEach(pieces::add));
            piece(line, cut.span().start(), cut.span().end())
                    .map(part -> new Placed(part, Optional.of(cut.rule())))
                    .ifPresent(pieces::add);
            from = cut.span().end();
        }
        piece(line, from, line.length())
                .ifPresent(part -> whole(part, known(part, line, possible)).forEach(pieces::add));
        return pieces.stream();
    }

    /** A changed line may hold what the line did not: look for everything. */
    private List<ZoneRule> known(Line line, Line asked, List<ZoneRule> possible) {
        return line.equals(asked) ? possible : rules.zones();
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
    private static List<Cut> cuts(Line line, List<ZoneRule> possible) {
        List<Cut> cuts = new ArrayList<>();
        for (ZoneRule rule : possible) {
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
    private Stream<Placed> whole(Line found, List<ZoneRule> possible) {
        Line line =
                possible.stream().anyMatch(zone -> zone.where() == Where.OUT) ? Repairs.takeOut(found, rules) : found;
        List<ZoneRule> zones = known(line, found, possible);
        if (line.draft().blank()) {
            return Stream.of(new Placed(line, Optional.empty()));
        }
        boolean single = line.length() <= LONGEST && Glued.single(line.sight());
        Optional<ZoneRule> rule = line.length() > LONGEST
                ? Optional.empty()
                : first(line.sight(), zones, zone -> single || !sentenceWise(zone));
        return !single && rule.isEmpty() && mayHoldNotice(line, zones)
                ? Glued.part(line, sentence -> notice(sentence, zones)).stream()
                : Stream.of(new Placed(line, rule));
    }

    private static Optional<ZoneRule> first(String sight, List<ZoneRule> zones, Predicate<ZoneRule> which) {
        return zones.stream()
                .filter(zone -> which.test(zone) && fits(zone, sight))
                .findFirst();
    }

    private static boolean mayHoldNotice(Line line, List<ZoneRule> zones) {
        return zones.stream().anyMatch(zone -> sentenceWise(zone) && zone.rule().possible(line.sight()));
    }

    private static Optional<ZoneRule> notice(String sentence, List<ZoneRule> zones) {
        return sentence.length() > LONGEST ? Optional.empty() : first(sentence, zones, Marker::sentenceWise);
    }

    /** What may stand anywhere is what a site says in sentences. */
    private static boolean sentenceWise(ZoneRule zone) {
        return zone.where() == Where.ANYWHERE;
    }

    private static boolean fits(ZoneRule zone, String sight) {
        return switch (zone.where()) {
            case CUT -> false;
            case OUT -> zone.rule().matches(sight);
            case BEFORE, AFTER, ANYWHERE, TO_END, BOX -> zone.rule().in(sight);
        };
    }
}
