package wenyuan.search;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts what fills the gaps of a pattern. */
final class Fillers {
    /** Most fillers of one gap. */
    private static final int MOST = 40;

    private Fillers() {}

    private record Place(int gap, String letters) {}

    /** One filler's running figures. */
    private static final class Tally {
        private final Gap.Filling first;
        private final Set<String> documents = new HashSet<>();
        private long count;
        private int earliest = Integer.MAX_VALUE;

        Tally(Gap.Filling first) {
            this.first = first;
        }

        void add(ConcordanceLine line) {
            count++;
            documents.add(line.id());
            earliest = Math.min(earliest, line.year().orElse(Integer.MAX_VALUE));
        }

        Filler filler() {
            OptionalInt year = earliest == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(earliest);
            return new Filler(first.number(), first.text(), count, documents.size(), year, first.whole());
        }
    }

    /** What fills {@code gap}, gap by gap, the most frequent first. */
    static List<Filler> of(Gap gap, List<Occurrence> occurrences, Deadline deadline) {
        Map<Place, Tally> tallies = new LinkedHashMap<>();
        for (Occurrence occurrence : occurrences) {
            if (deadline.passed()) {
                break;
            }
            for (Gap.Filling filling : gap.fillings(occurrence)) {
                tallies.computeIfAbsent(new Place(filling.number(), filling.letters()), place -> new Tally(filling))
                        .add(occurrence.line());
            }
        }
        Comparator<Filler> mostFirst = Comparator.comparingLong(Filler::count)
                .thenComparingLong(Filler::documents)
                .reversed()
                .thenComparing(Filler::text);
        return tallies.values().stream()
                .map(Tally::filler)
                .collect(Collectors.groupingBy(Filler::gap, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(
                        fillers -> fillers.getValue().stream().sorted(mostFirst).limit(MOST))
                .toList();
    }
}
