package wenyuan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SequenceTest {
    private static void check(String expected, List<Integer> gaps, int[]... starts) {
        check(expected, 0, gaps, starts);
    }

    private static void check(String expected, int least, List<Integer> gaps, int[]... starts) {
        List<Integer> lengths = Arrays.stream(starts).map(ignored -> 2).toList();
        Sequence sequence = new Sequence(lengths, least, gaps);
        List<int[]> kept = sequence.within(List.of(starts));
        assertEquals(kept.getFirst().length > 0, sequence.occurs(List.of(starts)));
        assertEquals(expected, kept.stream().map(Arrays::toString).toList().toString());
    }

    private static int[] at(int... starts) {
        return starts;
    }

    @Test
    void keepsWhatBelongsToAWholeSequence() {
        check("[[0], [4]]", List.of(2), at(0), at(4));
        check("[[], []]", List.of(1), at(0), at(4));
        check("[[], []]", List.of(9), at(4), at(0));
        check("[[], []]", List.of(9), at(0), at(1));
        check("[[3], [5]]", List.of(0), at(0, 3), at(5, 9));
        check("[[0, 3], [5, 9]]", List.of(99), at(0, 3), at(5, 9));
        // the nearer first piece leads on, the farther does not
        check("[[6], [9], [12]]", List.of(3, 1), at(0, 6), at(3, 9), at(12));
        check("[[], []]", 1, List.of(9), at(0), at(2));
        check("[[0], [4]]", 1, List.of(9), at(0, 2), at(2, 4));
        check("[[0], [2], [4]]", List.of(Integer.MAX_VALUE, 0), at(0), at(2), at(4));
    }
}
