package wenyuan.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.config.RuleBookReader;
import wenyuan.model.Correctable;
import wenyuan.model.Document;
import wenyuan.model.Label;
import wenyuan.query.QueryParser;
import wenyuan.search.SearchRequest;
import wenyuan.store.Audit;
import wenyuan.store.Home;
import wenyuan.store.Store;
import wenyuan.store.Users;
import wenyuan.text.Normal;

/** An editor at work on the queue in a real Chromium, over texts that the real rules have labelled. */
class ReviewIT {
    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static final int TEXTS = 33;

    @TempDir
    Path folder;

    private Site site;
    private Page page;

    @BeforeEach
    void open() throws IOException {
        Path home = folder.resolve("home");
        fill(new Home(home));
        site = Site.at(home, "127.0.0.1");
        site.store().users().add("李四", Users.Role.EDITOR, Passwords.hash("correct-horse"));
        page = chromium.page(site, new Browser.NewContextOptions().setViewportSize(1280, 900));
        logIn(page);
    }

    @AfterEach
    void close() {
        site.close();
    }

    /** Each third text: accepted as it is; given the first alternative or a typed year; passed over. */
    @Test
    void thirtyTextsByKeyboardAlone() {
        page.navigate(site.url("/admin/review"));
        assertEquals(TEXTS, site.store().reviews().count());
        Map<String, String> years = new LinkedHashMap<>();
        List<String> passed = new ArrayList<>();
        for (int n = 0; n < 30; n++) {
            String id = shown();
            switch (n % 3) {
                case 0 -> {
                    years.put(id, "");
                    press("Enter", id);
                }
                case 1 -> {
                    String year = "" + (1990 + n);
                    years.put(id, year);
                    toYear();
                    page.keyboard().press("o");
                    page.keyboard().type(year);
                    press("Enter", id);
                }
                default -> {
                    passed.add(id);
                    press("s", id);
                }
            }
        }
        assertEquals(TEXTS - years.size(), site.store().reviews().count());
        List<String> waiting = site.store().reviews().first(Optional.empty(), 99).stream()
                .map(item -> item.documentId())
                .toList();
        assertEquals(passed, waiting.subList(waiting.size() - passed.size(), waiting.size()));
        years.forEach((id, year) -> {
            Document document = site.store().document(id).orElseThrow();
            assertEquals(year, year(document), document.title());
            assertTrue(site.store().corrections().of(document.textKey()).stream()
                    .allMatch(correction -> correction.user().equals("李四")));
            if (!year.isEmpty()) {
                assertEquals(List.of(id), found("年份:" + year), "the search knows it");
            }
        });
        assertEquals(
                20,
                site.store().audit().entries(0, 99).stream()
                        .filter(entry -> entry.deed().action() == Audit.Action.CORRECT)
                        .count());
    }

    @Test
    void numbersChooseUndoTakesBackAndOthersStayAsRulesHadThem() {
        page.navigate(site.url("/admin/review?reason=type-unknown"));
        String id = shown();
        Document before = site.store().document(id).orElseThrow();
        page.keyboard().press("1");
        String chosen = page.inputValue("fieldset[data-field=type] input:checked");
        assertFalse(chosen.equals(CorrectionForm.NONE));
        press("Enter", id);
        assertEquals(
                chosen,
                site.store()
                        .document(id)
                        .orElseThrow()
                        .attributes()
                        .meeting()
                        .orElseThrow()
                        .label()
                        .id());
        assertTrue(page.url().contains("reason=type-unknown"), page.url());
        String next = shown();
        press("s", next);
        press("u", shown());
        assertEquals(next, shown());
        press("u", next);
        assertEquals(id, shown());
        assertEquals(Optional.of(before), site.store().document(id));
        assertEquals(List.of(), site.store().corrections().all());
        assertEquals(0, page.locator("#undo").count());
    }

