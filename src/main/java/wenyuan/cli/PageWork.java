package wenyuan.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import wenyuan.ingest.Release;
import wenyuan.model.Correctable;
import wenyuan.model.Fate;
import wenyuan.model.ImportRun;
import wenyuan.model.RuleBook;
import wenyuan.store.Holding;
import wenyuan.web.ArchiveWork;

/** The work that pages ask for, done on the home that this process owns. */
record PageWork(OwnedArchive archive, DraftReader drafts) implements ArchiveWork {
    private static final int WORKERS = Runtime.getRuntime().availableProcessors();

    PageWork(OwnedArchive archive) {
        this(archive, new DraftReader(archive.configuration()));
    }

    @Override
    public ImportRun take(List<Path> paths, String collection, Consumer<ImportRun> listener) {
        List<String> names = paths.stream().map(Path::toString).toList();
        return archive.take(new Work.Take(names, WORKERS, collection, false, false), listener);
    }

    @Override
    public ImportRun retry(long importId, Consumer<ImportRun> listener) {
        return archive.retry(new Work.Retry(Optional.of(importId), WORKERS, false), listener);
    }

    @Override
    public Optional<Fate.Failed> release(String sha256, Holding.Ruling ruling) {
        return archive.release(sha256, ruling);
    }

    @Override
    public boolean discard(String sha256, Holding.Ruling ruling) {
        return Release.discard(sha256, ruling, archive.store());
    }

    @Override
    public void discover(BooleanSupplier stopped) {
        archive.discover(stopped);
    }

    @Override
    public long relabel() {
        return archive.relabel(said -> {}).changed();
    }

    @Override
    public Draft read(Path file) {
        return drafts.read(file, archive.rules());
    }

    @Override
    public void rephrase() {
        archive.rephrase();
    }

    @Override
    public List<Preview> preview(RuleBook rules, Correctable field, List<String> documentIds) {
        return wenyuan.ingest.Preview.of(archive.store(), rules, field, documentIds).stream()
                .map(change -> new Preview(change.documentId(), change.title(), change.before(), change.after()))
                .toList();
    }

    @Override
    public void follow(Duration patience) {
        archive.follow(patience);
    }

    @Override
    public OptionalLong running() {
        return archive.running();
    }

    @Override
    public void stop(long importId) {
        archive.stop(importId);
    }
}
