package wenyuan.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoverTest {
    @Test
    void everyLetterIsCoveredAsSeldomAsCanBe() {
        check(new long[] {7}, List.of(0), Optional.empty());
        check(new long[] {7, 1}, List.of(0, 1), Optional.empty());
        check(new long[] {9, 9, 9}, List.of(0, 2), Optional.empty());
        check(new long[] {9, 1, 9}, List.of(0, 2), Optional.of(1));
        check(new long[] {9, 8, 1, 9}, List.of(0, 2, 3), Optional.empty());
        check(new long[] {9, 2, 3, 9}, List.of(0, 1, 3), Optional.empty());
        check(new long[] {9, 0, 9, 0, 9}, List.of(0, 1, 3, 4), Optional.empty());
        check(new long[] {1, 0, 1, 0, 1}, List.of(0, 1, 3, 4), Optional.empty());
    }

    private static void check(long[] frequencies, List<Integer> places, Optional<Integer> rare) {
        assertEquals(new Cover(places, rare), Cover.of(frequencies));
    }

    @Test
    void noOtherCoverOccursLess() {
        long seed = Long.getLong("wenyuan.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            long[] frequencies = random.longs(1 + random.nextInt(9), 0, 20).toArray();
            Cover cover = Cover.of(frequencies);
            String message = "-Dwenyuan.seed=" + seed + ": " + Arrays.toString(frequencies) + " " + cover;
            int chosen = cover.places().stream().mapToInt(place -> 1 << place).sum();
            assertTrue(covers(chosen, frequencies.length), message);
            long least = IntStream.range(0, 1 << frequencies.length)
                    .filter(set -> covers(set, frequencies.length))
                    .mapToLong(set -> sum(set, frequencies))
                    .min()
                    .orElseThrow();
            assertEquals(least, sum(chosen, frequencies), message);
            cover.rare().ifPresent(rare -> {
                assertFalse(cover.places().contains(rare), message);
                assertTrue(cover.places().stream().allMatch(place -> frequencies[place] > frequencies[rare]), message);
            });
        }
    }

    /** Whether each of the letters, one more than the pairs, is in a pair of this set. */
    private static boolean covers(int set, int pairs) {
        return IntStream.rangeClosed(0, pairs).allMatch(letter -> ((set << 1 | set) >> letter & 1) == 1);
    }

    private static long sum(int set, long[] frequencies) {
        return IntStream.range(0, frequencies.length)
                .filter(place -> (set >> place & 1) == 1)
                .mapToLong(place -> frequencies[place])
                .sum();
    }
}
