package wenyuan.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wenyuan.store.Labelled.arrival;
import static wenyuan.store.Labelled.attributes;
import static wenyuan.store.Labelled.id;
import static wenyuan.store.Labelled.label;
import static wenyuan.store.Labelled.sha;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.model.Attributes;
import wenyuan.model.Claim;
import wenyuan.model.Correctable;
import wenyuan.model.Correction;
import wenyuan.model.Dating;
import wenyuan.model.Document;
import wenyuan.model.Evidence;
import wenyuan.model.Label;
import wenyuan.model.Span;

/** What people decide holds for a text, whatever becomes of its documents. */
class CorrectionsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC);
    private static final Attributes RULED =
            attributes(Map.of(Correctable.TYPE, "MT16", Correctable.YEAR, "2019", Correctable.KIND, "speech"));
    private static final Attributes NEW_RULES =
            attributes(Map.of(Correctable.TYPE, "MT30", Correctable.YEAR, "2018", Correctable.KIND, "news"));

    @TempDir
    Path folder;

    private Store store;
    private long run;

    @BeforeEach
    void open() {
        store = Store.open(new Home(folder), CLOCK);
        run = store.beginImport(List.of("材料")).id();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aDecisionIsLaidOverWhatRulesMade() {
        put(1, "k", RULED);
        set(1, Correctable.TYPE, "MT12");
        set(1, Correctable.YEAR, "2021");
        Attributes read = read(1);
        assertEquals("MT12", type(1));
        assertEquals(new Dating.Known(2021, List.of()), read.dating());
        assertEquals(List.of(), read.meeting().map(Claim::evidence).orElseThrow());
        assertEquals("speech", read.kind().orElseThrow().label().id());
        assertEquals(RULED, store.corrections().ruled(id(1)).orElseThrow().attributes());
        Correction made = store.corrections().of("k").getFirst();
        assertEquals(
                List.of("MT16", "张三", "题1", "2026-11-23T08:00:00Z"),
                List.of(
                        made.ruled().getFirst().id(),
                        made.user(),
                        made.title(),
                        made.at().toString()));
    }

    @Test
    void everyTwinIsANumberedChangeOfItsOwn() {
        put(1, "k", RULED);
        put(2, "k", RULED);
        put(3, "other", RULED);
        long before = store.lastChange();
        set(2, Correctable.TYPE, "MT12");
        List<Store.Change> changes = store.changesAfter(before, 9);
        assertEquals(
                List.of(id(1), id(2)),
                changes.stream().map(Store.Change::documentId).toList());
        assertTrue(changes.stream()
                .allMatch(change -> type(change.document().orElseThrow()).equals("MT12")));
        assertEquals("MT16", type(3));
        long decided = store.lastChange();
        assertTrue(store.corrections().withdraw("k", Correctable.TYPE, "李四"));
        assertEquals(decided + 2, store.lastChange());
        assertEquals(List.of("MT16", "MT16"), List.of(type(1), type(2)));
        assertFalse(store.corrections().withdraw("k", Correctable.TYPE, "李四"));
    }

    @Test
    void noneIsADecisionToo() {
        put(1, "k", RULED);
        decide(1, Corrections.Decision.set(Correctable.TYPE, List.of()));
        decide(1, Corrections.Decision.set(Correctable.YEAR, List.of()));
        assertEquals(Optional.empty(), read(1).meeting());
        assertEquals(new Dating.Unknown(List.of()), read(1).dating());
        assertEquals(Optional.empty(), store.reviews().find("k"), "decided is in no doubt");
        decide(1, Corrections.Decision.withdraw(Correctable.TYPE));
        assertEquals("MT16", type(1));
    }

    @Test
    void itSurvivesReImportOtherFilesDeletionAndOtherRules() {
        put(1, "k", RULED);
        set(1, Correctable.TYPE, "MT12");
        put(1, "k", RULED);
        assertEquals("MT12", type(1), "the same file again");
        put(2, "k", NEW_RULES);
        assertEquals("MT12", type(2), "another file with the same text");
        relabel(1, "k", NEW_RULES);
        assertEquals(List.of("MT12", "news"), List.of(type(1), kind(1)), "other rules");
        assertEquals(
                "MT30", type(store.corrections().ruled(id(1)).orElseThrow()), "what rules made is kept up to date");
        store.delete(id(1));
        store.delete(id(2));
        assertEquals(1, store.corrections().detached().size());
        put(3, "k", RULED);
        assertEquals("MT12", type(3), "deleted and imported again, as other bytes");
        assertEquals(List.of(), store.corrections().detached());
        store.close();
        store = Store.open(new Home(folder), CLOCK);
        assertEquals("MT12", type(3), "a restart");
    }

    @Test
    void labellingAgainComparesRulesWithRules() {
        put(1, "k", RULED);
        set(1, Correctable.TYPE, "MT12");
        long before = store.lastChange();
        assertEquals(0, relabel(1, "k", RULED));
        assertEquals(before, store.lastChange());
        assertEquals(1, relabel(1, "k", NEW_RULES));
        assertEquals(before + 1, store.lastChange());
    }

    @Test
    void aCorrectionGoesAlongWhenRulesChangeTheText() {
        store.record(run, List.of(arrival(1, Labelled.document(1, "同志们：今天开会。", "old", RULED))));
        set(1, Correctable.TYPE, "MT12");
        relabel(1, "new", RULED);
        assertEquals("MT12", type(1));
        Correction moved = store.corrections().moved().getFirst();
        assertEquals("new", moved.textKey());
        assertEquals(Optional.of(new Correction.Moved("同志们：今天开会。", "new")), moved.moved());
        assertTrue(store.corrections().keep("new", Correctable.TYPE));
        assertEquals(List.of(), store.corrections().moved());
        assertEquals("MT12", type(1));
    }

    @Test
    void itStaysWithATwinThatKeepsTheTextAndFollowsTheLast() {
        put(1, "old", RULED);
        put(2, "old", RULED);
        set(1, Correctable.TYPE, "MT12");
        relabel(1, "new", RULED);
        assertEquals(List.of("MT16", "MT12"), List.of(type(1), type(2)));
        long before = store.lastChange();
        relabel(2, "new", RULED);
        assertEquals(List.of("MT12", "MT12"), List.of(type(1), type(2)));
        assertTrue(store.changesAfter(before, 9).size() == 2, "engines hear of the first again");
    }

    @Test
    void whatCannotGoAlongWaitsToBeAttached() {
        put(1, "old", RULED);
        put(2, "new", RULED);
        set(1, Correctable.TYPE, "MT12");
        set(2, Correctable.TYPE, "MT11");
        relabel(1, "new", RULED);
        Correction detached = store.corrections().detached().getFirst();
        assertEquals(List.of("old", id(1)), List.of(detached.textKey(), detached.documentId()));
        assertEquals("MT11", type(1));
        assertFalse(store.corrections().attach("old", Correctable.YEAR, id(1), "李四"));
        assertTrue(store.corrections().attach("old", Correctable.TYPE, id(1), "李四"));
        assertEquals(List.of("MT12", "MT12"), List.of(type(1), type(2)));
        assertEquals(List.of(), store.corrections().detached());
    }

    @Test
    void whatIsHeldIsInNoListUntilItIsReleased() {
        put(1, "k", RULED);
        set(1, Correctable.TYPE, "MT12");
        store.hold(sha(1), Evidence.inText("secrecy.marking", "机密★1年", new Span(0, 2)));
        assertEquals(List.of(), store.corrections().all());
        assertEquals(List.of(), store.corrections().detached());
        assertEquals(1, store.corrections().of("k").size());
        Holding.Ruling ruling = new Holding.Ruling("张三", "已解密");
        assertTrue(store.holding().release(sha(1), ruling, List.of(arrival(1, Labelled.document(1, "文", "k", RULED)))));
        assertEquals(1, store.corrections().all().size());
        assertEquals("MT12", type(1));
    }

    @Test
    void manyAreDecidedWithOneLineInTheLog() {
        for (int n = 1; n <= 450; n++) {
            put(n, "k" + n / 2, RULED);
        }
        long lines = store.audit().count();
        long before = store.lastChange();
        List<String> ids = IntStream.rangeClosed(1, 450).mapToObj(Labelled::id).toList();
        List<Corrections.Decision> decisions =
                List.of(Corrections.Decision.set(Correctable.TYPE, List.of(label("MT12"))));
        assertEquals(450, store.corrections().decideAll(ids, decisions, "张三", "类型:座谈会"));
        assertEquals(lines + 1, store.audit().count());
        assertEquals(
                "450: type = 名MT12",
                store.audit().entries(0, 1).getFirst().deed().detail());
        assertEquals(before + 450, store.lastChange());
        assertTrue(ids.stream()
                .allMatch(id -> type(store.document(id).orElseThrow()).equals("MT12")));
    }

    @Test
    void whatWasDecidedEarlierComesBack() {
        put(1, "k", RULED);
        set(1, Correctable.TYPE, "MT12");
        Corrections.Earlier earlier = decide(
                        1,
                        Corrections.Decision.set(Correctable.TYPE, List.of(label("MT11"))),
                        Corrections.Decision.set(Correctable.YEAR, List.of(label("2022"))))
                .orElseThrow();
        assertEquals(List.of("MT11", "2022"), List.of(type(1), year(1)));
        assertFalse(store.corrections().restore(earlier, "李四"), "what others decided stays");
        assertTrue(store.corrections().restore(earlier, "张三"));
        assertEquals(List.of("MT12", "2019"), List.of(type(1), year(1)));
        assertEquals(1, store.corrections().all().size());
    }

    @Test
    void aDocumentThatIsNotThereIsSaid() {
        assertEquals(Optional.empty(), decide(9, Corrections.Decision.set(Correctable.TYPE, List.of(label("MT12")))));
        assertEquals(List.of(), store.corrections().all());
    }

    private void put(int n, String textKey, Attributes attributes) {
        store.record(run, List.of(arrival(n, Labelled.document(n, textKey, textKey, attributes))));
    }

    private long relabel(int n, String textKey, Attributes attributes) {
        Document document = Labelled.document(n, textKey, textKey, attributes);
        return store.relabel(List.of(new Store.Relabelled(sha(n), List.of(document), textKey)));
    }

    private void set(int n, Correctable field, String label) {
        Label value = field.isYear() ? new Label(label, label) : label(label);
        assertTrue(decide(n, Corrections.Decision.set(field, List.of(value))).isPresent());
    }

    private Optional<Corrections.Earlier> decide(int n, Corrections.Decision... decisions) {
        return store.corrections().decide(id(n), List.of(decisions), "张三");
    }

    private Attributes read(int n) {
        return store.document(id(n)).orElseThrow().attributes();
    }

    private String type(int n) {
        return type(store.document(id(n)).orElseThrow());
    }

    private static String type(Document document) {
        return document.attributes().meeting().orElseThrow().label().id();
    }

    private String kind(int n) {
        return read(n).kind().orElseThrow().label().id();
    }

    private String year(int n) {
        return "" + read(n).dating().year().orElseThrow();
    }
}
