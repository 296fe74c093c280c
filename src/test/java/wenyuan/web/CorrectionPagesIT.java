package wenyuan.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.model.Document;
import wenyuan.store.Audit;
import wenyuan.store.Home;
import wenyuan.store.Jobs;
import wenyuan.store.Store;
import wenyuan.store.Users;

/** Corrections by forms as a browser without scripts sends them: on a document, over a search, and into rules. */
class CorrectionPagesIT {
    private static final List<String> PLACES = List.of("东桥", "柳溪", "望川", "石塘", "云岭");

    @TempDir
    Path folder;

    private Site site;
    private Visitor editor;
    private Visitor admin;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        Path home = folder.resolve("home");
        fill(new Home(home));
        site = Site.at(home, "127.0.0.1");
        editor = visitor("李四", Users.Role.EDITOR);
        admin = visitor("张三", Users.Role.ADMIN);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void anEditorCorrectsADocumentAndTakesItBack() throws IOException, InterruptedException {
        Document document = titled("东桥");
        String page = "/documents/" + document.id();
        assertTrue(editor.get(page).body().contains("action=\"" + page + "/corrections\""));
        assertFalse(new Visitor(site.url("")).get(page).body().contains("/corrections"), "readers get no form");
        assertEquals(
                303,
                editor.form(page + "/corrections", Map.of("type", "MT16", "year", "2014", "themes", "TH01、理论武装"))
                        .statusCode());
        String shown = editor.get(page).body();
        assertTrue(shown.contains("会议类型：座谈会"), shown);
        assertTrue(shown.contains("更正 · 李四 · "), shown);
        assertTrue(shown.contains("规则原判："), shown);
        JsonNode json = editor.json("/api" + page);
        assertEquals("MT16", json.get("meetingTypeId").asText());
        assertEquals("李四", json.get("corrections").get(0).get("user").asText());
        assertEquals(1, editor.json("/api/search?year=2014").get("total").asInt());
        assertEquals(
                303,
                editor.form(page + "/corrections/withdraw", Map.of("field", "year"))
                        .statusCode());
        assertEquals(0, editor.json("/api/search?year=2014").get("total").asInt());
        HttpResponse<String> wrong = editor.form(page + "/corrections", Map.of("type", "MT99"));
        assertEquals(400, wrong.statusCode());
        assertTrue(wrong.body().contains("“会议类型”里没有“MT99”"), wrong.body());
    }

    @Test
    void onlyEditorsAndOnlyByOurForms() throws IOException, InterruptedException {
        String correct = "/documents/" + titled("东桥").id() + "/corrections";
        Visitor reader = visitor("王五", Users.Role.READER);
        Visitor stranger = new Visitor(site.url(""));
        for (String path :
                List.of("/admin/review", "/admin/review/bulk", "/admin/review/rules", "/admin/review/detached")) {
            assertEquals(200, editor.get(path).statusCode(), path);
            assertEquals(403, reader.get(path).statusCode(), path);
            assertEquals(303, stranger.get(path).statusCode(), path);
        }
        assertEquals(403, editor.get("/admin").statusCode());
        assertEquals(403, editor.get("/admin/audit").statusCode());
        assertEquals(403, reader.form(correct, Map.of("type", "MT16")).statusCode());
        assertEquals(303, stranger.form(correct, Map.of("type", "MT16")).statusCode());
        Map<String, String> rule = Map.of("field", "type", "words", "务虚会", "label", "MT16");
        assertEquals(403, editor.form("/admin/review/rules", rule).statusCode());
        for (String path : List.of(
                correct,
                correct + "/withdraw",
                "/admin/review/decide",
                "/admin/review/skip",
                "/admin/review/undo",
                "/admin/review/bulk",
                "/admin/review/detached",
                "/admin/review/rules")) {
            HttpRequest forged = HttpRequest.newBuilder(admin.uri(path))
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();
            assertEquals(403, admin.send(forged).statusCode(), path);
        }
        assertEquals(List.of(), site.store().corrections().all());
    }

    @Test
    void aSearchIsCorrectedAfterAPreview() throws IOException, InterruptedException {
        String query = "?q=" + Address.encode("标题:务虚会");
        assertTrue(editor.get("/" + query).body().contains("对这 5 篇更正"));
        String first = editor.get("/admin/review/bulk" + query).body();
        assertTrue(first.contains("对检索到的 5 篇更正"), first);
        String wrong = editor.form("/admin/review/bulk" + query, Map.of("type", "MT16", "themes", "没有这个主题"))
                .body();
        assertTrue(wrong.contains("里没有“没有这个主题”，没有更正"), wrong);
        assertTrue(wrong.contains("<option value=\"MT16\" selected>"), "what was chosen is kept");
        assertTrue(wrong.contains("value=\"没有这个主题\""), "and what was typed");
        assertTrue(
                editor.form("/admin/review/bulk" + query, Map.of("year", "none"))
                        .body()
                        .contains("请核对"),
                "the pages in English let it be sent");
        String preview = editor.form("/admin/review/bulk" + query, Map.of("type", "MT16"))
                .body();
        assertTrue(preview.contains("确认更正这 5 篇"), preview);
        assertTrue(preview.contains("→ 座谈会"), preview);
        assertEquals(List.of(), site.store().corrections().all());
        Map<String, String> old = Map.of("type", "MT16", "confirm", "yes", "count", "4");
        assertTrue(editor.form("/admin/review/bulk" + query, old).body().contains("刚刚有变化"));
        Map<String, String> sure = Map.of("type", "MT16", "confirm", "yes", "count", "5");
        assertEquals(303, editor.form("/admin/review/bulk" + query, sure).statusCode());
        assertEquals(5, site.store().corrections().all().size());
        assertEquals(5, editor.json("/api/search?type=MT16").get("total").asInt());
        Audit.Entry entry = site.store().audit().entries(0, 1).getFirst();
        assertEquals(Audit.Action.CORRECT_MANY, entry.deed().action());
        assertEquals("/?q=标题:务虚会", entry.deed().target());
    }

