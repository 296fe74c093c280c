package wenyuan.ingest.clean;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The syllables of Mandarin in Latin letters. */
final class Pinyin {
    /** Initials and the finals they take, after the table of 汉语拼音方案; v is ü. */
    private static final String TABLE = """
            b a o ai ei ao an en ang eng i ie iao ian in ing u
            p a o ai ei ao ou an en ang eng i ie iao ian in ing u
            m a o e ai ei ao ou an en ang eng i ie iao iu ian in ing u
            f a o ei ou an en ang eng u
            d a e ai ei ao ou an en ang eng ong i ia ie iao iu ian ing u uo ui uan un
            t a e ai ei ao ou an ang eng ong i ie iao ian ing u uo ui uan un
            n a e ai ei ao ou an en ang eng ong i ie iao iu ian in iang ing u uo uan un v ve ue
            l a o e ai ei ao ou an ang eng ong i ia ie iao iu ian in iang ing u uo uan un v ve ue
            g a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang
            k a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang
            h a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang
            j i ia ie iao iu ian in iang ing iong u ue uan un
            q i ia ie iao iu ian in iang ing iong u ue uan un
            x i ia ie iao iu ian in iang ing iong u ue uan un
            zh a e ai ei ao ou an en ang eng ong i u ua uo uai ui uan un uang
            ch a e ai ao ou an en ang eng ong i u ua uo uai ui uan un uang
            sh a e ai ei ao ou an en ang eng i u ua uo uai ui uan un uang
            r e ao ou an en ang eng ong i u ua uo ui uan un
            z a e ai ei ao ou an en ang eng ong i u uo ui uan un
            c a e ai ao ou an en ang eng ong i u uo ui uan un
            s a e ai ao ou an en ang eng ong i u uo ui uan un
            y a o e ao ou an ang ong i in ing u ue uan un
            w a o ai ei an en ang eng u
            - a o e ai ei ao ou an en ang eng er
            """;

    private static final Set<String> SYLLABLES = syllables();
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final String TONED = "āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜńňǹḿ";
    private static final String OTHERS = "üêɡɑ";

    private Pinyin() {}

    /** A letter that pinyin is written with. */
    static boolean letter(char c) {
        return (c >= 'a' && c <= 'z') || TONED.indexOf(c) >= 0 || OTHERS.indexOf(c) >= 0;
    }

    /** Whether {@code text} is one to six legal syllables, a blank between two. A single letter needs its tone. */
    static boolean legal(String text) {
        String[] words = text.trim().split(" +", 7);
        return words.length <= 6
                && Arrays.stream(words)
                        .allMatch(word -> (word.length() > 1 || toned(word)) && SYLLABLES.contains(plain(word)));
    }

    static boolean toned(String text) {
        return text.chars().anyMatch(c -> TONED.indexOf(c) >= 0);
    }

    private static String plain(String syllable) {
        String letters = syllable.replace('ɡ', 'g').replace('ɑ', 'a');
        String parts = Normalizer.normalize(letters, Normalizer.Form.NFD).replace("u\u0308", "v");
        return MARKS.matcher(parts).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private static Set<String> syllables() {
        Set<String> syllables = new HashSet<>();
        TABLE.lines().map(row -> row.split(" ", -1)).forEach(row -> {
            String initial = row[0].equals("-") ? "" : row[0];
            Arrays.stream(row).skip(1).forEach(end -> syllables.add(initial + end));
        });
        return Set.copyOf(syllables);
    }
}
