package wenyuan.search.lucene;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** Candidates that an index finds cheaply, of which a check keeps those that really match. All score 1. */
final class CheckedQuery extends Query {
    private final Query candidates;
    private final Check check;

    CheckedQuery(Query candidates, Check check) {
        this.candidates = candidates;
        this.check = check;
    }

    /** What a candidate must pass. Two checks are equal when they keep the same documents. */
    interface Check {
        /** The check for one segment; used by one thread, with rising documents. */
        InSegment in(LeafReaderContext segment) throws IOException;
    }

    /** A check within a segment. */
    @FunctionalInterface
    interface InSegment {
        /** Whether the document with this number in the segment matches. */
        boolean holds(int document) throws IOException;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) throws IOException {
        Weight inner = searcher.createWeight(searcher.rewrite(candidates), ScoreMode.COMPLETE_NO_SCORES, 1);
        return new ConstantScoreWeight(this, boost) {
            @Override
            public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext segment) throws IOException {
                ScorerSupplier supplier = inner.scorerSupplier(segment);
                return supplier == null ? null : checked(supplier, check.in(segment), score(), mode);
            }

            @Override
            public boolean isCacheable(LeafReaderContext segment) {
                // what a check says may depend on the time left
                return false;
            }
        };
    }

    private static ScorerSupplier checked(ScorerSupplier supplier, InSegment check, float score, ScoreMode mode) {
        return new ScorerSupplier() {
            @Override
            public Scorer get(long leadCost) throws IOException {
                return new ConstantScoreScorer(score, mode, filtered(supplier.get(leadCost), check));
            }

            @Override
            public long cost() {
                return supplier.cost();
            }
        };
    }

    private static TwoPhaseIterator filtered(Scorer scorer, InSegment check) {
        TwoPhaseIterator first = scorer.twoPhaseIterator();
        return new TwoPhaseIterator(first == null ? scorer.iterator() : first.approximation()) {
            @Override
            public boolean matches() throws IOException {
                return (first == null || first.matches()) && check.holds(approximation.docID());
            }

            @Override
            public float matchCost() {
                return 10_000;
            }
        };
    }

    @Override
    public void visit(QueryVisitor visitor) {
        candidates.visit(visitor.getSubVisitor(Occur.MUST, this));
    }

    @Override
    public String toString(String field) {
        return "checked(" + candidates.toString(field) + ", " + check + ")";
    }

    @Override
    public boolean equals(Object other) {
        return sameClassAs(other)
                && candidates.equals(((CheckedQuery) other).candidates)
                && check.equals(((CheckedQuery) other).check);
    }

    @Override
    public int hashCode() {
        return Objects.hash(classHash(), candidates, check);
    }
}
