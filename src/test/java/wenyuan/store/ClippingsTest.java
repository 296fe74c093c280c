package wenyuan.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.model.Attributes;
import wenyuan.model.Document;
import wenyuan.model.Evidence;
import wenyuan.model.Extraction;
import wenyuan.model.Span;

class ClippingsTest {
    private static final Document TEXT = Labelled.document(1, "头一句话在这里。第二句话在这里。", "键1", Attributes.NONE);

    private static final Evidence MARKING = Evidence.inText("secrecy", "机密★1年\n正文", new Span(0, 5));

    @TempDir
    Path home;

    private Store store;
    private Clippings clippings;

    @BeforeEach
    void open() {
        store = Store.open(new Home(home), Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC));
        long run = store.beginImport(List.of("/夹")).id();
        store.record(
                run,
                List.of(new Arrival.Labelled(
                        new Origin("/夹", "1.txt", "夹"),
                        Labelled.sha(1),
                        List.of(TEXT),
                        new Extraction.Text(TEXT.text(), Extraction.Form.PLAIN, "text/plain", "UTF-8", Map.of()),
                        TEXT.text())));
        store.endImport(run);
        clippings = store.clippings();
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** Whoever gets the name of somebody who left must not find their things. */
    @Test
    void theThingsOfAUserGoWithThem() {
        for (String name : List.of("王", "李")) {
            store.users().add(name, Users.Role.READER, "hash");
            clippings.add(name, "夹", TEXT, new Span(0, 8));
            store.searches().save(name, "网格", "q=a", 0);
        }
        store.users().remove("王");
        store.users().add("王", Users.Role.READER, "other");
        assertEquals(List.of(), clippings.folders("王"));
        assertEquals(List.of(), store.searches().of("王"));
        long folder = clippings.add("王", "夹", TEXT, new Span(8, 16));
        assertEquals(List.of("第二句话在这里。"), quotes(clippings.in("王", folder)));
        assertEquals(1, clippings.folders("李").getFirst().clips());
        assertEquals(1, store.searches().of("李").size());
    }

    private static List<String> quotes(List<Clippings.Clip> clips) {
        return clips.stream().map(Clippings.Clip::quote).toList();
    }

    @Test
    void aPassageIsKeptOnceInSeveralFolders() {
        long first = clippings.add("甲", "开头", TEXT, new Span(0, 8));
        assertEquals(first, clippings.add("甲", "开头", TEXT, new Span(0, 8)));
        long second = clippings.add("甲", "备用", TEXT, new Span(0, 8));
        assertEquals(List.of("头一句话在这里。"), quotes(clippings.in("甲", first)));
        assertEquals(clippings.in("甲", first), clippings.in("甲", second));
        long clip = clippings.in("甲", first).getFirst().id();
        assertEquals(List.of("备用", "开头"), clippings.foldersOf("甲", clip));
        clippings.remove("甲", clip, first);
        assertEquals(List.of("备用"), clippings.foldersOf("甲", clip));
        clippings.remove("甲", clip, second);
        clippings.add("甲", "开头", TEXT, new Span(0, 8));
        assertEquals("", clippings.in("甲", first).getFirst().note());
    }

    @Test
    void theOrderIsTheUsers() {
        long folder = clippings.add("甲", "夹", TEXT, new Span(0, 8));
        clippings.add("甲", "夹", TEXT, new Span(8, 16));
        clippings.add("甲", "夹", TEXT, new Span(0, 16));
        List<Long> ids =
                clippings.in("甲", folder).stream().map(Clippings.Clip::id).toList();
        clippings.order("甲", folder, List.of(ids.get(2), ids.get(0)));
        assertEquals(
                List.of(ids.get(2), ids.get(0), ids.get(1)),
                clippings.in("甲", folder).stream().map(Clippings.Clip::id).toList());
        clippings.order("乙", folder, ids);
        assertEquals(ids.get(2), clippings.in("甲", folder).getFirst().id());
        clippings.add("甲", "夹", TEXT, new Span(2, 8));
        assertEquals(new Span(2, 8), clippings.in("甲", folder).getLast().span());
    }

    @Test
    void nobodyTouchesWhatIsAnothers() {
        long folder = clippings.add("甲", "夹", TEXT, new Span(0, 8));
        long clip = clippings.in("甲", folder).getFirst().id();
        assertEquals(List.of(), clippings.in("乙", folder));
        assertEquals(List.of(), clippings.folders("乙"));
        assertFalse(clippings.note("乙", clip, "我的"));
        assertFalse(clippings.file("乙", clip, "我的"));
        assertFalse(clippings.remove("乙", clip, folder));
        assertFalse(clippings.removeFolder("乙", folder));
        assertFalse(clippings.rename("乙", folder, "我的"));
        assertEquals(List.of(new Clippings.Folder(folder, "夹", 1)), clippings.folders("甲"));
    }

    @Test
    void foldersAreRenamedAndRemoved() {
        long folder = clippings.add("甲", "夹", TEXT, new Span(0, 8));
        long other = clippings.folder("甲", "另一夹");
        assertFalse(clippings.rename("甲", folder, "另一夹"));
        assertTrue(clippings.rename("甲", folder, "新名"));
        long clip = clippings.in("甲", folder).getFirst().id();
        assertTrue(clippings.file("甲", clip, "另一夹"));
        assertTrue(clippings.note("甲", clip, "可用"));
        assertTrue(clippings.removeFolder("甲", folder));
        assertEquals("可用", clippings.in("甲", other).getFirst().note());
        assertTrue(clippings.removeFolder("甲", other));
        assertEquals(List.of(), clippings.folders("甲"));
    }

    @Test
    void aHeldFileTakesItsPassagesWithIt() {
        long folder = clippings.add("甲", "夹", TEXT, new Span(0, 8));
        long run = store.beginImport(List.of("/夹")).id();
        store.record(run, List.of(new Arrival.Marked(new Origin("/夹", "2.txt", "夹"), Labelled.sha(1), MARKING)));
        assertEquals(List.of(), clippings.in("甲", folder));
        assertEquals(
                Optional.of(0L),
                clippings.folders("甲").stream().map(Clippings.Folder::clips).findFirst());
    }
}
