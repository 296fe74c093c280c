package wenyuan.search;

import java.time.Duration;

/** When an answer must be given, complete or not. */
record Deadline(long nanos) {
    /** From now on. */
    static Deadline in(Duration limit) {
        return new Deadline(System.nanoTime() + limit.toNanos());
    }

    boolean passed() {
        return left().isNegative();
    }

    /** Time left; negative when it has passed. */
    Duration left() {
        return Duration.ofNanos(nanos - System.nanoTime());
    }
}
