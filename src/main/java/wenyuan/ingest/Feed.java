package wenyuan.ingest;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import wenyuan.search.DocumentSink;
import wenyuan.store.Store;

/**
 * Brings an engine up to date every two seconds while an import writes to the store, from one thread of its own: an
 * interrupt of the importing thread must not reach the engine's files.
 */
final class Feed implements AutoCloseable {
    private static final long PAUSE_MILLIS = 2_000;

    private final Store store;
    private final DocumentSink sink;
    private final ScheduledExecutorService thread;
    private final ScheduledFuture<?> rounds;
    private volatile Optional<RuntimeException> trouble = Optional.empty();

    Feed(Store store, DocumentSink sink) {
        this.store = store;
        this.sink = sink;
        this.thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("import-index").factory());
        this.rounds = thread.scheduleWithFixedDelay(this::round, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Throws what went wrong with the engine, if anything did. */
    void check() {
        trouble.ifPresent(e -> {
            throw e;
        });
    }

    /** Brings the engine up to the end. */
    void finish() {
        rounds.cancel(false);
        CompletableFuture.runAsync(this::round, thread).join();
        check();
    }

    @Override
    public void close() {
        rounds.cancel(false);
        thread.close();
    }

    private void round() {
        try {
            Reindex.catchUp(store, sink);
        } catch (RuntimeException e) {
            trouble = Optional.of(e);
        }
    }
}
