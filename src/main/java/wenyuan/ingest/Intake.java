package wenyuan.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wenyuan.ingest.extract.Extractor;
import wenyuan.ingest.source.SourceFile;
import wenyuan.model.Document;
import wenyuan.model.Extraction;
import wenyuan.model.FailureCause;
import wenyuan.model.Fate;
import wenyuan.model.Source;
import wenyuan.store.Arrival;
import wenyuan.store.Origin;
import wenyuan.store.Originals;
import wenyuan.store.Store;
import wenyuan.store.StoreException;

/**
 * Takes in one file: its bytes into the home, its text through the stages. Thread-safe. What is wrong with the file is a
 * value, also when it makes a stage throw; what is wrong with the home is thrown.
 */
record Intake(Store store, Originals originals, Extractor extractor, Stages stages, String rules, boolean link) {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    /**
     * What was read, and the bytes that wait for their place.
     *
     * @param incoming the bytes, when they are new to the home
     */
    record Taken(Arrival arrival, Optional<Originals.Incoming> incoming) {
        /** Puts the bytes where they belong, safe from a power cut; what is stored may be written after that. */
        Arrival settle() {
            incoming.ifPresent(bytes -> {
                switch (arrival) {
                    case Arrival.Labelled labelled -> bytes.keep();
                    case Arrival.Marked marked -> bytes.hold();
                    case Arrival.Failed failed -> bytes.keep();
                    case Arrival.Seen seen -> bytes.discard();
                    case Arrival.Skipped skipped -> bytes.discard();
                }
            });
            return arrival;
        }
    }

    Taken take(Origin origin, SourceFile file) {
        return switch (file) {
            case SourceFile.Leaf leaf -> read(origin, leaf);
            case SourceFile.Broken broken -> only(failed(origin, "", broken.cause(), broken.detail()));
            case SourceFile.Ignored ignored ->
                only(new Arrival.Skipped(origin, new Fate.Skipped(ignored.cause(), ignored.detail())));
        };
    }

    private static Taken only(Arrival arrival) {
        return new Taken(arrival, Optional.empty());
    }

    private Taken read(Origin origin, SourceFile.Leaf leaf) {
        try {
            String sha256 = Originals.hash(leaf.file());
            Optional<Fate> known = store.knownFate(origin, sha256);
            return known.isPresent() ? only(meet(origin, sha256, known.get())) : takeIn(origin, leaf);
        } catch (IOException e) {
            return only(failed(origin, "", FailureCause.UNREADABLE, e.toString()));
        } finally {
            release(leaf);
        }
    }

    private Arrival meet(Origin origin, String sha256, Fate known) {
        return known instanceof Fate.Duplicate duplicate
                ? guarded(origin, sha256, () -> compare(origin, sha256, duplicate.documentId()))
                : new Arrival.Seen(origin, sha256);
    }

    /** The new path may bear a secrecy marking, or be the smallest and so decide the labels. */
    private Arrival compare(Origin origin, String sha256, String documentId) {
        Optional<Extraction.Text> kept = store.extraction(documentId);
        Optional<Document> document = store.document(documentId);
        if (kept.isEmpty() || document.isEmpty()) {
            return new Arrival.Seen(origin, sha256);
        }
        Arrival arrival = judge(origin, sha256, kept.get());
        if (arrival instanceof Arrival.Marked) {
            originals.hold(sha256);
            return arrival;
        }
        String smallest = document.get().sources().getFirst().path();
        return origin.path().compareTo(smallest) < 0 ? arrival : new Arrival.Seen(origin, sha256);
    }

    /** Reads the copy and not the file itself, which may change meanwhile. */
    private Taken takeIn(Origin origin, SourceFile.Leaf leaf) throws IOException {
        Originals.Incoming incoming =
                link && !leaf.temporary() ? originals.link(leaf.file()) : originals.copy(leaf.file());
        Arrival arrival = guarded(
                origin,
                incoming.sha256(),
                () -> judge(origin, incoming.sha256(), extractor.extract(incoming.file(), origin.path())));
        return new Taken(arrival, Optional.of(incoming));
    }

    /** What is made of bytes that were read already. */
    Arrival judgeGuarded(Origin origin, String sha256, Extraction extraction) {
        return guarded(origin, sha256, () -> judge(origin, sha256, extraction));
    }

    private Arrival judge(Origin origin, String sha256, Extraction extraction) {
        return switch (extraction) {
            case Extraction.Failed failed -> failed(origin, sha256, failed.cause(), failed.detail());
            case Extraction.Text text -> judge(origin, sha256, text, stages.inspect(text, origin.path()));
        };
    }

    private Arrival judge(Origin origin, String sha256, Extraction.Text text, Inspection inspection) {
        if (inspection.secrecy().isPresent() && !store.holding().released(sha256)) {
            return new Arrival.Marked(origin, sha256, inspection.secrecy().get());
        }
        if (inspection.blank()) {
            return failed(origin, sha256, FailureCause.EMPTY, "Nothing is left of the text once the page is cleaned");
        }
        Source source = new Source(origin.path(), origin.collection(), false);
        List<Document> documents = DocumentAssembly.of(inspection, sha256, List.of(source), rules);
        return new Arrival.Labelled(origin, sha256, documents, text, inspection.page());
    }

    /** A file that makes one of our stages throw fails alone. Regular expressions run out of stack on odd texts. */
    private static Arrival guarded(Origin origin, String sha256, Supplier<Arrival> work) {
        try {
            return work.get();
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("{} makes a stage fail", origin, e);
            return failed(origin, sha256, FailureCause.CRASH, "A stage failed: " + e);
        }
    }

    private static Arrival failed(Origin origin, String sha256, FailureCause cause, String detail) {
        return new Arrival.Failed(origin, sha256, new Fate.Failed(cause, detail));
    }

    private static void release(SourceFile.Leaf leaf) {
        if (leaf.temporary()) {
            try {
                Files.deleteIfExists(leaf.file());
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot delete the unpacked file " + leaf.file(), e);
            }
        }
    }
}
