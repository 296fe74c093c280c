package wenyuan.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The sentences view in a real Chromium. Skipped as {@link PagesIT} is; {@code -Dscreenshots=FOLDER} takes pictures. */
class SentencePagesIT {
    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static final String QUERY = "/?q=" + Address.encode("网格") + "&view=sentences";

    @TempDir
    static Path folder;

    private static Site site;

    private Page page;

    @BeforeAll
    static void open() throws IOException {
        site = Site.at(Files.createDirectory(folder.resolve("home")), "127.0.0.1");
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @BeforeEach
    void newPage() {
        page = page(new Browser.NewContextOptions()
                .setViewportSize(1280, 900)
                .setPermissions(List.of("clipboard-read", "clipboard-write")));
    }

    @Test
    void aWriterGoesFromDocumentsToASentenceAndItsPlace() {
        page.navigate(site.url("/?q=" + Address.encode("网格") + "&type=MT16"));
        assertEquals("文档", current().textContent());
        page.locator(".views a", new Page.LocatorOptions().setHasText("句子")).focus();
        page.keyboard().press("Enter");
        page.waitForURL("**view=sentences");
        assertEquals("句子", current().textContent());
        assertTrue(page.url().contains("type=MT16"), page.url());
        assertEquals(1, page.locator(".chips .field").count());
        Locator first = page.locator(".sentence-hit").first();
        assertEquals("网格", first.locator("mark").first().textContent());
        String sentence = first.locator(".found-sentence").textContent();
        first.locator(".source a:not(.clip)").click();
        page.waitForURL("**/documents/**#h*");
        String anchor = page.url().replaceFirst(".*#", "");
        assertTrue(
                sentence.startsWith(page.locator(".sentence:has(#" + anchor + ")")
                        .textContent()
                        .strip()),
                sentence);
    }

    @Test
    void aSentenceIsCopiedWithItsSource() {
        page.navigate(site.url(QUERY));
        Locator folded = page.locator(".sentence-hit:has(details)").first();
        folded.locator(".copy").click();
        folded.locator(".copy", new Locator.LocatorOptions().setHasText("已复制")).waitFor();
        String copied = page.evaluate("navigator.clipboard.readText()").toString();
        String sentence = folded.locator(".found-sentence").textContent();
        String title = folded.locator(".source a:not(.clip)").textContent();
        String year = folded.locator(".source .year").textContent();
        assertEquals(sentence + "\n——《" + title + "》，" + year, copied);
    }

    @Test
    void withoutScriptsSourcesUnfoldAndPagesTurn() {
        Page plain = page(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        plain.navigate(site.url(QUERY + "&size=1"));
        assertFalse(plain.locator(".copy").first().isVisible());
        Locator others = plain.locator("details.others").first();
        assertFalse(others.locator("li").first().isVisible());
        others.locator("summary").click();
        assertTrue(others.locator("li").first().isVisible());
        plain.locator(".pages a").first().click();
        plain.waitForURL("**view=sentences**from=1");
        assertEquals(1, plain.locator(".sentence-hit").count());
    }

    @Test
    void functionsAreChosenBesideTheList() {
        page.navigate(site.url("/?q=" + Address.encode("支部 OR 网格") + "&view=sentences"));
        int all = found();
        page.locator(".choices a", new Page.LocatorOptions().setHasText("任务")).click();
        page.waitForURL("**function=task**");
        assertTrue(found() < all);
        assertEquals(
                page.locator(".sentence-hit").count(),
                page.locator(".sentence-hit .function", new Page.LocatorOptions().setHasText("任务"))
                        .count());
        page.locator(".views a", new Page.LocatorOptions().setHasText("文档")).click();
        page.locator(".warning", new Page.LocatorOptions().setHasText("功能是按句子筛选的"))
                .waitFor();
    }

    @Test
    void aFunctionAloneLeadsToItsSentence() {
        page.navigate(site.url("/?q=" + Address.encode("功能:开场") + "&view=sentences"));
        Locator first = page.locator(".sentence-hit").first();
        String sentence = first.locator(".found-sentence").textContent();
        assertTrue(sentence.startsWith("今天"), sentence);
        assertTrue(first.locator(".source a:not(.clip)").getAttribute("href").contains("#:~:text="));
        first.locator(".source a:not(.clip)").click();
        page.waitForURL("**/documents/**");
        assertTrue(page.locator(".text").textContent().contains(sentence));
    }

    @Test
    void nothingIsWiderThanAPhone() {
        Page phone = page(new Browser.NewContextOptions().setViewportSize(390, 844));
        phone.navigate(site.url(QUERY));
        assertEquals(390, phone.evaluate("document.documentElement.scrollWidth"));
    }

    @Test
    void looksGood() {
        String target = System.getProperty("screenshots", "");
        Assumptions.assumeFalse(target.isEmpty(), "pictures are taken with -Dscreenshots=FOLDER");
        for (int width : List.of(1280, 390)) {
            Page shown = page(new Browser.NewContextOptions()
                    .setViewportSize(width, 900)
                    .setColorScheme(width == 390 ? ColorScheme.DARK : ColorScheme.LIGHT));
            shown.navigate(site.url(QUERY));
            shown.locator("details.others summary").first().click();
            shoot(shown, target, "sentences-" + width);
            shown.navigate(site.url("/?q=" + Address.encode("功能:任务") + "&view=sentences&year=2012..2024"));
            shoot(shown, target, "functions-" + width);
        }
    }

    private static void shoot(Page shown, String target, String name) {
        shown.screenshot(new Page.ScreenshotOptions().setPath(Path.of(target, name + ".png")));
    }

    private Locator current() {
        return page.locator(".views a[aria-current]");
    }

    private int found() {
        return Integer.parseInt(page.locator(".found").textContent().replaceAll("(?s)^\\D*(\\d+).*", "$1"));
    }

    private static Page page(Browser.NewContextOptions options) {
        return chromium.page(site, options);
    }
}
