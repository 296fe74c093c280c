package wenyuan.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import wenyuan.model.Span;

/**
 * Two versions of a text side by side. Sentences that stand once in each version hold it in place (patience diff: Cohen
 * 2008); what lies between them is paired by how many neighbouring letters two sentences share (Dice), in order (Needleman
 * and Wunsch 1970). Inside a pair, letters are compared by their longest common subsequence. Width, script and punctuation
 * make no difference. Immutable.
 */
public final class Alignment {
    /** Sentences less alike than this are not versions of each other. */
    private static final double ALIKE = 0.4;

    /** Pairs that may be compared in one stretch; in a larger one nothing is paired. */
    private static final int MOST_PAIRS = 1_000_000;

    /** Letters of two sentences that may be compared; longer ones differ as a whole. */
    private static final int MOST_LETTERS = 4_000_000;

    private Alignment() {}

    /** A row of the alignment: a sentence of either side or of both, by number. */
    public sealed interface Step {}

    /** The same letters. */
    public record Same(int left, int right) implements Step {}

    /** A version of the other. */
    public record Changed(int left, int right) implements Step {}

    /** On the left alone. */
    public record OnlyLeft(int left) implements Step {}

    /** On the right alone. */
    public record OnlyRight(int right) implements Step {}

    /** Aligns sentences; every one of either side is in exactly one step, in order. */
    public static List<Step> of(List<String> left, List<String> right) {
        List<Sentence> a = left.stream().map(Sentence::of).toList();
        List<Sentence> b = right.stream().map(Sentence::of).toList();
        List<Step> steps = new ArrayList<>();
        int i = 0;
        int j = 0;
        for (int[] anchor : anchors(a, b)) {
            between(a, b, new Span(i, anchor[0]), new Span(j, anchor[1]), steps);
            steps.add(new Same(anchor[0], anchor[1]));
            i = anchor[0] + 1;
            j = anchor[1] + 1;
        }
        between(a, b, new Span(i, a.size()), new Span(j, b.size()), steps);
        return List.copyOf(steps);
    }

    /** A sentence's letters in normal form, and its pairs of neighbours. */
    private record Sentence(String letters, Set<Integer> pairs) {
        static Sentence of(String text) {
            String letters = Normal.of(text).letters().text();
            Set<Integer> pairs = new HashSet<>();
            for (int at = 0; at + 1 < letters.length(); at++) {
                pairs.add((letters.charAt(at) << Character.SIZE) | letters.charAt(at + 1));
            }
            return new Sentence(letters, pairs);
        }

        double likeness(Sentence other) {
            if (letters.equals(other.letters)) {
                return 1;
            }
            int all = pairs.size() + other.pairs.size();
            if (all == 0 || Math.min(pairs.size(), other.pairs.size()) * 2 < ALIKE * all) {
                return 0;
            }
            long shared = pairs.stream().filter(other.pairs::contains).count();
            return 2.0 * shared / all;
        }
    }

    /** The longest chain of sentences that stand once on each side. */
    private static List<int[]> anchors(List<Sentence> a, List<Sentence> b) {
        Map<String, Integer> left = once(a);
        Map<String, Integer> right = once(b);
        List<int[]> common = IntStream.range(0, a.size())
                .filter(i -> left.getOrDefault(a.get(i).letters(), -1) == i
                        && right.getOrDefault(a.get(i).letters(), -1) >= 0)
                .mapToObj(i -> new int[] {i, right.get(a.get(i).letters())})
                .toList();
        return chain(common);
    }

