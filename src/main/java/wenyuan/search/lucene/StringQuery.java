package wenyuan.search.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.TermQuery;

/** Documents in which pairs of letters stand in a row: looks for the positions of no more of them than it must. */
final class StringQuery extends Query {
    private final List<String> pairs;
    private final String field;

    /** {@code pairs} overlap by a letter each; at least one. */
    StringQuery(List<String> pairs, String field) {
        this.pairs = List.copyOf(pairs);
        this.field = field;
    }

    @Override
    public Query rewrite(IndexSearcher searcher) throws IOException {
        Cover cover = Cover.of(pairs, field, searcher.getIndexReader());
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        cover.places().forEach(place -> phrase.add(new Term(field, pairs.get(place)), place));
        Query inRow = phrase.build();
        return cover.rare()
                .map(place -> Strings.all(List.of(inRow, new TermQuery(new Term(field, pairs.get(place))))))
                .orElse(inRow);
    }

    @Override
    public void visit(QueryVisitor visitor) {
        if (visitor.acceptField(field)) {
            visitor.visitLeaf(this);
        }
    }

    @Override
    public String toString(String unused) {
        return field + ":" + pairs;
    }

    @Override
    public boolean equals(Object other) {
        return sameClassAs(other)
                && pairs.equals(((StringQuery) other).pairs)
                && field.equals(((StringQuery) other).field);
    }

    @Override
    public int hashCode() {
        return Objects.hash(classHash(), pairs, field);
    }
}
