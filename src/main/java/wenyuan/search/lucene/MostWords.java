package wenyuan.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private final Set<Need> needs = new LinkedHashSet<>();
    private final List<Query> others = new ArrayList<>();
    private final BooleanQuery.Builder ranking = new BooleanQuery.Builder();

    private MostWords(Translation translation) {
        this.translation = translation;
    }

    /** One word that should stand in a scope, or its parts if it has any. */
    private record Need(PlainWord plain, List<String> parts) {
        org.apache.lucene.search.Query query() {
            return plain.queryOrAll(parts);
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
        return needs.stream().map(need -> need.plain().word()).distinct().toList();
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
        List<Need> more = wording.words().stream()
                .map(word -> new Need(new PlainWord(word, scope), translation.parts(word)))
                .filter(needs::add)
                .toList();
        Ranking.of(wording, scope).forEach(ranking::add);
        more.stream()
                .filter(need -> !need.parts().isEmpty())
                .map(need -> new Wording(need.plain().word(), need.parts()))
                .forEach(parts -> Ranking.of(parts, scope).forEach(ranking::add));
    }

    /** Documents that hold as many of the words as any does, and all else; empty when that is none or no help. */
    Optional<org.apache.lucene.search.Query> query(IndexSearcher searcher) throws IOException {
        if (needs.size() < 2 && needs.stream().allMatch(need -> need.parts().isEmpty())) {
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

    /** Says which words the best hit lacks, and of which it holds only the parts. */
    Warning warning(IndexSearcher searcher, String bestId) throws IOException {
        List<String> dropped = new ArrayList<>();
        List<String> divided = new ArrayList<>();
        for (Need need : needs) {
            if (!holds(searcher, bestId, need.query())) {
                dropped.add(need.plain().word());
            } else if (!holds(searcher, bestId, need.plain().query())) {
                divided.add(need.plain().word());
            }
        }
        return Translation.warning(
                dropped.isEmpty()
                        ? "没有含有全部词语的文档，以下结果把" + quoted(divided) + "分开查找。"
                        : "没有同时含有全部词语的文档，以下结果略去了" + quoted(dropped) + "。");
    }

    private static boolean holds(IndexSearcher searcher, String id, org.apache.lucene.search.Query query)
            throws IOException {
        BooleanQuery.Builder both = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Fields.ID, id)), Occur.FILTER)
                .add(query, Occur.FILTER);
        return searcher.count(both.build()) > 0;
    }

    private static String quoted(List<String> words) {
        return words.stream().map(word -> "“" + word + "”").collect(Collectors.joining("、"));
    }
}
