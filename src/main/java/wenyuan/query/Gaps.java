package wenyuan.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells a pattern from a verbatim string: does {@code …} or {@code *} stand between pieces that hold letters? */
final class Gaps {
    /** The sign, and one or two digits that bound the gap unless they begin a longer number. */
    private static final Pattern GAP = Pattern.compile("[…*＊⋯]++(?:([0-9０-９]{1,2})(?![0-9０-９.．%％]))?");

    private Gaps() {}

    /** What a quoted string without {@code =} asks for; {@code extent} is that of a pattern. */
    static Query read(String text, Extent extent, Scope scope) {
        List<String> pieces = new ArrayList<>();
        List<Integer> gaps = new ArrayList<>();
        Matcher gap = GAP.matcher(text);
        int lastLetter = lastLetter(text);
        int start = 0;
        while (gap.find()) {
            addPiece(text.substring(start, gap.start()), pieces, gaps);
            boolean bounded = gap.group(1) != null && gap.end() <= lastLetter;
            gaps.add(bounded ? Integer.parseInt(Signs.narrow(gap.group(1))) : Query.Pattern.UNBOUNDED);
            start = bounded || gap.group(1) == null ? gap.end() : gap.start(1);
        }
        addPiece(text.substring(start), pieces, gaps);
        return pieces.size() < 2
                ? new Query.Verbatim(text, false, scope)
                : new Query.Pattern(text, pieces, gaps.subList(0, pieces.size() - 1), extent, scope);
    }

    private static int lastLetter(String text) {
        int at = text.length() - 1;
        while (at >= 0 && !Signs.hasLetter(text.substring(at, at + 1)) && !Character.isSurrogate(text.charAt(at))) {
            at--;
        }
        return at;
    }

    /** Adds the piece in front of a gap; one without letters belongs to the gaps around it. */
    private static void addPiece(String piece, List<String> pieces, List<Integer> gaps) {
        if (!Signs.hasLetter(piece)) {
            return;
        }
        while (gaps.size() > pieces.size()) {
            int last = gaps.removeLast();
            if (!gaps.isEmpty()) {
                gaps.add(sum(gaps.removeLast(), last));
            }
        }
        pieces.add(piece);
    }

    private static int sum(int first, int second) {
        return (int) Math.min(Query.Pattern.UNBOUNDED, (long) first + second);
    }
}
