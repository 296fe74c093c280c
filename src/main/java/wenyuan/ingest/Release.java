package wenyuan.ingest;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import wenyuan.ingest.extract.Extractor;
import wenyuan.model.Extraction;
import wenyuan.model.FailureCause;
import wenyuan.model.Fate;
import wenyuan.model.RuleBook;
import wenyuan.search.DocumentSink;
import wenyuan.store.Arrival;
import wenyuan.store.Holding;
import wenyuan.store.Originals;
import wenyuan.store.Store;

/** Carries out what an admin has decided on held files. The engine follows. For the owner of the home, beside no import. */
public final class Release {
    private Release() {}

    /**
     * Makes a document of held bytes: they are read and labelled like others, as if they bore no marking.
     *
     * @return why not; empty when done, also when they were no longer held
     */
    public static Optional<Fate.Failed> run(
            String sha256, Holding.Ruling ruling, Store store, DocumentSink sink, Extractor extractor, RuleBook rules) {
        Optional<Holding.Held> held = store.holding().find(sha256);
        if (held.isEmpty()) {
            return Optional.empty();
        }
        Originals originals = new Originals(store.home());
        Optional<Path> file = originals.findHeld(sha256);
        if (file.isEmpty()) {
            return Optional.of(new Fate.Failed(FailureCause.UNREADABLE, "The held bytes are gone"));
        }
        Stages unmarked =
                (extraction, path) -> Inspect.of(extraction, path, rules).unmarked();
        Intake intake = new Intake(store, originals, extractor, unmarked, rules.hash(), false);
        Extraction extraction =
                extractor.extract(file.get(), held.get().origins().getFirst().path());
        List<Arrival> arrivals = held.get().origins().stream()
                .map(origin -> intake.judgeGuarded(origin, sha256, extraction))
                .toList();
        Optional<Fate.Failed> failure = arrivals.stream()
                .filter(Arrival.Failed.class::isInstance)
                .map(failed -> ((Arrival.Failed) failed).fate())
                .findFirst();
        if (failure.isEmpty()) {
            store.holding().release(sha256, ruling, arrivals);
            originals.release(sha256);
            Reindex.catchUp(store, sink);
        }
        return failure;
    }

    /** Deletes held bytes for good; whether they were held. */
    public static boolean discard(String sha256, Holding.Ruling ruling, Store store) {
        boolean held = store.holding().discard(sha256, ruling);
        if (held) {
            new Originals(store.home()).discardHeld(sha256);
        }
        return held;
    }

    /** Ends what a kill between a decision and its effect on the bytes has left; at the start of the owner. */
    public static void settle(Store store) {
        Originals originals = new Originals(store.home());
        for (String sha256 : originals.allHeld()) {
            store.holding()
                    .decision(sha256)
                    .filter(decision -> store.holding().find(sha256).isEmpty())
                    .ifPresent(decision -> {
                        switch (decision.verdict()) {
                            case RELEASED -> originals.release(sha256);
                            case DISCARDED -> originals.discardHeld(sha256);
                        }
                    });
        }
    }
}
