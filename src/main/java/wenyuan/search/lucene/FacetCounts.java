package wenyuan.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/**
 * Counts hits by facet value. All fields but formulas share one doc value, so that a hit costs one look-up; the few values
 * of a segment are read once and kept until it goes. Thread-safe.
 */
final class FacetCounts {
    private final Map<Key, String[]> names = new ConcurrentHashMap<>();

    /** A field of a segment. */
    private record Key(IndexReader.CacheKey segment, String field) {}

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
                return new Counter(withValues, most);
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
                        add(segment.reader, Fields.FACET, segment.counts, values);
                        if (hits <= most) {
                            add(segment.reader, Fields.FORMULAS, segment.formulas, values);
                        }
                    }
                }
                return new Counted(hits, values);
            }
        };
    }

    private void add(LeafReader reader, String field, int[] counts, Map<String, Long> values) throws IOException {
        String[] terms = names(reader, field);
        for (int number = 0; number < counts.length; number++) {
            if (counts[number] > 0) {
                values.merge(terms[number], (long) counts[number], Long::sum);
            }
        }
    }

    /** The values of a facet field of a segment, by number. */
    String[] names(LeafReader reader, String field) throws IOException {
        IndexReader.CacheHelper helper = reader.getCoreCacheHelper();
        if (helper == null) {
            return read(reader, field);
        }
        try {
            return names.computeIfAbsent(new Key(helper.getKey(), field), key -> {
                try {
                    helper.addClosedListener(closed -> names.remove(key));
                    return read(reader, field);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
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
        private final boolean withValues;
        private final long most;
        private final List<Segment> segments = new ArrayList<>();
        private long hits;

        private Counter(boolean withValues, long most) {
            this.withValues = withValues;
            this.most = most;
        }

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
            if (!withValues) {
                return leaf(document -> hits++);
            }
            SortedSetDocValues values = DocValues.getSortedSet(context.reader(), Fields.FACET);
            SortedSetDocValues formulas = DocValues.getSortedSet(context.reader(), Fields.FORMULAS);
            Segment segment = new Segment(
                    context.reader(), new int[(int) values.getValueCount()], new int[(int) formulas.getValueCount()]);
            segments.add(segment);
            return leaf(document -> {
                count(values, document, segment.counts);
                if (++hits <= most) {
                    count(formulas, document, segment.formulas);
                }
            });
        }

        private static void count(SortedSetDocValues values, int document, int[] counts) throws IOException {
            if (values.advanceExact(document)) {
                for (int left = values.docValueCount(); left > 0; left--) {
                    counts[(int) values.nextOrd()]++;
                }
            }
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }

        private interface Counting {
            void count(int document) throws IOException;
        }

        private static LeafCollector leaf(Counting counting) {
            return new LeafCollector() {
                @Override
                public void setScorer(Scorable scorer) {}

                @Override
                public void collect(int document) throws IOException {
                    counting.count(document);
                }
            };
        }
    }
}
