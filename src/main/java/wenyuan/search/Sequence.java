package wenyuan.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import wenyuan.model.Span;
import wenyuan.query.Query;

/**
 * Pieces that follow one another with gaps of limited length. Starts, lengths and gaps count code points.
 *
 * @param lengths of the pieces
 * @param least fewest units between a piece and the next
 * @param gaps most units between a piece and the next, one fewer than lengths
 */
public record Sequence(List<Integer> lengths, int least, List<Integer> gaps) implements Arrangement {
    public Sequence {
        lengths = List.copyOf(lengths);
        gaps = List.copyOf(gaps);
    }

    /** The sequence of {@code pieces} with gaps of at most these lengths. */
    public static Sequence of(List<String> pieces, List<Integer> gaps) {
        return of(pieces, 0, gaps);
    }

    /** The sequence of {@code pieces} with gaps of at least {@code least} and at most these lengths. */
    public static Sequence of(List<String> pieces, int least, List<Integer> gaps) {
        return new Sequence(
                pieces.stream()
                        .map(piece -> piece.codePointCount(0, piece.length()))
                        .toList(),
                least,
                gaps);
    }

    @Override
    public List<int[]> within(List<int[]> starts) {
        int[][] kept = starts.toArray(int[][]::new);
        for (int piece = 1; piece < kept.length; piece++) {
            kept[piece] = following(kept[piece], kept[piece - 1], piece);
        }
        for (int piece = kept.length - 2; piece >= 0; piece--) {
            kept[piece] = preceding(kept[piece], kept[piece + 1], piece + 1);
        }
        return List.of(kept);
    }

    @Override
    public boolean occurs(List<int[]> starts) {
        int[] reached = starts.getFirst();
        for (int piece = 1; piece < starts.size() && reached.length > 0; piece++) {
            reached = following(starts.get(piece), reached, piece);
        }
        return reached.length > 0;
    }

    /** Whether no gap has a limit: then the pieces need only stand in order. */
    public boolean isLoose() {
        return gaps.stream().allMatch(gap -> gap == Query.Pattern.UNBOUNDED);
    }

    /**
     * The shortest stretches from a first to a last piece that do not overlap, in order: each ends as early as it can and
     * begins as late as it can.
     *
     * @param starts as for {@link #within}
     */
    @Override
    public List<Span> matches(List<int[]> starts) {
        List<int[]> kept = within(starts);
        int[] begins = kept.getFirst();
        for (int piece = 1; piece < kept.size(); piece++) {
            begins = begins(kept.get(piece), kept.get(piece - 1), begins, lengths.get(piece - 1) + least);
        }
        List<Span> matches = new ArrayList<>();
        for (int i = 0; i < begins.length; i++) {
            if (matches.isEmpty() || begins[i] >= matches.getLast().end()) {
                matches.add(new Span(begins[i], kept.getLast()[i] + lengths.getLast()));
            }
        }
        return matches;
    }

    /** Where the latest chain begins that reaches each of {@code starts}: it comes through the nearest piece before. */
    private static int[] begins(int[] starts, int[] before, int[] begins, int distance) {
        return Arrays.stream(starts)
                .map(start -> begins[atMost(before, start - distance)])
                .toArray();
    }

    /** The starts that follow one of {@code before}. Runs for every sentence that a pattern may stand in: no stream. */
    private int[] following(int[] starts, int[] before, int piece) {
        int[] following = new int[starts.length];
        int count = 0;
        for (int start : starts) {
            // the nearest predecessor leaves the smallest gap
            int place = atMost(before, start - lengths.get(piece - 1) - least);
            if (place >= 0 && near(before[place], start, piece)) {
                following[count++] = start;
            }
        }
        return Arrays.copyOf(following, count);
    }

    private int[] preceding(int[] starts, int[] after, int piece) {
        return Arrays.stream(starts)
                .filter(start -> {
                    int place = atMost(after, start + lengths.get(piece - 1) + least - 1) + 1;
                    return place < after.length && near(start, after[place], piece);
                })
                .toArray();
    }

    private boolean near(int before, int start, int piece) {
        return start - before - lengths.get(piece - 1) <= gaps.get(piece - 1);
    }

    /** Index of the last value that is not above {@code limit}, or -1. */
    private static int atMost(int[] ascending, int limit) {
        int found = Arrays.binarySearch(ascending, limit);
        return found >= 0 ? found : -found - 2;
    }
}
