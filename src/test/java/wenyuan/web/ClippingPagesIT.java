package wenyuan.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.model.Document;
import wenyuan.model.Span;
import wenyuan.store.Clippings;
import wenyuan.store.Searches;

/** Passages are kept from the reader and from sentences, put in order and taken along, in a real Chromium. */
class ClippingPagesIT {
    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @TempDir
    Path folder;

    private Site site;
    private Page page;

    @BeforeEach
    void open() throws IOException {
        site = Site.at(Files.createDirectory(folder.resolve("home")), "127.0.0.1");
        page = chromium.page(site, new Browser.NewContextOptions().setViewportSize(1280, 900));
    }

    @AfterEach
    void close() {
        site.close();
    }

    private List<String> kept() {
        Clippings clippings = site.store().clippings();
        return clippings.folders(Searches.LOCAL).stream()
                .flatMap(shelf -> clippings.in(Searches.LOCAL, shelf.id()).stream())
                .map(Clippings.Clip::quote)
                .toList();
    }

    @Test
    void whatIsSelectedInTheReaderIsKept() {
        page.navigate(site.url("/documents/0000000000000001"));
        String paragraph =
                page.locator("article.text .paragraph").first().textContent().strip();
        page.locator("article.text .paragraph").first().selectText();
        page.locator(".keep-link").click();
        page.waitForURL("**/clippings/new*");
        page.fill("#folder", "开头怎么写");
        page.fill("#note", "七一可用");
        page.click("#main [type=submit]");
        page.waitForURL("**/clippings?folder=*");
        assertEquals(paragraph, page.textContent(".clips blockquote").strip());
        assertEquals("七一可用", page.inputValue(".clips [name=note]"));
        assertEquals("开头怎么写", page.textContent(".clips h2"));
        page.click(".clips .source a");
        page.waitForURL("**/documents/0000000000000001*");
        assertTrue(page.locator("mark").count() > 0);
    }

    @Test
    void passagesAreDraggedIntoOrder() {
        Document document = site.store().document(Samples.FORUM).orElseThrow();
        Clippings clippings = site.store().clippings();
        long shelf = 0;
        for (int i = 0; i < 3; i++) {
            shelf = clippings.add(
                    Searches.LOCAL, "夹", document, document.sentences().get(i + 2));
        }
        List<String> before = kept();
        page.navigate(site.url("/clippings?folder=" + shelf));
        page.waitForResponse(
                "**/order",
                () -> page.locator(".clips li")
                        .nth(2)
                        .locator("blockquote")
                        .dragTo(page.locator(".clips li").nth(0).locator("blockquote")));
        assertEquals(List.of(before.get(2), before.get(0), before.get(1)), kept());
        page.locator(".clips li").nth(0).locator("text=下移").click();
        page.waitForURL("**/clippings?folder=*");
        assertEquals(List.of(before.get(0), before.get(2), before.get(1)), kept());
        page.locator(".clips li").nth(1).locator("text=移出").click();
        page.waitForURL("**/clippings?folder=*");
        assertEquals(List.of(before.get(0), before.get(1)), kept());
    }

    @Test
    void anOrderThatIsNotTakenIsNotShown() {
        Document document = site.store().document(Samples.FORUM).orElseThrow();
        Clippings clippings = site.store().clippings();
        long shelf = 0;
        for (int i = 0; i < 2; i++) {
            shelf = clippings.add(
                    Searches.LOCAL, "夹", document, document.sentences().get(i + 2));
        }
        List<String> before = kept();
        page.navigate(site.url("/clippings?folder=" + shelf));
        page.context().clearCookies();
        page.waitForResponse(
                "**/clippings?folder=*",
                () -> page.locator(".clips li")
                        .nth(1)
                        .locator("blockquote")
                        .dragTo(page.locator(".clips li").nth(0).locator("blockquote")));
        page.locator(
                        ".clips li:first-child blockquote", new Page.LocatorOptions().setHasText(before.getFirst()))
                .waitFor();
        assertEquals(before, kept());
        chromium.complaints().clear(); // the browser notes that it was refused
    }

