package wenyuan.text;

import java.util.Arrays;
import wenyuan.model.Span;

/**
 * The form of a text that matching sees: simplified by a context-free 1:1 map, half width, lower case, without accents,
 * unified quotes, dashes and blanks, zero-width characters dropped, a run of placeholder characters as one
 * {@link #SLOT}; with a map back to the text it came from. It never grows, normalising it again changes nothing, and any
 * string is accepted. Immutable.
 *
 * <p>Placeholders are {@code ×✕╳✗〤*□▢} in any number, {@code xx} that no Latin letter touches, {@code __}, and
 * {@code ○○} or {@code 〇〇} that no digit touches (in 二○○六 they are zeros; a single one is always 〇). Mixed runs are
 * one slot. A string cut out of a text therefore folds like the text around it, except at such a run on its edge.
 */
public final class Normal {
    /** Stands for one run of placeholder characters (××, XX, ***, ○○). */
    public static final char SLOT = '▢';

    private static final String NUMERALS = "零一二三四五六七八九十百千";

    private final int sourceLength;
    private final String text;
    /** For each unit of the text, where what it stands for begins and ends in the source. Both rise. */
    private final int[] starts;

    private final int[] ends;

    private Normal(int sourceLength, String text, int[] starts, int[] ends) {
        this.sourceLength = sourceLength;
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    /** Normalises {@code source}. Takes time in proportion to its length. */
    public static Normal of(String source) {
        int length = source.length();
        Normal.Draft draft = new Draft(length);
        boolean placeholders = false;
        for (int i = 0; i < length; i++) {
            char unit = Folding.of(source.charAt(i));
            if (unit != Folding.DROPPED) {
                draft.add(unit, i, i + 1);
                placeholders |= unit == SLOT || unit == 'x' || unit == '_' || unit == Folding.CIRCLE;
            }
        }
        return (placeholders ? draft.withSlots() : draft).normal(length);
    }

    /** The normal form. */
    public String text() {
        return text;
    }

    /** The same text without punctuation and blanks: only letters, digits and slots. Its map also leads to the source. */
    public Normal letters() {
        Draft draft = new Draft(text.length());
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            int next = i + Character.charCount(codePoint);
            for (; i < next; i++) {
                if (matters(codePoint)) {
                    draft.add(text.charAt(i), starts[i], ends[i]);
                }
            }
        }
        return draft.normal(sourceLength);
    }

    /** Where in the source the stretch {@code normal} of {@link #text()} stands: from its first to its last character. */
    public Span source(Span normal) {
        if (normal.length() > 0) {
            return new Span(starts[normal.start()], ends[normal.end() - 1]);
        }
        int at = normal.start() < starts.length ? starts[normal.start()] : sourceLength;
        return new Span(at, at);
    }

    /**
     * The stretch of {@link #text()} that comes from {@code source}; empty when nothing of it is left. A slot belongs to
     * it when any of its run does.
     */
    public Span normal(Span source) {
        int from = firstAbove(ends, source.start());
        int to = source.length() == 0 ? from : firstAbove(starts, source.end() - 1);
        return new Span(from, Math.max(from, to));
    }

    /** Whether matching looks at this code point of a normal form: letters, digits, slots; not punctuation or blanks. */
    public static boolean matters(int codePoint) {
        return codePoint == SLOT
                || Character.isLetterOrDigit(codePoint)
                || Character.getType(codePoint) == Character.LETTER_NUMBER;
    }

    private static int firstAbove(int[] rising, int value) {
        int found = Arrays.binarySearch(rising, value + 1);
        return found < 0 ? -found - 1 : found;
    }

    /** Grows into a normal form; lives inside one call. */
    private static final class Draft {
        private final char[] units;
        private final int[] starts;
        private final int[] ends;
        private int length;

        Draft(int capacity) {
            units = new char[capacity];
            starts = new int[capacity];
            ends = new int[capacity];
        }

        void add(char unit, int start, int end) {
            units[length] = unit;
            starts[length] = start;
            ends[length++] = end;
        }

        /** The same with each run of placeholders, of one kind or of several, as one slot. */
        Draft withSlots() {
            Draft result = new Draft(length);
            for (int i = 0; i < length; ) {
                int end = runEnd(i);
                if (!isSlot(i, end)) {
                    for (; i < end; i++) {
                        result.add(units[i], starts[i], ends[i]);
                    }
                } else if (result.endsWithSlot()) {
                    result.ends[result.length - 1] = ends[end - 1];
                } else {
                    result.add(SLOT, starts[i], ends[end - 1]);
                }
                i = end;
            }
            return result;
        }

        private int runEnd(int start) {
            int end = start + 1;
            while (end < length && units[end] == units[start]) {
                end++;
            }
            return end;
        }

        private boolean isSlot(int start, int end) {
            boolean several = end - start > 1;
            return switch (units[start]) {
                case SLOT -> true;
                case '_' -> several;
                case 'x' -> several && !isLatin(start - 1) && !isLatin(end);
                case Folding.CIRCLE -> several && !isDigit(start - 1) && !isDigit(end);
                default -> false;
            };
        }

        private boolean endsWithSlot() {
            return length > 0 && units[length - 1] == SLOT;
        }

        /** Letters of alphabets; Han and the other scripts of East Asia begin at U+2E80. */
        private boolean isLatin(int at) {
            return at >= 0 && at < length && units[at] < '\u2E80' && Character.isLetter(units[at]);
        }

        private boolean isDigit(int at) {
            return at >= 0 && at < length && (Character.isDigit(units[at]) || NUMERALS.indexOf(units[at]) >= 0);
        }

        Normal normal(int sourceLength) {
            return new Normal(
                    sourceLength,
                    new String(units, 0, length),
                    Arrays.copyOf(starts, length),
                    Arrays.copyOf(ends, length));
        }
    }
}
