package wenyuan.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.search.Position;
import wenyuan.store.Searches;
import wenyuan.store.Users;

class SavedPagesIT {
    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static final String PASSWORD = "a long password";

    @TempDir
    Path folder;

    private static void user(Site site, String name) {
        site.store().users().add(name, Users.Role.READER, Passwords.hash(PASSWORD));
    }

    private static Map<String, String> wish(String name, String address) {
        return Map.of("name", name, "address", address);
    }

    @Test
    void whoSitsAtTheMachineSavesWithoutALogin() throws Exception {
        try (Site site = Site.at(folder, "127.0.0.1")) {
            Visitor visitor = new Visitor(site.url(""));
            String search = visitor.get("/?q=" + Address.encode("基层治理 网格") + "&type=MT16&sort=oldest&from=0")
                    .body();
            String link =
                    "/searches?save=" + Address.encode("q=" + Address.encode("基层治理 网格") + "&type=MT16&sort=oldest");
            assertTrue(search.contains("href=\"" + link + "\""), link);
            String form = visitor.token(visitor.get(link).body());
            assertTrue(form.contains("value=\"基层治理 网格 · 类型：座谈会\""), form);
            HttpResponse<String> saved =
                    visitor.form("/searches", wish("网格", "q=" + Address.encode("基层治理 网格") + "&type=MT16&from=30&x=y"));
            assertEquals(303, saved.statusCode());
            JsonNode one = visitor.json("/api/searches").get("searches").get(0);
            assertEquals(
                    "q=" + Address.encode("基层治理 网格") + "&type=MT16",
                    one.get("address").asText());
            assertEquals(
                    visitor.json("/api/search?" + one.get("address").asText()).get("total"), one.get("documents"));
            assertEquals(0, one.get("new").asInt());
            assertEquals(1, site.store().searches().of(Searches.LOCAL).size());
            site.store().searches().look(Searches.LOCAL, "网格", 3);
            int fresh = visitor.json("/api/searches")
                    .get("searches")
                    .get(0)
                    .get("new")
                    .asInt();
            assertTrue(fresh > 0);
            assertTrue(visitor.get("/searches").body().contains("新增 " + fresh + " 篇"));
            assertEquals(
                    303, visitor.form("/searches/look", Map.of("name", "网格")).statusCode());
            assertFalse(visitor.get("/searches").body().contains("新增 " + fresh + " 篇"));
            assertEquals(
                    303, visitor.form("/searches/remove", Map.of("name", "网格")).statusCode());
            assertEquals(0, visitor.json("/api/searches").get("searches").size());
        }
    }

    @Test
    void aFormThatIsNotOursSavesNothing() throws Exception {
        try (Site site = Site.at(folder, "127.0.0.1")) {
            Visitor visitor = new Visitor(site.url(""));
            assertEquals(403, visitor.form("/searches", wish("网格", "q=a")).statusCode());
            assertEquals(
                    403, visitor.form("/searches/look", Map.of("name", "网格")).statusCode());
            visitor.token(visitor.get("/searches?save=q%3Da").body());
            assertEquals(400, visitor.form("/searches", wish(" ", "q=a")).statusCode());
            assertEquals(
                    400, visitor.form("/searches", wish("长".repeat(61), "q=a")).statusCode());
            assertEquals(
                    400,
                    visitor.form("/searches", wish("网格", "q=" + "a".repeat(5_000)))
                            .statusCode());
            assertEquals(
                    303,
                    visitor.form("/searches", wish("<b>'\"&", "q=%zz&&=&q=%3Cscript%3E"))
                            .statusCode());
            String page = visitor.get("/searches").body();
            assertFalse(page.contains("<b>'"));
            assertFalse(page.contains("<script>q"));
            assertEquals(1, site.store().searches().of(Searches.LOCAL).size());
        }
    }

