package wenyuan.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pages in a real Chromium, with and without scripts. Skipped where no chromium is on the PATH, unless {@code
 * -Dbrowser.required=true}. {@code -Dscreenshots=FOLDER} also takes pictures.
 */
class PagesIT {
    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @TempDir
    static Path folder;

    private static Site site;

    private Page page;

    @BeforeAll
    static void open() throws IOException {
        Path roots = Files.createDirectories(folder.resolve("导入根目录"));
        site = Site.at(
                Files.createDirectory(folder.resolve("home")),
                "127.0.0.1",
                new WebServer.Settings(List.of(roots), false, UploadLimits.STANDARD));
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @BeforeEach
    void newPage() {
        page = page(new Browser.NewContextOptions().setViewportSize(1280, 900));
    }

    @Test
    void aClerkFindsReadsAndSeesWhy() {
        page.navigate(site.url("/"));
        page.keyboard().press("/");
        page.keyboard().type("\"街道吹哨、部门报到\"");
        page.keyboard().press("Enter");
        page.waitForURL("**q=*");
        int all = found();
        assertTrue(page.locator(".hit mark").count() > 0);
        page.locator(".choices a", new Page.LocatorOptions().setHasText("座谈会")).click();
        page.waitForURL("**type=MT16*");
        assertTrue(found() < all);
        assertEquals(1, page.locator(".chips .field").count());
        page.locator(".hit h2 a", new Page.LocatorOptions().setHasText("清溪街道")).click();
        page.waitForURL("**/documents/**");
        page.keyboard().press("n");
        page.keyboard().press("n");
        assertEquals("2 / 2", page.locator(".stepper .position").textContent());
        assertTrue(page.locator("mark.current").count() > 0);
        page.locator(".proof", new Page.LocatorOptions().setHasText("建党99周年")).click();
        assertEquals("建党99周年", page.locator(".evidence.lit").textContent());
        assertTrue(page.locator(".sentence.lit").textContent().startsWith("今天，我们在这里召开座谈会"));
        page.locator(".proof", new Page.LocatorOptions().setHasText("2021-05-03"))
                .click();
        assertTrue(page.locator("#z1").isVisible(), "evidence in a folded zone is opened");
        page.goBack();
        page.waitForURL("**type=MT16*");
    }

    @Test
    void theSameWithoutScripts() {
        Page plain = page(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        plain.navigate(site.url("/"));
        plain.fill("#q", "\"双报到\"");
        plain.click(".box button");
        plain.waitForURL("**q=*");
        plain.locator(".choices a", new Page.LocatorOptions().setHasText("座谈会")).click();
        plain.waitForURL("**type=MT16*");
        assertEquals(1, plain.locator(".chips .field").count());
        plain.locator(".hit h2 a", new Page.LocatorOptions().setHasText("清溪街道"))
                .first()
                .click();
        plain.locator(".proof", new Page.LocatorOptions().setHasText("建党99周年")).click();
        assertEquals(1, plain.locator(".sentence:has(> :target)").count());
        plain.locator(".tools a", new Page.LocatorOptions().setHasText("修复")).click();
        assertEquals("饱(bǎo)满", plain.locator(".text del").last().textContent());
    }

    @Test
    void nothingIsSentWhileComposing() {
        page.navigate(site.url("/"));
        page.focus("#q");
        page.evaluate(
                "document.getElementById('q').dispatchEvent(new CompositionEvent('compositionstart', {bubbles: true}))");
        page.keyboard().type("dang");
        page.keyboard().press("Enter");
        assertEquals(site.url("/"), page.url());
        page.evaluate(
                "document.getElementById('q').dispatchEvent(new CompositionEvent('compositionend', {bubbles: true}))");
        page.waitForTimeout(50);
        page.keyboard().press("Enter");
        page.waitForURL("**q=dang");
    }

    @Test
    void yearsCanBeBrushed() {
        page.navigate(site.url("/?q=" + Address.encode("基层治理")));
        BoundingBox from = page.locator("a.bar[data-year='2010'] .column").boundingBox();
        BoundingBox to = page.locator("a.bar[data-year='2014'] .column").boundingBox();
        page.mouse().move(from.x + from.width / 2, from.y + from.height / 2);
        page.mouse().down();
        page.mouse().move(to.x + to.width / 2, to.y + to.height / 2, new Mouse.MoveOptions().setSteps(12));
        page.mouse().up();
        page.waitForURL("**year=2010..2014");
        assertTrue(page.locator("a.bar.chosen").count() >= 5);
    }

    @Test
    void nothingIsWiderThanAPhone() {
        Page phone = page(new Browser.NewContextOptions().setViewportSize(390, 844));
        for (String path : List.of(
                "/",
                "/?q=" + Address.encode("基层治理"),
                "/documents/" + Samples.FORUM,
                "/themes",
                "/themes/TH17",
                "/formulas",
                "/help",
                "/login")) {
            phone.navigate(site.url(path));
            assertEquals(390, phone.evaluate("document.documentElement.scrollWidth"), path);
        }
    }

    private int found() {
        return Integer.parseInt(page.locator(".found").textContent().replaceAll("(?s)^\\D*(\\d+).*", "$1"));
    }

    @Test
    void looksGood() {
        String target = System.getProperty("screenshots", "");
        Assumptions.assumeFalse(target.isEmpty(), "pictures are taken with -Dscreenshots=FOLDER");
        Map<String, String> pages = new TreeMap<>(Map.of(
                "home", "/",
                "search", "/?q=" + Address.encode("\"街道吹哨、部门报到\""),
                "filtered", "/?q=" + Address.encode("基层治理 网格") + "&year=2012..2020&type=MT16&type=MT12",
                "none", "/?q=" + Address.encode("\"街道吹号、部门报到") + "&level=village",
                "document", "/documents/" + Samples.FORUM + "?q=" + Address.encode("街道吹哨"),
                "repairs", "/documents/" + Samples.FORUM + "?repairs=on#e2",
                "help", "/help",
                "login", "/login",
                "raw", "/documents/" + Samples.FORUM + "?raw=1",
                "problem", "/nothing"));
        pages.put("formulas", "/formulas");
        pages.put("old", "/?q=" + Address.encode("社会主义新农村建设 基层治理"));
        for (int width : List.of(1280, 390)) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                Page shown = page(new Browser.NewContextOptions()
                        .setViewportSize(width, width == 390 ? 844 : 900)
                        .setColorScheme(scheme));
                pages.forEach((name, path) -> {
                    shown.navigate(site.url(path));
                    shoot(shown, target, name + "-" + width + "-" + scheme);
                });
                shown.navigate(site.url("/themes"));
                shoot(shown, target, "themes-" + width + "-" + scheme);
                shown.navigate(site.url("/themes/TH17"));
                shown.locator(".papers").nth(1).waitFor();
                shoot(shown, target, "theme-" + width + "-" + scheme);
                logIn(shown);
                shoot(shown, target, "admin-" + width + "-" + scheme);
                shown.navigate(site.url("/admin/imports/1"));
                shoot(shown, target, "import-" + width + "-" + scheme);
                shown.navigate(site.url("/admin/held"));
                shoot(shown, target, "held-" + width + "-" + scheme);
                shown.locator(".held .button").first().click();
                shown.waitForURL("**/admin/held/*");
                shoot(shown, target, "held-file-" + width + "-" + scheme);
                shown.navigate(site.url("/admin/audit"));
                shoot(shown, target, "audit-" + width + "-" + scheme);
            }
        }
        chromium.complaints().removeIf(complaint -> complaint.contains("404"));
    }

    private static void shoot(Page shown, String target, String name) {
        shown.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(target, name + ".png"))
                .setFullPage(true));
    }

    private static void logIn(Page shown) {
        shown.navigate(site.url("/admin"));
        shown.fill("#name", "admin");
        shown.fill("#password", site.server().firstPassword().orElseThrow());
        shown.click(".login button");
        shown.waitForURL("**/admin");
    }

    private static Page page(Browser.NewContextOptions options) {
        return chromium.page(site, options);
    }
}
