package wenyuan.search.lucene;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import wenyuan.query.Scope;

/** Queries for letters in a row. All score 1. */
final class Strings {
    /** Pairs in one phrase; a longer string is several phrases, all required. */
    private static final int PHRASE = 400;
    /** Pairs looked at; what comes behind is taken on trust, for who quotes four thousand letters means one text. */
    private static final int MOST = 4000;

    private Strings() {}

    /** Documents that hold {@code letters} in a row inside one passage of {@code scope}; none when it is empty. */
    static Query of(String letters, Scope scope) {
        if (letters.isEmpty()) {
            return new MatchNoDocsQuery("no letters");
        }
        List<String> pairs = Bigrams.of(letters);
        if (pairs.isEmpty()) {
            return new ConstantScoreQuery(new TermQuery(new Term(Fields.single(scope), letters)));
        }
        if (Fields.EDGES.contains(scope)) {
            return new AtEdge(letters, scope).query();
        }
        List<Query> phrases = new ArrayList<>();
        for (int start = 0; start < Math.min(pairs.size(), MOST); start += PHRASE) {
            phrases.add(
                    new StringQuery(pairs.subList(start, Math.min(pairs.size(), start + PHRASE)), Fields.chars(scope)));
        }
        return new ConstantScoreQuery(phrases.size() == 1 ? phrases.getFirst() : all(phrases));
    }

    /** All of {@code queries}, without scores. */
    static Query all(List<Query> queries) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        queries.forEach(query -> all.add(query, Occur.FILTER));
        return all.build();
    }
}
