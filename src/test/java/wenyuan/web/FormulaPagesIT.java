package wenyuan.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Formulas on pages and in JSON: the ledger, in a document, and in a query. */
class FormulaPagesIT {
    @TempDir
    static Path folder;

    private static Site site;

    private final Visitor visitor = new Visitor(site.url(""));

    @BeforeAll
    static void open() throws IOException {
        site = Site.at(folder, "127.0.0.1");
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void theLedgerLinksHistoryAndDocuments() throws Exception {
        String page = page("/formulas");
        assertTrue(page.contains("<tr id=\"f-三个自信\" class=\"old\">"));
        assertTrue(page.contains("→ <a href=\"#f-四个自信\">四个自信</a>"));
        assertTrue(page.contains("<a href=\"/?formula=" + Address.encode("吹哨报到") + "\">1</a>"));
        assertTrue(page.contains("<span class=\"quiet\">0</span>"));
        assertTrue(page.contains("也作：吹哨报到、街乡吹哨、部门报到"));
        JsonNode entry = entry("三个自信");
        assertEquals("2012-11-08", entry.path("firstSeen").asText());
        assertEquals("四个自信", entry.path("successor").asText());
        assertTrue(entry.path("checked").asBoolean());
        assertEquals(0, entry.path("documents").asInt());
        assertEquals(1, entry("吹哨报到").path("documents").asInt());
        assertTrue(entry("吹哨报到").path("current").isNull());
    }

    @Test
    void aDocumentListsItsFormulas() throws Exception {
        String page = page("/documents/" + Samples.FORUM);
        assertTrue(page.contains("提法 2 条"));
        assertTrue(page.contains("2017 起"));
        assertTrue(page.contains("旧提法，现为：乡村振兴战略"));
        JsonNode formulas = visitor.json("/api/documents/" + Samples.FORUM).path("formulas");
        JsonNode first = formulas.path(0);
        assertEquals("吹哨报到", first.path("id").asText());
        assertEquals("街道吹哨、部门报到", first.path("wording").asText());
        assertEquals("2017", first.path("firstSeen").asText());
        assertTrue(first.path("successor").isNull());
        assertEquals(2, first.path("count").asInt());
        assertEquals("街道吹哨、部门报到", first.path("evidence").path(0).path("quote").asText());
        assertEquals("乡村振兴战略", formulas.path(1).path("successor").asText());
    }

    @Test
    void anOldWordingInAQueryIsNoted() throws Exception {
        String query = "/?year=2013&q=" + Address.encode("三個自信");
        JsonNode notes = visitor.json("/api/search" + query.substring(1)).path("notes");
        assertEquals(1, notes.size());
        assertEquals("“三個自信”是旧提法，现为：“四个自信”", notes.path(0).path("message").asText());
        assertEquals("三個自信", notes.path(0).path("wording").asText());
        assertEquals("四个自信", notes.path(0).path("successor").asText());
        assertEquals("[0,4]", notes.path(0).path("span").toString());
        String page = page(query);
        assertTrue(page.contains("“三個自信”是旧提法，现为：“四个自信”"));
        assertTrue(page.contains("href=\"/?q=" + Address.encode("\"四个自信\"") + "&amp;year=2013\""));
        assertTrue(page.contains("href=\"/?q=" + Address.encode("三個自信 OR \"四个自信\"") + "&amp;year=2013\""));
        assertFalse(page("/?q=" + Address.encode("四个自信")).contains("note-old"));
        assertEquals(0, visitor.json("/api/search?q=x").path("notes").size());
    }

    @Test
    void aFormulaIsAFilter() throws Exception {
        JsonNode answer = visitor.json("/api/search?q=" + Address.encode("提法:街道吹哨"));
        assertEquals(1, answer.path("total").asInt());
        assertEquals(Samples.FORUM, answer.path("hits").path(0).path("id").asText());
        assertEquals(0, answer.path("warnings").size());
        JsonNode counts = answer.path("facets").path("formula");
        assertTrue(StreamSupport.stream(counts.spliterator(), false)
                .anyMatch(count -> count.path("label").asText().equals("社会主义新农村建设")));
        assertTrue(page("/?formula=" + Address.encode("吹哨报到")).contains("<span class=\"field\">提法</span>街道吹哨、部门报到"));
    }

    private JsonNode entry(String id) throws Exception {
        return StreamSupport.stream(
                        visitor.json("/api/formulas").path("formulas").spliterator(), false)
                .filter(formula -> formula.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private String page(String path) throws Exception {
        var answer = visitor.get(path);
        assertEquals(200, answer.statusCode(), path);
        return answer.body();
    }
}
