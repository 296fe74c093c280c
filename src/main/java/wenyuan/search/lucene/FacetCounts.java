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
 * Counts hits by facet value. All fields share one doc value, so that a hit costs one look-up; the few values of a
 * segment are read once and kept until it goes. Thread-safe.
 */
final class FacetCounts {
    private final Map<IndexReader.CacheKey, String[]> names = new ConcurrentHashMap<>();

    /**
     * What was counted.
     *
     * @param hits number of documents
     * @param values documents by term, as {@link Fields#facet} writes it
     */
    record Counted(long hits, Map<String, Long> values) {}

    /** Counts hits, and values too when {@code withValues}. */
    CollectorManager<Counter, Counted> counter(boolean withValues) {
        return new CollectorManager<>() {
            @Override
            public Counter newCollector() {
                return new Counter(withValues);
            }

            @Override
            public Counted reduce(Collection<Counter> counters) throws IOException {
                long hits = 0;
                Map<String, Long> values = new HashMap<>();
                for (Counter counter : counters) {
                    hits += counter.hits;
                    for (Segment segment : counter.segments) {
                        add(segment, values);
                    }
                }
                return new Counted(hits, values);
            }
        };
    }

    private void add(Segment segment, Map<String, Long> values) throws IOException {
        String[] terms = names(segment.reader);
        for (int number = 0; number < segment.counts.length; number++) {
            if (segment.counts[number] > 0) {
                values.merge(terms[number], (long) segment.counts[number], Long::sum);
            }
        }
    }

    private String[] names(LeafReader reader) throws IOException {
        IndexReader.CacheHelper helper = reader.getCoreCacheHelper();
        if (helper == null) {
            return read(reader);
        }
        try {
            return names.computeIfAbsent(helper.getKey(), key -> {
                try {
                    helper.addClosedListener(names::remove);
                    return read(reader);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String[] read(LeafReader reader) throws IOException {
        SortedSetDocValues values = DocValues.getSortedSet(reader, Fields.FACET);
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

        Segment(LeafReader reader, int[] counts) {
            this.reader = reader;
            this.counts = counts;
        }
    }

    /** Counts on one thread. */
    static final class Counter implements Collector {
        private final boolean withValues;
        private final List<Segment> segments = new ArrayList<>();
        private long hits;

        private Counter(boolean withValues) {
            this.withValues = withValues;
        }

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
            if (!withValues) {
                return leaf(document -> hits++);
            }
            SortedSetDocValues values = DocValues.getSortedSet(context.reader(), Fields.FACET);
            int[] counts = new int[(int) values.getValueCount()];
            segments.add(new Segment(context.reader(), counts));
            return leaf(document -> {
                hits++;
                count(values, document, counts);
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
