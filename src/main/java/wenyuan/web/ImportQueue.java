package wenyuan.web;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wenyuan.model.Fate;
import wenyuan.model.ImportRun;
import wenyuan.store.Holding;
import wenyuan.store.Jobs;
import wenyuan.store.Store;
import wenyuan.store.Uploads;

/**
 * Does the jobs in the store one after another, from one thread of its own, whether anybody watches or not. Closing stops
 * the job under way politely; the next process takes it up again. Thread-safe.
 */
final class ImportQueue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ImportQueue.class);
    private static final long LOOK_MILLIS = 100;

    private final Store store;
    private final Jobs jobs;
    private final Uploads uploads;
    private final ArchiveWork work;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("import-queue").factory());
    private final Set<Long> stopped = ConcurrentHashMap.newKeySet();
    private volatile OptionalLong current = OptionalLong.empty();
    private volatile boolean closing;

    ImportQueue(Store store, ArchiveWork work) {
        this.store = store;
        this.jobs = store.jobs();
        this.uploads = store.uploads();
        this.work = work;
    }

    /** Sweeps what a killed process left, and takes up its jobs. */
    void start() {
        uploads.sweep(Duration.ZERO);
        jobs.revive();
        wake();
    }

    /** Looks for jobs: one has come. */
    void wake() {
        thread.execute(this::drain);
    }

    /** Stops an import politely, whoever asked for it. */
    void stop(long importId) {
        stopped.add(importId);
        work.stop(importId);
    }

    /** The job as it is when it has ended, or after {@code most}. */
    Jobs.Job await(long jobId, Duration most) {
        long end = System.nanoTime() + most.toNanos();
        Jobs.Job job = jobs.find(jobId).orElseThrow();
        while (open(job) && System.nanoTime() < end) {
            pause();
            job = jobs.find(jobId).orElseThrow();
        }
        return job;
    }

    @Override
    public void close() {
        closing = true;
        current.ifPresent(work::stop);
        thread.shutdown();
        try {
            while (!thread.awaitTermination(1, TimeUnit.SECONDS)) {
                current.ifPresent(work::stop);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void drain() {
        for (Optional<Jobs.Job> job = next(); job.isPresent(); job = next()) {
            run(job.get());
        }
    }

    private Optional<Jobs.Job> next() {
        return closing ? Optional.empty() : jobs.next();
    }

    private void run(Jobs.Job job) {
        try {
            switch (job.task()) {
                case Jobs.Task.Take take ->
                    end(job, work.take(take.paths().stream().map(Path::of).toList(), take.collection(), heard(job)));
                case Jobs.Task.Retry retry -> end(job, work.retry(retry.importId(), heard(job)));
                case Jobs.Task.Release release -> end(job, release);
                case Jobs.Task.Discover discover -> {
                    work.discover(() -> closing);
                    end(job);
                }
                case Jobs.Task.Relabel relabel -> {
                    work.relabel();
                    end(job);
                }
                case Jobs.Task.Backup backup -> {
                    BackupFolder.of(store.home()).write(store, backup, job.user(), () -> closing);
                    end(job);
                }
            }
        } catch (RuntimeException e) {
            LOG.error("Job {} broke: {}", job.id(), job.title(), e);
            jobs.end(job.id(), Jobs.State.BROKEN, String.valueOf(e.getMessage()));
        } finally {
            current = OptionalLong.empty();
        }
    }

    private Consumer<ImportRun> heard(Jobs.Job job) {
        return run -> {
            if (current.isEmpty()) {
                current = OptionalLong.of(run.id());
                jobs.became(job.id(), run.id());
                if (closing) {
                    work.stop(run.id());
                }
            }
        };
    }

    /** What is cut short because the process ends stays in the queue. */
    private void end(Jobs.Job job) {
        if (!closing) {
            jobs.done(job, false);
        }
    }

    /** An import that ends because the process does stays in the queue. */
    private void end(Jobs.Job job, ImportRun run) {
        boolean byAdmin = stopped.remove(run.id());
        if (byAdmin) {
            jobs.end(job.id(), Jobs.State.STOPPED, "");
        } else if (!closing) {
            boolean clean = job.upload() > 0 && bytesKept(run);
            jobs.done(job, clean);
            if (clean) {
                uploads.drop(job.upload());
            }
        }
    }

    /** Whether each file that failed can be tried again without the upload. */
    private boolean bytesKept(ImportRun run) {
        return store.failures(Optional.of(run.id())).stream()
                .noneMatch(failed -> failed.sha256().isEmpty());
    }

    private void end(Jobs.Job job, Jobs.Task.Release release) {
        Optional<Fate.Failed> failure =
                work.release(release.sha256(), new Holding.Ruling(job.user(), release.reason()));
        jobs.end(
                job.id(),
                failure.isPresent() ? Jobs.State.BROKEN : Jobs.State.DONE,
                failure.map(failed ->
                                Messages.CHINESE.name("cause", failed.cause().name()) + " " + failed.detail())
                        .orElse(""));
    }

    private static boolean open(Jobs.Job job) {
        return job.state() == Jobs.State.WAITING || job.state() == Jobs.State.RUNNING;
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
