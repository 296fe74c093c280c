package wenyuan.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftPagesIT {
    private static final String OLD = "要把支部建设抓在日常、严在经常，做到久久为功。";
    private static final String NEW = "这一句是昨天夜里自己想出来的。";

    @TempDir
    static Path folder;

    private static Site site;
    private static Visitor visitor;

    @BeforeAll
    static void open() throws IOException {
        site = Site.at(folder, "127.0.0.1");
        visitor = new Visitor(site.url(""));
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void theReportSaysWhatStandsWhere() throws Exception {
        String draft = "同志们：\r\n" + OLD + NEW;
        JsonNode report =
                Visitor.parse(visitor.form("/api/check", Map.of("draft", draft)).body());
        JsonNode old = report.path("sentences").get(1);
        assertEquals("verbatim", old.path("standing").asText());
        assertEquals(OLD, old.path("text").asText());
        long documents = visitor.json("/api/search?q=" + Address.encode("\"" + OLD + "\""))
                .path("total")
                .asLong();
        assertEquals(documents, old.path("pieces").get(0).path("documents").asLong());
        assertEquals("new", report.path("sentences").get(2).path("standing").asText());
        assertEquals(20.0 / 34, report.path("share").asDouble(), 1e-9);
        assertEquals(20, report.path("sources").get(0).path("letters").asInt());
    }

    @Test
    void thePageMarksWhatStandsInTheArchive() throws Exception {
        assertTrue(visitor.get("/check").body().contains("<textarea name=\"draft\""));
        String page = visitor.form("/check", Map.of("draft", OLD + NEW + "<b>")).body();
        assertTrue(page.contains("与库中文字相同 59%（20 / 34 字）"), page);
        assertTrue(page.contains(">" + OLD + "</a>" + NEW + "&lt;b&gt;"), page);
        assertFalse(page.contains("<b>"), page);
    }

    @Test
    void aFileIsCheckedLikeATextThatIsPasted() throws Exception {
        visitor.get("/check");
        HttpResponse<String> page = visitor.files("/check", "", Map.of("稿子.txt", OLD + NEW));
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains(">" + OLD + "</a>" + NEW), page.body());
        JsonNode report = Visitor.parse(
                visitor.files("/api/check", "", Map.of("稿子.txt", OLD + NEW)).body());
        assertEquals(20.0 / 34, report.path("share").asDouble(), 1e-9);
    }

    @Test
    void aFileThatCannotBeReadSaysSo() throws Exception {
        HttpResponse<String> page = visitor.files("/check", "", Map.of("../旧/<b>稿.doc", "坏"));
        assertEquals(422, page.statusCode());
        assertTrue(page.body().contains("“&lt;b&gt;稿.doc”读不出文字：文件损坏"), page.body());
        HttpResponse<String> answer = visitor.files("/api/check", "", Map.of("稿.doc", "坏"));
        assertEquals(422, answer.statusCode());
        String message =
                Visitor.parse(answer.body()).path("error").path("message").asText();
        assertTrue(message.contains("“稿.doc”读不出文字：文件损坏"), message);
    }

    @Test
    void aDraftLongerThanABookIsRefused() throws Exception {
        HttpResponse<String> page = visitor.files("/check", "", Map.of("书.txt", "党".repeat(1_000_001)));
        assertEquals(413, page.statusCode());
        assertTrue(page.body().contains("稿子太长，最多 1,000,000 个字"));
        assertTrue(page.body().length() < 50_000, "and not sent back");
    }

    @Test
    void aLongNameIsCutBetweenCharacters() throws Exception {
        for (String name : List.of("𠀀".repeat(90) + ".txt", "a" + "𠀀".repeat(90) + ".txt")) {
            assertEquals(200, visitor.files("/check", "", Map.of(name, OLD)).statusCode(), name);
        }
    }

    @Test
    void whatWasPastedBesideAFileThatCannotBeReadIsKept() throws Exception {
        String form = "--b\r\nContent-Disposition: form-data; name=\"draft\"\r\n\r\n" + NEW
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"稿.doc\"\r\n\r\n坏\r\n--b--\r\n";
        HttpResponse<String> page = visitor.send(HttpRequest.newBuilder(visitor.uri("/check"))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
        assertEquals(422, page.statusCode());
        assertTrue(page.body().contains(NEW + "</textarea>"), page.body());
        assertFalse(page.body().contains("与库中文字相同"), "that is not what was asked");
    }

    @Test
    void anEmptyDraftIsTheFormAgain() throws Exception {
        String page = visitor.form("/check", Map.of("draft", "  ")).body();
        assertTrue(page.contains("<textarea name=\"draft\"") && page.contains("先贴上稿子，或选一个文件"), page);
        assertFalse(page.contains("与库中文字相同"));
    }
}
