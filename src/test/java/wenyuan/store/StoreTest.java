package wenyuan.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.model.Document;
import wenyuan.model.Evidence;
import wenyuan.model.Extraction;
import wenyuan.model.FailureCause;
import wenyuan.model.Fate;
import wenyuan.model.FileFate;
import wenyuan.model.SkipCause;
import wenyuan.model.Source;
import wenyuan.model.Span;

class StoreTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC);
    private static final String SHA = "ab".repeat(32);
    private static final String OTHER = "cd".repeat(32);

    private final long seed = System.nanoTime();
    private final RandomDocuments random = new RandomDocuments(seed);

    @TempDir
    Path folder;

    private Home home;
    private Store store;
    private long run;

    @BeforeEach
    void open() {
        home = new Home(folder);
        store = Store.open(home, CLOCK);
        run = store.beginImport(List.of("材料")).id();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void givesBackWhatItTook() {
        System.out.println("seed " + seed);
        for (int i = 0; i < 200; i++) {
            String sha256 = String.format(Locale.ROOT, "%016x", i + 1) + "0".repeat(48);
            Document document = random.document(String.format(Locale.ROOT, "%016x", i + 1), source("材料/" + i));
            Extraction.Text extraction = random.extraction();
            String page = i % 2 == 0 ? extraction.content() : random.string();
            record(new Arrival.Labelled(at("材料/" + i), sha256, List.of(document), extraction, page));
            assertEquals(Optional.of(document), store.document(document.id()), "seed " + seed);
            assertEquals(Optional.of(extraction), store.extraction(document.id()), "seed " + seed);
            assertEquals(Optional.of(page), store.rawText(document.id()), "seed " + seed);
            assertEquals(Optional.of(sha256), store.originalOf(document.id()));
        }
        List<Document> all = new ArrayList<>();
        store.forEachDocument(all::add);
        assertEquals(200, all.size());
        assertEquals(200, store.documents());
        Document first = all.getFirst();
        assertEquals(
                all.stream()
                        .filter(d -> d.textKey().equals(first.textKey()) && !d.id().equals(first.id()))
                        .map(Document::id)
                        .toList(),
                store.sameText(first));
    }

    @Test
    void livesOnAfterItIsClosed() {
        String id = store.id();
        record(labelled("甲", SHA));
        store.close();
        store = Store.open(home, CLOCK);
        assertEquals(id, store.id());
        assertEquals(1, store.documents());
        store.close();
        try (Store reading = Store.openReadOnly(home)) {
            assertEquals(id, reading.id());
            assertEquals(1, reading.documents());
            assertThrows(IllegalStateException.class, () -> reading.beginImport(List.of()));
        }
        store = Store.open(home, CLOCK);
    }

    @Test
    void isReadBesideAWriter() {
        try (Store reading = Store.openReadOnly(home)) {
            assertEquals(0, reading.documents());
            record(labelled("甲", SHA));
            assertEquals(1, reading.documents());
        }
    }

    @Test
    void aMissingCatalogueIsSaid() {
        StoreException e =
                assertThrows(StoreException.class, () -> Store.openReadOnly(new Home(folder.resolve("nothing"))));
        assertEquals(StoreException.Kind.MISSING, e.kind());
        assertTrue(e.getMessage().endsWith("import something first"), e::getMessage);
    }

    @Test
    void theSameFileAgainIsUnchanged() {
        assertEquals(new Fate.Stored(id(SHA)), record(labelled("甲", SHA)));
        long change = store.lastChange();
        assertEquals(Optional.of(new Fate.Unchanged(id(SHA))), store.knownFate(at("甲"), SHA));
        assertEquals(new Fate.Unchanged(id(SHA)), record(new Arrival.Seen(at("甲"), SHA)));
        assertEquals(new Fate.Unchanged(id(SHA)), record(labelled("甲", SHA)));
        assertEquals(change, store.lastChange());
        assertEquals(1, store.documents());
    }

    @Test
    void theSameBytesElsewhereAreADuplicate() {
        record(labelled("乙", SHA));
        assertEquals(Optional.of(new Fate.Duplicate(id(SHA))), store.knownFate(at("丁"), SHA));
        assertEquals(new Fate.Duplicate(id(SHA)), record(new Arrival.Seen(at("丁"), SHA)));
        assertEquals(List.of("丁", "乙"), paths(SHA));
        assertEquals(
                List.of(2L),
                store.changesAfter(1, 9).stream().map(Store.Change::number).toList());
    }

    @Test
    void theSmallestPathLabels() {
        Arrival.Labelled second = labelled("b", SHA);
        Arrival.Labelled third = labelled("c", SHA);
        Arrival.Labelled first = labelled("a", SHA);
        record(second);
        assertEquals(new Fate.Duplicate(id(SHA)), record(third));
        assertEquals(second.documents().getFirst().title(), stored(SHA).title());
        assertEquals(new Fate.Duplicate(id(SHA)), record(first));
        assertEquals(first.documents().getFirst().attributes(), stored(SHA).attributes());
        assertEquals(List.of("a", "b", "c"), paths(SHA));
        assertEquals(1, store.documents());
    }

    @Test
    void twoFoldersOfOneNameAreTwo() {
        Origin here = new Origin("/甲/材料", "材料/1.txt", "材料");
        Origin there = new Origin("/乙/材料", "材料/1.txt", "材料");
        record(new Arrival.Labelled(here, SHA, List.of(document(SHA)), random.extraction(), ""));
        record(new Arrival.Labelled(there, OTHER, List.of(document(OTHER)), random.extraction(), ""));
        assertEquals(List.of(new Source("材料/1.txt", "材料", false)), stored(SHA).sources());
        assertEquals(List.of(new Source("材料/1.txt", "材料", false)), stored(OTHER).sources());
        assertEquals(new Fate.Duplicate(id(SHA)), record(new Arrival.Seen(there, SHA)));
        assertEquals(List.of(new Source("材料/1.txt", "材料", false)), stored(SHA).sources());
        assertTrue(stored(OTHER).sources().getFirst().replaced());
    }

    @Test
    void changedBytesReplaceAndMayComeBack() {
        record(labelled("甲", SHA));
        record(labelled("甲", OTHER));
        assertTrue(stored(SHA).sources().getFirst().replaced());
        assertFalse(stored(OTHER).sources().getFirst().replaced());
        assertEquals(new Fate.Unchanged(id(SHA)), record(new Arrival.Seen(at("甲"), SHA)));
        assertFalse(stored(SHA).sources().getFirst().replaced());
        assertTrue(stored(OTHER).sources().getFirst().replaced());
        record(new Arrival.Failed(at("甲"), "ef".repeat(32), new Fate.Failed(FailureCause.CORRUPT, "damaged")));
        assertTrue(stored(SHA).sources().getFirst().replaced());
    }

    @Test
    void aCompilationIsSplit() {
        Document one = random.document(id(SHA) + "-1", source("汇编"));
        Document two = random.document(id(SHA) + "-2", source("汇编"));
        Fate fate = record(new Arrival.Labelled(at("汇编"), SHA, List.of(one, two), random.extraction(), ""));
        assertEquals(new Fate.Split(List.of(one.id(), two.id())), fate);
        assertEquals(Optional.of(two), store.document(two.id()));
        assertEquals(new Fate.Unchanged(one.id()), record(new Arrival.Seen(at("汇编"), SHA)));
    }

    @Test
    void deletedStaysDeleted() {
        record(labelled("甲", SHA));
        assertTrue(store.delete(id(SHA)));
        assertFalse(store.delete(id(SHA)));
        assertEquals(List.of(new Store.Change(2, id(SHA), Optional.empty())), store.changesAfter(0, 9));
        Fate skipped = record(labelled("甲", SHA));
        assertTrue(skipped instanceof Fate.Skipped s && s.cause() == SkipCause.DELETED, skipped::toString);
        assertEquals(Optional.of(skipped), store.knownFate(at("乙"), SHA));
        assertEquals(0, store.documents());
    }

    @Test
    void heldIsApart() {
        Evidence marking = Evidence.inText("secret.1", "机密★1年", new Span(0, 5));
        record(labelled("甲", SHA));
        assertEquals(new Fate.Held(marking), record(new Arrival.Marked(at("乙"), SHA, marking)));
        assertEquals(0, store.documents());
        assertEquals(List.of(), store.originals());
        assertEquals(Optional.of(new Fate.Held(marking)), store.knownFate(at("丙"), SHA));
        assertEquals(new Fate.Held(marking), record(new Arrival.Seen(at("乙"), SHA)));
        assertEquals(List.of(new Store.HeldFile(SHA, "乙", marking)), store.held());

        record(labelled("丁", OTHER));
        store.hold(OTHER, marking);
        assertEquals(Optional.empty(), store.document(id(OTHER)));
        assertEquals(
                List.of("丁", "乙"),
                store.held().stream().map(Store.HeldFile::path).toList());
    }

    @Test
    void keepsTheBooksOfAnImport() {
        Fate.Failed failed = new Fate.Failed(FailureCause.EMPTY, "无文字");
        Fate.Skipped skipped = new Fate.Skipped(SkipCause.MEDIA, "a picture");
        store.record(
                run,
                List.of(
                        labelled("甲", SHA),
                        new Arrival.Failed(at("乙"), "", failed),
                        new Arrival.Skipped(at("丙"), skipped)));
        assertEquals(Optional.empty(), store.importRun(run).orElseThrow().ended());
        assertEquals(Optional.of(CLOCK.instant()), store.endImport(run).ended());
        assertEquals(
                List.of(
                        new FileFate("甲", new Fate.Stored(id(SHA))),
                        new FileFate("乙", failed),
                        new FileFate("丙", skipped)),
                store.fates(run, false, 0, 9));
        assertEquals(List.of(new FileFate("乙", failed)), store.fates(run, true, 0, 9));
        assertEquals(List.of(new FileFate("丙", skipped)), store.fates(run, false, 2, 9));
        assertEquals(3, store.imports().getFirst().tally().seen());
        assertTrue(store.imports().getFirst().tally().balanced());
        assertEquals(List.of("材料"), store.imports().getFirst().paths());
        assertEquals(1L, store.fateCounts(run).get("failed"));
    }

    @Test
    void aBatchIsWrittenWholeOrNotAtAll() {
        Arrival unknown = new Arrival.Seen(at("乙"), OTHER);
        assertThrows(IllegalStateException.class, () -> store.record(run, List.of(labelled("甲", SHA), unknown)));
        assertEquals(0, store.documents());
        assertEquals(0, store.lastChange());
        assertEquals(List.of(), store.fates(run, false, 0, 9));
        assertEquals(new Fate.Stored(id(SHA)), record(labelled("甲", SHA)));
    }

    @Test
    void onlyWhatCameOutDifferentIsAChange() {
        Document before = document(SHA);
        record(new Arrival.Labelled(at("甲"), SHA, List.of(before), random.extraction(), "原文"));
        record(labelled("乙", OTHER));
        Document other = stored(OTHER);
        Document titled = new Document(
                other.id(),
                other.title() + "（修订）",
                other.titleSpan(),
                other.text(),
                other.blocks(),
                other.outline(),
                other.sentences(),
                other.slots(),
                other.zones(),
                other.repairs(),
                other.completeness(),
                other.attributes(),
                other.sources(),
                other.textKey(),
                "new rules");
        long changed = store.relabel(List.of(
                new Store.Relabelled(SHA, List.of(stored(SHA)), "另一原文"),
                new Store.Relabelled(OTHER, List.of(titled), "页"),
                new Store.Relabelled("99".repeat(32), List.of(document("99".repeat(32))), "")));
        assertEquals(1, changed);
        assertEquals(List.of(new Store.Change(3, other.id(), Optional.of(titled))), store.changesAfter(2, 9));
        assertEquals(Optional.of("另一原文"), store.rawText(id(SHA)));
    }

    @Test
    void changesComeInOrderAndInPages() {
        for (int i = 1; i <= 7; i++) {
            record(labelled("文" + i, sha(i)));
        }
        store.delete("0".repeat(16));
        store.delete(id(sha(3)));
        assertEquals(8, store.lastChange());
        List<Long> numbers = new ArrayList<>();
        for (List<Store.Change> page = store.changesAfter(0, 3);
                !page.isEmpty();
                page = store.changesAfter(numbers.getLast(), 3)) {
            page.forEach(change -> numbers.add(change.number()));
        }
        assertEquals(List.of(1L, 2L, 4L, 5L, 6L, 7L, 8L), numbers);
    }

    @Test
    void knowsItsUsers() {
        assertEquals(0, store.users().count());
        store.users().add("管理员", Users.Role.ADMIN, "hash");
        assertEquals(
                Optional.of(new Users.User("管理员", Users.Role.ADMIN, "hash", CLOCK.instant())),
                store.users().find("管理员"));
        assertEquals(Optional.empty(), store.users().find("别人"));
        assertThrows(IllegalArgumentException.class, () -> store.users().add("管理员", Users.Role.READER, "other"));
        assertEquals(1, store.users().list().size());
    }

    @Test
    void manyReadWhileOneWrites() throws InterruptedException {
        List<Throwable> troubles = java.util.Collections.synchronizedList(new ArrayList<>());
        List<Thread> readers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            readers.add(Thread.ofPlatform().name("reader-" + i).start(() -> {
                try {
                    for (long seen = 0; seen < 100; ) {
                        long documents = store.documents();
                        assertTrue(documents >= seen);
                        seen = documents;
                    }
                } catch (RuntimeException | AssertionError e) {
                    troubles.add(e);
                }
            }));
        }
        for (int i = 1; i <= 100; i++) {
            record(labelled("文" + i, sha(i)));
        }
        for (Thread reader : readers) {
            reader.join();
        }
        assertEquals(List.of(), troubles);
        assertEquals(List.of(), store.damage());
        assertNotEquals("", store.id());
    }

    private Fate record(Arrival arrival) {
        return store.record(run, List.of(arrival)).getFirst();
    }

    private Arrival.Labelled labelled(String path, String sha256) {
        return new Arrival.Labelled(
                at(path), sha256, List.of(random.document(id(sha256), source(path))), random.extraction(), "页");
    }

    private Document document(String sha256) {
        return random.document(id(sha256), source("甲"));
    }

    private Document stored(String sha256) {
        return store.document(id(sha256)).orElseThrow();
    }

    private List<String> paths(String sha256) {
        return stored(sha256).sources().stream().map(Source::path).toList();
    }

    private static String sha(int number) {
        return String.format(Locale.ROOT, "%016x", number) + "0".repeat(48);
    }

    private static String id(String sha256) {
        return sha256.substring(0, 16);
    }

    private static Origin at(String path) {
        return new Origin("/档案", path, "档案");
    }

    private static Source source(String path) {
        return new Source(path, "档案", false);
    }
}
