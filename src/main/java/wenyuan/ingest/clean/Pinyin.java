package wenyuan.ingest.clean;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

    private static final Set<String> SYLLABLES = table();
    private static final String TONED = "āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜńňǹḿüêɡɑ";
    private static final String PLAIN = "aaaaooooeeeeiiiiuuuuvvvvnnnmvega";
    /** How many of {@link #TONED} bear a tone. */
    private static final int TONES = 28;

    private static final int MOST = 6;

    private Pinyin() {}

    /** A letter that pinyin is written with, or a tone mark that stands apart. */
    static boolean letter(char c) {
        return (c >= 'a' && c <= 'z') || mark(c) || (c > 0x7f && c < 0x2000 && TONED.indexOf(c) >= 0);
    }

    /**
     * The one to six syllables that {@code text} is, in plain letters; none when it is something else. A tone may be a number
     * behind the syllable; a single letter needs its tone.
     */
    static List<String> syllables(String text) {
        List<String> syllables = new ArrayList<>();
        for (String word : text.trim().split(" +", MOST + 1)) {
            String plain = plain(word);
            if (!SYLLABLES.contains(plain) || (word.length() == 1 && !toned(word)) || syllables.size() == MOST) {
                return List.of();
            }
            syllables.add(plain);
        }
        return syllables;
    }

    static boolean toned(String text) {
        return text.chars().anyMatch(c -> mark((char) c) || (c >= '1' && c <= '5') || tone(c));
    }

    private static boolean tone(int c) {
        int at = c <= 0x7f ? -1 : TONED.indexOf(c);
        return at >= 0 && at < TONES;
    }

    private static boolean mark(char c) {
        return c >= '\u0300' && c <= '\u030c';
    }

    private static String plain(String syllable) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < syllable.length(); i++) {
            char c = syllable.charAt(i);
            int at = c <= 0x7f ? -1 : TONED.indexOf(c);
            boolean number = i > 0 && i == syllable.length() - 1 && c >= '1' && c <= '5';
            if (!mark(c) && !number) {
                plain.append(at < 0 ? Character.toLowerCase(c) : PLAIN.charAt(at));
            }
        }
        return plain.toString();
    }

    private static Set<String> table() {
        Set<String> syllables = new HashSet<>();
        TABLE.lines().map(row -> row.split(" ", -1)).forEach(row -> {
            String initial = row[0].equals("-") ? "" : row[0];
            Arrays.stream(row).skip(1).forEach(end -> syllables.add(initial + end));
        });
        return Set.copyOf(syllables);
    }
}
