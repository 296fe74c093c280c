package wenyuan.search.lucene;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
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

/** Counts documents and occurrences, in all and by facet value. Each thread has one. */
final class FrequencyCounts implements Collector {
    private final Occurrences occurrences;
    private final FacetCounts names;
    private final Map<String, Tally> values = new HashMap<>();
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
                    counter.values.forEach((term, tally) -> all.values()
                            .computeIfAbsent(term, key -> new Tally())
                            .add(tally.documents, tally.occurrences));
                }
                return all;
            }
        };
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
        Counting counting = occurrences.in(context);
        String[] terms = names.names(context.reader(), Fields.FACET);
        SortedSetDocValues facets = DocValues.getSortedSet(context.reader(), Fields.FACET);
        NumericDocValues years = DocValues.getNumeric(context.reader(), Fields.YEAR);
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
                if (years.advanceExact(document)) {
                    count(Fields.facet(Field.YEAR, String.valueOf(years.longValue())), found);
                }
                if (facets.advanceExact(document)) {
                    for (int left = facets.docValueCount(); left > 0; left--) {
                        String term = terms[(int) facets.nextOrd()];
                        if (Fields.facetField(term) != Field.YEAR) {
                            count(term, found);
                        }
                    }
                }
            }
        };
    }

    private void count(String term, int found) {
        values.computeIfAbsent(term, key -> new Tally()).add(1, found);
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }
}
