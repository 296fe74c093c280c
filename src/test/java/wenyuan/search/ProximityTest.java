package wenyuan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import wenyuan.query.Query;

class ProximityTest {
    private static void check(String expected, int gap, String text, String... pieces) {
        assertEquals(expected, found(gap, text, List.of(pieces)), text + " " + gap + " " + List.of(pieces));
    }

    private static String found(int gap, String text, List<String> pieces) {
        List<Integer> lengths = pieces.stream().map(String::length).toList();
        List<int[]> starts = pieces.stream().map(piece -> starts(text, piece)).toList();
        Proximity near = new Proximity(lengths, gap);
        List<int[]> within = near.within(starts);
        assertEquals(within.getFirst().length > 0, near.occurs(starts), text + " " + gap + " " + pieces);
        return within.stream().map(Arrays::toString).toList().toString();
    }

    private static int[] starts(String text, String piece) {
        return IntStream.range(0, text.length())
                .filter(at -> text.startsWith(piece, at))
                .toArray();
    }

    @Test
    void piecesStandInAnyOrder() {
        check("[[0], [4]]", 2, "甲甲一二乙乙", "甲甲", "乙乙");
        check("[[4], [0]]", 2, "乙乙一二甲甲", "甲甲", "乙乙");
        check("[[], []]", 1, "甲甲一二乙乙", "甲甲", "乙乙");
        check("[[1], [3], [0]]", 1, "丙甲一乙", "甲", "乙", "丙");
        check("[[], [], []]", 9, "甲乙", "甲", "乙", "丙");
    }

    @Test
    void piecesDoNotOverlap() {
        check("[[], []]", 9, "党建工", "党建", "建工");
        check("[[0, 2], [0, 2]]", 0, "甲乙甲乙", "甲乙", "甲乙");
        check("[[], []]", 9, "甲乙", "甲乙", "甲乙");
        check("[[0], [2]]", 0, "党建党建工", "党建", "党建工");
    }

    @Test
    void onlyPlacesOfAWholeGroupAreKept() {
        check("[[3], [4]]", 1, "甲一二甲乙一二三甲", "甲", "乙");
        check("[[0, 3], [1]]", 1, "甲乙一甲", "甲", "乙");
    }

    /** Every way to choose one place of each piece is tried. */
    @Test
    void agreesWithTryingAll() {
        long seed = Long.getLong("wenyuan.seed", System.nanoTime());
        System.out.println("ProximityTest.agreesWithTryingAll: -Dwenyuan.seed=" + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 4000; round++) {
            String text = random("甲乙丙丁", 4 + random.nextInt(9), random);
            List<String> pieces = new ArrayList<>();
            for (int left = 2 + random.nextInt(3); left > 0; left--) {
                pieces.add(random("甲乙丙", 1 + random.nextInt(2), random));
            }
            int gap = round % 4 == 0 ? Query.Near.ANYWHERE : random.nextInt(4);
            assertEquals(tried(gap, text, pieces), found(gap, text, pieces), text + " " + gap + " " + pieces);
        }
    }

    private static String random(String letters, int length, Random random) {
        StringBuilder text = new StringBuilder();
        for (int left = length; left > 0; left--) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    private static String tried(int gap, String text, List<String> pieces) {
        List<Set<Integer>> kept = new ArrayList<>();
        pieces.forEach(piece -> kept.add(new TreeSet<>()));
        choose(gap, text, pieces, new ArrayList<>(), kept);
        return kept.toString();
    }

    private static void choose(
            int gap, String text, List<String> pieces, List<Integer> chosen, List<Set<Integer>> kept) {
        if (chosen.size() < pieces.size()) {
            for (int start : starts(text, pieces.get(chosen.size()))) {
                List<Integer> more = new ArrayList<>(chosen);
                more.add(start);
                choose(gap, text, pieces, more, kept);
            }
        } else if (isNear(gap, pieces, chosen)) {
            IntStream.range(0, chosen.size()).forEach(piece -> kept.get(piece).add(chosen.get(piece)));
        }
    }

    private static boolean isNear(int gap, List<String> pieces, List<Integer> starts) {
        List<Integer> order = IntStream.range(0, starts.size())
                .boxed()
                .sorted((one, two) -> starts.get(one) - starts.get(two))
                .toList();
        return IntStream.range(1, order.size()).allMatch(at -> {
            int before = order.get(at - 1);
            int between = starts.get(order.get(at))
                    - starts.get(before)
                    - pieces.get(before).length();
            return between >= 0 && between <= gap;
        });
    }
}
