package wenyuan.text;

import com.hankcs.hanlp.dictionary.CoreDictionary;
import java.util.Arrays;

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
    private static final String EVERYDAY = "。,、;:?!\"'《》()-…· \n▢";

    private static final double PUNCTUATION = -4;
    private static final int RARE = 2;

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

    private static double word(String word) {
        if (word.length() == 1 && !Normal.matters(word.charAt(0))) {
            return EVERYDAY.contains(word) ? PUNCTUATION : UNKNOWN;
        }
        int frequency = frequency(word);
        if (frequency > 0) {
            return Math.log(frequency / TOTAL);
        }
        return word.length() == 1 ? UNKNOWN : Double.NEGATIVE_INFINITY;
    }

    private static int frequency(String word) {
        return CoreDictionary.getTermFrequency(word);
    }
}
