package wenyuan.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
import wenyuan.ingest.extract.Extractor;
import wenyuan.model.Extraction;
import wenyuan.model.FailureCause;
import wenyuan.model.ImportRun;
import wenyuan.model.Source;
import wenyuan.model.Tally;
import wenyuan.search.MemoryEngine;
import wenyuan.store.Home;
import wenyuan.store.Originals;
import wenyuan.store.Store;

class RetryTest {
    @TempDir
    Path folder;

    private Home home;
    private Path files;
    private Store store;
    private final MemoryEngine engine = new MemoryEngine();

    @BeforeEach
    void open() throws IOException {
        home = new Home(folder.resolve("home"));
        files = Files.createDirectories(folder.resolve("材料"));
        store = Store.open(home, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void theBytesOfAFailedFileAreKept() throws IOException {
        Files.writeString(files.resolve("a.txt"), "坏");
        ImportRun first = with(new PlainText()).run(List.of(files), run -> {});
        Files.delete(files.resolve("a.txt"));
        Store.FailedFile failed = store.failures(Optional.of(first.id())).getFirst();
        assertEquals("a.txt", failed.origin().path());
        assertEquals(FailureCause.CORRUPT, failed.fate().cause());
        assertEquals(
                "坏", Files.readString(new Originals(home).find(failed.sha256()).orElseThrow()));

        ImportRun second = with(new Reading("终于读出来了")).retry(Optional.of(first.id()), run -> {});
        assertEquals(1, second.tally().stored());
        assertEquals(List.of(), store.failures(Optional.empty()));
        assertEquals(
                List.of(new Source("a.txt", "材料", false)),
                engine.found().values().iterator().next().sources());
    }

    @Test
    void whatStillFailsBelongsToTheLastTry() throws IOException {
        Files.writeString(files.resolve("a.txt"), "坏");
        Files.writeString(files.resolve("b.txt"), "好");
        ImportRun first = with(new PlainText()).run(List.of(files), run -> {});
        ImportRun second = with(new PlainText()).retry(Optional.empty(), run -> {});
        assertEquals(1, second.tally().failures());
        assertEquals(1, second.tally().seen());
        assertEquals(List.of(), store.failures(Optional.of(first.id())));
        assertEquals(1, store.failures(Optional.of(second.id())).size());
    }

    @Test
    void aFileThatCouldNotBeReadIsLookedForWhereItLay() throws IOException {
        Path late = folder.resolve("迟到.txt");
        ImportRun first = with(new PlainText()).run(List.of(late), run -> {});
        assertEquals(Map.of(FailureCause.UNREADABLE, 1), first.tally().failed());
        Files.writeString(late, "来了");
        Tally second = with(new PlainText()).retry(Optional.empty(), run -> {}).tally();
        assertEquals(1, second.stored());
    }

    @Test
    void whatIsGoneFromTheFolderIsTriedFromItsBytesBesideWhatIsNot() throws IOException {
        Files.writeString(files.resolve("a.txt"), "坏");
        Files.writeString(files.resolve("b.txt"), "好");
        Path broken = Files.writeString(files.resolve("c.zip"), "PK\u0003\u0004 cut");
        ImportRun first = with(new PlainText()).run(List.of(files), run -> {});
        assertEquals(2, first.tally().failures());
        Files.delete(files.resolve("a.txt"));
        Files.delete(broken);
        Files.writeString(files.resolve("c.zip"), "");
        Tally second = with(new Reading("读出来了"))
                .retry(Optional.of(first.id()), run -> {})
                .tally();
        assertEquals(1, second.stored(), second.toString());
        assertEquals(1, second.unchanged(), second.toString());
        assertEquals(List.of(), store.failures(Optional.empty()));
    }

    @Test
    void aMarkingFoundLaterLeavesNothingBehind() throws IOException {
        Files.writeString(files.resolve("a.txt"), "坏");
        with(new PlainText()).run(List.of(files), run -> {});
        with(new Reading("机密★1年")).retry(Optional.empty(), run -> {});
        assertEquals(List.of(), new Originals(home).all());
        assertEquals(1, new Originals(home).allHeld().size());
        assertTrue(engine.found().isEmpty());
    }

    private Import with(Extractor extractor) {
        Intake intake = new Intake(store, new Originals(home), extractor, PlainText::inspect, "rules-1", false);
        return Import.on(store, engine, intake, new Import.Settings(2, "", false));
    }

    /** A better parser: reads anything as {@code text}. */
    private record Reading(String text) implements Extractor {
        @Override
        public Extraction extract(Path file, String name) {
            return new Extraction.Text(text, Extraction.Form.PLAIN, "text/plain", "UTF-8", Map.of());
        }

        @Override
        public void close() {}
    }
}
