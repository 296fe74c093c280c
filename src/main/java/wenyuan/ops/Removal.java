package wenyuan.ops;

import java.util.List;
import wenyuan.store.Originals;
import wenyuan.store.Removals;
import wenyuan.store.Store;

/** Takes documents out of the archive for good, with their bytes. The engine follows. For the owner of the home. */
public final class Removal {
    private Removal() {}

    /**
     * Takes documents out, with all others of the same files.
     *
     * @param scope what they are, for the log; empty when they are one by name
     * @return number of documents that are gone
     */
    public static long run(List<String> documentIds, String user, String scope, Store store) {
        List<Removals.Removed> removed = store.removals().remove(documentIds, user, scope);
        Originals originals = new Originals(store.home());
        removed.forEach(file -> originals.remove(file.sha256()));
        return removed.stream().mapToLong(Removals.Removed::documents).sum();
    }

    /** Ends what a kill between a removal and its effect on the bytes has left; at the start of the owner. */
    public static void settle(Store store) {
        Originals originals = new Originals(store.home());
        store.removals().all().forEach(originals::remove);
    }
}
