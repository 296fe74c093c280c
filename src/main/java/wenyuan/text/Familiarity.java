package wenyuan.text;

import com.hankcs.hanlp.dictionary.CoreDictionary;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * How much a stretch of text reads like Chinese, after the word frequencies of HanLP's core dictionary. Pure; the dictionary
 * is loaded at the first call.
 */
public final class Familiarity {
    private static final int LONGEST_WORD = 4;
    private static final double TOTAL = 2_500_000;
    /** As if an unknown character occurred once in a text a thousand times as long. */
    private static final double UNKNOWN = Math.log(0.001 / TOTAL);

    /** Marks of running text, as in normal form. */
    private static final List<String> MARKS = List.of("。,、", ";:?!\"《》\n▢", "'()-…· ");
    /** Logarithm of the probability of a mark of the first row; each further row is rarer by as much as {@link #ROW}. */
    private static final double FIRST_ROW = -4;

    private static final double ROW = -2;
    private static final int RARE = 2;
    private static final int COMMON = 5;
    private static final char FIRST_HAN = '\u4e00';
    private static final char LAST_HAN = '\u9fff';

    private Familiarity() {}

    /**
     * Logarithm of the probability of the likeliest words that make up {@code text}, of either script: the product of
     * their frequencies. Comparable only between readings of the same stretch.
     */
    public static double of(String text) {
        String normal = Normal.of(text).text();
        double[] best = new double[normal.length() + 1];
        Arrays.fill(best, Double.NEGATIVE_INFINITY);
        best[0] = 0;
        for (int start = 0; start < normal.length(); start++) {
            for (int end = start + 1; end <= Math.min(normal.length(), start + LONGEST_WORD); end++) {
                best[end] = Math.max(best[end], best[start] + word(normal.substring(start, end)));
            }
        }
        return best[normal.length()];
    }

    /** Whether {@code unit} hardly ever stands as a word of its own. */
    public static boolean isRare(char unit) {
        return frequency(Normal.of(String.valueOf(unit)).text()) <= RARE;
    }

    /**
     * Whether {@code unit} is a Chinese character, of either script, outside the 3,755 common ones: the first level of
     * GB 2312. In running text one in fifty is; in text read in a wrong encoding, every second.
     */
    public static boolean isUncommon(char unit) {
        return unit >= FIRST_HAN && unit <= LAST_HAN && Uncommon.UNITS.get(unit - FIRST_HAN);
    }

    /** Whether {@code text}, of either script, is a word of the dictionary. */
    public static boolean isWord(String text) {
        return frequency(Normal.of(text).text()) > 0;
    }

    /** Whether {@code word} is above all a verb, and not a rare one. */
    public static boolean isVerb(String word) {
        CoreDictionary.Attribute found = CoreDictionary.get(Normal.of(word).text());
        return found != null && found.totalFrequency >= COMMON && found.nature[0].startsWith('v');
    }

    /** Asked of every character of a text, so looked up once; a class of its own, to be made when first needed. */
    private static final class Uncommon {
        private static final int FIRST_LEVEL_END = 0xd8;
        private static final Charset GB2312 = Charset.forName("GB2312");
        private static final BitSet UNITS = new BitSet(LAST_HAN - FIRST_HAN + 1);

        static {
            for (char unit = FIRST_HAN; unit <= LAST_HAN; unit++) {
                byte[] bytes = Normal.of(String.valueOf(unit)).text().getBytes(GB2312);
                UNITS.set(unit - FIRST_HAN, bytes.length < 2 || (bytes[0] & 0xff) >= FIRST_LEVEL_END);
            }
        }

        private Uncommon() {}
    }

    private static double word(String word) {
        if (word.length() == 1 && !Normal.matters(word.charAt(0))) {
            return mark(word);
        }
        int frequency = frequency(word);
        if (frequency > 0) {
            return Math.log(frequency / TOTAL);
        }
        return word.length() == 1 ? UNKNOWN : Double.NEGATIVE_INFINITY;
    }

    private static double mark(String mark) {
        for (int row = 0; row < MARKS.size(); row++) {
            if (MARKS.get(row).contains(mark)) {
                return FIRST_ROW + ROW * row;
            }
        }
        return UNKNOWN;
    }

    private static int frequency(String word) {
        return CoreDictionary.getTermFrequency(word);
    }
}
