package wenyuan.text;

import static java.util.stream.Collectors.toSet;

import com.hankcs.hanlp.mining.word.NewWordDiscover;
import com.hankcs.hanlp.mining.word.WordInfo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Words that a text uses and the dictionary does not know, by HanLP's statistics: letters that stick together and stand beside
 * many others. What it finds is then compared with how the text is cut, because most of it is pieces of sentences. Thread-safe.
 */
public final class NewWords {
    /** Most characters of one call: HanLP needs about 1.5 KB of heap for each. */
    public static final int MOST = 200_000;

    private static final int LONGEST = 6;
    private static final int SELDOM = 5;
    private static final float LEAST_ENTROPY = 0.5f;
    private static final float LEAST_AGGREGATION = 20;
    private static final int FOUND = 3_000;
    /** Share of the places where a word must not cut another in two. */
    private static final double WHOLE = 0.8;
    /** First letters of natures that no word of ours has inside: time, place word, adverb, measure, suffix … */
    private static final String FOREIGN = "tfdqruwpcyeo";

    private final Segmenter segmenter;

    /** Words that {@code segmenter} does not know. */
    public NewWords(Segmenter segmenter) {
        this.segmenter = segmenter;
    }

    /**
     * A word that seems to be one.
     *
     * @param text normal form, two to six characters
     * @param count how often it stands in the text
     * @param compound whether it is a term made of words that are all known: useful, but no gap in the dictionary
     */
    public record NewWord(String text, int count, boolean compound) {}

    /** New words of {@code text}, of which no more than {@value #MOST} characters are read. */
    public List<NewWord> in(String text) {
        String normal =
                Normal.of(text.substring(0, Math.min(text.length(), MOST))).text();
        if (normal.isBlank()) {
            return List.of();
        }
        NewWordDiscover discover =
                new NewWordDiscover(LONGEST, (float) SELDOM / normal.length(), LEAST_ENTROPY, LEAST_AGGREGATION, true);
        Set<Integer> edges = new HashSet<>();
        for (Token token : segmenter.segment(normal)) {
            edges.add(token.span().start());
            edges.add(token.span().end());
        }
        List<NewWord> words = new ArrayList<>();
        for (WordInfo found : discover.discover(normal, FOUND)) {
            if (found.frequency >= SELDOM && promising(found.text) && whole(normal, found.text, edges)) {
                words.add(new NewWord(found.text, found.frequency, compound(segmenter.segment(found.text))));
            }
        }
        return List.copyOf(words);
    }

    /** Whether this may be a word, is none yet, and holds nothing that only joins words. */
    private boolean promising(String word) {
        List<Token> parts = segmenter.segment(word);
        Set<Character> letters = word.chars().mapToObj(letter -> (char) letter).collect(toSet());
        return parts.size() > 1
                && letters.size() > 1
                && word.codePoints().allMatch(Character::isIdeographic)
                && parts.stream().allMatch(NewWords::mayStandInside)
                && (compound(parts) ? parts.stream().allMatch(NewWords::naming) : !phrase(parts));
    }

    private static boolean compound(List<Token> parts) {
        return parts.stream().allMatch(part -> part.text().length() > 1);
    }

    /** Whether this is rather a verb with what it does or how it ends: 取得新, 书记抓. */
    private static boolean phrase(List<Token> parts) {
        Token last = parts.getLast();
        Token before = parts.get(parts.size() - 2);
        boolean ending = last.text().length() == 1 && before.text().length() > 1;
        return last.nature().startsWith("m")
                || (ending && last.nature().startsWith("a") && before.nature().startsWith("v"))
                || (ending && last.nature().startsWith("v") && before.nature().startsWith("n"));
    }

    private static boolean naming(Token token) {
        return "gijnb".indexOf(token.nature().charAt(0)) >= 0 || token.nature().equals("vn");
    }

    private static boolean mayStandInside(Token token) {
        String nature = token.nature();
        boolean number = nature.startsWith("m") && token.text().length() > 1;
        return token.content() && !number && !nature.startsWith("nr") && FOREIGN.indexOf(nature.charAt(0)) < 0;
    }

    private static boolean whole(String text, String word, Set<Integer> edges) {
        int all = 0;
        int whole = 0;
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            all++;
            whole += edges.contains(at) && edges.contains(at + word.length()) ? 1 : 0;
        }
        return whole >= WHOLE * all;
    }
}
