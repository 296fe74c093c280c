package wenyuan.ingest.clean;

import java.util.List;
import wenyuan.model.Extraction.Form;

/**
 * Decides whether a line end was put inside a sentence by the width of a page or screen. Knows the width of the text's
 * lines; a line that falls short of it ended on purpose.
 */
final class Joiner {
    static final String RULE = "repair.line-join";
    private static final double FULL = 0.88;
    private static final double MOST_FULL = 0.96;
    private static final int LEAST_LINES = 6;
    private static final int WIDEST = 80;
    private static final int NARROWEST = 12;
    private static final int LEAST_RUNNING = 12;
    private static final String PAUSES = "，、,；;";

    /** Usual width of a full line in Chinese characters; 0 when lines are paragraphs. */
    private final double width;
    /** Whether paragraphs begin with blanks, so that a full stop at a full line's end need not end one. */
    private final boolean indents;

    private final boolean wrapped;

    private Joiner(double width, boolean indents, boolean wrapped) {
        this.width = width;
        this.indents = indents;
        this.wrapped = wrapped;
    }

    static Joiner of(List<Line> lines, Form form) {
        double width = width(lines);
        boolean wrapped = width >= NARROWEST && width <= WIDEST && (form == Form.PRINTED || hardWrapped(lines, width));
        long indented = lines.stream().filter(Line::indented).count();
        return new Joiner(width, indented >= 2 && indented * 2 <= lines.size(), wrapped && form != Form.OFFICE);
    }

    /** Whether {@code lower} goes on with the sentence or paragraph of {@code upper}. */
    boolean joins(Line upper, Line lower) {
        String before = upper.text();
        String after = lower.text();
        if (before.isEmpty() || after.isEmpty() || !(lower.origin() instanceof Line.Origin.Own)) {
            return false;
        }
        return wrapped ? wrapped(upper, lower) : broken(before, after) && !lower.indented();
    }

    /** What stands between the two once they are joined: Latin words keep their blank. */
    static String seam(String before, String after) {
        char last = before.charAt(before.length() - 1);
        char next = after.charAt(0);
        return last < 0x80 && next < 0x80 && Character.isLetter(last) && Character.isLetter(next) ? " " : "";
    }

    private boolean wrapped(Line upper, Line lower) {
        double share = width(upper.text(), upper.indented()) / width;
        boolean ends = Prose.ends(upper.text());
        boolean falls = share < FULL && !(share > 0.6 && pauses(upper.text()));
        boolean closes = ends && (!indents || lower.indented());
        return !falls
                && !closes
                && !opens(upper.text(), lower.text(), ends)
                && !(lower.indented() && indents)
                && !Prose.salutation(upper.sight());
    }

    /** Whether {@code after} is a heading; a number may also stand at a line's beginning by chance. */
    private static boolean opens(String before, String after, boolean ends) {
        boolean chance = pauses(before) || startsWithDigit(after);
        return Prose.numbered(after) && (ends || !chance);
    }

    /**
     * A line end inside a sentence of a text whose lines are paragraphs: running text that stops in the middle of a clause
     * before more running text.
     */
    private static boolean broken(String before, String after) {
        int clause = before.length() - 1 - lastPause(before);
        boolean open = Character.isLetterOrDigit(before.charAt(before.length() - 1));
        return open
                && before.length() >= 16
                && !Prose.numbered(before)
                && !Prose.numbered(after)
                && ((clause <= 3 && clause < before.length() - 1) || before.indexOf('。') > 0)
                && after.length() >= LEAST_RUNNING
                && (lastPause(after) >= 0)
                && Character.isLetterOrDigit(after.charAt(0));
    }

    private static int lastPause(String line) {
        int at = line.length() - 1;
        while (at >= 0 && PAUSES.indexOf(line.charAt(at)) < 0 && !Prose.stop(line.charAt(at))) {
            at--;
        }
        return at;
    }

    private static boolean pauses(String line) {
        return PAUSES.indexOf(line.charAt(line.length() - 1)) >= 0;
    }

    private static boolean startsWithDigit(String line) {
        return Character.isDigit(line.charAt(0)) && line.charAt(0) < 0x80;
    }

    private static boolean hardWrapped(List<Line> lines, double width) {
        List<Line> full = lines.stream()
                .filter(line -> width(line.text(), line.indented()) >= FULL * width)
                .toList();
        long open = full.stream().filter(line -> !Prose.ends(line.text())).count();
        boolean bounded = lines.stream().allMatch(line -> width(line.text(), false) <= width * 1.15 + 2);
        return lines.size() >= LEAST_LINES
                && bounded
                && full.size() * 2 >= lines.size()
                && open * 5 >= full.size() * 3L;
    }

    /** Nearly the widest line: a few may stick out. */
    private static double width(List<Line> lines) {
        double[] widths = lines.stream()
                .mapToDouble(line -> width(line.text(), line.indented()))
                .sorted()
                .toArray();
        return widths.length == 0 ? 0 : widths[(int) ((widths.length - 1) * MOST_FULL)];
    }

    private static double width(String line, boolean indented) {
        long narrow = line.chars().filter(c -> c < 0x2000).count();
        return line.length() - narrow / 2.0 + (indented ? 2 : 0);
    }
}
