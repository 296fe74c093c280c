package wenyuan.text;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.dictionary.py.Pinyin;
import java.util.List;

/** How words are read aloud, after HanLP's pinyin dictionary. Pure; the dictionary is loaded at the first call. */
public final class Pronunciation {
    private Pronunciation() {}

    /**
     * The syllables of {@code word} (normal form) in plain letters, without tones, ü as v; none when any of its characters is
     * no Han character with a known reading.
     */
    public static List<String> of(String word) {
        List<Pinyin> read = HanLP.convertToPinyinList(word);
        boolean known = read.size() == word.length() && read.stream().noneMatch(Pinyin.none5::equals);
        return known ? read.stream().map(Pinyin::getPinyinWithoutTone).toList() : List.of();
    }
}
