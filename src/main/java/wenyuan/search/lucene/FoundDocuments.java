package wenyuan.search.lucene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * The documents that a search has found, as a query for the same reader: what else is asked about them need not look for
 * them again.
 */
final class FoundDocuments extends Query {
    private final List<LeafReaderContext> leaves;
    private final FixedBitSet[] segments;

    private FoundDocuments(IndexReader reader) {
        leaves = reader.leaves();
        segments = new FixedBitSet[leaves.size()];
        Arrays.fill(segments, new FixedBitSet(0));
    }

    /** Gathers what one search of {@code reader} finds, in segments that are each read by one thread. */
    static CollectorManager<Collector, FoundDocuments> gathering(IndexReader reader) {
        FoundDocuments found = new FoundDocuments(reader);
        return new CollectorManager<>() {
            @Override
            public Collector newCollector() {
                return found.new Gathering();
            }

            @Override
            public FoundDocuments reduce(Collection<Collector> collectors) {
                return found;
            }
        };
    }

    private final class Gathering implements Collector {
        @Override
        public LeafCollector getLeafCollector(LeafReaderContext segment) {
            FixedBitSet documents = new FixedBitSet(segment.reader().maxDoc());
            segments[segment.ord] = documents;
            return new LeafCollector() {
                @Override
                public void setScorer(Scorable scorer) {}

                @Override
                public void collect(int document) {
                    documents.set(document);
                }
            };
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }

    /** {@code best} and behind it others in the order of the index, which score nothing, up to {@code wanted} in all. */
    ScoreDoc[] filled(ScoreDoc[] best, int wanted) {
        List<ScoreDoc> all = new ArrayList<>(List.of(best));
        Set<Integer> known = Arrays.stream(best).map(each -> each.doc).collect(Collectors.toSet());
        for (LeafReaderContext leaf : leaves) {
            BitSetIterator documents = new BitSetIterator(segments[leaf.ord], 0);
            while (all.size() < wanted && documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                int number = leaf.docBase + documents.docID();
                if (!known.contains(number)) {
                    all.add(new ScoreDoc(number, 0));
                }
            }
        }
        return all.toArray(ScoreDoc[]::new);
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext segment) {
                FixedBitSet documents = segments[segment.ord];
                int count = documents.cardinality();
                return count == 0
                        ? null
                        : ConstantScoreScorerSupplier.fromIterator(
                                new BitSetIterator(documents, count),
                                score(),
                                mode,
                                segment.reader().maxDoc());
            }

            @Override
            public boolean isCacheable(LeafReaderContext segment) {
                return false; // belongs to one search
            }
        };
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return "found";
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
