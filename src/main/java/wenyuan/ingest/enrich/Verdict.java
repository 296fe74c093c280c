package wenyuan.ingest.enrich;

import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingInt;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import wenyuan.model.Dating;
import wenyuan.model.Evidence;

/**
 * Weighs clues: strong ones that agree make a year known; strong ones that cannot all be true, disputed; weak ones that
 * nothing contradicts, inferred. A page's date only closes intervals.
 */
final class Verdict {
    private final List<Clue> strong;
    private final List<Clue> weak;
    private final List<Clue> bounds;
    private final List<Clue> page;

    /**
     * @param clues all but the page's date
     * @param page the bound that the page's date sets, or none
     */
    Verdict(List<Clue> clues, List<Clue> page) {
        int last = page.stream().mapToInt(Clue::to).min().orElse(Clue.NO_END);
        List<Clue> possible = clues.stream()
                .filter(clue -> clue.from() <= last)
                .map(clue -> clue.bound() ? clue : clue.until(last))
                .toList();
        this.strong = possible.stream().filter(Clue::strong).toList();
        this.weak = possible.stream()
                .filter(clue -> !clue.bound() && !clue.strong())
                .toList();
        this.bounds = possible.stream().filter(Clue::bound).toList();
        this.page = page;
    }

    Dating dating() {
        if (strong.isEmpty()) {
            return fromWeak();
        }
        int from = latestStart(strong);
        int to = earliestEnd(strong);
        if (from > to) {
            return dispute();
        }
        return from == to ? single(from) : narrowed(from, to);
    }

    /** Strong clues allow one year: it is known, unless one half-strong clue says so or a term is younger. */
    private Dating single(int year) {
        boolean proven = strong.stream().anyMatch(clue -> clue.strength() >= Clue.PROOF && clue.exact())
                || strong.stream().filter(clue -> clue.strength() >= Clue.PROOF).count() > 1
                || strong.stream()
                                .map(clue -> clue.evidence().rule())
                                .distinct()
                                .count()
                        > 1;
        boolean doubted = bounds.stream().anyMatch(bound -> !bound.allows(year));
        List<Evidence> evidence = evidence(year);
        return proven && !doubted ? new Dating.Known(year, evidence) : new Dating.Inferred(year, evidence);
    }

    /** Strong clues leave several years: a weak clue or a bound may choose. */
    private Dating narrowed(int from, int to) {
        int first = Math.max(from, latestStart(bounds));
        int last = to;
        OptionalInt chosen = chosen(first, last);
        if (chosen.isPresent()) {
            return new Dating.Inferred(chosen.getAsInt(), evidence(chosen.getAsInt()));
        }
        return first == last ? new Dating.Inferred(first, evidence(first)) : open();
    }

    private Dating fromWeak() {
        int last = page.stream().mapToInt(Clue::to).min().orElse(Clue.NO_END);
        int first = latestStart(bounds);
        OptionalInt chosen = chosen(first, Clue.NO_END);
        if (chosen.isPresent()) {
            return new Dating.Inferred(chosen.getAsInt(), evidence(chosen.getAsInt()));
        }
        if (!bounds.isEmpty() && first == last) {
            return new Dating.Inferred(first, evidence(first));
        }
        return open();
    }

    /** The year of the strongest weak clue; none when equally strong ones name different years. */
    private OptionalInt chosen(int first, int last) {
        List<Clue> exact = weak.stream()
                .filter(clue -> clue.exact() && first <= clue.from() && clue.from() <= last)
                .toList();
        double strongest = exact.stream().mapToDouble(Clue::strength).max().orElse(0);
        int[] years = exact.stream()
                .filter(clue -> clue.strength() == strongest)
                .mapToInt(Clue::from)
                .distinct()
                .toArray();
        return years.length == 1 ? OptionalInt.of(years[0]) : OptionalInt.empty();
    }

    private Dating dispute() {
        List<Integer> years = strong.stream()
                .flatMap(clue -> Stream.of(clue.from(), clue.to()))
                .distinct()
                .sorted()
                .toList();
        int best = years.stream()
                .min(comparingDouble((Integer year) -> -support(year)).thenComparingInt(year -> year))
                .orElseThrow();
        List<Integer> open = Stream.concat(
                        Stream.of(best),
                        strong.stream().filter(clue -> !clue.allows(best)).map(Clue::from))
                .toList();
        List<Evidence> all = Stream.concat(
                        evidence(best).stream(),
                        strong.stream().filter(clue -> !clue.allows(best)).map(Clue::evidence))
                .distinct()
                .toList();
        return new Dating.Disputed(best, open, all);
    }

    /** Several years are left, or none is named. */
    private Dating open() {
        List<Evidence> evidence = Stream.of(strong, weak, bounds, page)
                .flatMap(List::stream)
                .map(Clue::evidence)
                .distinct()
                .toList();
        return page.isEmpty() || !strong.isEmpty() ? new Dating.Unknown(evidence) : new Dating.PageOnly(evidence);
    }

    /** How likely it is that not every clue for {@code year} is wrong; narrow clues count more. */
    private double support(int year) {
        return 1
                - Stream.of(strong, weak)
                        .flatMap(List::stream)
                        .filter(clue -> clue.allows(year))
                        .mapToDouble(clue -> 1 - clue.strength() / (1 + (clue.to() - clue.from()) / 2.0))
                        .reduce(1, (a, b) -> a * b);
    }

    private List<Evidence> evidence(int year) {
        return Stream.of(strong, weak, bounds, page)
                .flatMap(List::stream)
                .filter(clue -> clue.allows(year))
                .sorted(comparingInt((Clue clue) -> clue.bound() ? 1 : 0).thenComparingDouble(clue -> -clue.strength()))
                .map(Clue::evidence)
                .distinct()
                .toList();
    }

    private static int latestStart(List<Clue> clues) {
        return clues.stream().mapToInt(Clue::from).max().orElse(Clue.NO_START);
    }

    private static int earliestEnd(List<Clue> clues) {
        return clues.stream()
                .flatMapToInt(clue -> IntStream.of(clue.to()))
                .min()
                .orElse(Clue.NO_END);
    }
}
