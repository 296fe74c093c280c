package wenyuan.web;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Heavy work that is done one piece at a time, first come, first served. Thread-safe. */
final class Turn {
    private final Semaphore free = new Semaphore(1, true);
    private final Duration patience;
    private final String busy;

    /**
     * Work whose turn is waited for as long as {@code patience}.
     *
     * @param busy key of the sentence for who waited in vain
     */
    Turn(Duration patience, String busy) {
        this.patience = patience;
        this.busy = busy;
    }

    /**
     * Does a piece of work when its turn has come.
     *
     * @throws Refusal when it has not come in time
     */
    <T> T take(Supplier<T> work) {
        if (!came()) {
            throw new Refusal(503, busy);
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }

    private boolean came() {
        try {
            return free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
