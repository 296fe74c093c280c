package wenyuan.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import wenyuan.config.OwnWords;
import wenyuan.config.RuleBookReader;
import wenyuan.ingest.Import;
import wenyuan.ingest.Reindex;
import wenyuan.ingest.Release;
import wenyuan.ingest.WordDiscovery;
import wenyuan.ingest.extract.Extractor;
import wenyuan.model.Correctable;
import wenyuan.model.Extraction;
import wenyuan.model.FailureCause;
import wenyuan.model.Fate;
import wenyuan.model.ImportRun;
import wenyuan.model.Phrasing;
import wenyuan.model.RuleBook;
import wenyuan.ops.Dictionary;
import wenyuan.search.DocumentSink;
import wenyuan.search.MemoryEngine;
import wenyuan.search.SearchEngine;
import wenyuan.search.lucene.LuceneEngine;
import wenyuan.store.Holding;
import wenyuan.store.Store;
import wenyuan.text.Segmenter;

/** Real imports with a parser of the test's own, in this process. A text 坏 fails, a text 慢 takes its time. */
final class SiteWork implements ArchiveWork {
    private final Store store;
    private final SearchEngine engine;
    private final DocumentSink sink;
    private final RuleBook rules;
    private final AtomicReference<Phrasing> phrasing;
    private volatile Segmenter segmenter;
    private volatile Thread thread = Thread.currentThread();
    private volatile OptionalLong running = OptionalLong.empty();

    SiteWork(
            Store store, LuceneEngine engine, Segmenter segmenter, RuleBook rules, AtomicReference<Phrasing> phrasing) {
        this.store = store;
        this.engine = engine;
        this.sink = engine.sink();
        this.segmenter = segmenter;
        this.rules = rules;
        this.phrasing = phrasing;
    }

    /** Imports texts into a store that no engine follows yet. */
    static void fill(Store store, Path texts) {
        Import.on(
                        store.home(),
                        store,
                        new MemoryEngine(),
                        new Reader(),
                        RuleBookReader.shipped(),
                        new Import.Settings(1, "", false))
                .run(List.of(texts), run -> {});
    }

    @Override
    public ImportRun take(List<Path> paths, String collection, Consumer<ImportRun> listener) {
        return heard(listener, heard -> job(collection).run(paths, heard));
    }

    @Override
    public ImportRun retry(long importId, Consumer<ImportRun> listener) {
        return heard(listener, heard -> job("").retry(Optional.of(importId), heard));
    }

    private Import job(String collection) {
        return Import.on(store.home(), store, sink, new Reader(), rules, new Import.Settings(1, collection, false));
    }

    private ImportRun heard(Consumer<ImportRun> listener, Function<Consumer<ImportRun>, ImportRun> job) {
        thread = Thread.currentThread();
        try {
            return job.apply(run -> {
                running = OptionalLong.of(run.id());
                listener.accept(run);
            });
        } finally {
            running = OptionalLong.empty();
            Thread.interrupted();
        }
    }

    @Override
    public Optional<Fate.Failed> release(String sha256, Holding.Ruling ruling) {
        return Release.run(sha256, ruling, store, sink, new Reader(), rules);
    }

    @Override
    public boolean discard(String sha256, Holding.Ruling ruling) {
        return Release.discard(sha256, ruling, store);
    }

    @Override
    public void discover(BooleanSupplier stopped) {
        WordDiscovery.run(store, engine, segmenter, stopped);
    }

    @Override
    public long relabel() {
        List<OwnWords> words = OwnWords.read(store.home().overrides());
        RuleBook now = RuleBookReader.read(store.home().overrides());
        segmenter = Segmenter.with(now.labels().words());
        new Dictionary(store, Clock.systemUTC()).applied(words);
        long changed = Reindex.relabel(store, now, done -> {});
        follow(Duration.ZERO);
        return changed;
    }

    @Override
    public Draft read(Path file) {
        return switch (new Reader().extract(file, file.toString())) {
            case Extraction.Text text -> new Draft.Text(text.content());
            case Extraction.Failed failed -> new Draft.Unreadable(failed);
        };
    }

    @Override
    public void rephrase() {
        phrasing.set(RuleBookReader.read(store.home().overrides()).phrasing());
    }

    @Override
    public List<Preview> preview(RuleBook other, Correctable field, List<String> documentIds) {
        return wenyuan.ingest.Preview.of(store, other, field, documentIds).stream()
                .map(change -> new Preview(change.documentId(), change.title(), change.before(), change.after()))
                .toList();
    }

    @Override
    public void follow(Duration patience) {
        synchronized (sink) {
            Reindex.catchUp(store, sink);
        }
    }

    /** How texts are cut since the last reindex. */
    Segmenter segmenter() {
        return segmenter;
    }

    @Override
    public OptionalLong running() {
        return running;
    }

    @Override
    public void stop(long importId) {
        if (running.equals(OptionalLong.of(importId))) {
            thread.interrupt();
        }
    }

    private static final class Reader implements Extractor {
        @Override
        public Extraction extract(Path file, String name) {
            try {
                String text = Files.readString(file, StandardCharsets.UTF_8);
                if (text.startsWith("慢")) {
                    TimeUnit.MILLISECONDS.sleep(60);
                }
                return text.startsWith("坏")
                        ? new Extraction.Failed(FailureCause.CORRUPT, "no text in it")
                        : new Extraction.Text(text, Extraction.Form.PLAIN, "text/plain", "UTF-8", Map.of());
            } catch (IOException e) {
                return new Extraction.Failed(FailureCause.UNREADABLE, e.toString());
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {}
    }
}
