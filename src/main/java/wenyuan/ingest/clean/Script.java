package wenyuan.ingest.clean;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import wenyuan.model.Span;
import wenyuan.text.Familiarity;
import wenyuan.text.Normal;

/**
 * Turns the few traditional characters of a simplified text into simplified ones. Careful: only characters that no simplified
 * text is written with (GB 2312 lacks them), and only where they make a word of the dictionary with a neighbour, so that names
 * stay. A text that mixes both freely is left alone, and so is a traditional one: its characters have no single counterpart.
 */
final class Script {
    static final String RULE = "repair.script";
    /** Share of all Chinese characters up to which foreign ones are strays. */
    private static final double STRAYS = 0.05;

    private static final char FIRST = '\u4e00';
    private static final char LAST = '\u9fff';

    private Script() {}

    static List<Placed> unify(List<Placed> lines) {
        int han = 0;
        int strays = 0;
        for (Placed line : lines) {
            for (int i = 0; line.isBody() && i < line.line().length(); i++) {
                char c = line.line().text().charAt(i);
                han += Prose.han(c) ? 1 : 0;
                strays += stray(c) ? 1 : 0;
            }
        }
        return strays == 0 || strays > STRAYS * han
                ? lines
                : lines.stream().map(line -> line.isBody() ? unify(line) : line).toList();
    }

    private static Placed unify(Placed placed) {
        String text = placed.line().text();
        List<Draft.Change> changes = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            if (stray(text.charAt(i)) && inWord(text, i)) {
                changes.add(new Draft.Change(RULE, new Span(i, i + 1), counterpart(text.charAt(i))));
            }
        }
        return new Placed(placed.line().with(placed.line().draft().with(changes)), placed.mark());
    }

    private static boolean stray(char c) {
        return c >= FIRST && c <= LAST && Strays.UNITS.get(c - FIRST);
    }

    /** Asked of every character of a text, so looked up once; a class of its own, to be made when first needed. */
    private static final class Strays {
        private static final BitSet UNITS = new BitSet(LAST - FIRST + 1);

        static {
            CharsetEncoder simplified = Charset.forName("GB2312").newEncoder();
            for (char c = FIRST; c <= LAST; c++) {
                UNITS.set(c - FIRST, !counterpart(c).equals(String.valueOf(c)) && !simplified.canEncode(c));
            }
        }

        private Strays() {}
    }

    private static String counterpart(char c) {
        return Normal.of(String.valueOf(c)).text();
    }

    private static boolean inWord(String text, int at) {
        return (at > 0 && Familiarity.isWord(text.substring(at - 1, at + 1)))
                || (at + 1 < text.length() && Familiarity.isWord(text.substring(at, at + 2)));
    }
}
