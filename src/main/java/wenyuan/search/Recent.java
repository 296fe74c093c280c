package wenyuan.search;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The few things that were used last. Thread-safe. */
public final class Recent<K, V> {
    private final Map<K, V> kept;

    /** Keeps at most this many. */
    public Recent(int most) {
        kept = new LinkedHashMap<>(most * 2, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** What was kept for {@code key}, if it is still there. */
    public synchronized Optional<V> find(K key) {
        return Optional.ofNullable(kept.get(key));
    }

    /** Keeps it, and forgets what has not been used for longest when there is too much. */
    public synchronized void keep(K key, V value) {
        kept.put(key, value);
    }
}
