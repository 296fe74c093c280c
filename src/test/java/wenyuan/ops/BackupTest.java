package wenyuan.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.ingest.Reindex;
import wenyuan.model.Attributes;
import wenyuan.model.Block;
import wenyuan.model.Correctable;
import wenyuan.model.Document;
import wenyuan.model.Evidence;
import wenyuan.model.Extraction;
import wenyuan.model.FileFate;
import wenyuan.model.Place;
import wenyuan.model.Source;
import wenyuan.model.Span;
import wenyuan.search.MemoryEngine;
import wenyuan.store.Arrival;
import wenyuan.store.Audit;
import wenyuan.store.Corrections;
import wenyuan.store.Holding;
import wenyuan.store.Home;
import wenyuan.store.Jobs;
import wenyuan.store.Origin;
import wenyuan.store.Originals;
import wenyuan.store.Store;
import wenyuan.store.Words;

/** What is in a backup, and what becomes of files that are held, released, missing or deleted. */
class BackupTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-05-04T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Originals originals;
    private Store store;
    private Path zip;
    private long run;

    @BeforeEach
    void open() {
        Home home = new Home(folder.resolve("home"));
        zip = folder.resolve("archive.zip");
        originals = new Originals(home);
        store = Store.open(home, NOON);
        run = store.beginImport(List.of("材料")).id();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void heldFilesAreLeftOutUnlessAskedFor() throws IOException {
        String held = held("机密");
        put("开会");
        assertEquals(1, write(false).heldLeftOut());
        try (Store restored = restored("without")) {
            assertEquals(List.of(), restored.held());
            assertEquals(1, restored.documents());
            sound(restored);
        }
        assertEquals(1, write(true).held());
        try (Store restored = restored("with")) {
            assertEquals(held, restored.held().getFirst().sha256());
            sound(restored);
        }
    }

    @Test
    void nothingTellsOfHeldFilesThatAreLeftOut() throws IOException {
        put("开会");
        held("绝密甲");
        String sha256 = put("绝密乙");
        String id = sha256.substring(0, 16);
        store.corrections().decide(id, List.of(Corrections.Decision.set(Correctable.TYPE, List.of())), "admin");
        store.clippings().add("admin", "夹", store.document(id).orElseThrow(), new Span(0, 3));
        Words.Example example = new Words.Example(id, "绝密乙", "绝密乙", new Span(0, 2));
        store.words().propose(List.of(new Words.Proposal("会议", 1, 1, List.of(example))), 1, 1, 1);
        store.hold(sha256, new Evidence("secrecy.mark", new Place.Text(), "绝密乙", new Span(0, 3)));
        store.audit().write(new Audit.Deed("admin", Audit.Action.HELD_READ, "绝密乙.txt", ""));
        originals.hold(sha256);
        store.endImport(run);
        assertEquals(2, write(false).heldLeftOut());
        assertFalse(catalog().contains("绝密"), "neither rows nor what they leave in the pages of the file");
        try (Store restored = restored("without")) {
            assertEquals(Map.of("stored", 2L, "held", 1L), restored.fateCounts(run));
            assertEquals(
                    List.of("(held)", "(held)", "开会.txt"),
                    restored.fates(run, false, 0, 9).stream()
                            .map(FileFate::path)
                            .sorted()
                            .toList());
            sound(restored);
        }
        assertEquals(2, write(true).held());
        assertTrue(catalog().contains("绝密乙"));
        try (Store restored = restored("with")) {
            assertEquals(1, restored.corrections().of("key 绝密乙").size());
        }
    }

    private String catalog() throws IOException {
        try (ZipFile whole = new ZipFile(zip.toFile());
                InputStream in = whole.getInputStream(whole.getEntry("catalog.db"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aReleasedFileIsThereWithItsDecision() throws IOException {
        String sha256 = held("其实不密");
        store.holding().release(sha256, new Holding.Ruling("admin", "误标"), List.of(labelled(sha256, "其实不密")));
        originals.release(sha256);
        write(false);
        try (Store restored = restored("there")) {
            assertEquals(1, restored.documents());
            assertEquals(
                    "误标",
                    restored.holding().decision(sha256).orElseThrow().ruling().reason());
            sound(restored);
        }
    }

    @Test
    void whatIsMissingIsNamedAndTheRestIsKept() throws IOException {
        put("开会");
        String gone = put("丢了");
        originals.remove(gone);
        Manifest manifest = write(false);
        assertEquals(List.of(gone), manifest.missing());
        try (Store restored = restored("there")) {
            assertEquals(2, restored.documents());
        }
    }

    @Test
    void workUnderWayIsNotTakenAlong() throws IOException {
        put("开会");
        store.jobs().add(new Jobs.Task.Discover(), "发现新词", "admin", 0);
        write(false);
        assertEquals(1, store.jobs().queue().size());
        try (Store restored = restored("there")) {
            assertEquals(List.of(), restored.jobs().queue());
            assertEquals(store.id(), restored.id());
            assertEquals(
                    Audit.Action.RESTORE,
                    restored.audit().entries(0, 1).getFirst().deed().action());
        }
    }

    @Test
    void nothingIsLeftWhenStopped() throws IOException {
        put("开会");
        assertEquals(Optional.empty(), Backup.write(store, zip, false, NOON, () -> true));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(
                    List.of("home"),
                    left.map(file -> file.getFileName().toString()).toList());
        }
    }

    @Test
    void whatWasThereIsMovedAsideWithItsName() throws IOException {
        put("开会");
        write(false);
        Home other = new Home(Files.createDirectories(folder.resolve("other")));
        Files.writeString(other.config(), "anonymous-read: true\n");
        Files.createDirectories(other.backups());
        assertTrue(Restore.occupied(other));
        Path aside = Restore.into(zip, other, NOON).orElseThrow();
        assertTrue(aside.getFileName().toString().startsWith("before-restore-2026050"), aside::toString);
        assertEquals("anonymous-read: true\n", Files.readString(aside.resolve("config.yaml")));
        assertFalse(Files.exists(other.config()), "that of the backup holds: none");
        assertTrue(Files.exists(other.backups()), "backups stay in sight");
    }

    @Test
    void whatCannotBeMovedAsideStaysWhole() throws IOException {
        put("开会");
        write(false);
        put("新的");
        Home other = killed("other");
        Path aside = folder.resolve("other").resolve(asideAtNoon());
        Files.createDirectories(aside.resolve("originals/in the way"));
        assertThrows(IOException.class, () -> Restore.into(zip, other, NOON));
        try (Store still = Store.openReadOnly(other)) {
            assertEquals(2, still.documents());
            assertEquals(2, new Originals(other).all().size());
        }
        Trees.delete(aside);
        assertEquals(aside, Restore.into(zip, other, NOON).orElseThrow());
        try (Store old = Store.openReadOnly(new Home(aside));
                Store restored = Store.openReadOnly(other)) {
            assertEquals(2, old.documents(), "also what was not yet in the file of its catalogue");
            assertEquals(1, restored.documents());
        }
    }

    /** A home like the one of {@code store}, as a kill would leave it now. */
    private Home killed(String name) throws IOException {
        Path from = store.home().root();
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(name).resolve(from.relativize(file)));
            }
        }
        assertTrue(Files.size(folder.resolve(name).resolve("catalog.db-wal")) > 0);
        return new Home(folder.resolve(name));
    }

    private static String asideAtNoon() {
        return "before-restore-"
                + DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT)
                        .format(NOON.instant().atZone(TimeZone.getDefault().toZoneId()));
    }

    @Test
    void aDeletedFileLeavesNoBytesAndStaysOut() throws IOException {
        String sha256 = put("删掉");
        assertEquals(1, Removal.run(List.of(sha256.substring(0, 16)), "admin", "", store));
        assertEquals(Optional.empty(), originals.find(sha256));
        assertEquals(0, Removal.run(List.of(sha256.substring(0, 16)), "admin", "", store));
        originals.copy(file("删掉")).keep();
        Removal.settle(store);
        assertEquals(List.of(), originals.all(), "what a kill has left goes at the next start");
        write(false);
        try (Store restored = restored("there")) {
            assertEquals(List.of(sha256), restored.removals().all(), "still deleted there");
            assertTrue(restored.removals().forget(sha256.substring(0, 16), "admin"));
            assertFalse(restored.removals().forget(sha256, "admin"));
            assertFalse(restored.removals().forget("%", "admin"));
        }
    }

    private Manifest write(boolean withHeld) throws IOException {
        return Backup.write(store, zip, withHeld, NOON, () -> false).orElseThrow();
    }

    private Store restored(String name) throws IOException {
        Home home = new Home(folder.resolve(name));
        Restore.check(zip);
        assertEquals(Optional.empty(), Restore.into(zip, home, NOON));
        return Store.open(home, NOON);
    }

    private static void sound(Store restored) {
        MemoryEngine engine = new MemoryEngine();
        Reindex.catchUp(restored, engine);
        assertEquals(
                List.of(),
                Verify.run(restored, engine, true).stream().map(Finding::what).toList());
    }

    private String held(String text) throws IOException {
        Originals.Incoming incoming = originals.copy(file(text));
        incoming.hold();
        Evidence marking = new Evidence("secrecy.mark", new Place.Text(), text, new Span(0, text.length()));
        store.record(run, List.of(new Arrival.Marked(origin(text), incoming.sha256(), marking)));
        return incoming.sha256();
    }

    private String put(String text) throws IOException {
        Originals.Incoming incoming = originals.copy(file(text));
        incoming.keep();
        store.record(run, List.of(labelled(incoming.sha256(), text)));
        return incoming.sha256();
    }

    private Path file(String text) throws IOException {
        Files.createDirectories(folder.resolve("home/incoming"));
        return Files.writeString(folder.resolve("home/incoming/text"), text);
    }

    private static Origin origin(String text) {
        return new Origin("/材料", text + ".txt", "材料");
    }

    private static Arrival labelled(String sha256, String text) {
        Span all = new Span(0, text.length());
        Document document = new Document(
                sha256.substring(0, 16),
                text,
                Optional.of(all),
                text,
                List.of(new Block(Block.Kind.TITLE, all)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Attributes.NONE,
                List.of(new Source(text + ".txt", "材料", false)),
                "key " + text,
                "rules");
        return new Arrival.Labelled(
                origin(text),
                sha256,
                List.of(document),
                new Extraction.Text(text, Extraction.Form.PLAIN, "text/plain", "UTF-8", Map.of()),
                text);
    }
}
