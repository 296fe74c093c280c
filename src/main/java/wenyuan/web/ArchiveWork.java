package wenyuan.web;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import wenyuan.model.Correctable;
import wenyuan.model.Extraction;
import wenyuan.model.Fate;
import wenyuan.model.ImportRun;
import wenyuan.model.Label;
import wenyuan.model.RuleBook;
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
     * Reads a file as an import would, and keeps nothing of it. Does not wait for other work.
     *
     * @param file its name tells the format where the bytes don't
     */
    Draft read(Path file);

    /** The text of a draft, or why there is none. */
    sealed interface Draft {
        /** The clean text. */
        record Text(String text) implements Draft {}

        /** There is none. */
        record Unreadable(Extraction.Failed why) implements Draft {}
    }

    /** What other rules would say of a field of these documents, where that is not what the rules say now. */
    List<Preview> preview(RuleBook rules, Correctable field, List<String> documentIds);

    /**
     * A document of which other rules would say something else.
     *
     * @param before what the rules say now
     * @param after what they would say
     */
    record Preview(String documentId, String title, List<Label> before, List<Label> after) {}

    /**
     * Brings the engine up to what was decided in the store. It may have to wait for other work, and goes on when this
     * returns without it.
     *
     * @param patience how long to wait for it
     */
    void follow(Duration patience);

    /**
     * Looks for new words in the texts and proposes them; returns when done.
     *
     * @param stopped asked now and then; when it says so nothing is proposed
     */
    void discover(BooleanSupplier stopped);

    /** Reads the rules again, labels everything by them and builds the index anew; number of documents that changed. */
    long relabel();

    /** Reads the synonyms again: searches that begin from now on follow them. */
    void rephrase();

    /** The import under way in this process, whoever asked for it. */
    OptionalLong running();

    /** Lets no further file of this import begin, when it is the one under way; what is done stays done. */
    void stop(long importId);
}
