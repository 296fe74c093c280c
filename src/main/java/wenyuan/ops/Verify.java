package wenyuan.ops;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import wenyuan.model.ImportRun;
import wenyuan.model.Tally;
import wenyuan.search.Position;
import wenyuan.search.SearchEngine;
import wenyuan.store.Originals;
import wenyuan.store.Store;

/** Checks that store, originals and index agree, and that every claim stands where it says. Reads only. */
public final class Verify {
    private Verify() {}

    /**
     * Everything that a check of the whole archive sees, faults and notes; nothing when all is in order. While an import
     * runs, the index may rightly lag behind.
     *
     * @param deep whether to read every original again and compare its bytes
     */
    public static List<Finding> run(Store store, SearchEngine engine, boolean deep) {
        Originals originals = new Originals(store.home());
        List<Finding> findings = new ArrayList<>();
        store.damage().forEach(line -> findings.add(Finding.fault("catalog.db: " + line)));
        findings.addAll(originals(store, originals, deep));
        store.imports().forEach(run -> findings.addAll(balance(store, run)));
        findings.addAll(index(store, engine));
        store.forEachDocument(
                document -> Quotes.check(document).map(Finding::fault).forEach(findings::add));
        return List.copyOf(findings);
    }

    private static List<Finding> originals(Store store, Originals originals, boolean deep) {
        List<Finding> findings = new ArrayList<>();
        List<String> wanted = store.originals();
        List<String> held =
                store.held().stream().map(Store.HeldFile::sha256).distinct().toList();
        for (String sha256 : wanted) {
            original("Original ", sha256, originals.find(sha256), deep).ifPresent(findings::add);
        }
        for (String sha256 : held) {
            original("Held file ", sha256, originals.findHeld(sha256), deep).ifPresent(findings::add);
        }
        List<String> failed = store.failures(Optional.empty()).stream()
                .map(Store.FailedFile::sha256)
                .filter(sha256 -> !sha256.isEmpty())
                .distinct()
                .toList();
        for (String sha256 : failed) {
            original("Failed file ", sha256, originals.find(sha256), deep).ifPresent(findings::add);
        }
        orphans(originals.all(), Stream.concat(wanted.stream(), failed.stream()).toList(), "an original")
                .forEach(findings::add);
        orphans(originals.allHeld(), held, "held").forEach(findings::add);
        return findings;
    }

    private static Optional<Finding> original(String name, String sha256, Optional<Path> file, boolean deep) {
        if (file.isEmpty()) {
            return Optional.of(Finding.fault(name + sha256 + " is missing"));
        }
        try {
            return deep && !Originals.hash(file.get()).equals(sha256)
                    ? Optional.of(Finding.fault(name + sha256 + " holds other bytes than it did"))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.of(Finding.fault(name + sha256 + " cannot be read: " + e));
        }
    }

    /** An import that was killed between bytes and row leaves them; the next one takes them up. */
    private static Stream<Finding> orphans(List<String> present, List<String> wanted, String kind) {
        Set<String> known = new HashSet<>(wanted);
        return present.stream()
                .filter(sha256 -> !known.contains(sha256))
                .map(sha256 -> Finding.note(sha256 + " is kept as " + kind + ", but no document needs it"));
    }

    private static List<Finding> balance(Store store, ImportRun run) {
        Tally tally = run.tally();
        Map<String, Long> rows = store.fateCounts(run.id());
        Map<String, Long> told = Map.of(
                "stored", (long) tally.stored(),
                "unchanged", (long) tally.unchanged(),
                "duplicate", (long) tally.duplicate(),
                "split", (long) tally.split(),
                "held", (long) tally.held(),
                "failed", (long) tally.failures(),
                "skipped", (long) tally.skips());
        boolean agrees = told.entrySet().stream()
                .allMatch(entry -> entry.getValue().equals(rows.getOrDefault(entry.getKey(), 0L)));
        return tally.balanced() && agrees
                ? List.of()
                : List.of(Finding.fault("Import " + run.id() + " tells " + tally + ", its rows say " + rows));
    }

    private static List<Finding> index(Store store, SearchEngine engine) {
        List<Finding> findings = new ArrayList<>();
        Position expected = new Position(store.id(), store.lastChange());
        if (!engine.position().equals(expected)) {
            findings.add(Finding.fault("The index reaches to " + engine.position() + ", the store to " + expected));
        }
        if (engine.documents() != store.documents()) {
            findings.add(Finding.fault(
                    "The index holds " + engine.documents() + " documents, the store " + store.documents()));
        }
        return findings;
    }
}
