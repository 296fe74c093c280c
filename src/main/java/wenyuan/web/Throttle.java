package wenyuan.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Token buckets by key: each holds {@code capacity} tries and regains one every {@code refill}. Remembers the keys used
 * last, at most {@link #MOST}. Thread-safe.
 */
final class Throttle {
    private static final int MOST = 10_000;

    private final int capacity;
    private final long refill;
    private final LongSupplier nanos;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

    private record Bucket(double tokens, long at) {}

    /**
     * A throttle.
     *
     * @param nanos a clock that only runs forward, as {@link System#nanoTime()}
     */
    Throttle(int capacity, Duration refill, LongSupplier nanos) {
        this.capacity = capacity;
        this.refill = refill.toNanos();
        this.nanos = nanos;
    }

    /** Takes a try for {@code key}; whether there was one. */
    synchronized boolean take(String key) {
        long now = nanos.getAsLong();
        Bucket bucket = buckets.getOrDefault(key, new Bucket(capacity, now));
        double tokens = Math.min(capacity, bucket.tokens() + (double) (now - bucket.at()) / refill);
        boolean enough = tokens >= 1;
        buckets.put(key, new Bucket(enough ? tokens - 1 : tokens, now));
        if (buckets.size() > MOST) {
            buckets.remove(buckets.keySet().iterator().next());
        }
        return enough;
    }

    /** Gives all tries back: the key turned out to be honest. */
    synchronized void forgive(String key) {
        buckets.remove(key);
    }
}
