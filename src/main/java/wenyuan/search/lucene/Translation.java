package wenyuan.search.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.IntField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import wenyuan.model.Span;
import wenyuan.query.Field;
import wenyuan.query.Query;
import wenyuan.query.Scope;
import wenyuan.query.Warning;
import wenyuan.search.Highlighter;
import wenyuan.search.Slotted;
import wenyuan.search.Texts;
import wenyuan.search.Wording;
import wenyuan.text.Normal;
import wenyuan.text.Segmenter;

/** Puts one search into Lucene's terms and gathers what the user should know about it. Belongs to one search. */
final class Translation {
    /** Words of one chunk that are required; a pasted page has hundreds, and any sixty name it. */
    static final int MOST_WORDS = 60;

    /** What a match of a synonym is worth, beside one of the word typed. */
    private static final float SAID_OTHERWISE = 0.3f;

    /** What the word as typed is worth more, even where no ranking sees it. */
    private static final float AS_TYPED = 3;

    private final Segmenter segmenter;
    private final Texts texts;
    private final Highlighter highlighter;
    private final Deadline deadline;
    private final List<InText> checks = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();
    /** Whether what is being translated must not occur. */
    private boolean unwanted;

    Translation(Segmenter segmenter, Texts texts, Highlighter highlighter, Deadline deadline) {
        this.segmenter = segmenter;
        this.texts = texts;
        this.highlighter = highlighter;
        this.deadline = deadline;
    }

    /** What was read otherwise than meant, so far. */
    List<Warning> warnings() {
        return warnings.stream().distinct().toList();
    }

    /** Whether every candidate could be checked, so far. */
    boolean exact() {
        return checks.stream().noneMatch(InText::gaveUp);
    }

    /** Whether something of what was asked so far is checked in the texts themselves. */
    boolean readsTexts() {
        return !checks.isEmpty();
    }

    /** A warning about the query as a whole. */
    static Warning warning(String message) {
        return new Warning(message, new Span(0, 0));
    }

    /** The words of a chunk, at most {@link #MOST_WORDS}. */
    Wording wording(String chunk) {
        Wording all = Wording.of(chunk, segmenter);
        if (all.words().size() <= MOST_WORDS) {
            return all;
        }
        warnings.add(warning("查询过长，只按前" + MOST_WORDS + "个词查找。"));
        return new Wording(all.whole(), all.words().subList(0, MOST_WORDS));
    }

    /** What a word that stands nowhere falls into; see {@link Segmenter#parts}. */
    List<String> parts(String word) {
        return segmenter.parts(word);
    }

    /** Documents that match {@code query}, with scores. */
    org.apache.lucene.search.Query of(Query query) {
        return switch (query) {
            case Query.All() -> MatchAllDocsQuery.INSTANCE;
            case Query.Words(String text, Scope scope) -> words(text, scope);
            case Query.Thought(String text) -> thought(text);
            case Query.Verbatim verbatim -> verbatim(verbatim);
            case Query.Pattern pattern -> pattern(pattern);
            case Query.Near near -> near(near);
            case Query.Filter(Field field, List<String> values) -> filter(field, values);
            case Query.Years(int from, int to) ->
                new ConstantScoreQuery(IntField.newRangeQuery(Fields.YEARS, from, to));
            case Query.Parts(int from, int to) ->
                new ConstantScoreQuery(IntField.newRangeQuery(Fields.PARTS, from, to));
            case Query.Widened widened -> widened(widened);
            case Query.Masked(String text, Scope scope) -> Strings.of(letters(text), scope);
            case Query.And(List<Query> parts) -> and(parts);
            case Query.Or(List<Query> parts) -> or(parts);
            case Query.Not not -> and(List.of(not));
        };
    }

