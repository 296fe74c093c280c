package wenyuan.web;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Values that take long to make, one for each key, made by one thread of its own and kept. When the state that they were made
 * from has changed, the old value is given while a new one is made. Thread-safe.
 *
 * @param <S> what a value was made from; equal when nothing has changed
 */
final class Remembered<S, V> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Remembered.class);
    private static final int MOST = 200;

    private final Function<String, V> making;
    private final ExecutorService thread;
    private final Map<String, Kept<S, V>> kept = new ConcurrentHashMap<>();
    private final Map<String, Future<?>> underWay = new ConcurrentHashMap<>();

    private record Kept<S, V>(S state, V value) {}

    Remembered(String name, Function<String, V> making) {
        this.making = making;
        this.thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    /** The value for {@code key}, at worst an older one; empty when there is none yet after {@code patience}. */
    Optional<V> find(String key, S state, Duration patience) {
        Optional<Kept<S, V>> last = Optional.ofNullable(kept.get(key));
        if (last.filter(value -> value.state().equals(state)).isPresent()) {
            return last.map(Kept::value);
        }
        Future<?> made = underWay.computeIfAbsent(key, missing -> thread.submit(() -> make(missing, state)));
        if (last.isEmpty()) {
            await(made, patience);
        }
        return Optional.ofNullable(kept.get(key)).map(Kept::value);
    }

    private void make(String key, S state) {
        try {
            if (kept.size() >= MOST) {
                kept.clear();
            }
            kept.put(key, new Kept<>(state, making.apply(key)));
        } catch (RuntimeException e) {
            LOG.error("Could not make {}", key, e);
        } finally {
            underWay.remove(key);
        }
    }

    private static void await(Future<?> made, Duration patience) {
        try {
            made.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException later) {
            // the next look finds it
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
