package wenyuan.search.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import wenyuan.query.Scope;
import wenyuan.search.Wording;

/**
 * What moves a hit up, never what makes it one: BM25 over HanLP's words, plus fixed sums for words in the title or in
 * headings, for the whole chunk standing verbatim, and for words close together. A BM25 score of a good word is 3 to 8.
 */
final class Ranking {
    private static final float WORD_IN_TITLE = 2;
    private static final float WORD_IN_HEADING = 0.7f;
    private static final float OF_THE_YEAR = 3;
    private static final float WHOLE = 4;
    private static final float WHOLE_IN_TITLE = 4;
    private static final float WHOLE_IN_HEADING = 1.5f;
    private static final float CLOSE = 1.5f;
    /** Letters from the first to the last of two words that count as close. */
    private static final int CLOSE_WIDTH = 16;

    private Ranking() {}

    /** Optional clauses for a chunk looked for in {@code scope}. */
    static List<BooleanClause> of(Wording wording, Scope scope) {
        return clauses(wording, scope, false);
    }

    /** {@code match}, which finds nothing but texts with the whole chunk, with what else moves a hit up. */
    static Query whole(Query match, Wording wording, Scope scope) {
        BooleanQuery.Builder ranked = new BooleanQuery.Builder();
        if (wording.words().size() > 1) {
            ranked.add(new BoostQuery(new ConstantScoreQuery(match), WHOLE), Occur.MUST);
        } else {
            ranked.add(match, Occur.FILTER);
        }
        clauses(wording, scope, true).forEach(ranked::add);
        return ranked.build();
    }

    private static List<BooleanClause> clauses(Wording wording, Scope scope, boolean whole) {
        String words = Fields.words(Fields.EDGES.contains(scope) ? new Scope.Text() : scope);
        List<Query> boosts = new ArrayList<>();
        for (String word : wording.words()) {
            boosts.add(new TermQuery(new Term(words, word)));
            addParts(boosts, word, scope, WORD_IN_TITLE, WORD_IN_HEADING);
            PlainWord plain = new PlainWord(word, scope);
            if (plain.isYear()) {
                boosts.add(new BoostQuery(plain.year(), OF_THE_YEAR));
            }
        }
        if (wording.words().size() > 1) {
            if (!whole) {
                boosts.add(new BoostQuery(Strings.of(wording.whole(), scope), WHOLE));
            }
            addParts(boosts, wording.whole(), scope, WHOLE_IN_TITLE, WHOLE_IN_HEADING);
        }
        return boosts.stream()
                .map(boost -> new BooleanClause(boost, Occur.SHOULD))
                .toList();
    }

    /**
     * How the documents that a query finds are scored.
     *
     * @param optional what a document may score
     * @param always what each of them scores beside
     */
    record Scores(List<BooleanClause> optional, float always) {}

    /** How {@code query} scores; empty when it takes more than {@link Scores} can say. */
    static Optional<Scores> scores(Query query) {
        if (!(query instanceof BooleanQuery all)) {
            return Optional.empty();
        }
        List<BooleanClause> optional = new ArrayList<>();
        boolean required = false;
        float always = 0;
        for (BooleanClause clause : all) {
            required |= clause.isRequired();
            if (clause.occur() == Occur.SHOULD) {
                optional.add(clause);
            } else if (clause.occur() == Occur.MUST) {
                Optional<Scores> part = isConstant(clause.query())
                        ? Optional.of(new Scores(List.of(), ((BoostQuery) clause.query()).getBoost()))
                        : scores(clause.query());
                if (part.isEmpty()) {
                    return Optional.empty();
                }
                optional.addAll(part.get().optional());
                always += part.get().always();
            }
        }
        return required ? Optional.of(new Scores(optional, always)) : Optional.empty();
    }

    private static boolean isConstant(Query query) {
        return query instanceof BoostQuery boost && boost.getQuery() instanceof ConstantScoreQuery;
    }

    private static void addParts(List<Query> boosts, String letters, Scope scope, float title, float heading) {
        if (scope instanceof Scope.Text) {
            boosts.add(new BoostQuery(Strings.of(letters, new Scope.Title()), title));
            boosts.add(new BoostQuery(Strings.of(letters, new Scope.Headings(0)), heading));
        }
    }

    /**
     * Scores each pair of neighbouring words that stand close together. Reads positions of every document it meets, so it
     * is for the best hits only.
     */
    static Query closeness(List<String> words) {
        BooleanQuery.Builder pairs = new BooleanQuery.Builder();
        List<String> longer = words.stream()
                .filter(word -> !Bigrams.of(word).isEmpty())
                .distinct()
                .toList();
        IntStream.range(1, longer.size())
                .mapToObj(place -> close(longer.get(place - 1), longer.get(place)))
                .forEach(pair -> pairs.add(pair, Occur.SHOULD));
        return pairs.build();
    }

    private static Query close(String first, String second) {
        IntervalsSource both = Intervals.maxwidth(CLOSE_WIDTH, Intervals.unordered(source(first), source(second)));
        Query close = new IntervalQuery(Places.FIELD, both);
        return new BoostQuery(new ConstantScoreQuery(close), CLOSE);
    }

    private static IntervalsSource source(String letters) {
        return Intervals.phrase(Bigrams.of(letters).toArray(String[]::new));
    }
}
