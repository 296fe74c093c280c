package wenyuan.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import wenyuan.config.Configuration;
import wenyuan.config.ConfigurationReader;
import wenyuan.config.RuleBookReader;
import wenyuan.ingest.Import;
import wenyuan.ingest.Reindex;
import wenyuan.ingest.extract.Extractor;
import wenyuan.ingest.extract.ForkedExtractor;
import wenyuan.model.ImportRun;
import wenyuan.model.RuleBook;
import wenyuan.search.lucene.LuceneEngine;
import wenyuan.store.Home;
import wenyuan.store.HomeLock;
import wenyuan.store.Store;
import wenyuan.text.Segmenter;

/**
 * A home that this process owns: it writes, and does the writing of other processes. Work is done one piece at a time.
 * Thread-safe. Closing waits for the work under way.
 */
final class OwnedArchive implements AutoCloseable {
    private static final long PROGRESS_EVERY_NANOS = 200_000_000;

    private final Home home;
    private final HomeLock lock;
    private final Configured configured;
    private final RuleBook rules;
    private final Segmenter segmenter;
    private final Store store;
    private final LiveIndex index;
    private final WorkServer server;
    private final ReentrantLock working = new ReentrantLock(true);

    private OwnedArchive(
            Home home,
            HomeLock lock,
            Configuration configuration,
            RuleBook rules,
            Segmenter segmenter,
            Store store,
            LiveIndex index) {
        this.home = home;
        this.lock = lock;
        this.configured = new Configured(configuration);
        this.rules = rules;
        this.segmenter = segmenter;
        this.store = store;
        this.index = index;
        this.server = WorkServer.start(lock.token(), this::perform);
    }

    /** Opens the home behind {@code lock}, brings its index up to the store, and starts to take work. */
    static OwnedArchive open(Home home, HomeLock lock) {
        Configuration configuration = ConfigurationReader.readOrWrite(home.config());
        RuleBook rules = RuleBookReader.read(home.overrides());
        Segmenter segmenter = Segmenter.with(rules.labels().words());
        Store store = Store.open(home, Clock.systemUTC());
        LiveIndex index = LiveIndex.open(
                new IndexFolders(home),
                folder -> LuceneEngine.open(folder, store::document, segmenter, rules.taxonomy()));
        Reindex.catchUp(store, index.sink());
        OwnedArchive archive = new OwnedArchive(home, lock, configuration, rules, segmenter, store, index);
        lock.publish(archive.server.port());
        return archive;
    }

    Store store() {
        return store;
    }

    LiveIndex index() {
        return index;
    }

    Configuration configuration() {
        return configured.configuration();
    }

    RuleBook rules() {
        return rules;
    }

    Segmenter segmenter() {
        return segmenter;
    }

    /** Does {@code work} when the work before it is done; {@code listener} hears how it goes, last its end. */
    void perform(Work work, Consumer<Progress> listener) {
        working.lock();
        try {
            switch (work) {
                case Work.Take take -> take(take, listener);
                case Work.Retry retry -> retry(retry, listener);
                case Work.Relabel relabel -> relabel(listener);
            }
        } catch (RuntimeException e) {
            listener.accept(new Progress.Broken(String.valueOf(e.getMessage())));
        } finally {
            working.unlock();
        }
    }

    @Override
    public void close() {
        server.close();
        working.lock();
        try {
            index.close();
            store.close();
            lock.close();
        } finally {
            working.unlock();
        }
    }

    private void take(Work.Take take, Consumer<Progress> listener) {
        List<Path> paths = take.paths().stream().map(Path::of).toList();
        withImport(
                new Import.Settings(take.workers(), take.collection(), take.link(), configured.limits()),
                take.ocr(),
                listener,
                (job, progress) -> job.run(paths, progress));
    }

    private void retry(Work.Retry retry, Consumer<Progress> listener) {
        withImport(
                new Import.Settings(retry.workers(), "", false, configured.limits()),
                retry.ocr(),
                listener,
                (job, progress) -> job.retry(retry.importId(), progress));
    }

    private void withImport(
            Import.Settings settings,
            boolean ocr,
            Consumer<Progress> listener,
            BiFunction<Import, Consumer<ImportRun>, ImportRun> running) {
        Folders.delete(home.parsers());
        try (Extractor extractor = ForkedExtractor.open(configured.reading(settings.workers(), ocr), home.parsers())) {
            Throttle throttle = new Throttle(PROGRESS_EVERY_NANOS);
            ImportRun run = running.apply(
                    Import.on(home, store, index.sink(), extractor, rules, settings),
                    soFar -> throttle.run(() -> listener.accept(new Progress.Importing(soFar))));
            listener.accept(new Progress.Imported(run));
        }
    }

    private void relabel(Consumer<Progress> listener) {
        Throttle throttle = new Throttle(PROGRESS_EVERY_NANOS);
        long changed = Reindex.relabel(
                store, rules, done -> throttle.run(() -> listener.accept(new Progress.Relabelling(done))));
        index.rebuild(store);
        listener.accept(new Progress.Relabelled(changed, store.documents()));
    }

    /** Lets at most one call through in a while. For one thread. */
    private static final class Throttle {
        private final long nanos;
        private long last;

        Throttle(long nanos) {
            this.nanos = nanos;
            this.last = System.nanoTime() - nanos;
        }

        void run(Runnable call) {
            long now = System.nanoTime();
            if (now - last >= nanos) {
                last = now;
                call.run();
            }
        }
    }
}
