package wenyuan.model;

import java.util.EnumMap;
import java.util.Map;

/**
 * The balance of an import.
 *
 * @param failed how many failed, by cause
 * @param skipped how many were skipped, by cause
 * @param seconds wall-clock time
 */
public record Tally(
        int seen,
        int stored,
        int unchanged,
        int duplicate,
        int split,
        int held,
        Map<FailureCause, Integer> failed,
        Map<SkipCause, Integer> skipped,
        double seconds) {
    /** A balance of nothing. */
    public static final Tally EMPTY = new Tally(0, 0, 0, 0, 0, 0, Map.of(), Map.of(), 0);

    public Tally {
        failed = Map.copyOf(failed);
        skipped = Map.copyOf(skipped);
    }

    /** Number of failed files of all causes. */
    public int failures() {
        return failed.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Number of skipped files of all causes. */
    public int skips() {
        return skipped.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Whether every file seen has exactly one fate. */
    public boolean balanced() {
        return seen == stored + unchanged + duplicate + split + held + failures() + skips();
    }

    /** The balance with one more file. */
    public Tally plus(Fate fate) {
        return switch (fate) {
            case Fate.Stored f -> with(1, 0, 0, 0, 0, failed, skipped);
            case Fate.Unchanged f -> with(0, 1, 0, 0, 0, failed, skipped);
            case Fate.Duplicate f -> with(0, 0, 1, 0, 0, failed, skipped);
            case Fate.Split f -> with(0, 0, 0, 1, 0, failed, skipped);
            case Fate.Held f -> with(0, 0, 0, 0, 1, failed, skipped);
            case Fate.Failed f -> with(0, 0, 0, 0, 0, add(FailureCause.class, failed, f.cause()), skipped);
            case Fate.Skipped f -> with(0, 0, 0, 0, 0, failed, add(SkipCause.class, skipped, f.cause()));
        };
    }

    /** The same balance after another time. */
    public Tally after(double elapsedSeconds) {
        return new Tally(seen, stored, unchanged, duplicate, split, held, failed, skipped, elapsedSeconds);
    }

    private Tally with(
            int newStored,
            int newUnchanged,
            int newDuplicate,
            int newSplit,
            int newHeld,
            Map<FailureCause, Integer> newFailed,
            Map<SkipCause, Integer> newSkipped) {
        return new Tally(
                seen + 1,
                stored + newStored,
                unchanged + newUnchanged,
                duplicate + newDuplicate,
                split + newSplit,
                held + newHeld,
                newFailed,
                newSkipped,
                seconds);
    }

    private static <K extends Enum<K>> Map<K, Integer> add(Class<K> type, Map<K, Integer> counts, K key) {
        Map<K, Integer> result = new EnumMap<>(type);
        result.putAll(counts);
        result.merge(key, 1, Integer::sum);
        return result;
    }
}
