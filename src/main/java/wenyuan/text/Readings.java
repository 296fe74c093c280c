package wenyuan.text;

import com.hankcs.hanlp.dictionary.py.Pinyin;
import com.hankcs.hanlp.dictionary.py.PinyinDictionary;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** How characters are read, after HanLP's pinyin dictionary. Pure; the dictionary is loaded at the first call. */
public final class Readings {
    private Readings() {}

    /** The syllables of {@code han} in plain letters, without tones, ü as v: {@code zhong, chong}; none when it is not known. */
    public static Set<String> of(char han) {
        Set<String> readings = listed(han);
        return readings.isEmpty() ? simplified(han) : readings;
    }

    private static Set<String> simplified(char han) {
        String normal = Normal.of(String.valueOf(han)).text();
        return normal.length() == 1 ? listed(normal.charAt(0)) : Set.of();
    }

    private static Set<String> listed(char han) {
        Pinyin[] found = PinyinDictionary.get(String.valueOf(han));
        return found == null
                ? Set.of()
                : Arrays.stream(found).map(Pinyin::getPinyinWithoutTone).collect(Collectors.toUnmodifiableSet());
    }
}
