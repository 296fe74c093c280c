package wenyuan.web;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import wenyuan.model.Fate;
import wenyuan.model.ImportRun;
import wenyuan.store.Holding;

/** The writing work that pages ask for, done by whoever owns the home, one piece at a time. Thread-safe. */
public interface ArchiveWork {
    /**
     * Takes files in. Returns when done or stopped.
     *
     * @param collection name of the source; empty for the name of each path
     * @param listener hears the run from its beginning
     */
    ImportRun take(List<Path> paths, String collection, Consumer<ImportRun> listener);

    /** Tries the failed files of an import again, as a new import. Returns when done or stopped. */
    ImportRun retry(long importId, Consumer<ImportRun> listener);

    /** Makes a document of held bytes; why not, when that failed. */
    Optional<Fate.Failed> release(String sha256, Holding.Ruling ruling);

    /** Deletes held bytes for good; whether they were held. */
    boolean discard(String sha256, Holding.Ruling ruling);

    /**
     * Looks for new words in the texts and proposes them; returns when done.
     *
     * @param stopped asked now and then; when it says so nothing is proposed
     */
    void discover(BooleanSupplier stopped);

    /** Reads the rules again, labels everything by them and builds the index anew; number of documents that changed. */
    long relabel();

    /** The import under way in this process, whoever asked for it. */
    OptionalLong running();

    /** Lets no further file of this import begin, when it is the one under way; what is done stays done. */
    void stop(long importId);
}
