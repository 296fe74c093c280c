package wenyuan.search;

import java.util.Arrays;
import java.util.List;

/**
 * Pieces that follow one another with gaps of limited length.
 *
 * @param lengths of the pieces
 * @param gaps most units between a piece and the next, one fewer than lengths
 */
public record Sequence(List<Integer> lengths, List<Integer> gaps) implements Arrangement {
    public Sequence {
        lengths = List.copyOf(lengths);
        gaps = List.copyOf(gaps);
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

    private int[] following(int[] starts, int[] before, int piece) {
        return Arrays.stream(starts)
                .filter(start -> {
                    // the nearest predecessor leaves the smallest gap
                    int place = atMost(before, start - lengths.get(piece - 1));
                    return place >= 0 && near(before[place], start, piece);
                })
                .toArray();
    }

    private int[] preceding(int[] starts, int[] after, int piece) {
        return Arrays.stream(starts)
                .filter(start -> {
                    int place = atMost(after, start + lengths.get(piece - 1) - 1) + 1;
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
