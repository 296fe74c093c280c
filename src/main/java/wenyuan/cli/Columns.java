package wenyuan.cli;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;

/**
 * Text in columns of a terminal: what East Asian Width (Unicode Standard Annex 11) calls wide takes two, combining marks none. What
 * it calls ambiguous (quotes, dashes) takes one, as in most terminals.
 */
final class Columns {
    private static final EnumSet<UnicodeScript> WIDE = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.YI);

    private Columns() {}

    /** Columns that a text takes. */
    static int width(String text) {
        return text.codePoints().map(Columns::width).sum();
    }

    private static int width(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean signs = in(codePoint, 0x3000, 0x303E) || in(codePoint, 0xFE30, 0xFE6B);
        boolean full = in(codePoint, 0xFF01, 0xFF60) || in(codePoint, 0xFFE0, 0xFFE6);
        boolean half = in(codePoint, 0xFF61, 0xFFDC);
        boolean emoji = in(codePoint, 0x1F300, 0x1FAFF);
        return signs || full || emoji || (!half && WIDE.contains(UnicodeScript.of(codePoint))) ? 2 : 1;
    }

    private static boolean in(int codePoint, int first, int last) {
        return first <= codePoint && codePoint <= last;
    }

    /** The end of {@code text} that fits into {@code columns}, with blanks in front to fill them. */
    static String atRight(String text, int columns) {
        int start = text.length();
        int used = 0;
        while (start > 0) {
            int codePoint = text.codePointBefore(start);
            if (used + width(codePoint) > columns) {
                break;
            }
            used += width(codePoint);
            start -= Character.charCount(codePoint);
        }
        return " ".repeat(columns - used) + text.substring(start);
    }

    /** The beginning of {@code text} that fits into {@code columns}, with blanks behind to fill them. */
    static String atLeft(String text, int columns) {
        int end = 0;
        int used = 0;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            if (used + width(codePoint) > columns) {
                break;
            }
            used += width(codePoint);
            end += Character.charCount(codePoint);
        }
        return text.substring(0, end) + " ".repeat(columns - used);
    }
}
