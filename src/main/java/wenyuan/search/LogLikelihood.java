package wenyuan.search;

/**
 * How surprising it is that two things go together as often as they do: G² of T. Dunning, "Accurate methods for the statistics
 * of surprise and coincidence", 1993. Unlike χ² it can be trusted for small counts.
 */
final class LogLikelihood {
    /** What chance alone exceeds once in a hundred times. */
    static final double ONE_IN_HUNDRED = 6.63;

    private LogLikelihood() {}

    /**
     * G² of the table of {@code both}, only one, only the other, neither; negative when they go together less often than by
     * chance.
     */
    static double of(long both, long first, long second, long neither) {
        double all = both + first + second + neither;
        double expected = (both + first) * (double) (both + second) / all;
        double squared = 2
                * (part(both, expected)
                        + part(first, both + first - expected)
                        + part(second, both + second - expected)
                        + part(neither, all - both - first - both - second + expected));
        return both < expected ? -squared : squared;
    }

    private static double part(long observed, double expected) {
        return observed == 0 ? 0 : observed * Math.log(observed / expected);
    }
}
