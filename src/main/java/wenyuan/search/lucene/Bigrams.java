package wenyuan.search.lucene;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Overlapping pairs of code points. A pair stands at the position of its first character, so that positions count letters;
 * nothing crosses from one passage to the next. Not thread-safe, used once.
 */
final class Bigrams extends TokenStream {
    /** Positions left free between two passages: more than any word distance that a query asks for. */
    static final int GAP = 100;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final List<String> passages;
    private int passage;
    private int place;
    private int skipped;

    /** Pairs of each of {@code passages}, which hold letters only. */
    Bigrams(List<String> passages) {
        this.passages = passages;
    }

    @Override
    public void reset() {
        passage = 0;
        place = 0;
        skipped = 0;
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        while (passage < passages.size()) {
            String text = passages.get(passage);
            int second = place < text.length() ? text.offsetByCodePoints(place, 1) : text.length();
            if (second < text.length()) {
                emit(text, second);
                return true;
            }
            // the last letter of a passage begins no pair, but has a position
            skipped += GAP + (place < text.length() ? 1 : 0);
            passage++;
            place = 0;
        }
        return false;
    }

    private void emit(String text, int second) {
        term.append(text, place, text.offsetByCodePoints(second, 1));
        increment.setPositionIncrement(1 + skipped);
        skipped = 0;
        place = second;
    }

    /** The pairs of one string, in order; empty when it is shorter than two code points. */
    static List<String> of(String letters) {
        List<String> pairs = new ArrayList<>();
        int first = 0;
        for (int second = next(letters, 0); second < letters.length(); second = next(letters, second)) {
            pairs.add(letters.substring(first, next(letters, second)));
            first = second;
        }
        return pairs;
    }

    /** Position of the first letter of each passage, as this stream counts. */
    static int[] bases(List<String> passages) {
        int[] bases = new int[passages.size()];
        for (int passage = 1; passage < bases.length; passage++) {
            String before = passages.get(passage - 1);
            bases[passage] = bases[passage - 1] + before.codePointCount(0, before.length()) + GAP;
        }
        return bases;
    }

    private static int next(String text, int place) {
        return place < text.length() ? text.offsetByCodePoints(place, 1) : place;
    }
}
