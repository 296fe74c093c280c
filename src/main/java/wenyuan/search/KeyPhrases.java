package wenyuan.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import wenyuan.model.Document;
import wenyuan.search.Expressions.Expression;
import wenyuan.text.Commonness;
import wenyuan.text.Segmenter;

/**
 * Finds the expressions that are a document's own. Counted anew each time, because an archive grows. Thread-safe.
 *
 * <p>The score of an expression a that stands f times in the document is
 *
 * <pre>log2(letters, at most 6) · log2(1 + f') · −ln p(a) · (1.5 when title or a heading holds it) · (0.6 when it begins with a verb)</pre>
 *
 * <ul>
 *   <li>f' = f − the mean frequency of the longer expressions around it: the C-value of K. Frantzi, S. Ananiadou, H. Mima,
 *       "Automatic recognition of multi-word terms: the C-value/NC-value method", 2000.
 *   <li>p(a) = (documents with a + {@value #PRIOR} · q(a)) / (documents + {@value #PRIOR}): the share of documents of the archive that hold it,
 *       drawn towards q, the share in general Chinese as HanLP's dictionary tells it ({@link Commonness}, for several words
 *       the product). What the dictionary does not know is judged by the archive alone.
 * </ul>
 *
 * What more than a quarter of the archive holds is nobody's own.
 */
public final class KeyPhrases {
    /** Most phrases for one document. */
    public static final int MOST = 10;

    /** Characters of a text that are read: ten times a long speech. */
    private static final int CHARACTERS = 60_000;

    private static final int FEWEST = 5;
    private static final int LONG = 6;
    private static final double PROMINENT = 1.5;
    private static final double DEMAND = 0.6;
    private static final double WEAK = 0.3;
    private static final int PRIOR = 100;
    private static final int COUNTED = 200;
    private static final int FINALISTS = 25;
    /** A string whose rarest pair stands in more documents is no rare string. */
    private static final int CHECKED = 2_000;

    private final SearchEngine engine;
    private final Segmenter segmenter;

    /** Phrases as against what {@code engine} has taken in. */
    public KeyPhrases(SearchEngine engine, Segmenter segmenter) {
        this.engine = engine;
        this.segmenter = segmenter;
    }

    private record Scored(Expression expression, double own, long documents, double score) {
        String letters() {
            return expression.letters();
        }
    }

    /** Up to ten phrases of {@code document}, best first; fewer or none for a text that has nothing of its own. */
    public List<KeyPhrase> of(Document document) {
        List<Scored> all = candidates(Expressions.of(document, segmenter, CHARACTERS));
        List<Scored> rough = best(counted(all, 0), COUNTED);
        List<Scored> chosen =
                unfolded(best(counted(rough.subList(0, Math.min(FINALISTS, rough.size())), CHECKED), FINALISTS));
        long[] exact = engine.documentsWith(chosen.stream().map(Scored::letters).toList(), Integer.MAX_VALUE);
        return IntStream.range(0, chosen.size())
                .mapToObj(i -> new KeyPhrase(
                        chosen.get(i).letters(),
                        chosen.get(i).expression().count(),
                        Math.max(1, exact[i]),
                        chosen.get(i).score()))
                .toList();
    }

    /** What stands there often enough to say something, without what only ever stands inside something longer. */
    private static List<Scored> candidates(List<Expression> expressions) {
        List<Expression> solid = expressions.stream()
                .filter(expression ->
                        expression.count() > 1 || expression.words().size() == 1 || expression.prominent())
                .toList();
        Map<String, List<Expression>> around = around(solid);
        return solid.stream()
                .map(expression -> scored(expression, around.getOrDefault(expression.letters(), List.of())))
                .filter(scored -> scored.own() > 0)
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .limit(COUNTED)
                .toList();
    }

    /** By the letters of an expression, the longer ones that it stands in. */
    private static Map<String, List<Expression>> around(List<Expression> expressions) {
        Map<String, List<Expression>> around = new HashMap<>();
        for (Expression longer : expressions) {
            List<String> words = longer.words();
            for (int from = 0; from < words.size(); from++) {
                for (int to = from + 1; to <= words.size(); to++) {
                    if (to - from < words.size()) {
                        around.computeIfAbsent(String.join("", words.subList(from, to)), part -> new ArrayList<>())
                                .add(longer);
                    }
                }
            }
        }
        return around;
    }

    private static Scored scored(Expression expression, List<Expression> around) {
        double nested = around.stream().mapToInt(Expression::count).average().orElse(0);
        double own = expression.count() - nested;
        return new Scored(expression, own, 0, weight(expression, own));
    }

    private static double weight(Expression expression, double own) {
        int letters = Math.min(expression.letters().length(), LONG);
        return log2(letters)
                * log2(1 + own)
                * (expression.prominent() ? PROMINENT : 1)
                * (expression.demand() ? DEMAND : 1);
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }

    private List<Scored> counted(List<Scored> candidates, int checked) {
        long[] documents =
                engine.documentsWith(candidates.stream().map(Scored::letters).toList(), checked);
        long all = engine.documents();
        return IntStream.range(0, candidates.size())
                .mapToObj(i -> {
                    Scored candidate = candidates.get(i);
                    long with = Math.max(1, documents[i]);
                    double score = common(with, all)
                            ? 0
                            : weight(candidate.expression(), candidate.own())
                                    * -Math.log(share(candidate.expression(), with, all));
                    return new Scored(candidate.expression(), candidate.own(), with, score);
                })
                .toList();
    }

    private static boolean common(long with, long all) {
        return with > Math.max(3, all / 4) || (with > 1 && with >= all);
    }

    private static double share(Expression expression, long with, long all) {
        double here = (with + 0.5) / (all + 1);
        double product = 1;
        for (String word : expression.words()) {
            OptionalDouble share = Commonness.share(word);
            if (share.isEmpty()) {
                return here;
            }
            product *= share.getAsDouble();
        }
        return (with + 0.5 + PRIOR * product) / (all + 1 + PRIOR);
    }

    private static List<Scored> best(List<Scored> scored, int most) {
        return scored.stream()
                .filter(candidate -> candidate.score() > 0)
                .sorted(Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::letters))
                .limit(most)
                .toList();
    }

    /** The best, without those that mostly repeat a better one. */
    private static List<Scored> unfolded(List<Scored> best) {
        List<Scored> chosen = new ArrayList<>();
        for (Scored next : best) {
            boolean folded = chosen.stream().anyMatch(better -> repeats(next.letters(), better.letters()));
            boolean weak = chosen.size() >= FEWEST
                    && next.score() < WEAK * chosen.getFirst().score();
            if (!folded && !weak && chosen.size() < MOST) {
                chosen.add(next);
            }
        }
        return chosen;
    }

    /** Whether more than half of the shorter stands in the other without a break. */
    static boolean repeats(String a, String b) {
        String shorter = a.length() < b.length() ? a : b;
        String longer = a.length() < b.length() ? b : a;
        int half = shorter.length() / 2 + 1;
        return IntStream.rangeClosed(0, shorter.length() - half)
                .anyMatch(from -> longer.contains(shorter.substring(from, from + half)));
    }
}