    @Test
    void keysMeanNothingWhileSomethingIsTyped() {
        page.navigate(site.url("/admin/review"));
        String id = shown();
        page.keyboard().press("/");
        page.keyboard().type("sou1");
        assertEquals("sou1", page.inputValue("#q"));
        assertEquals(id, shown());
        page.evaluate("document.querySelector('#decide input:checked').focus();"
                + "document.activeElement.dispatchEvent(new KeyboardEvent('keydown',"
                + " {key: 's', keyCode: 229, isComposing: true, bubbles: true}))");
        page.waitForTimeout(200);
        assertEquals(id, shown());
        assertEquals(0, page.locator("#undo").count());
    }

    @Test
    void everyKeyIsWrittenOnThePageAndAllWorksWithoutScripts() {
        page.navigate(site.url("/admin/review"));
        String hints = page.textContent(".review-card").replaceAll("\\s+", " ");
        for (String hint : List.of("确认 Enter", "跳过 S", "选 1–9 0", "↑↓", "其他 O", "撤销 U")) {
            assertTrue(hints.contains(hint), hints);
        }
        assertEquals("radio", page.evaluate("document.activeElement.type"));
        Page plain = chromium.page(site, new Browser.NewContextOptions().setJavaScriptEnabled(false));
        logIn(plain);
        plain.navigate(site.url("/admin/review?reason=year-unknown"));
        String id = plain.inputValue("[name=document]");
        plain.check("fieldset[data-field=year] input[value=other]");
        plain.fill("[name=other-year]", "2011");
        plain.click("#decide .primary");
        assertEquals("2011", year(site.store().document(id).orElseThrow()));
        plain.click("#undo button");
        assertEquals("", year(site.store().document(id).orElseThrow()));
        plain.click("#skip");
        assertTrue(plain.textContent(".review-done").contains("已跳过"));
        plain.check("fieldset[data-field=year] input[value=other]");
        plain.click("#decide .primary");
        assertTrue(plain.textContent("[role=alert]").contains("没有选好"));
        assertTrue(chromium.complaints().removeIf(complaint -> complaint.contains("400")));
    }

    private String shown() {
        return page.inputValue("#decide [name=document]");
    }

    /** Presses a key that sends a form, and waits for the page that comes. */
    private void press(String key, String id) {
        page.evaluate("document.body.dataset.old = 'yes'");
        page.keyboard().press(key);
        page.locator("body:not([data-old])").waitFor();
        page.locator("#decide input[type=radio]:focus, .review .notice").waitFor();
        assertFalse(page.url().contains("gone"), id);
    }

    private void toYear() {
        for (int i = 0;
                i < 4 && page.locator("fieldset.active[data-field=year]").count() == 0;
                i++) {
            page.keyboard().press("ArrowRight");
        }
    }

    private List<String> found(String query) {
        QueryParser parser = new QueryParser(
                RuleBookReader.shipped().taxonomy(), typed -> Normal.of(typed).text());
        return site.engine().search(SearchRequest.of(parser.parse(query).query())).hits().stream()
                .map(hit -> hit.document().id())
                .toList();
    }

    private static String year(Document document) {
        return Correctable.YEAR.of(document.attributes()).stream()
                .map(Label::id)
                .findFirst()
                .orElse("");
    }

    private void fill(Home home) throws IOException {
        Path texts = Files.createDirectories(folder.resolve("材料"));
        String[] places = {"东桥镇", "柳溪乡", "望川街道", "石塘县", "云岭区"};
        String[] meetings = {"工作务虚会上", "党建工作推进会上", "看望老党员时"};
        for (int n = 0; n < TEXTS; n++) {
            String title = "在" + places[n % places.length] + meetings[n % meetings.length] + "的讲话";
            Files.writeString(
                    texts.resolve(String.format(Locale.ROOT, "%02d.txt", n)),
                    title + "\n同志们：\n今天第" + n + "次坐到一起，主要是听听大家的想法，上次的座谈会开得很好。\n刚才几位同志讲得很实在，我都赞成。\n");
        }
        try (Store store = Store.open(home, Clock.systemUTC())) {
            SiteWork.fill(store, texts);
        }
    }

    private void logIn(Page shown) {
        shown.navigate(site.url("/login?to=/admin/review"));
        shown.fill("[name=name]", "李四");
        shown.fill("[name=password]", "correct-horse");
        shown.click(".login button");
        shown.waitForURL("**/admin/review");
    }
}
