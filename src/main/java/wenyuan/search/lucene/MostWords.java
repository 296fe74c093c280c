package wenyuan.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import wenyuan.query.Query;
import wenyuan.query.Scope;
import wenyuan.query.Warning;
import wenyuan.search.Wording;

/** The second best answer when no document holds all the words: those that hold the most of them. */
final class MostWords {
    private final Translation translation;
    private final List<Need> needs = new ArrayList<>();
    private final List<Query> others = new ArrayList<>();
    private final BooleanQuery.Builder ranking = new BooleanQuery.Builder();

    private MostWords(Translation translation) {
        this.translation = translation;
    }

    /** One word that should stand in a scope. */
    private record Need(String word, Scope scope) {
        org.apache.lucene.search.Query query() {
            return Strings.of(word, scope);
        }
    }

    /** The plain words of {@code query} that are all required, apart from whatever else it asks. */
    static MostWords of(Query query, Translation translation) {
        MostWords words = new MostWords(translation);
        words.take(query);
        return words;
    }

    /** The plain words, in order. */
    List<String> words() {
        return needs.stream().map(Need::word).distinct().toList();
    }

    private void take(Query query) {
        switch (query) {
            case Query.Words(String text, Scope scope) -> takeWords(text, scope);
            case Query.Thought(String text) -> takeWords(text, new Scope.Text());
            case Query.And(List<Query> parts) -> parts.forEach(this::take);
            case Query.All all -> others.add(all);
            case Query.Verbatim verbatim -> others.add(verbatim);
            case Query.Pattern pattern -> others.add(pattern);
            case Query.Widened widened -> take(widened.typed());
            case Query.Masked masked -> others.add(masked);
            case Query.Near near -> others.add(near);
            case Query.Filter filter -> others.add(filter);
            case Query.Years years -> others.add(years);
            case Query.Parts parts -> others.add(parts);
            case Query.Or or -> others.add(or);
            case Query.Not not -> others.add(not);
        }
    }

    private void takeWords(String text, Scope scope) {
        Wording wording = translation.wording(text);
        wording.words().stream()
                .map(word -> new Need(word, scope))
                .filter(need -> !needs.contains(need))
                .forEach(needs::add);
        Ranking.of(wording, scope).forEach(ranking::add);
    }

    /** Documents that hold as many of the words as any does, and all else; empty when that is none or no help. */
    Optional<org.apache.lucene.search.Query> query(IndexSearcher searcher) throws IOException {
        if (needs.size() < 2) {
            return Optional.empty();
        }
        // Each word scores 1, so the best score is the greatest number of words in one document.
        TopDocs best = searcher.search(required(1, false), 1);
        if (best.scoreDocs.length == 0) {
            return Optional.empty();
        }
        return Optional.of(required(Math.round(best.scoreDocs[0].score), true));
    }

    private org.apache.lucene.search.Query required(int least, boolean ranked) {
        BooleanQuery.Builder some = new BooleanQuery.Builder();
        needs.forEach(need -> some.add(need.query(), Occur.SHOULD));
        some.setMinimumNumberShouldMatch(least);
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(some.build(), Occur.MUST);
        if (!others.isEmpty()) {
            all.add(translation.of(new Query.And(others)), Occur.FILTER);
        }
        if (ranked) {
            all.add(ranking.build(), Occur.SHOULD);
        }
        return all.build();
    }

    /** Says which words the best hit lacks. */
    Warning warning(IndexSearcher searcher, String bestId) throws IOException {
        List<String> dropped = new ArrayList<>();
        for (Need need : needs) {
            BooleanQuery.Builder both = new BooleanQuery.Builder()
                    .add(new TermQuery(new Term(Fields.ID, bestId)), Occur.FILTER)
                    .add(need.query(), Occur.FILTER);
            if (searcher.count(both.build()) == 0) {
                dropped.add(need.word());
            }
        }
        String names = dropped.stream().map(word -> "“" + word + "”").collect(Collectors.joining("、"));
        return Translation.warning("没有同时含有全部词语的文档，以下结果略去了" + names + "。");
    }
}
