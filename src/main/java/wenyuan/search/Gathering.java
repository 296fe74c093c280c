package wenyuan.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wenyuan.query.Query;
import wenyuan.search.SearchRequest.Sort;
import wenyuan.text.Normal;
import wenyuan.text.Segmenter;

/**
 * The occurrences of one query, read document by document as far as they have been asked for, best document first. Thread-safe:
 * who asks for the same at the same time waits and reads nothing twice.
 */
final class Gathering {
    /** Most documents between two looks at the clock. */
    private static final int BATCH = 32;

    private final Frequencies frequencies;
    private final List<Sought> sought;
    private final List<String> ids;
    private final Texts texts;
    private final List<Occurrence> occurrences = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private final Map<Sort, List<Occurrence>> sorted = new EnumMap<>(Sort.class);
    private int read;
    private Optional<Collocates> collocates = Optional.empty();
    private Optional<List<Filler>> fillers = Optional.empty();
    private Optional<List<Extension>> extensions = Optional.empty();

    /** Begins with nothing read of {@code ids}, the documents that hold what is sought. */
    Gathering(Frequencies frequencies, List<Sought> sought, List<String> ids, Texts texts) {
        this.frequencies = frequencies;
        this.sought = sought;
        this.ids = ids;
        this.texts = texts;
    }

    /** How much there is. */
    Frequencies frequencies() {
        return frequencies;
    }

    /** Whether every occurrence can have a line. */
    synchronized boolean reachesAll() {
        return ids.size() < Concordance.MOST_DOCUMENTS && occurrences.size() < Concordance.MOST_LINES;
    }

    /** How many lines there are to page through: what was read, or what was counted while more can be. */
    synchronized long reachable() {
        return complete() ? occurrences.size() : Math.min(frequencies.occurrences(), Concordance.MOST_LINES);
    }

    /** The lines in this order without the first {@code from}; fewer when {@link Deadline} passes. */
    synchronized List<ConcordanceLine> lines(Sort sort, int from, int size, Deadline deadline) {
        boolean reordered = sort == Sort.LEFT || sort == Sort.RIGHT;
        readUntil(reordered ? Concordance.MOST_LINES : from + size, deadline);
        List<Occurrence> all = reordered ? sorted(sort) : occurrences;
        return all.stream().skip(from).limit(size).map(Occurrence::line).toList();
    }

    synchronized List<Collocate> collocates(Segmenter segmenter, Deadline deadline) {
        readUntil(Concordance.MOST_LINES, deadline);
        if (!complete()) {
            return List.of();
        }
        Collocates reading = collocates.orElseGet(() -> new Collocates(segmenter, occurrences, others));
        collocates = Optional.of(reading);
        return reading.read(deadline);
    }

    synchronized List<Filler> fillers(Query query, Segmenter segmenter, Deadline deadline) {
        readUntil(Concordance.MOST_LINES, deadline);
        List<Filler> found = fillers.orElseGet(() -> Gap.in(query, segmenter)
                .map(gap -> Fillers.of(gap, occurrences, deadline))
                .orElse(List.of()));
        fillers = Optional.of(found).filter(made -> !deadline.passed());
        return found;
    }

    synchronized List<Extension> extensions(Segmenter segmenter, Deadline deadline) {
        readUntil(Concordance.MOST_LINES, deadline);
        boolean phrase = sought.size() == 1 && sought.getFirst() instanceof Sought.Letters;
        List<Extension> found =
                extensions.orElseGet(() -> phrase ? new Extensions(segmenter, deadline).of(occurrences) : List.of());
        extensions = Optional.of(found).filter(made -> !deadline.passed());
        return found;
    }

    private boolean complete() {
        return read >= ids.size() || occurrences.size() >= Concordance.MOST_LINES;
    }

    /** Reads more and more at a time, on all processors: for a page of lines the first few documents are often enough. */
    private void readUntil(int lines, Deadline deadline) {
        int batch = 1;
        while (occurrences.size() < lines && !complete() && !deadline.passed()) {
            List<String> next = ids.subList(read, Math.min(read + batch, ids.size()));
            batch = Math.min(BATCH, 2 * batch);
            List<Optional<Occurrence.Gleaned>> gleaned = next.parallelStream()
                    .map(texts::find)
                    .map(document -> document.map(found -> Occurrence.in(found, sought)))
                    .toList();
            for (int i = 0; i < gleaned.size() && !complete(); i++, read++) {
                gleaned.get(i).ifPresent(each -> {
                    occurrences.addAll(each.occurrences());
                    others.addAll(each.others());
                });
            }
        }
    }

    private List<Occurrence> sorted(Sort sort) {
        if (!complete()) {
            return inOrder(sort);
        }
        return sorted.computeIfAbsent(sort, this::inOrder);
    }

    private record Keyed(String key, Occurrence occurrence) {}

    /** Ties stay as they are: best document first, then in text order. */
    private List<Occurrence> inOrder(Sort sort) {
        return occurrences.stream()
                .map(occurrence -> new Keyed(key(sort, occurrence.line()), occurrence))
                .sorted(Comparator.comparing(Keyed::key))
                .map(Keyed::occurrence)
                .toList();
    }

    private static String key(Sort sort, ConcordanceLine line) {
        return sort == Sort.LEFT
                ? new StringBuilder(Normal.of(line.left()).text().stripTrailing())
                        .reverse()
                        .toString()
                : Normal.of(line.right()).text().stripLeading();
    }
}
