package wenyuan.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import wenyuan.model.Label;
import wenyuan.search.FoundSentences.Fold;
import wenyuan.search.FoundSentences.Use;

/** Folds equal sentences together: those with the same letters in normal form. Lives inside one call. */
final class SentenceFolding {
    private static final Comparator<Use> EARLIEST =
            Comparator.comparingInt(use -> use.source().year().orElse(Integer.MAX_VALUE));

    private final Map<String, Group> groups = new LinkedHashMap<>();

    /** Equal sentences while they are collected. */
    private static final class Group {
        private final List<Use> uses = new ArrayList<>();
        private final Set<Label> functions = new LinkedHashSet<>();
        private final int held;
        private final int length;
        private long count;
        private OptionalInt earliest = OptionalInt.empty();

        Group(SentenceHits.Hit hit) {
            held = hit.held();
            length = hit.sentence().length();
        }

        void add(SentenceHits hits, SentenceHits.Hit hit) {
            count++;
            functions.addAll(hit.functions());
            if (uses.isEmpty() || !uses.getLast().source().equals(hits.source())) {
                uses.add(new Use(hits.source(), hit.sentence()));
                earliest = IntStream.concat(earliest.stream(), hits.certainYear().stream())
                        .min();
            }
        }

        Fold fold() {
            return new Fold(uses.stream().sorted(EARLIEST).toList(), held, length, earliest, List.copyOf(functions));
        }
    }

    /** Adds the sentences of one document. */
    void add(SentenceHits hits) {
        for (SentenceHits.Hit hit : hits.hits()) {
            groups.computeIfAbsent(hit.letters(), letters -> new Group(hit)).add(hits, hit);
        }
    }

    /** How many sentences {@code filter} lets through, equal ones counted each. */
    long unfolded(SentenceFilter filter) {
        return admitted(filter).mapToLong(group -> group.count).sum();
    }

    /** How many different sentences have which function. */
    List<SearchPage.Count> functions() {
        Map<Label, Long> counts = groups.values().stream()
                .map(group -> group.functions)
                .flatMap(Collection::stream)
                .collect(Collectors.groupingBy(label -> label, LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry ->
                        new SearchPage.Count(entry.getKey().id(), entry.getKey().name(), entry.getValue()))
                .sorted(Comparator.comparingLong(SearchPage.Count::count)
                        .reversed()
                        .thenComparing(SearchPage.Count::value))
                .toList();
    }

    /** The different sentences that {@code filter} lets through. */
    List<Fold> folds(SentenceFilter filter, SearchRequest.Sort sort) {
        return admitted(filter).map(Group::fold).sorted(order(sort)).toList();
    }

    private Stream<Group> admitted(SentenceFilter filter) {
        return groups.values().stream()
                .filter(group ->
                        filter.admits(group.functions.stream().map(Label::id).collect(Collectors.toSet())));
    }

    private static Comparator<Fold> order(SearchRequest.Sort sort) {
        Comparator<Fold> best = Comparator.comparingInt(Fold::held)
                .reversed()
                .thenComparingInt(fold -> -fold.uses().size())
                .thenComparingInt(Fold::length);
        return switch (sort) {
            case RELEVANCE, LEFT, RIGHT -> best;
            case NEWEST -> Comparator.<Fold>comparingInt(fold -> -newest(fold)).thenComparing(best);
            case OLDEST -> Comparator.<Fold>comparingInt(fold -> oldest(fold)).thenComparing(best);
        };
    }

    private static int newest(Fold fold) {
        return fold.uses().stream()
                .flatMapToInt(use -> use.source().year().stream())
                .max()
                .orElse(0);
    }

    private static int oldest(Fold fold) {
        return fold.uses().getFirst().source().year().orElse(Integer.MAX_VALUE);
    }
}
