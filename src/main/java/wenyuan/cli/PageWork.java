package wenyuan.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import wenyuan.ingest.Release;
import wenyuan.model.Fate;
import wenyuan.model.ImportRun;
import wenyuan.store.Holding;
import wenyuan.web.ArchiveWork;

/** The work that pages ask for, done on the home that this process owns. */
record PageWork(OwnedArchive archive) implements ArchiveWork {
    @Override
    public ImportRun take(List<Path> paths, String collection, Consumer<ImportRun> listener) {
        int workers = Runtime.getRuntime().availableProcessors();
        List<String> names = paths.stream().map(Path::toString).toList();
        return archive.take(new Work.Take(names, workers, collection, false), listener);
    }

    /** Imports the same paths again: failed files are tried again, all others are known. */
    @Override
    public ImportRun retry(long importId, Consumer<ImportRun> listener) {
        ImportRun run = archive.store()
                .importRun(importId)
                .orElseThrow(() -> new IllegalArgumentException("There is no import " + importId));
        String collection = archive.store().jobs().collectionOf(importId).orElse("");
        return take(run.paths().stream().map(Path::of).toList(), collection, listener);
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
    public OptionalLong running() {
        return archive.running();
    }

    @Override
    public void stop(long importId) {
        archive.stop(importId);
    }
}
