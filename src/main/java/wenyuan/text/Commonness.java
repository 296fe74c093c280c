package wenyuan.text;

import com.hankcs.hanlp.dictionary.CoreDictionary;
import java.util.OptionalDouble;

/**
 * How common a word is in general Chinese, by the counts of HanLP's core dictionary (newspapers): something to go by while
 * an archive is too small to tell. Thread-safe.
 */
public final class Commonness {
    /** The dictionary's counts come from so many words: 的 has 54,478 of them and makes 4.5 % of a newspaper. */
    private static final double WORDS = 1_200_000;
    /** Words of a text as archives hold them. */
    private static final double TEXT = 1_000;

    private Commonness() {}

    /**
     * The share of texts of usual length that hold {@code word} (in normal form), were words strewn by chance (Poisson);
     * empty for a word that the dictionary does not know.
     */
    public static OptionalDouble share(String word) {
        int frequency = CoreDictionary.getTermFrequency(word);
        return frequency == 0 ? OptionalDouble.empty() : OptionalDouble.of(-Math.expm1(-TEXT * frequency / WORDS));
    }
}
