package wenyuan.cli;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.LoggerFactory;

/**
 * Brings an index up to the store from a thread of its own, so that whoever decided a label need not wait for the import that
 * is under way. Thread-safe. Closing lets what was asked for end.
 */
final class Follower implements AutoCloseable {
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("follow").factory());
    private final Runnable catchUp;

    Follower(Runnable catchUp) {
        this.catchUp = catchUp;
    }

    /** Catches up, and waits for it, but not longer than {@code patience}. */
    void follow(Duration patience) {
        Future<?> done = thread.submit(this::run);
        try {
            done.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException goesOn) {
            // what goes wrong is logged where it happens; the next change catches up with this one too
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.close();
    }

    private void run() {
        try {
            catchUp.run();
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(Follower.class).error("The index cannot follow the store", e);
            throw e;
        }
    }
}
