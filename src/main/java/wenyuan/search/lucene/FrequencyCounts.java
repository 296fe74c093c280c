package wenyuan.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import wenyuan.query.Field;

/**
 * Counts documents and occurrences, in all and by facet value. Each thread has one. A value is counted by its number in the
 * segment, and named at the end, once for all its documents.
 */
final class FrequencyCounts implements Collector {
    private final Occurrences occurrences;
    private final FacetCounts names;
    private final List<Segment> segments = new ArrayList<>();
    private final Map<Long, Tally> years = new HashMap<>();
    private final Tally total = new Tally();

    private FrequencyCounts(Occurrences occurrences, FacetCounts names) {
        this.occurrences = occurrences;
        this.names = names;
    }

    /** A pair of running sums. */
    static final class Tally {
        private long documents;
        private long occurrences;

        long documents() {
            return documents;
        }

        long occurrences() {
            return occurrences;
        }

        private void add(long moreDocuments, long moreOccurrences) {
            documents += moreDocuments;
            occurrences += moreOccurrences;
        }
    }

    /**
     * What was counted.
     *
     * @param values by term, as {@link Fields#facet} writes it; of years only the one to sort by
     */
    record Counted(Tally total, Map<String, Tally> values) {}

    /** Counts {@code occurrences} with the facet values that {@code names} knows. */
    static CollectorManager<FrequencyCounts, Counted> of(Occurrences occurrences, FacetCounts names) {
        return new CollectorManager<>() {
            @Override
            public FrequencyCounts newCollector() {
                return new FrequencyCounts(occurrences, names);
            }

            @Override
            public Counted reduce(Collection<FrequencyCounts> counters) {
                Counted all = new Counted(new Tally(), new HashMap<>());
                for (FrequencyCounts counter : counters) {
                    all.total().add(counter.total.documents, counter.total.occurrences);
                    counter.years.forEach(
                            (year, tally) -> add(all, Fields.facet(Field.YEAR, String.valueOf(year)), tally));
                    counter.segments.forEach(segment -> segment.addTo(all));
                }
                return all;
            }
        };
    }

    private static void add(Counted all, String term, Tally tally) {
        all.values().computeIfAbsent(term, key -> new Tally()).add(tally.documents, tally.occurrences);
    }

    /** Counts of one segment by the number of the value. */
    private static final class Segment {
        private final String[] terms;
        private final long[] documents;
        private final long[] occurrences;

        Segment(String[] terms) {
            this.terms = terms;
            this.documents = new long[terms.length];
            this.occurrences = new long[terms.length];
        }

        void add(int value, int found) {
            documents[value]++;
            occurrences[value] += found;
        }

        /** Years are counted apart: of several possible ones only the likeliest. */
        void addTo(Counted all) {
            for (int value = 0; value < terms.length; value++) {
                if (documents[value] > 0 && Fields.facetField(terms[value]) != Field.YEAR) {
                    Tally tally = new Tally();
                    tally.add(documents[value], occurrences[value]);
                    FrequencyCounts.add(all, terms[value], tally);
                }
            }
        }
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
        Counting counting = occurrences.in(context);
        Segment segment = new Segment(names.names(context.reader()));
        segments.add(segment);
        SortedSetDocValues facets = DocValues.getSortedSet(context.reader(), Fields.FACET);
        NumericDocValues likeliest = DocValues.getNumeric(context.reader(), Fields.YEAR);
        return new LeafCollector() {
            @Override
            public void setScorer(Scorable scorer) {}

            @Override
            public void collect(int document) throws IOException {
                int found = counting.in(document);
                if (found == 0 && !occurrences.isEmpty()) {
                    return;
                }
                total.add(1, found);
                if (likeliest.advanceExact(document)) {
                    years.computeIfAbsent(likeliest.longValue(), key -> new Tally())
                            .add(1, found);
                }
                if (facets.advanceExact(document)) {
                    for (int left = facets.docValueCount(); left > 0; left--) {
                        segment.add((int) facets.nextOrd(), found);
                    }
                }
            }
        };
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }
}