    private org.apache.lucene.search.Query words(String text, Scope scope) {
        Wording wording = wording(text);
        if (wording.whole().isEmpty()) {
            warnings.add(warning("“" + text + "”里没有字或数字，没有按它查找。"));
            return MatchAllDocsQuery.INSTANCE;
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        wording.words().forEach(word -> all.add(new PlainWord(word, scope).query(), Occur.FILTER));
        Ranking.of(wording, scope).forEach(all::add);
        return all.build();
    }

    private org.apache.lucene.search.Query widened(Query.Widened widened) {
        BooleanQuery.Builder typed = new BooleanQuery.Builder()
                .add(of(widened.typed()), Occur.MUST)
                .add(new BoostQuery(new ConstantScoreQuery(MatchAllDocsQuery.INSTANCE), AS_TYPED), Occur.SHOULD);
        List<org.apache.lucene.search.Query> ways = new ArrayList<>(List.of(typed.build()));
        widened.others().forEach(other -> ways.add(new BoostQuery(of(other), SAID_OTHERWISE)));
        return new DisjunctionMaxQuery(ways, 0);
    }

    private org.apache.lucene.search.Query thought(String text) {
        warnings.add(warning("还没有语义索引，已改为按词查找“" + text + "”。"));
        return words(text, new Scope.Text());
    }

    private org.apache.lucene.search.Query verbatim(Query.Verbatim verbatim) {
        String letters = verbatim.exact() ? core(letters(verbatim.text())) : letters(verbatim.text());
        if (letters.isEmpty() && !verbatim.exact()) {
            return nothing(verbatim.text());
        }
        Optional<Slotted> slotted = verbatim.exact() ? Optional.empty() : Slotted.of(letters);
        if (slotted.isPresent()) {
            return ranked(named(slotted.get(), letters, verbatim), verbatim.text(), verbatim.scope());
        }
        org.apache.lucene.search.Query candidates =
                letters.isEmpty() ? MatchAllDocsQuery.INSTANCE : Strings.of(letters, verbatim.scope());
        org.apache.lucene.search.Query match = verbatim.exact() ? checked(candidates, verbatim) : candidates;
        return Ranking.whole(match, wording(verbatim.text()), verbatim.scope());
    }

    /** The placeholder itself, or a name in its place. At an edge a name is whatever stands there. */
    private org.apache.lucene.search.Query named(Slotted slotted, String letters, Query.Verbatim verbatim) {
        List<String> pieces = slotted.pieces();
        BooleanQuery.Builder either = new BooleanQuery.Builder();
        either.add(Strings.of(letters, verbatim.scope()), Occur.SHOULD);
        if (pieces.size() == 1) {
            either.add(Strings.of(pieces.getFirst(), verbatim.scope()), Occur.SHOULD);
            return either.build();
        }
        either.add(inOrder(slotted, verbatim), Occur.SHOULD);
        return either.build();
    }

    private org.apache.lucene.search.Query inOrder(Slotted slotted, Query.Verbatim verbatim) {
        // what stands behind the last piece of a sentence, positions do not tell
        return located(slotted.pieces(), verbatim.scope()) && !slotted.after()
                ? InOneStretch.of(slotted).query()
                : checked(inAnyOrder(slotted.pieces(), verbatim.scope()), verbatim);
    }

    /** Whether positions tell where each of these strings stands. */
    private static boolean located(List<String> pieces, Scope scope) {
        return scope instanceof Scope.Text
                && pieces.stream().noneMatch(piece -> Bigrams.terms(piece).isEmpty());
    }

    private static org.apache.lucene.search.Query inAnyOrder(List<String> pieces, Scope scope) {
        return Strings.all(
                pieces.stream().map(piece -> Strings.of(piece, scope)).toList());
    }

    /** Letters without what may be half of a placeholder at either edge, which folds otherwise than the whole. */
    private static String core(String letters) {
        return letters.replaceAll("^[x〇" + Normal.SLOT + "]+|[x〇" + Normal.SLOT + "]+$", "");
    }

    private org.apache.lucene.search.Query pattern(Query.Pattern pattern) {
        String literal = letters(pattern.literal());
        if (literal.isEmpty()) {
            return nothing(pattern.literal());
        }
        BooleanQuery.Builder either = new BooleanQuery.Builder();
        either.add(Strings.of(literal, pattern.scope()), Occur.SHOULD);
        List<String> pieces =
                pattern.pieces().stream().map(Translation::letters).toList();
        if (pieces.stream().noneMatch(String::isEmpty)) {
            either.add(inOrder(pattern, pieces), Occur.SHOULD);
        }
        return ranked(either.build(), pattern.literal(), pattern.scope());
    }

    private org.apache.lucene.search.Query inOrder(Query.Pattern pattern, List<String> pieces) {
        return located(pieces, pattern.scope())
                ? InOneStretch.of(pieces, pattern.gaps(), pattern.extent()).query()
                : checked(inAnyOrder(pieces, pattern.scope()), pattern);
    }

    private org.apache.lucene.search.Query near(Query.Near near) {
        String text = String.join(" ", near.pieces());
        List<String> pieces = near.pieces().stream()
                .map(Translation::letters)
                .filter(piece -> !piece.isEmpty())
                .toList();
        if (pieces.isEmpty()) {
            return nothing(text);
        }
        org.apache.lucene.search.Query match = located(pieces, near.scope())
                ? InOneStretch.near(pieces, near.within(), near.extent()).query()
                : checked(inAnyOrder(pieces, near.scope()), near);
        return ranked(match, text, near.scope());
    }

    private org.apache.lucene.search.Query checked(org.apache.lucene.search.Query candidates, Query query) {
        InText check = new InText(query, texts, highlighter, deadline, unwanted);
        checks.add(check);
        return new CheckedQuery(candidates, check);
    }

    /** What was quoted decides; its words only order the hits. */
    private org.apache.lucene.search.Query ranked(org.apache.lucene.search.Query match, String text, Scope scope) {
        BooleanQuery.Builder ranked = new BooleanQuery.Builder().add(match, Occur.FILTER);
        Ranking.of(wording(text), scope).forEach(ranked::add);
        return ranked.build();
    }

    private org.apache.lucene.search.Query nothing(String text) {
        warnings.add(warning("引号里的“" + text + "”没有字或数字，无法查找。"));
        return new MatchNoDocsQuery("no letters");
    }

    private static org.apache.lucene.search.Query filter(Field field, List<String> values) {
        List<BytesRef> terms = values.stream()
                .map(value -> new BytesRef(Fields.facet(field, value)))
                .toList();
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        any.add(new TermInSetQuery(Fields.FACET, terms), Occur.SHOULD);
        if (field == Field.SOURCE) {
            values.forEach(value -> any.add(new PrefixQuery(new Term(Fields.PATH, value)), Occur.SHOULD));
        }
        return new ConstantScoreQuery(any.build());
    }

    private org.apache.lucene.search.Query and(List<Query> parts) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        boolean positive = false;
        for (Query part : parts) {
            positive |= !(part instanceof Query.Not);
            switch (part) {
                case Query.Not(Query absent) -> all.add(unwanted(absent), Occur.MUST_NOT);
                case Query.Filter filter -> all.add(of(filter), Occur.FILTER);
                case Query.Years years -> all.add(of(years), Occur.FILTER);
                case Query.Parts number -> all.add(of(number), Occur.FILTER);
                case Query.All every -> all.add(of(every), Occur.FILTER);
                case Query.Words words -> all.add(of(words), Occur.MUST);
                case Query.Verbatim verbatim -> all.add(of(verbatim), Occur.MUST);
                case Query.Pattern pattern -> all.add(of(pattern), Occur.MUST);
                case Query.Near near -> all.add(of(near), Occur.MUST);
                case Query.Widened widened -> all.add(of(widened), Occur.MUST);
                case Query.Masked masked -> all.add(of(masked), Occur.MUST);
                case Query.Thought thought -> all.add(of(thought), Occur.MUST);
                case Query.And and -> all.add(of(and), Occur.MUST);
                case Query.Or or -> all.add(of(or), Occur.MUST);
            }
        }
        if (!positive) {
            all.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
        }
        return all.build();
    }

    private org.apache.lucene.search.Query unwanted(Query absent) {
        unwanted = !unwanted;
        org.apache.lucene.search.Query translated = of(absent);
        unwanted = !unwanted;
        return translated;
    }

    private org.apache.lucene.search.Query or(List<Query> parts) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        parts.forEach(part -> any.add(of(part), Occur.SHOULD));
        return any.build();
    }

    private static String letters(String text) {
        return Normal.of(text).letters().text();
    }
}