    private static Map<String, Integer> once(List<Sentence> sentences) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < sentences.size(); i++) {
            places.merge(sentences.get(i).letters(), i, (first, second) -> -1);
        }
        return places;
    }

    /** The longest run that ascends on the right too, by patience sorting. */
    private static List<int[]> chain(List<int[]> common) {
        int[] tops = new int[common.size()];
        int[] before = new int[common.size()];
        int piles = 0;
        for (int k = 0; k < common.size(); k++) {
            int pile = pile(common, tops, piles, common.get(k)[1]);
            before[k] = pile == 0 ? -1 : tops[pile - 1];
            tops[pile] = k;
            piles = Math.max(piles, pile + 1);
        }
        List<int[]> chain = new ArrayList<>();
        for (int k = piles == 0 ? -1 : tops[piles - 1]; k >= 0; k = before[k]) {
            chain.add(common.get(k));
        }
        return chain.reversed();
    }

    private static int pile(List<int[]> common, int[] tops, int piles, int right) {
        int low = 0;
        int high = piles;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (common.get(tops[middle])[1] < right) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static void between(List<Sentence> a, List<Sentence> b, Span left, Span right, List<Step> steps) {
        double[][] best = (long) left.length() * right.length() > MOST_PAIRS
                ? new double[0][]
                : best(a.subList(left.start(), left.end()), b.subList(right.start(), right.end()));
        int i = left.start();
        int j = right.start();
        while (best.length > 0 && i < left.end() && j < right.end()) {
            double[] row = best[i - left.start()];
            double[] next = best[i + 1 - left.start()];
            int column = j - right.start();
            if (row[column] == next[column]) {
                steps.add(new OnlyLeft(i++));
            } else if (row[column] == row[column + 1]) {
                steps.add(new OnlyRight(j++));
            } else {
                steps.add(a.get(i).letters().equals(b.get(j).letters()) ? new Same(i, j) : new Changed(i, j));
                i++;
                j++;
            }
        }
        IntStream.range(i, left.end()).forEach(one -> steps.add(new OnlyLeft(one)));
        IntStream.range(j, right.end()).forEach(one -> steps.add(new OnlyRight(one)));
    }

    /** The greatest likeness that can be had from sentence i of the one and j of the other on. */
    private static double[][] best(List<Sentence> a, List<Sentence> b) {
        double[][] best = new double[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                double likeness = a.get(i).likeness(b.get(j));
                double paired = likeness < ALIKE ? 0 : likeness + best[i + 1][j + 1];
                best[i][j] = Math.max(paired, Math.max(best[i + 1][j], best[i][j + 1]));
            }
        }
        return best;
    }

    /**
     * What differs between two versions of a sentence.
     *
     * @param left stretches of the left that the right has otherwise, in order
     * @param right the same of the right
     */
    public record Difference(List<Span> left, List<Span> right) {
        public Difference {
            left = List.copyOf(left);
            right = List.copyOf(right);
        }
    }

    /** Compares two sentences letter by letter. */
    public static Difference difference(String left, String right) {
        if ((long) left.length() * right.length() > MOST_LETTERS) {
            return new Difference(List.of(new Span(0, left.length())), List.of(new Span(0, right.length())));
        }
        boolean[] keptLeft = new boolean[left.length()];
        boolean[] keptRight = new boolean[right.length()];
        common(left, right, keptLeft, keptRight);
        return new Difference(stretches(left, keptLeft), stretches(right, keptRight));
    }

    private static void common(String left, String right, boolean[] keptLeft, boolean[] keptRight) {
        int[][] best = new int[left.length() + 1][right.length() + 1];
        for (int i = left.length() - 1; i >= 0; i--) {
            for (int j = right.length() - 1; j >= 0; j--) {
                best[i][j] = same(left.charAt(i), right.charAt(j))
                        ? best[i + 1][j + 1] + 1
                        : Math.max(best[i + 1][j], best[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < left.length() && j < right.length()) {
            if (same(left.charAt(i), right.charAt(j))) {
                keptLeft[i++] = true;
                keptRight[j++] = true;
            } else if (best[i + 1][j] >= best[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
    }

    private static boolean same(char a, char b) {
        return a == b || Folding.of(a) == Folding.of(b);
    }

    /** Of a number that changed, every digit did. */
    private static void spread(String text, boolean[] kept) {
        for (int at = 1; at < kept.length; at++) {
            kept[at] &= !isNumber(text, at) || kept[at - 1];
        }
        for (int at = kept.length - 1; at > 0; at--) {
            kept[at - 1] &= !isNumber(text, at) || kept[at];
        }
    }

    /** Whether a digit stands here and before. */
    private static boolean isNumber(String text, int at) {
        return Character.isDigit(text.charAt(at)) && Character.isDigit(text.charAt(at - 1));
    }

    /** What is not kept; one kept letter between two changes is chance, and changed with them. */
    private static List<Span> stretches(String text, boolean[] kept) {
        boolean[] whole = Arrays.copyOf(kept, kept.length);
        for (int at = 1; at + 1 < kept.length; at++) {
            whole[at] = kept[at] && (kept[at - 1] || kept[at + 1] || !Character.isLetterOrDigit(text.charAt(at)));
        }
        spread(text, whole);
        List<Span> stretches = new ArrayList<>();
        int at = 0;
        while (at < whole.length) {
            int end = at;
            while (end < whole.length && !whole[end]) {
                end++;
            }
            if (end > at) {
                stretches.add(new Span(at, end));
            }
            at = Math.max(end, at + 1);
        }
        return stretches;
    }
}
