package wenyuan.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import wenyuan.config.Configuration;
import wenyuan.config.ConfigurationReader;
import wenyuan.config.OwnWords;
import wenyuan.config.RuleBookReader;
import wenyuan.ingest.Import;
import wenyuan.ingest.Reindex;
import wenyuan.ingest.Release;
import wenyuan.ingest.WordDiscovery;
import wenyuan.ingest.extract.Extractor;
import wenyuan.ingest.extract.ForkedExtractor;
import wenyuan.model.Fate;
import wenyuan.model.ImportRun;
import wenyuan.model.Phrasing;
import wenyuan.model.RuleBook;
import wenyuan.ops.Dictionary;
import wenyuan.ops.Removal;
import wenyuan.search.lucene.LuceneEngine;
import wenyuan.store.Audit;
import wenyuan.store.Holding;
import wenyuan.store.Home;
import wenyuan.store.HomeLock;
import wenyuan.store.Store;
import wenyuan.text.Segmenter;

/**
 * A home that this process owns: it writes, and does the writing of other processes. Work is done one piece at a time.
 * Thread-safe. Closing waits for the work under way.
 */
final class OwnedArchive implements AutoCloseable {
    private static final String USER = "(command line)";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long PROGRESS_EVERY_NANOS = 200_000_000;

    private final Home home;
    private final HomeLock lock;
    private final Configured configured;
    private final AtomicReference<Reading> reading;
    private final Store store;
    private final LiveIndex index;
    private final WorkServer server;
    private final ReentrantLock working = new ReentrantLock(true);
    private final Stoppable underWay = new Stoppable();
    private final Follower follower = new Follower(() -> alone(this::catchUp));

    private OwnedArchive(
            Home home,
            HomeLock lock,
            Configuration configuration,
            AtomicReference<Reading> reading,
            Store store,
            LiveIndex index) {
        this.home = home;
        this.lock = lock;
        this.configured = new Configured(configuration);
        this.reading = reading;
        this.store = store;
        this.index = index;
        this.server = WorkServer.start(lock.token(), this::perform);
    }

    /** How texts are read: by which rules, cut into which words. Changes with a reindex, synonyms at once. */
    private record Reading(RuleBook rules, Segmenter segmenter) {
        static Reading of(Home home) {
            RuleBook rules = RuleBookReader.read(home.overrides());
            return new Reading(rules, Segmenter.with(rules.labels().words()));
        }
    }

    /** Opens the home behind {@code lock}, brings its index up to the store, and starts to take work. */
    static OwnedArchive open(Home home, HomeLock lock) {
        Configuration configuration = ConfigurationReader.readOrWrite(home.config());
        AtomicReference<Reading> reading = new AtomicReference<>(Reading.of(home));
        Store store = Store.open(home, Clock.systemUTC());
        LiveIndex index = LiveIndex.open(
                new IndexFolders(home),
                folder -> LuceneEngine.open(
                        folder,
                        store::document,
                        reading.get().segmenter(),
                        reading.get().rules().taxonomy(),
                        () -> reading.get().rules().phrasing()),
                store);
        Release.settle(store);
        Removal.settle(store);
        Reindex.catchUp(store, index.sink());
        OwnedArchive archive = new OwnedArchive(home, lock, configuration, reading, store, index);
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
        return reading.get().rules();
    }

    /** Reads the synonyms anew: searches that begin from now on follow them. Waits for no other work. */
    void rephrase() {
        Phrasing now = RuleBookReader.read(home.overrides()).phrasing();
        reading.updateAndGet(before -> new Reading(before.rules().with(now), before.segmenter()));
    }

    Segmenter segmenter() {
        return reading.get().segmenter();
    }

    /** Does {@code work} when the work before it is done; {@code listener} hears how it goes, last its end. */
    void perform(Work work, Consumer<Progress> listener) {
        try {
            switch (work) {
                case Work.Take take -> listener.accept(new Progress.Imported(take(take, throttled(listener))));
                case Work.Retry retry -> listener.accept(new Progress.Imported(retry(retry, throttled(listener))));
                case Work.Relabel relabel -> listener.accept(relabel(listener));
                case Work.Discover discover -> listener.accept(discover(() -> false));
                case Work.Vocabulary vocabulary -> listener.accept(vocabulary.change(store));
                case Work.Account account -> listener.accept(account.change(store));
                case Work.Remember remember -> listener.accept(remember.change(store));
                case Work.Correct correct -> listener.accept(correct(correct));
                case Work.Delete delete -> listener.accept(delete(delete));
                case Work.Undelete undelete -> listener.accept(undelete(undelete));
                case Work.Note note -> listener.accept(note(note));
            }
        } catch (RuntimeException e) {
            listener.accept(new Progress.Broken(String.valueOf(e.getMessage())));
        }
    }

