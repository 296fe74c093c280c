package wenyuan.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.ingest.extract.Extractor;
import wenyuan.model.Document;
import wenyuan.model.Extraction;
import wenyuan.model.FileFate;
import wenyuan.model.ImportRun;
import wenyuan.model.Source;
import wenyuan.model.Tally;
import wenyuan.search.MemoryEngine;
import wenyuan.search.Position;
import wenyuan.store.Home;
import wenyuan.store.Originals;
import wenyuan.store.Store;
import wenyuan.store.StoreException;

class ImportTest {
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
    void everyFileHasOneFate() throws IOException {
        write("a.txt", "座谈会讲话\n内容");
        write("b/c.txt", "述职报告");
        write("b/d.txt", "述职报告");
        write("e.txt", "坏");
        write("f.txt", "炸");
        write("g.txt", "机密★1年");
        write("h.txt", " \n ");
        write("i.txt", "");
        write(".DS_Store", "x");
        ImportRun run = run(files, folder.resolve("没有的"));
        assertEquals(
                Map.of(
                        ".DS_Store",
                        "skipped",
                        "a.txt",
                        "stored",
                        "e.txt",
                        "failed CORRUPT",
                        "f.txt",
                        "failed CRASH",
                        "g.txt",
                        "held",
                        "h.txt",
                        "failed EMPTY",
                        "i.txt",
                        "skipped",
                        folder.resolve("没有的").toString(),
                        "failed UNREADABLE"),
                without(fates(run), "b/c.txt", "b/d.txt"));
        assertEquals(
                List.of("duplicate", "stored"),
                List.of(fates(run).get("b/c.txt"), fates(run).get("b/d.txt")).stream()
                        .sorted()
                        .toList());
        assertEquals(10, run.tally().seen());
        assertTrue(run.tally().balanced());
        assertTrue(run.ended().isPresent());
        assertEquals(2, store.documents());
        assertEquals(new Position(store.id(), store.lastChange()), engine.position());
        assertEquals(2, engine.found().size());
    }

    @Test
    void theSameCommandAgainChangesNothing() throws IOException {
        write("a.txt", "甲");
        write("b.txt", "乙");
        write("c.txt", "甲");
        write("坏.txt", "坏");
        write("密.txt", "机密");
        run(files);
        long change = store.lastChange();
        Tally again = run(files).tally();
        assertEquals(3, again.unchanged());
        assertEquals(1, again.failures());
        assertEquals(1, again.held());
        assertEquals(5, again.seen());
        assertEquals(change, store.lastChange());
        assertEquals(1, run(files.resolve("a.txt")).tally().duplicate());
    }

    @Test
    void aDocumentIsPutTogether() throws IOException {
        write("县/座谈会.txt", "在座谈会上的讲话\n内容");
        run(files);
        Document document = engine.found().values().iterator().next();
        String sha256 = Originals.hash(files.resolve("县/座谈会.txt"));
        assertEquals(sha256.substring(0, 16), document.id());
        assertEquals("在座谈会上的讲话（县/座谈会.txt）", document.title());
        assertEquals(List.of(new Source("县/座谈会.txt", "材料", false)), document.sources());
        assertEquals("rules-1", document.rules());
        assertEquals(64, document.textKey().length());
        Path original = new Originals(home).find(sha256).orElseThrow();
        assertEquals(-1, Files.mismatch(original, files.resolve("县/座谈会.txt")));
        assertEquals(store.document(document.id()).orElseThrow(), document);
        assertEquals("在座谈会上的讲话\n内容", store.rawText(document.id()).orElseThrow());
    }

    @Test
    void theSmallestPathDecides() throws IOException {
        write("b.txt", "甲");
        run(files);
        write("a.txt", "甲");
        write("c.txt", "甲");
        run(files);
        Document document = engine.found().values().iterator().next();
        assertEquals("甲（a.txt）", document.title());
        assertEquals(List.of("a.txt", "b.txt", "c.txt"), paths(document));
    }