    @Test
    void aSentenceFoundIsKeptWithoutScripts() {
        try (Page plain = chromium.page(site, new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            plain.navigate(site.url("/?view=sentences&q=%22%E4%B9%85%E4%B9%85%E4%B8%BA%E5%8A%9F%22"));
            plain.locator(".sentence-hit .clip").first().click();
            plain.locator("#main [type=submit]").click();
            assertTrue(plain.textContent(".clips blockquote").contains("久久为功"));
        }
        assertEquals(1, kept().size());
    }

    @Test
    void aPlainListHasItsSources() throws Exception {
        Document document = site.store().document(Samples.FORUM).orElseThrow();
        long shelf = site.store()
                .clippings()
                .add(Searches.LOCAL, "夹", document, document.sentences().get(3));
        Visitor visitor = new Visitor(site.url(""));
        String list = visitor.get("/clippings/" + shelf + ".txt").body();
        assertTrue(list.startsWith(document.sentences().get(3).of(document.text()) + "\n——《" + document.title()), list);
        assertEquals(404, visitor.get("/clippings/99.txt").statusCode());
        assertEquals(
                400,
                visitor.get("/clippings/new?document=" + Samples.FORUM + "&quote=nowhere")
                        .statusCode());
    }

    @Test
    void aFolderIsTakenToWordWithFootnotes() throws Exception {
        Document document = site.store().document(Samples.FORUM).orElseThrow();
        Clippings clippings = site.store().clippings();
        List<Span> sentences = document.sentences();
        Span lines = new Span(sentences.get(5).start(), sentences.get(9).end());
        long shelf = clippings.add(Searches.LOCAL, "七一讲话", document, lines);
        clippings.add(Searches.LOCAL, "七一讲话", document, sentences.get(3));
        Clippings.Clip last = clippings.in(Searches.LOCAL, shelf).getLast();
        clippings.note(Searches.LOCAL, last.id(), "用在开头");
        Visitor visitor = new Visitor(site.url(""));
        HttpResponse<byte[]> answer = visitor.client()
                .send(
                        HttpRequest.newBuilder(visitor.uri("/clippings/" + shelf + ".docx"))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertTrue(answer.headers().firstValue("Content-Disposition").orElse("").contains(".docx"));
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(answer.body()))) {
            List<String> paragraphs = word.getParagraphs().stream()
                    .map(XWPFParagraph::getText)
                    .map(text ->
                            text.replaceFirst("\\[(footnoteRef:)?\\d.*", "").strip())
                    .toList();
            List<String> expected = new ArrayList<>(List.of("七一讲话"));
            clippings.in(Searches.LOCAL, shelf).forEach(clip -> {
                clip.quote()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .forEach(expected::add);
                if (!clip.note().isEmpty()) {
                    expected.add("备注：" + clip.note());
                }
            });
            assertEquals(expected, paragraphs);
            List<String> notes = word.getFootnotes().stream()
                    .flatMap(note -> note.getParagraphs().stream())
                    .map(XWPFParagraph::getText)
                    .filter(text -> text.contains(Samples.FORUM))
                    .toList();
            assertEquals(2, notes.size());
            assertTrue(notes.getFirst().contains("《" + document.title() + "》，2020 年"), notes.getFirst());
        }
        assertEquals(404, visitor.get("/clippings/99.docx").statusCode());
    }

    @Test
    void aNameThatIsTakenIsSaid() throws Exception {
        Clippings clippings = site.store().clippings();
        long first = clippings.folder(Searches.LOCAL, "甲");
        clippings.folder(Searches.LOCAL, "乙");
        Visitor visitor = new Visitor(site.url(""));
        visitor.token(visitor.get("/clippings").body());
        String back = visitor.form("/clippings/" + first + "/rename", Map.of("folder", "乙"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String page = visitor.get(back.substring(back.indexOf("/clippings"))).body();
        assertTrue(page.contains("已有叫“乙”的摘录夹，没有改名"), page);
        assertEquals(
                List.of("乙", "甲"),
                clippings.folders(Searches.LOCAL).stream()
                        .map(Clippings.Folder::name)
                        .sorted()
                        .toList());
    }

    @Test
    void aFolderWithPassagesGoesOnlyWhenSomebodyIsSure() throws Exception {
        Clippings clippings = site.store().clippings();
        Document document = site.store().document(Samples.FORUM).orElseThrow();
        long full = clippings.add(Searches.LOCAL, "甲", document, new Span(0, 8));
        long empty = clippings.folder(Searches.LOCAL, "乙");
        Visitor visitor = new Visitor(site.url(""));
        visitor.token(visitor.get("/clippings").body());
        HttpResponse<String> unsure = visitor.form("/clippings/" + full + "/drop", Map.of());
        assertEquals(400, unsure.statusCode());
        assertTrue(unsure.body().contains("没有删除摘录夹"), unsure.body());
        assertEquals(1, clippings.in(Searches.LOCAL, full).size());
        assertEquals(
                303, visitor.form("/clippings/" + empty + "/drop", Map.of()).statusCode());
        for (int i = 0; i < 2; i++) {
            assertEquals(
                    303,
                    visitor.form("/clippings/" + full + "/drop", Map.of("sure", "yes"))
                            .statusCode(),
                    "also when it is sent twice");
        }
        assertEquals(List.of(), clippings.folders(Searches.LOCAL));
    }

    @Test
    void nothingChangesWithoutAFormOfOurs() throws Exception {
        Visitor visitor = new Visitor(site.url(""));
        HttpRequest forged = HttpRequest.newBuilder(visitor.uri("/clippings/folders"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("folder=x"))
                .build();
        assertEquals(403, visitor.send(forged).statusCode());
        assertFalse(visitor.form("/clippings", Map.of("document", Samples.FORUM, "quote", "同志们"))
                        .statusCode()
                == 303);
        assertEquals(List.of(), site.store().clippings().folders(Searches.LOCAL));
    }
}
