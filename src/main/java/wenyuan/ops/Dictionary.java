package wenyuan.ops;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import wenyuan.config.OwnWords;
import wenyuan.store.Audit;
import wenyuan.store.Store;
import wenyuan.store.Words;

/**
 * The words that a home adds to the dictionary: what admins decide goes into {@code index-config/lexicon/} and into the store
 * together. Nothing is cut otherwise before a reindex. Thread-safe.
 */
public final class Dictionary {
    private final Store store;
    private final Clock clock;

    /** The dictionary of the home that {@code store} belongs to. */
    public Dictionary(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The home's words, in the order of its files. */
    public List<OwnWords> own() {
        return OwnWords.read(overrides());
    }

    /**
     * Adds words.
     *
     * @return why not, when one of them can't be an entry; then none is added
     */
    public Optional<OwnWords.Wrong> accept(List<String> words, String user) {
        Optional<OwnWords.Wrong> complaint = complaint(words);
        if (complaint.isEmpty()) {
            OwnWords.add(overrides(), words, user + " " + LocalDate.now(clock));
            decided(words, Words.State.ACCEPTED, Audit.Action.WORDS_ACCEPTED, user);
        }
        return complaint;
    }

    /** Has words never proposed again. */
    public Optional<OwnWords.Wrong> reject(List<String> words, String user) {
        Optional<OwnWords.Wrong> complaint = complaint(words);
        if (complaint.isEmpty()) {
            decided(words, Words.State.REJECTED, Audit.Action.WORDS_REJECTED, user);
        }
        return complaint;
    }

    /** Takes words of the home out again; they may be proposed again. */
    public void remove(List<String> words, String user) {
        OwnWords.remove(overrides(), words);
        store.words().forget(words);
        audit(words, Audit.Action.WORDS_REMOVED, user);
    }

    /** Whether the words of the home are others than those the index was built with. */
    public boolean outdated() {
        return !store.words().applied().equals(words());
    }

    /** Remembers that the index has just been built with {@code words}. */
    public void applied(List<OwnWords> words) {
        store.words().apply(words.stream().map(OwnWords::word).toList());
    }

    private List<String> words() {
        return own().stream().map(OwnWords::word).toList();
    }

    private static Optional<OwnWords.Wrong> complaint(List<String> words) {
        return words.stream().flatMap(word -> OwnWords.complaint(word).stream()).findFirst();
    }

    private void decided(List<String> words, Words.State state, Audit.Action action, String user) {
        store.words().decide(words, state, user);
        audit(words, action, user);
    }

    private void audit(List<String> words, Audit.Action action, String user) {
        if (!words.isEmpty()) {
            store.audit().write(new Audit.Deed(user, action, String.join(" ", words), ""));
        }
    }

    private Path overrides() {
        return store.home().overrides();
    }
}