    @Test
    void aNameThatAnotherSearchHasIsRefusedAndTheOtherStays() throws Exception {
        try (Site site = Site.at(folder, "127.0.0.1")) {
            Visitor visitor = new Visitor(site.url(""));
            visitor.token(visitor.get("/searches?save=q%3Da").body());
            assertEquals(303, visitor.form("/searches", wish("网格", "q=a")).statusCode());
            assertEquals(303, visitor.form("/searches", wish("网格", "q=a")).statusCode(), "sent twice");
            HttpResponse<String> other = visitor.form("/searches", wish("网格", "q=b"));
            assertEquals(400, other.statusCode());
            assertTrue(other.body().contains("已有另一个叫“网格”的检索"), other.body());
            assertTrue(other.body().contains("value=\"q=b\""), "nothing typed is lost");
            assertTrue(other.body().contains("aria-describedby=\"complaint\""), other.body());
            assertEquals(
                    "q=a",
                    site.store()
                            .searches()
                            .find(Searches.LOCAL, "网格")
                            .orElseThrow()
                            .address());
        }
    }

    @Test
    void eachUserSeesTheirOwn() throws Exception {
        try (Site site = Site.at(folder, "127.0.0.1")) {
            user(site, "wang");
            Visitor wang = new Visitor(site.url(""));
            assertEquals(303, wang.logIn("wang", PASSWORD));
            wang.token(wang.get("/searches").body());
            assertEquals(303, wang.form("/searches", wish("我的", "q=a")).statusCode());
            assertEquals(1, site.store().searches().of("wang").size());
            assertEquals(
                    0,
                    new Visitor(site.url(""))
                            .json("/api/searches")
                            .get("searches")
                            .size());
        }
    }

    @Test
    void strangersFromOtherMachinesSaveNothing() throws Exception {
        WebServer.Settings open = new WebServer.Settings(List.of(), true, UploadLimits.STANDARD);
        try (Site site = Site.at(folder, "0.0.0.0", open)) {
            Visitor stranger = new Visitor(site.url(""));
            String page = stranger.get("/searches?save=q%3Da").body();
            assertTrue(page.contains("登录以后可以保存"));
            assertFalse(page.contains("<form class=\"save-search\""));
            assertEquals(401, stranger.get("/api/searches").statusCode());
            HttpResponse<String> refused = stranger.form("/searches", wish("网格", "q=a"));
            assertEquals(401, refused.statusCode());
            assertTrue(refused.body().contains("href=\"/login?to=%2F\""), refused.body());
            assertEquals(List.of(), site.store().searches().of(Searches.LOCAL));
        }
    }

    @Test
    void inABrowser() throws Exception {
        String target = System.getProperty("screenshots", "");
        try (Site site = Site.at(Files.createDirectory(folder.resolve("home")), "127.0.0.1")) {
            site.store().searches().save(Searches.LOCAL, "街道吹哨", "q=" + Address.encode("\"街道吹哨、部门报到\""), 20);
            site.engine()
                    .sink()
                    .commit(new Position(site.store().id(), site.store().lastChange()));
            for (int width : List.of(1280, 390)) {
                for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    Page page = chromium.page(
                            site,
                            new Browser.NewContextOptions()
                                    .setViewportSize(width, 844)
                                    .setColorScheme(scheme)
                                    .setJavaScriptEnabled(width == 390));
                    page.navigate(site.url("/?q=" + Address.encode("基层治理") + "&type=MT16"));
                    shoot(page, target, "searchpage-" + width + "-" + scheme);
                    page.getByText("保存这次检索").click();
                    page.waitForURL("**/searches?save=*");
                    shoot(page, target, "saving-" + width + "-" + scheme);
                    page.locator(".save-search button").click();
                    page.waitForURL("**/searches");
                    assertEquals(2, page.locator(".saved > li").count());
                    assertEquals(width, page.evaluate("document.documentElement.scrollWidth"));
                    shoot(page, target, "searches-" + width + "-" + scheme);
                    Locator kept = page.locator(".saved > li", new Page.LocatorOptions().setHasText("座谈会"));
                    kept.first().getByText("删除").click();
                    page.waitForURL("**/searches");
                    assertEquals(1, page.locator(".saved > li").count());
                }
            }
        }
    }

    private static void shoot(Page page, String target, String name) {
        if (!target.isEmpty()) {
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(target, name + ".png")));
        }
    }
}