    @Test
    void correctionsSuggestARuleThatAnAdminTakesUp() throws IOException, InterruptedException {
        for (String place : PLACES.subList(0, 3)) {
            editor.form("/documents/" + titled(place).id() + "/corrections", Map.of("type", "MT16"));
        }
        String suggestions = editor.get("/admin/review/rules").body();
        assertTrue(suggestions.contains("3 条更正：标题含“"), suggestions);
        assertTrue(suggestions.contains("match: &#39;") || suggestions.contains("match: '"), suggestions);
        String address = "/admin/review/rules?field=type&label=MT16&words=" + Address.encode("工作务虚会");
        String trial = editor.get(address).body();
        assertTrue(trial.contains("5 篇里，规则会改判 5 篇：其中 3 篇人工已经这样更正，另有 2 篇"), trial);
        assertFalse(trial.contains("写入规则"), "an editor may look");
        assertTrue(admin.get(address).body().contains("写入规则"));
        Map<String, String> rule = Map.of("field", "type", "words", "工作务虚会", "label", "MT16");
        assertEquals(303, admin.form("/admin/review/rules", rule).statusCode());
        for (int i = 0; i < 100 && !site.store().jobs().queue().isEmpty(); i++) {
            Thread.sleep(100);
        }
        assertEquals(List.of(), site.store().jobs().queue());
        assertEquals(
                List.of(),
                site.store().jobs().broken(1).stream().map(Jobs.Job::note).toList());
        assertEquals("MT16", type(titled("云岭")));
        assertEquals(5, editor.json("/api/search?type=MT16").get("total").asInt());
        assertEquals(
                "own.工作务虚会",
                titled("云岭")
                        .attributes()
                        .meeting()
                        .orElseThrow()
                        .evidence()
                        .getFirst()
                        .rule());
        assertEquals(409, admin.form("/admin/review/rules", rule).statusCode(), "not twice");
        assertEquals(
                400,
                admin.form("/admin/review/rules", Map.of("field", "type", "words", "x'}", "label", "MT16"))
                        .statusCode());
    }

    @Test
    void aDetachedCorrectionIsAttachedWithOneForm() throws IOException, InterruptedException {
        Document gone = titled("东桥");
        editor.form("/documents/" + gone.id() + "/corrections", Map.of("type", "MT16"));
        site.store().delete(gone.id());
        assertTrue(editor.get("/admin/review").body().contains("更正待挂接"));
        String page = editor.get("/admin/review/detached").body();
        assertTrue(page.contains("会议类型：座谈会") && page.contains("原材料已不在库中"), page);
        Map<String, String> form = Map.of(
                "text",
                gone.textKey(),
                "field",
                "type",
                "do",
                "attach",
                "document",
                titled("柳溪").id());
        assertEquals(303, editor.form("/admin/review/detached", form).statusCode());
        assertEquals("MT16", type(titled("柳溪")));
        assertEquals(List.of(), site.store().corrections().detached());
        assertEquals(400, editor.form("/admin/review/detached", form).statusCode());
    }

    private Document titled(String place) {
        List<String> ids = site.store().corrections().titled(place, 1);
        return site.store().document(ids.getFirst()).orElseThrow();
    }

    private static String type(Document document) {
        return document.attributes().meeting().orElseThrow().label().id();
    }

    private Visitor visitor(String name, Users.Role role) throws IOException, InterruptedException {
        site.store().users().add(name, role, Passwords.hash("correct-horse"));
        Visitor visitor = new Visitor(site.url(""));
        assertEquals(303, visitor.logIn(name, "correct-horse"));
        return visitor;
    }

    private void fill(Home home) throws IOException {
        Path texts = Files.createDirectories(folder.resolve("材料"));
        for (String place : PLACES) {
            Files.writeString(
                    texts.resolve(place + ".txt"), "在" + place + "镇工作务虚会上的讲话\n同志们：\n" + place + "的同志坐到一起，谋划明年的打算。\n");
        }
        try (Store store = Store.open(home, Clock.systemUTC())) {
            SiteWork.fill(store, texts);
        }
    }
}
