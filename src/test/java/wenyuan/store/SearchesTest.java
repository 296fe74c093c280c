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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.model.Attributes;
import wenyuan.model.Correctable;
import wenyuan.model.Document;
import wenyuan.model.Extraction;

class SearchesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    @TempDir
    Path home;

    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(new Home(home), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void put(int n, String path) {
        long run = store.beginImport(List.of("/夹")).id();
        Document document = Labelled.document(n, "正文" + n, "键" + n, Attributes.NONE);
        Extraction.Text extraction =
                new Extraction.Text(document.text(), Extraction.Form.PLAIN, "text/plain", "UTF-8", Map.of());
        store.record(
                run,
                List.of(new Arrival.Labelled(
                        new Origin("/夹", path, "夹"), Labelled.sha(n), List.of(document), extraction, document.text())));
        store.endImport(run);
    }

    @Test
    void eachUserHasTheirOwn() {
        Searches searches = store.searches();
        searches.save("王", "网格", "q=%E7%BD%91%E6%A0%BC", 3);
        searches.save(Searches.LOCAL, "网格", "q=a", 4);
        assertEquals(List.of(new Searches.Saved("王", "网格", "q=%E7%BD%91%E6%A0%BC", NOW, 3, NOW)), searches.of("王"));
        searches.save("王", "网格", "q=b", 5);
        assertEquals("q=b", searches.find("王", "网格").orElseThrow().address());
        assertTrue(searches.look("王", "网格", 9));
        assertFalse(searches.look("李", "网格", 9));
        assertEquals(9, searches.find("王", "网格").orElseThrow().seenChange());
        assertTrue(searches.remove("王", "网格"));
        assertFalse(searches.remove("王", "网格"));
        assertEquals(1, searches.of(Searches.LOCAL).size());
    }

    @Test
    void onlyWhatCameIsNew() {
        put(1, "甲.txt");
        long seen = store.lastChange();
        assertEquals(List.of(), store.searches().cameAfter(seen));
        put(2, "乙.txt");
        put(1, "另一处.txt");
        Document relabelled = Labelled.document(1, "正文1", "键1", Labelled.attributes(Map.of(Correctable.TYPE, "MT16")));
        long changed =
                store.relabel(List.of(new Store.Relabelled(Labelled.sha(1), List.of(relabelled), relabelled.text())));
        assertEquals(1, changed);
        assertTrue(store.changesAfter(seen, 10).size() > 1, "engines hear of all");
        assertEquals(List.of(Labelled.id(2)), store.searches().cameAfter(seen));
        assertEquals(List.of(), store.searches().cameAfter(store.lastChange()));
    }

    @Test
    void partsCutOtherwiseAreNothingNew() {
        put(1, "汇编.txt");
        long seen = store.lastChange();
        Document part = Labelled.document(7, "正文1", "键7", Attributes.NONE);
        store.relabel(List.of(new Store.Relabelled(Labelled.sha(1), List.of(part), part.text())));
        assertTrue(store.document(Labelled.id(7)).isPresent());
        assertEquals(List.of(), store.searches().cameAfter(seen));
    }
}
