package wenyuan.cli;

import java.nio.file.Files;
import wenyuan.config.RuleBookReader;
import wenyuan.model.RuleBook;
import wenyuan.search.SearchEngine;
import wenyuan.search.lucene.LuceneEngine;
import wenyuan.store.Home;
import wenyuan.store.Store;
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
                LuceneEngine.openReadOnly(new IndexFolders(home).live(), store::document, segmenter, rules.taxonomy()));
    }

    /** The store alone, for commands that do not search. */
    static Store store(Home home) {
        if (!Files.exists(home.catalog())) {
            throw new CallerMistake("There is no archive in " + home.root()
                    + " yet; `wenyuan import PATH` makes one, --home names another");
        }
        return Store.openReadOnly(home);
    }

    @Override
    public void close() {
        engine.close();
        store.close();
    }
}