    /** Takes files in when the work before it is done; {@code listener} hears every step of the run. */
    ImportRun take(Work.Take take, Consumer<ImportRun> listener) {
        List<Path> paths = take.paths().stream().map(Path::of).toList();
        Import.Settings settings =
                new Import.Settings(take.workers(), take.collection(), take.link(), configured.limits());
        return withImport(settings, take.ocr(), listener, (job, heard) -> job.run(paths, heard));
    }

    /** Tries failed files again when the work before it is done; {@code listener} hears every step of the run. */
    ImportRun retry(Work.Retry retry, Consumer<ImportRun> listener) {
        Import.Settings settings = new Import.Settings(retry.workers(), "", false, configured.limits());
        return withImport(settings, retry.ocr(), listener, (job, heard) -> job.retry(retry.importId(), heard));
    }

    private ImportRun withImport(
            Import.Settings settings,
            boolean ocr,
            Consumer<ImportRun> listener,
            BiFunction<Import, Consumer<ImportRun>, ImportRun> running) {
        return alone(() -> {
            try (Extractor extractor = extractor(settings.workers(), ocr)) {
                return running.apply(Import.on(home, store, index.sink(), extractor, rules(), settings), run -> {
                    underWay.begin(run.id());
                    listener.accept(run);
                });
            } finally {
                underWay.end();
            }
        });
    }

    /** Makes a document of held bytes when the work before it is done; why not, when that failed. */
    Optional<Fate.Failed> release(String sha256, Holding.Ruling ruling) {
        return alone(() -> {
            try (Extractor extractor = extractor(1, false)) {
                return Release.run(sha256, ruling, store, index.sink(), extractor, rules());
            }
        });
    }

    private Progress correct(Work.Correct correct) {
        long documents = correct.decide(store.corrections());
        follower.follow(PATIENCE);
        return new Progress.Corrected(documents);
    }

    private Progress delete(Work.Delete delete) {
        long documents = Removal.run(delete.documentIds(), USER, delete.scope(), store);
        follower.follow(PATIENCE);
        return new Progress.Removed(documents);
    }

    private Progress undelete(Work.Undelete undelete) {
        return store.removals().forget(undelete.name(), USER)
                ? new Progress.Changed()
                : new Progress.Broken("Nothing was deleted that is called " + undelete.name());
    }

    private Progress note(Work.Note note) {
        store.audit().write(new Audit.Deed(USER, note.action(), note.target(), note.detail()));
        return new Progress.Changed();
    }

    /** Brings the index up to the store when the work before it is done, and waits for it, but not longer than that. */
    void follow(Duration patience) {
        follower.follow(patience);
    }

    /** The import under way. */
    OptionalLong running() {
        return underWay.running();
    }

    /** Lets no further file begin in this import, when it is the one under way. */
    void stop(long importId) {
        underWay.stop(importId);
    }

    @Override
    public void close() {
        server.close();
        follower.close();
        working.lock();
        try {
            index.close();
            store.close();
            lock.close();
        } finally {
            working.unlock();
        }
    }

    private long catchUp() {
        return Reindex.catchUp(store, index.sink());
    }

    private <T> T alone(Supplier<T> work) {
        working.lock();
        try {
            return work.get();
        } finally {
            working.unlock();
        }
    }

    private Extractor extractor(int workers, boolean ocr) {
        Folders.delete(home.parsers());
        return ForkedExtractor.open(configured.reading(workers, ocr), home.parsers());
    }

    private static Consumer<ImportRun> throttled(Consumer<Progress> listener) {
        Throttle throttle = new Throttle(PROGRESS_EVERY_NANOS);
        return run -> throttle.run(() -> listener.accept(new Progress.Importing(run)));
    }

    /** Reads the rules anew, labels everything by them and builds the index anew, when the work before it is done. */
    Progress.Relabelled relabel(Consumer<Progress> listener) {
        return alone(() -> {
            List<OwnWords> words = OwnWords.read(home.overrides());
            reading.set(Reading.of(home));
            Throttle throttle = new Throttle(PROGRESS_EVERY_NANOS);
            long changed = Reindex.relabel(
                    store, rules(), done -> throttle.run(() -> listener.accept(new Progress.Relabelling(done))));
            index.rebuild(store);
            new Dictionary(store, Clock.system(ZoneId.systemDefault())).applied(words);
            return new Progress.Relabelled(changed, store.documents());
        });
    }

    /** Proposes words for the dictionary, when the work before it is done. */
    Progress discover(BooleanSupplier stopped) {
        return alone(() -> new Progress.Proposed(WordDiscovery.run(store, index, segmenter(), stopped)));
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
