package wenyuan.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.config.RuleBookReader;
import wenyuan.ingest.extract.Extractor;
import wenyuan.model.Document;
import wenyuan.model.Extraction;
import wenyuan.model.FailureCause;
import wenyuan.model.Fate;
import wenyuan.model.ImportRun;
import wenyuan.model.RuleBook;
import wenyuan.model.Source;
import wenyuan.search.MemoryEngine;
import wenyuan.store.Holding;
import wenyuan.store.Home;
import wenyuan.store.Originals;
import wenyuan.store.Store;

/** What becomes of held files, by the shipped rules. */
class ReleaseTest {
    private static final String SECRET = "机密★1年\n在全县保密工作会议上的讲话\n同志们：\n今天我们召开会议，部署工作。\n";
    private static final Holding.Ruling RULING = new Holding.Ruling("admin", "已解密");

    @TempDir
    Path folder;

    private final RuleBook rules = RuleBookReader.shipped();
    private final MemoryEngine engine = new MemoryEngine();
    private Home home;
    private Path files;
    private Store store;

    @BeforeEach
    void open() throws IOException {
        home = new Home(folder.resolve("home"));
        files = Files.createDirectories(folder.resolve("材料"));
        store = Store.open(home, Clock.systemUTC());
        Files.writeString(files.resolve("通知.txt"), SECRET, StandardCharsets.UTF_8);
        Files.writeString(files.resolve("副本.txt"), SECRET, StandardCharsets.UTF_8);
        assertEquals(2, run().tally().held());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aReleasedFileIsADocumentForGood() throws IOException {
        String sha256 = sha256();
        assertEquals(Optional.empty(), release());
        Document document = engine.found().get(sha256.substring(0, 16));
        assertTrue(document.text().contains("部署工作"), document.text());
        assertEquals(
                List.of("副本.txt", "通知.txt"),
                document.sources().stream().map(Source::path).toList());
        Originals originals = new Originals(home);
        assertEquals(List.of(sha256), originals.all());
        assertEquals(List.of(), originals.allHeld());
        assertEquals(0, store.holding().count());
        assertEquals(2, run().tally().unchanged());
        Files.writeString(files.resolve("机密.txt"), SECRET, StandardCharsets.UTF_8);
        assertEquals(0, run().tally().held(), "not for a marking in the name of a copy either");
        Reindex.relabel(store, rules, done -> {});
        assertEquals(1, store.documents(), "new rules hold it no more");
        Holding.Decision decision = store.holding().decision(sha256).orElseThrow();
        assertEquals("机密★1年", decision.marking().quote());
        assertEquals(RULING, decision.ruling());
        assertEquals(Optional.empty(), release(), "a second time changes nothing");
        assertEquals(1, store.audit().count());
    }

    @Test
    void whatCannotBeReadStaysHeld() throws IOException {
        Extractor broken = new Reader() {
            @Override
            public Extraction extract(Path file, String name) {
                return new Extraction.Failed(FailureCause.TIMEOUT, "too slow");
            }
        };
        assertEquals(
                Optional.of(new Fate.Failed(FailureCause.TIMEOUT, "too slow")),
                Release.run(sha256(), RULING, store, engine, broken, rules));
        assertEquals(1, store.holding().count());
        assertFalse(store.holding().released(sha256()));
        assertEquals(List.of(sha256()), new Originals(home).allHeld());
    }

    @Test
    void aDiscardedFileIsGoneForGood() throws IOException {
        assertTrue(Release.discard(sha256(), RULING, store));
        assertFalse(Release.discard(sha256(), RULING, store));
        assertEquals(List.of(), new Originals(home).allHeld());
        ImportRun again = run();
        assertEquals(2, again.tally().skips());
        assertEquals(0, again.tally().held());
        assertEquals(0, store.documents());
    }

    @Test
    void aKillBetweenDecisionAndBytesIsMadeGood() throws IOException {
        Path held = new Originals(home).findHeld(sha256()).orElseThrow();
        Path copy = Files.copy(held, folder.resolve("copy"));
        assertEquals(Optional.empty(), release());
        Files.createDirectories(held.getParent());
        Files.move(new Originals(home).find(sha256()).orElseThrow(), held);
        Release.settle(store);
        assertEquals(-1, Files.mismatch(copy, new Originals(home).find(sha256()).orElseThrow()));
        assertEquals(List.of(), new Originals(home).allHeld());
    }

    private Optional<Fate.Failed> release() throws IOException {
        return Release.run(sha256(), RULING, store, engine, new Reader(), rules);
    }

    private String sha256() throws IOException {
        return Originals.hash(files.resolve("通知.txt"));
    }

    private ImportRun run() {
        return Import.on(home, store, engine, new Reader(), rules, new Import.Settings(1, "", false))
                .run(List.of(files), progress -> {});
    }

    private static class Reader implements Extractor {
        @Override
        public Extraction extract(Path file, String name) {
            try {
                String text = Files.readString(file, StandardCharsets.UTF_8);
                return new Extraction.Text(text, Extraction.Form.PLAIN, "text/plain", "UTF-8", Map.of());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {}
    }
}
