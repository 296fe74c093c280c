package wenyuan.cli;

import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import wenyuan.store.Home;
import wenyuan.store.HomeLock;

/** Gets a piece of writing work done: in this process when the home is free, else by the process that owns it. */
record Errand(Home home, Consumer<String> say) {
    /** Runs {@code work} to its end; {@code listener} hears how it goes. */
    void run(Work work, Consumer<Progress> listener) {
        switch (HomeLock.acquire(home)) {
            case HomeLock.Acquired acquired -> runHere(acquired.lock(), work, listener);
            case HomeLock.OwnedBy owner -> {
                say.accept("The archive is in use by process " + owner.pid() + "; it does the work");
                new WorkClient(owner.port(), owner.token()).send(work, listener);
            }
        }
    }

    /** On Ctrl-C the work ends at the next file, and the process only after the archive is closed. */
    private void runHere(HomeLock lock, Work work, Consumer<Progress> listener) {
        CountDownLatch closed = new CountDownLatch(1);
        Thread worker = Thread.currentThread();
        Thread stop = Thread.ofPlatform().name("stop").unstarted(() -> {
            worker.interrupt();
            Serving.await(closed);
        });
        Runtime.getRuntime().addShutdownHook(stop);
        try (OwnedArchive archive = OwnedArchive.open(home, lock)) {
            archive.perform(work, listener);
        } finally {
            closed.countDown();
            forget(stop);
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAnyway) {
            // the process ends: the hook has run
        }
    }
}
