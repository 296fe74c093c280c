package wenyuan.text;

import java.util.ArrayList;
import java.util.List;
import wenyuan.model.Span;

/**
 * Finds where sentences end: after a run of 。！？ and at every line end. A semicolon, an ellipsis and a full stop as in
 * 1. or 3.5 end none; {@code !} and {@code ?} inside Latin text (an address) neither.
 */
public final class Sentences {
    private static final String ENDS = "。｡！？!?‼⁇⁈⁉";
    private static final String CLOSING = "”’』」）)】》〉〕］]｣";
    private static final String LINE_ENDS = "\n\r\u0085\u2028\u2029";

    private Sentences() {}

    /**
     * Spans of the sentences of {@code text} in order, closing quotes and brackets included, without the blanks around
     * them; none is empty.
     */
    public static List<Span> of(String text) {
        List<Span> result = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = end(text, start);
            addTrimmed(text, start, end, result);
            start = end;
        }
        return List.copyOf(result);
    }

    /** The sentence that begins at {@code start} ends here; a line end counts as its last character. */
    private static int end(String text, int start) {
        boolean quoted = false;
        for (int i = start; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (LINE_ENDS.indexOf(unit) >= 0) {
                return i + 1;
            } else if (unit == '"') {
                quoted = !quoted;
            } else if (ends(text, i)) {
                return afterClosing(text, i + 1, quoted);
            }
        }
        return text.length();
    }

    private static boolean ends(String text, int at) {
        char unit = text.charAt(at);
        boolean latin = unit < '\u0080' && at + 1 < text.length() && isLatin(text.charAt(at + 1));
        return ENDS.indexOf(unit) >= 0 && !latin;
    }

    private static boolean isLatin(char unit) {
        return unit < '\u0080' && Character.isLetterOrDigit(unit);
    }

    /** A straight quote closes only what this sentence opened; more ends ({@code ？！}) belong to the same sentence. */
    private static int afterClosing(String text, int from, boolean quoted) {
        boolean open = quoted;
        int at = from;
        for (; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (unit == '"' && open) {
                open = false;
            } else if (CLOSING.indexOf(unit) < 0 && ENDS.indexOf(unit) < 0) {
                break;
            }
        }
        return at;
    }

    private static void addTrimmed(String text, int start, int end, List<Span> result) {
        int from = start;
        int to = end;
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        if (from < to) {
            result.add(new Span(from, to));
        }
    }

    private static boolean isBlank(char unit) {
        char folded = Folding.of(unit);
        return folded == ' ' || folded == '\n' || folded == Folding.DROPPED;
    }
}
