package wenyuan.ingest;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import wenyuan.ingest.source.SourceFile;
import wenyuan.store.Arrival;

/**
 * The threads that read files: one walks, several take in, several wait for the disk, and the caller's
 * fetches what they bring, in batches. The number
 * of files between the walk and the caller is bounded. None of these threads is ever interrupted: that would close the
 * channels they read by.
 */
final class Crew implements AutoCloseable {
    private static final int BATCH = 32;
    private static final long BATCH_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long TICK_MILLIS = 20;

    /** Many small files forced to the disk at once cost the file system hardly more than one. */
    private static final int DISK_THREADS = 16;

    private final Intake intake;
    private final int capacity;
    private final Semaphore room;
    private final BlockingQueue<Arrival> brought = new LinkedBlockingQueue<>();
    private final Queue<Throwable> troubles = new ConcurrentLinkedQueue<>();
    private final Queue<Stream<SourceFile>> opened = new ConcurrentLinkedQueue<>();
    private final AtomicLong begun = new AtomicLong();
    private final ExecutorService walker;
    private final ExecutorService workers;
    private final ExecutorService disk;
    private volatile boolean stopping;
    private volatile boolean walked;
    private volatile boolean interrupted;

    private Crew(Intake intake, int workers) {
        this.intake = intake;
        this.capacity = BATCH + 4 * workers;
        this.room = new Semaphore(capacity);
        this.walker = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("import-walk").factory());
        this.workers = Executors.newFixedThreadPool(
                workers, Thread.ofPlatform().name("import-worker-", 0).factory());
        this.disk = Executors.newFixedThreadPool(
                DISK_THREADS, Thread.ofPlatform().name("import-disk-", 0).factory());
    }

    /** Sets a crew to work on what {@code walks} find, one after the other. */
    static Crew start(Intake intake, int workers, List<Walk> walks) {
        Crew crew = new Crew(intake, workers);
        crew.walker.execute(() -> crew.walkAll(walks));
        return crew;
    }

    /**
     * What was brought within 200 ms of the first, at most 32 files; nothing when all is done. An interrupt of the caller
     * lets no further file begin, and those in hand are still brought.
     */
    List<Arrival> next() {
        List<Arrival> batch = new ArrayList<>();
        long begin = System.nanoTime();
        while (!finished() && batch.size() < BATCH && (batch.isEmpty() || System.nanoTime() - begin < BATCH_NANOS)) {
            Optional<Arrival> arrival = poll();
            if (arrival.isPresent()) {
                begin = batch.isEmpty() ? System.nanoTime() : begin;
                batch.add(arrival.get());
                room.release();
            }
        }
        return batch;
    }

    /** Number of files that were begun so far. */
    long begun() {
        return begun.get();
    }

    /** Whether the caller was interrupted while it waited. */
    boolean interrupted() {
        return interrupted;
    }

    /** Throws what stopped the work, if anything did. */
    void rethrow() {
        Throwable trouble = troubles.peek();
        if (trouble instanceof RuntimeException e) {
            throw e;
        }
        if (trouble != null) {
            throw new IllegalStateException("The import stopped: " + trouble, trouble);
        }
    }

    /** Begins no further file, waits for those in hand, and deletes what was unpacked. */
    @Override
    public void close() {
        stopping = true;
        walker.close();
        workers.close();
        disk.close();
        opened.forEach(Stream::close);
    }

    private boolean finished() {
        return walked && room.availablePermits() == capacity;
    }

    private Optional<Arrival> poll() {
        try {
            return Optional.ofNullable(brought.poll(TICK_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            interrupted = true;
            stopping = true;
            return Optional.empty();
        }
    }

    private void walkAll(List<Walk> walks) {
        try {
            for (Walk walk : walks) {
                follow(walk);
            }
        } catch (RuntimeException | Error e) {
            stop(e);
        } finally {
            walked = true;
        }
    }

    /** The stream stays open: closing it deletes unpacked files on which workers are. */
    private void follow(Walk walk) {
        Stream<SourceFile> files = walk.files().get();
        opened.add(files);
        Iterator<SourceFile> each = files.iterator();
        while (makeRoom()) {
            if (!each.hasNext()) {
                room.release();
                return;
            }
            handOut(walk.root(), each.next());
        }
    }

    /** Waits until one more file may be on its way; false when no further one shall begin. */
    private boolean makeRoom() {
        while (!stopping) {
            try {
                if (room.tryAcquire(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
                    return true;
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException("Nobody interrupts the walk", e);
            }
        }
        return false;
    }

    private void handOut(Root root, SourceFile file) {
        begun.incrementAndGet();
        workers.execute(() -> {
            try {
                Intake.Taken taken = intake.take(root.origin(file.path()), file);
                disk.execute(() -> bring(taken));
            } catch (RuntimeException | Error e) {
                stop(e);
                room.release();
            }
        });
    }

    private void bring(Intake.Taken taken) {
        try {
            brought.add(taken.settle());
        } catch (RuntimeException | Error e) {
            stop(e);
            room.release();
        }
    }

    private void stop(Throwable trouble) {
        troubles.add(trouble);
        stopping = true;
    }
}
