package wenyuan.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Says of each of many lines which of many rules may match there: what their matches must hold is looked up in one index of
 * all lines, which is far quicker than asking each rule of each line. Immutable.
 */
public final class Shortlist {
    private final List<BitSet> possible;

    private Shortlist(List<BitSet> possible) {
        this.possible = possible;
    }

    /** Asks {@code rules} of {@code lines}, none of which holds a line end. */
    public static Shortlist of(List<Rule> rules, List<String> lines) {
        List<BitSet> possible = lines.stream().map(line -> new BitSet()).toList();
        int[] numbers = numbers(lines);
        IndexedText text = IndexedText.of(String.join("\n", lines));
        for (int rule = 0; rule < rules.size(); rule++) {
            List<String> needles = rules.get(rule).needles().any();
            if (needles.isEmpty()) {
                int always = rule;
                possible.forEach(line -> line.set(always));
            }
            for (int place : text.places(needles)) {
                possible.get(numbers[place]).set(rule);
            }
        }
        return new Shortlist(possible);
    }

    /** Those of {@code items}, of which there is one for each rule, whose rule may match in the line of that number. */
    public <T> List<T> in(int line, List<T> items) {
        List<T> found = new ArrayList<>();
        BitSet rules = possible.get(line);
        for (int rule = rules.nextSetBit(0); rule >= 0; rule = rules.nextSetBit(rule + 1)) {
            found.add(items.get(rule));
        }
        return found;
    }

    /** For each character of the joined lines, the number of its line. */
    private static int[] numbers(List<String> lines) {
        int[] numbers =
                new int[lines.stream().mapToInt(line -> line.length() + 1).sum()];
        int from = 0;
        for (int line = 0; line < lines.size(); line++) {
            int to = from + lines.get(line).length() + 1;
            Arrays.fill(numbers, from, to, line);
            from = to;
        }
        return numbers;
    }
}
