package wenyuan.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import wenyuan.model.Span;
import wenyuan.text.Normal;

/**
 * A quoted string with placeholders ({@code ××县委}): each stands for a placeholder or any name of one to four characters.
 *
 * @param pieces letters between the placeholders, in order; at least one
 * @param before whether a placeholder stands in front of the first
 * @param after whether one stands behind the last
 */
public record Slotted(List<String> pieces, boolean before, boolean after) {
    /** Longest name, in characters. */
    public static final int LONGEST_NAME = 4;

    /** How a placeholder stands in letters. */
    static final String PLACEHOLDER = String.valueOf(Normal.SLOT);

    private static final int NONE = -1;

    public Slotted {
        pieces = List.copyOf(pieces);
    }

    /** Reads the letters of a quoted string; empty when there is no placeholder in it, or nothing else. */
    public static Optional<Slotted> of(String letters) {
        List<String> pieces = Arrays.stream(letters.split(PLACEHOLDER))
                .filter(piece -> !piece.isEmpty())
                .toList();
        return pieces.isEmpty() || !letters.contains(PLACEHOLDER)
                ? Optional.empty()
                : Optional.of(new Slotted(pieces, letters.startsWith(PLACEHOLDER), letters.endsWith(PLACEHOLDER)));
    }

    /**
     * Where it stands in {@code letters} inside {@code stretch}, in order, not overlapping; takes time in proportion to the
     * stretch and the pieces, whatever they hold. Of a name at an edge, where it is not known where it begins, only a
     * placeholder is part of the match. Beside a single piece there may be nothing at all, which is what an index can tell.
     */
    List<Span> in(String letters, Span stretch) {
        int[] ends = ends(letters, stretch);
        List<Span> found = new ArrayList<>();
        boolean several = pieces.size() > 1;
        int from = before && several ? stretch.start() + 1 : stretch.start();
        for (int at = from; at < stretch.end(); at++) {
            int end = ends[at - stretch.start()];
            if (end != NONE && at >= from && (!after || !several || end < stretch.end())) {
                found.add(withPlaceholders(letters, new Span(at, end)));
                from = end;
            }
        }
        return found;
    }

    /** For each place of the stretch the nearest end of a match that begins there; piece by piece, from the last on. */
    private int[] ends(String letters, Span stretch) {
        String text = stretch.of(letters);
        int[] ends = new int[text.length()];
        for (int piece = pieces.size() - 1; piece >= 0; piece--) {
            boolean last = piece == pieces.size() - 1;
            int[] behind = ends;
            ends = new int[text.length()];
            for (int place = 0; place < ends.length; place++) {
                int end = place + pieces.get(piece).length();
                boolean here = end <= ends.length && text.startsWith(pieces.get(piece), place);
                ends[place] = here ? (last ? stretch.start() + end : nearest(behind, end, text)) : NONE;
            }
        }
        return ends;
    }

    /** The nearest end behind a name of one to four characters that begins at {@code place}. */
    private static int nearest(int[] ends, int place, String stretch) {
        int nearest = NONE;
        int at = place;
        for (int name = 1; name <= LONGEST_NAME && at < stretch.length(); name++) {
            at = stretch.offsetByCodePoints(at, 1);
            int end = at < ends.length ? ends[at] : NONE;
            nearest = end == NONE || (nearest != NONE && nearest < end) ? nearest : end;
        }
        return nearest;
    }

    private Span withPlaceholders(String letters, Span span) {
        boolean left = before && letters.startsWith(PLACEHOLDER, span.start() - 1);
        boolean right = after && letters.startsWith(PLACEHOLDER, span.end());
        return new Span(left ? span.start() - 1 : span.start(), right ? span.end() + 1 : span.end());
    }
}
