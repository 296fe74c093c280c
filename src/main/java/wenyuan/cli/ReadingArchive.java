package wenyuan.cli;

import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;
import wenyuan.config.RuleBookReader;
import wenyuan.model.RuleBook;
import wenyuan.search.SearchEngine;
import wenyuan.search.lucene.LuceneEngine;
import wenyuan.search.lucene.UnreadableIndexException;
import wenyuan.store.Home;
import wenyuan.store.HomeLock;
import wenyuan.store.Store;
import wenyuan.store.StoreException;
import wenyuan.text.Segmenter;

/**
 * A home opened for reading: the store and the last commit of its index, beside whichever process owns it.
 *
 * @param store closed with this
 * @param engine closed with this
 */
record ReadingArchive(Home home, RuleBook rules, Segmenter segmenter, Store store, SearchEngine engine)
        implements AutoCloseable {
    /** Opens {@code home}; a home without an archive is the caller's mistake. */
    static ReadingArchive open(Home home) {
        RuleBook rules = RuleBookReader.read(home.overrides());
        Segmenter segmenter = Segmenter.with(rules.labels().words());
        Store store = store(home);
        return new ReadingArchive(
                home,
                rules,
                segmenter,
                store,
                engine(
                        home,
                        store,
                        () -> LuceneEngine.openReadOnly(
                                new IndexFolders(home).live(),
                                store::document,
                                segmenter,
                                rules.taxonomy(),
                                rules::phrasing)));
    }

    /** The last commit of the index; of one that is of another version, lost or of another store it is made first. */
    private static SearchEngine engine(Home home, Store store, Supplier<LuceneEngine> opening) {
        Optional<UnreadableIndexException> unreadable = Optional.empty();
        try {
            LuceneEngine engine = opening.get();
            if (engine.position().storeId().equals(store.id()) || store.documents() == 0) {
                return engine;
            }
            engine.close();
        } catch (UnreadableIndexException e) {
            unreadable = Optional.of(e);
        }
        switch (HomeLock.acquire(home)) {
            case HomeLock.Acquired acquired ->
                OwnedArchive.open(home, acquired.lock()).close();
            case HomeLock.OwnedBy owner -> {
                if (unreadable.isPresent()) {
                    throw new CallerMistake(unreadable.get().getMessage() + "; process " + owner.pid()
                            + " works on this archive: stop it first, then this one makes the index again");
                }
            }
        }
        return opening.get();
    }

    /** The store alone, for commands that do not search. */
    static Store store(Home home) {
        if (!Files.exists(home.catalog())) {
            throw new CallerMistake("There is no archive in " + home.root()
                    + " yet; `wenyuan import PATH` makes one, --home names another");
        }
        try {
            return Store.openReadOnly(home);
        } catch (StoreException e) {
            if (e.kind() != StoreException.Kind.OLDER_SCHEMA) {
                throw e;
            }
            bringUpToDate(home);
            return Store.openReadOnly(home);
        }
    }

    /** The first command of a new program brings the catalogue of an older one up to date, whatever it is asked. */
    private static void bringUpToDate(Home home) {
        switch (HomeLock.acquire(home)) {
            case HomeLock.Acquired acquired -> {
                try (HomeLock lock = acquired.lock()) {
                    Store.open(home, Clock.systemUTC()).close();
                    LoggerFactory.getLogger(ReadingArchive.class).info("{} is up to date, under {}", home, lock);
                }
            }
            case HomeLock.OwnedBy owner ->
                throw new CallerMistake("An older Wenyuan (process " + owner.pid() + ") works on " + home.root()
                        + ": stop it first, then this one brings the archive up to date");
        }
    }

    @Override
    public void close() {
        engine.close();
        store.close();
    }
}
