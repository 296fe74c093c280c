package wenyuan.ingest;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import wenyuan.ingest.extract.Extractor;
import wenyuan.ingest.source.Limits;
import wenyuan.model.Fate;
import wenyuan.model.ImportRun;
import wenyuan.model.RuleBook;
import wenyuan.model.Tally;
import wenyuan.search.DocumentSink;
import wenyuan.store.Arrival;
import wenyuan.store.Home;
import wenyuan.store.Originals;
import wenyuan.store.Store;

/** Takes files into the archive. One at a time on a home. */
public final class Import {
    private final Store store;
    private final DocumentSink sink;
    private final Intake intake;
    private final Settings settings;

    private Import(Store store, DocumentSink sink, Intake intake, Settings settings) {
        this.store = store;
        this.sink = sink;
        this.intake = intake;
        this.settings = settings;
    }

    /**
     * What an import works with.
     *
     * @param workers files worked on at once
     * @param collection name given by {@code --source}; empty to use the name of each imported path
     * @param link whether to keep a reference to the original instead of its bytes; files out of archives are kept anyway
     * @param limits how far archives are followed
     */
    public record Settings(int workers, String collection, boolean link, Limits limits) {
        /** The same within {@link Limits#STANDARD}. */
        public Settings(int workers, String collection, boolean link) {
            this(workers, collection, link, Limits.STANDARD);
        }

        public Settings {
            if (workers < 1) {
                throw new IllegalArgumentException("An import needs at least one worker, not " + workers);
            }
        }
    }

    /** An import over this home, which the process owns. */
    public static Import on(
            Home home, Store store, DocumentSink sink, Extractor extractor, RuleBook rules, Settings settings) {
        Stages stages = (extraction, path) -> Inspect.of(extraction, path, rules);
        return on(
                store,
                sink,
                new Intake(store, new Originals(home), extractor, stages, rules.hash(), settings.link()),
                settings);
    }

    static Import on(Store store, DocumentSink sink, Intake intake, Settings settings) {
        return new Import(store, sink, intake, settings);
    }

    /**
     * Runs until every file has a fate, or until the thread is interrupted; then no further file begins, what is done stays
     * done, and the interrupt stands again at the end. Files that gave no text in an earlier import are tried again. The
     * engine follows while it runs and is up to date when this returns.
     *
     * @param progress called from one thread at a time, at the beginning and after each file, with the run so far
     * @throws wenyuan.store.StoreException when the home cannot be written; what was written stays
     */
    public ImportRun run(List<Path> paths, Consumer<ImportRun> progress) {
        List<Walk> walks = paths.stream()
                .distinct()
                .map(path -> Walk.of(path, settings.collection(), store.home().incoming(), settings.limits()))
                .toList();
        return run(paths.stream().map(Path::toString).toList(), walks, progress);
    }

    /**
     * Tries again, as a run of its own, the files that gave no text when they were last tried; otherwise like {@link #run}.
     *
     * @param importId the import in which that was; empty for all
     */
    public ImportRun retry(Optional<Long> importId, Consumer<ImportRun> progress) {
        List<Store.FailedFile> failed = store.failures(importId);
        List<String> roots =
                failed.stream().map(file -> file.origin().root()).distinct().toList();
        return run(roots, Walk.again(failed, intake.originals(), store.home().incoming(), settings.limits()), progress);
    }

    private ImportRun run(List<String> paths, List<Walk> walks, Consumer<ImportRun> progress) {
        intake.originals().sweep();
        ImportRun run = store.beginImport(paths);
        progress.accept(run);
        boolean interrupted;
        try (Feed feed = new Feed(store, sink);
                Crew crew = Crew.start(intake, settings.workers(), walks)) {
            for (List<Arrival> batch = crew.next(); !batch.isEmpty(); batch = crew.next()) {
                run = book(run, batch, progress);
                feed.check();
            }
            crew.rethrow();
            requireBalance(run.tally(), crew.begun());
            feed.finish();
            interrupted = crew.interrupted();
        }
        ImportRun ended = store.endImport(run.id());
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return ended;
    }

    private ImportRun book(ImportRun run, List<Arrival> batch, Consumer<ImportRun> progress) {
        List<Fate> fates = store.record(run.id(), batch);
        double seconds = store.importRun(run.id()).orElseThrow().tally().seconds();
        ImportRun now = run;
        for (Fate fate : fates) {
            Tally tally = now.tally().plus(fate).after(seconds);
            now = new ImportRun(run.id(), run.paths(), run.started(), run.ended(), tally);
            progress.accept(now);
        }
        return now;
    }

    /** Promise 1: every file that was begun has exactly one fate. */
    private static void requireBalance(Tally tally, long begun) {
        if (!tally.balanced() || tally.seen() != begun) {
            throw new IllegalStateException(
                    "The import began " + begun + " files but gave " + tally.seen() + " a fate: " + tally);
        }
    }
}
