package wenyuan.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.slf4j.LoggerFactory;
import wenyuan.model.Document;
import wenyuan.model.Evidence;
import wenyuan.model.RuleBook;
import wenyuan.search.DocumentSink;
import wenyuan.search.Position;
import wenyuan.store.Originals;
import wenyuan.store.Store;
import wenyuan.store.StoreException;

/** Brings labels and engines up to date with the store and the rules. */
public final class Reindex {
    private static final int PAGE = 200;

    private Reindex() {}

    /**
     * Puts into {@code sink} every change it has not seen, and commits; from the beginning when the sink knows another
     * store or more than the store does. One thread at a time may call it for a sink; it uses several itself.
     *
     * @return number of changes put
     */
    public static long catchUp(Store store, DocumentSink sink) {
        Position known = sink.position();
        boolean follows = known.storeId().equals(store.id()) && known.change() <= store.lastChange();
        if (!follows) {
            sink.clear();
        }
        long reached = follows ? known.change() : 0;
        long put = 0;
        for (List<Store.Change> page = store.changesAfter(reached, PAGE);
                !page.isEmpty();
                page = store.changesAfter(reached, PAGE)) {
            page.parallelStream().forEach(change -> apply(change, sink));
            reached = page.getLast().number();
            put += page.size();
        }
        if (!follows || put > 0) {
            sink.commit(new Position(store.id(), reached));
        }
        return put;
    }

    private static void apply(Store.Change change, DocumentSink sink) {
        change.document().ifPresentOrElse(sink::put, () -> sink.delete(change.documentId()));
    }

    /**
     * Cleans and labels every document again from its kept extraction, without Tika; only documents that come out
     * different are changes. A document in which the rules now see a secrecy marking is held.
     *
     * @param progress called with the number of documents done
     * @return number of documents that changed
     */
    public static long relabel(Store store, RuleBook rules, LongConsumer progress) {
        return relabel(store, (extraction, path) -> Inspect.of(extraction, path, rules), rules.hash(), progress);
    }

    static long relabel(Store store, Stages stages, String rules, LongConsumer progress) {
        long done = 0;
        long changed = 0;
        for (List<Store.StoredFile> page = store.filesAfter("", PAGE);
                !page.isEmpty();
                page = store.filesAfter(page.getLast().sha256(), PAGE)) {
            changed += relabel(store, stages, rules, page);
            done += page.stream().mapToInt(file -> file.documents().size()).sum();
            progress.accept(done);
        }
        return changed;
    }

    private static long relabel(Store store, Stages stages, String rules, List<Store.StoredFile> page) {
        List<Store.Relabelled> labelled = new ArrayList<>();
        long held = 0;
        for (Store.StoredFile file : page) {
            Optional<Inspection> inspection = inspect(stages, file);
            Optional<Evidence> marking = inspection
                    .flatMap(Inspection::secrecy)
                    .filter(found -> !store.holding().released(file.sha256()));
            if (marking.isPresent()) {
                new Originals(store.home()).hold(file.sha256());
                store.hold(file.sha256(), marking.get());
                held++;
            } else {
                inspection.ifPresent(found -> labelled.add(labelled(found, rules, file)));
            }
        }
        return held + store.relabel(labelled);
    }

    /** Empty when the new rules can make nothing of the file, which then stays as it is. */
    private static Optional<Inspection> inspect(Stages stages, Store.StoredFile file) {
        try {
            return Optional.of(stages.inspect(file.extraction(), file.path()))
                    .filter(inspection -> !inspection.blank());
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            LoggerFactory.getLogger(Reindex.class).error("{} makes a stage fail", file.sha256(), e);
            return Optional.empty();
        }
    }

    private static Store.Relabelled labelled(Inspection inspection, String rules, Store.StoredFile file) {
        List<Document> documents = DocumentAssembly.of(
                inspection, file.sha256(), file.documents().getFirst().sources(), rules);
        return new Store.Relabelled(file.sha256(), documents, inspection.page());
    }
}
