package wenyuan.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/**
 * Counts hits by facet value. All fields but formulas share one doc value, so that a hit costs one look-up; the names of the
 * few values of a segment are read once and kept until it goes. Thread-safe.
 */
final class FacetCounts {
    private final OncePerState<String[]> names = new OncePerState<>();
    private final OncePerState<String[]> formulas = new OncePerState<>();
    private final FacetValues values = new FacetValues();

    /**
     * What was counted.
     *
     * @param hits number of documents
     * @param values documents by term, as {@link Fields#facet} writes it
     */
    record Counted(long hits, Map<String, Long> values) {}

    /**
     * Counts hits, and values too when {@code withValues}.
     *
     * @param most hits whose formulas are counted; when there are more, no formula is
     */
    CollectorManager<Counter, Counted> counter(boolean withValues, long most) {
        return new CollectorManager<>() {
            @Override
            public Counter newCollector() {
                return new Counter(values, withValues, most);
            }

            @Override
            public Counted reduce(Collection<Counter> counters) throws IOException {
                long hits = 0;
                Map<String, Long> values = new HashMap<>();
                for (Counter counter : counters) {
                    hits += counter.hits;
                }
                for (Counter counter : counters) {
                    for (Segment segment : counter.segments) {
                        add(names(segment.reader), segment.counts, values);
                        if (hits <= most) {
                            add(formulas(segment.reader), segment.formulas, values);
                        }
                    }
                }
                return new Counted(hits, values);
            }
        };
    }

    private static void add(String[] terms, int[] counts, Map<String, Long> values) {
        for (int number = 0; number < counts.length; number++) {
            if (counts[number] > 0) {
                values.merge(terms[number], (long) counts[number], Long::sum);
            }
        }
    }

    /** The values of a segment but formulas, by number. */
    String[] names(LeafReader reader) throws IOException {
        return names.of(reader.getCoreCacheHelper(), () -> read(reader, Fields.FACET), () -> true);
    }

    private String[] formulas(LeafReader reader) throws IOException {
        return formulas.of(reader.getCoreCacheHelper(), () -> read(reader, Fields.FORMULAS), () -> true);
    }

    private static String[] read(LeafReader reader, String field) throws IOException {
        SortedSetDocValues values = DocValues.getSortedSet(reader, field);
        String[] terms = new String[(int) values.getValueCount()];
        for (int number = 0; number < terms.length; number++) {
            terms[number] = values.lookupOrd(number).utf8ToString();
        }
        return terms;
    }

    /** Counts of one segment by the number of the value. */
    private static final class Segment {
        private final LeafReader reader;
        private final int[] counts;
        private final int[] formulas;

        Segment(LeafReader reader, int[] counts, int[] formulas) {
            this.reader = reader;
            this.counts = counts;
            this.formulas = formulas;
        }
    }

    /** Counts on one thread. */
    static final class Counter implements Collector {
        private final FacetValues values;
        private final boolean withValues;
        private final long most;
        private final List<Segment> segments = new ArrayList<>();
        private long hits;

        private Counter(FacetValues values, boolean withValues, long most) {
            this.values = values;
            this.withValues = withValues;
            this.most = most;
        }

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
            return withValues ? counting(context.reader()) : (Leaf) document -> hits++;
        }

        private LeafCollector counting(LeafReader reader) throws IOException {
            FacetValues.OfSegment each = values.in(reader);
            SortedSetDocValues formulas = DocValues.getSortedSet(reader, Fields.FORMULAS);
            Segment segment = new Segment(reader, new int[each.size()], new int[(int) formulas.getValueCount()]);
            segments.add(segment);
            return new Leaf() {
                @Override
                public void collect(int document) throws IOException {
                    each.count(document, segment.counts);
                    if (++hits <= most && formulas.advanceExact(document)) {
                        for (int left = formulas.docValueCount(); left > 0; left--) {
                            segment.formulas[(int) formulas.nextOrd()]++;
                        }
                    }
                }

                @Override
                public void finish() throws IOException {
                    each.end();
                }
            };
        }

        private interface Leaf extends LeafCollector {
            @Override
            default void setScorer(Scorable scorer) {}
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
