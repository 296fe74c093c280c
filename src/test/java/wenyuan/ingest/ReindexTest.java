package wenyuan.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.model.Document;
import wenyuan.model.Extraction;
import wenyuan.search.MemoryEngine;
import wenyuan.search.Position;
import wenyuan.store.Home;
import wenyuan.store.Originals;
import wenyuan.store.Store;

class ReindexTest {
    private static final int FILES = 450;

    @TempDir
    Path folder;

    @Test
    void anEngineFollowsAStore() throws IOException {
        MemoryEngine engine = new MemoryEngine();
        try (Store store = filled("home")) {
            assertEquals(FILES, Reindex.catchUp(store, engine));
            assertEquals(new Position(store.id(), FILES), engine.position());
            assertEquals(FILES, engine.documents());
            Document first = store.documentsAfter("", 1).getFirst();
            store.delete(first.id());
            assertEquals(1, Reindex.catchUp(store, engine));
            assertEquals(FILES - 1, engine.documents());
            assertEquals(0, Reindex.catchUp(store, engine));
        }
    }

    @Test
    void anEngineOfAnotherStoreOrAheadOfItBeginsAnew() throws IOException {
        try (Store store = filled("home");
                Store other = Store.open(new Home(folder.resolve("other")), Clock.systemUTC())) {
            assertNotEquals(store.id(), other.id());
            MemoryEngine engine = new MemoryEngine();
            Reindex.catchUp(store, engine);
            assertEquals(0, Reindex.catchUp(other, engine));
            assertEquals(0, engine.documents());
            assertEquals(new Position(other.id(), 0), engine.position());
            engine.commit(new Position(store.id(), FILES + 1));
            assertEquals(FILES, Reindex.catchUp(store, engine));
        }
    }

    @Test
    void newRulesChangeOnlyWhatComesOutDifferent() throws IOException {
        try (Store store = filled("home")) {
            List<Long> progress = new ArrayList<>();
            assertEquals(0, Reindex.relabel(store, PlainText::inspect, "rules-2", progress::add));
            assertEquals((long) FILES, progress.getLast());
            assertEquals("rules-2", store.documentsAfter("", 1).getFirst().rules());
            assertEquals(FILES, store.lastChange());
            assertEquals(2, Reindex.relabel(store, ReindexTest::newRules, "rules-3", done -> {}));
            assertEquals(FILES - 1, store.documents());
            assertEquals(1, store.held().size());
            assertEquals(1, new Originals(store.home()).allHeld().size());
            assertEquals(2, store.changesAfter(FILES, 9).size());
        }
    }

    /** 文7 is secret now, 文8 has another title, 文9 makes a stage fail and stays as it was. */
    private static Inspection newRules(Extraction extraction, String path) {
        Extraction.Text text = (Extraction.Text) extraction;
        return switch (path) {
            case "7.txt" -> PlainText.inspect(text, "机密" + path);
            case "8.txt" -> PlainText.inspect(text, "新" + path);
            case "9.txt" -> throw new IllegalStateException("炸");
            default -> PlainText.inspect(text, path);
        };
    }

    private Store filled(String name) throws IOException {
        Path files = Files.createDirectories(folder.resolve("材料"));
        for (int i = 0; i < FILES; i++) {
            Files.writeString(files.resolve(i + ".txt"), "文" + i);
        }
        Home home = new Home(folder.resolve(name));
        Store store = Store.open(home, Clock.systemUTC());
        Intake intake = new Intake(store, new Originals(home), new PlainText(), PlainText::inspect, "rules-1", false);
        Import.on(store, new MemoryEngine(), intake, new Import.Settings(2, "", false))
                .run(List.of(files), progress -> {});
        return store;
    }
}
