package wenyuan.web;

import java.util.ArrayList;
import java.util.List;
import wenyuan.model.Tally;

/** The balance of an import as a bar of parts, in thousandths of its width. */
public record Ratio(String fate, int from, int width) {
    static final int WHOLE = 1_000;

    /** The parts that are not empty, left to right. */
    public static List<Ratio> of(Tally tally) {
        List<Ratio> parts = new ArrayList<>();
        long before = 0;
        before = add(parts, "stored", before, tally.stored() + tally.split(), tally.seen());
        before = add(parts, "unchanged", before, tally.unchanged() + tally.duplicate(), tally.seen());
        before = add(parts, "skipped", before, tally.skips(), tally.seen());
        before = add(parts, "held", before, tally.held(), tally.seen());
        add(parts, "failed", before, tally.failures(), tally.seen());
        return List.copyOf(parts);
    }

    /** Both edges are rounded, so that neighbours always meet. */
    private static long add(List<Ratio> parts, String fate, long before, int count, int seen) {
        if (count > 0) {
            int left = (int) (before * WHOLE / seen);
            int right = (int) ((before + count) * WHOLE / seen);
            parts.add(new Ratio(fate, left, Math.max(1, right - left)));
        }
        return before + count;
    }
}