    @Test
    void changedBytesAreANewDocument() throws IOException {
        write("a.txt", "甲");
        run(files);
        write("a.txt", "乙");
        assertEquals(1, run(files).tally().stored());
        assertEquals(2, engine.found().size());
        assertEquals(
                List.of("甲 replaced", "乙"),
                engine.found().values().stream()
                        .map(d -> d.text() + (d.sources().getFirst().replaced() ? " replaced" : ""))
                        .sorted(java.util.Comparator.reverseOrder())
                        .toList());
    }

    @Test
    void secretsAreNowhereElse() throws IOException {
        write("a.txt", "普通");
        run(files);
        write("机密.txt", "普通");
        write("z.txt", "机密★1年");
        run(files);
        Originals originals = new Originals(home);
        assertEquals(List.of(), originals.all());
        assertEquals(2, originals.allHeld().size());
        assertEquals(0, store.documents());
        assertEquals(0, engine.documents());
        assertEquals(
                List.of("z.txt", "机密.txt"),
                store.held().stream().map(Store.HeldFile::path).toList());
    }

    @Test
    void archivesAreFolders() throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(files.resolve("包.zip")))) {
            for (int i = 0; i < 50; i++) {
                zip.putNextEntry(new ZipEntry("甲/" + i + ".txt"));
                zip.write(("文件" + i).getBytes(StandardCharsets.UTF_8));
            }
        }
        assertEquals(50, run(files).tally().stored());
        assertTrue(paths(engine.found().values().iterator().next()).getFirst().startsWith("包.zip!/甲/"));
        assertEquals(50, run(files).tally().unchanged());
        try (var left = Files.list(home.incoming())) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void sameBytesAtOnceAreStoredOnce() throws IOException {
        for (int i = 0; i < 200; i++) {
            write(String.format(Locale.ROOT, "%03d.txt", i), "同文" + i / 8);
        }
        Tally tally = Import.on(store, engine, intake(new PlainText(), false), new Import.Settings(8, "", false))
                .run(List.of(files), progress -> {})
                .tally();
        assertEquals(25, tally.stored());
        assertEquals(175, tally.duplicate());
        assertEquals(25, store.documents());
        engine.found().values().forEach(d -> assertEquals(d.text() + "（" + paths(d).getFirst() + "）", d.title()));
    }

    @Test
    void linksAreNotCopies() throws IOException {
        write("a.txt", "甲");
        Import.on(store, engine, intake(new PlainText(), true), new Import.Settings(1, "档案", true))
                .run(List.of(files), progress -> {});
        String sha256 = Originals.hash(files.resolve("a.txt"));
        assertTrue(Files.isSymbolicLink(new Originals(home).find(sha256).orElseThrow()));
        assertEquals(
                "档案",
                engine.found().values().iterator().next().sources().getFirst().collection());
    }

    @Test
    void progressCountsEveryFile() throws IOException {
        for (int i = 0; i < 100; i++) {
            write(i + ".txt", "文" + i);
        }
        List<Integer> seen = new ArrayList<>();
        Import.on(store, engine, intake(new PlainText(), false), new Import.Settings(2, "", false))
                .run(List.of(files), progress -> seen.add(progress.tally().seen()));
        assertEquals(java.util.stream.IntStream.rangeClosed(0, 100).boxed().toList(), seen);
    }

    @Test
    void anInterruptEndsTheRunCleanly() throws IOException {
        for (int i = 0; i < 300; i++) {
            write(i + ".txt", "文" + i);
        }
        ImportRun run = Import.on(store, engine, intake(new PlainText(), false), new Import.Settings(2, "", false))
                .run(List.of(files), progress -> {
                    if (progress.tally().seen() > 0) {
                        Thread.currentThread().interrupt();
                    }
                });
        assertTrue(Thread.interrupted());
        assertTrue(run.tally().seen() >= 1 && run.tally().seen() < 300, run::toString);
        assertTrue(run.tally().balanced() && run.ended().isPresent());
        assertEquals(run.tally().stored(), engine.documents());
        ImportRun rest = run(files);
        assertEquals(300, rest.tally().unchanged() + rest.tally().stored());
        assertEquals(run.tally().stored(), rest.tally().unchanged());
        assertEquals(300, store.documents());
    }

    @Test
    void troubleWithTheHomeStopsTheRun() throws IOException {
        write("a.txt", "甲");
        write("b.txt", "乙");
        Files.createDirectories(home.root());
        Files.writeString(home.originals(), "in the way");
        StoreException e = assertThrows(StoreException.class, () -> run(files));
        assertEquals(StoreException.Kind.DISK, e.kind());
        assertEquals(0, store.documents());
        assertFalse(store.imports().getFirst().ended().isPresent());
    }

    @Test
    void troubleWithTheEngineStopsTheRun() throws IOException {
        write("a.txt", "甲");
        Import broken =
                Import.on(store, new Refusing(), intake(new PlainText(), false), new Import.Settings(1, "", false));
        assertEquals(
                "no room",
                assertThrows(IllegalStateException.class, () -> broken.run(List.of(files), progress -> {}))
                        .getMessage());
        assertEquals(1, store.documents());
    }

    @Test
    void theIndexFollowsWhileTheImportRuns() throws IOException, InterruptedException {
        write("a.txt", "甲");
        write("b.txt", "等");
        CountDownLatch release = new CountDownLatch(1);
        Thread import_ = Thread.ofPlatform()
                .name("test-import")
                .start(() -> Import.on(
                                store, engine, intake(new Waiting(release), false), new Import.Settings(2, "", false))
                        .run(List.of(files), progress -> {}));
        for (int i = 0; i < 200 && engine.documents() == 0; i++) {
            Thread.sleep(50);
        }
        assertEquals(1, engine.documents());
        release.countDown();
        import_.join();
        assertEquals(2, engine.documents());
    }

    private ImportRun run(Path... paths) {
        return Import.on(store, engine, intake(new PlainText(), false), new Import.Settings(2, "", false))
                .run(List.of(paths), progress -> {});
    }

    private Intake intake(Extractor extractor, boolean link) {
        return new Intake(store, new Originals(home), extractor, PlainText::inspect, "rules-1", link);
    }

    private Map<String, String> fates(ImportRun run) {
        Map<String, String> fates = new TreeMap<>();
        for (FileFate file : store.fates(run.id(), false, 0, 1000)) {
            fates.put(
                    file.path(),
                    file.fate() instanceof wenyuan.model.Fate.Failed failed
                            ? "failed " + failed.cause()
                            : file.fate().name());
        }
        return fates;
    }

    private static Map<String, String> without(Map<String, String> map, String... keys) {
        Map<String, String> rest = new TreeMap<>(map);
        rest.keySet().removeAll(List.of(keys));
        return rest;
    }

    private static List<String> paths(Document document) {
        return document.sources().stream().map(Source::path).toList();
    }

    private void write(String name, String text) throws IOException {
        Path file = files.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** Does not come back from 等 until it is told to. */
    private record Waiting(CountDownLatch release) implements Extractor {
        @Override
        public Extraction extract(Path file, String name) {
            try (PlainText plain = new PlainText()) {
                Extraction extraction = plain.extract(file, name);
                if (extraction instanceof Extraction.Text text && text.content().equals("等")) {
                    release.await();
                }
                return extraction;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {}
    }

    private static final class Refusing implements wenyuan.search.DocumentSink {
        @Override
        public void put(Document document) {
            throw new IllegalStateException("no room");
        }

        @Override
        public void delete(String documentId) {}

        @Override
        public void clear() {}

        @Override
        public void commit(Position position) {}

        @Override
        public Position position() {
            return Position.NONE;
        }

        @Override
        public void close() {}
    }
}
