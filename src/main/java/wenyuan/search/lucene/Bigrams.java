package wenyuan.search.lucene;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Overlapping pairs of code points, and single ones of the few letters that patterns are framed with (以…为…). A pair stands at
 * the position of its first character, so that positions count letters; nothing crosses from one passage to the next. Not
 * thread-safe, used once.
 */
final class Bigrams extends TokenStream {
    /** Positions left free between two passages: words on either side must never count as close. */
    static final int GAP = 100;

    /**
     * Letters that have positions of their own, where patterns are framed with them. They are an eighth of all letters; to index
     * every letter so would cost half of the text's size.
     */
    private static final String FRAMES = "把以为要不是在有从到对让使用靠与和又再更既也就才都向将由而越抓促谁能敢边无讲重强";

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final List<String> passages;
    private int passage;
    private int place;
    private int skipped;
    private String letter = "";
    private boolean pending;

    /** Pairs of each of {@code passages}, which hold letters only. */
    Bigrams(List<String> passages) {
        this.passages = passages;
    }

    @Override
    public void reset() {
        passage = 0;
        place = 0;
        skipped = 0;
        pending = false;
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (pending) {
            pending = false;
            term.append(letter);
            increment.setPositionIncrement(0);
            return true;
        }
        for (; passage < passages.size(); passage++, place = 0, skipped += GAP) {
            if (emitted(passages.get(passage))) {
                return true;
            }
        }
        return false;
    }

    /** Takes the next letter of a passage that has a term. The last letter begins no pair, but has a position. */
    private boolean emitted(String text) {
        if (place == text.length()) {
            return false;
        }
        int first = place;
        place = next(text, first);
        letter = text.substring(first, place);
        boolean frame = isFrame(letter);
        if (place == text.length() && !frame) {
            skipped++;
            return false;
        }
        pending = frame && place < text.length();
        term.append(text, first, next(text, place));
        increment.setPositionIncrement(1 + skipped);
        skipped = 0;
        return true;
    }

    /** Whether this is one letter (不是在 stands in the list too, but is none). */
    private static boolean isFrame(String letter) {
        return letter.length() == 1 && FRAMES.contains(letter);
    }

    /** The terms that stand in a row where {@code letters} do; empty when the index has none that tells so. */
    static List<String> terms(String letters) {
        return isFrame(letters) ? List.of(letters) : of(letters);
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
