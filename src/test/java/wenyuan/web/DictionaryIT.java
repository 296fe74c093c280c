package wenyuan.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.config.OwnWords;

/** The dictionary page: an admin finds, takes and refuses words by keyboard in a real Chromium. */
class DictionaryIT {
    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static final List<String> BEFORE = List.of("每位", "社区", "选出", "请", "帮助", "走访", "优秀", "全体", "依靠");
    private static final List<String> AFTER = List.of("很忙", "主动上门", "到会", "说话", "来了", "带头", "是好人", "认真", "也有事");

    @TempDir
    Path folder;

    private Site site;
    private Page page;

    @BeforeEach
    void open() throws IOException {
        Path roots = Files.createDirectories(folder.resolve("共享目录"));
        site = Site.at(
                folder.resolve("home"),
                "127.0.0.1",
                new WebServer.Settings(List.of(roots), false, UploadLimits.STANDARD));
        site.work().take(List.of(written(roots)), "", run -> {});
        page = chromium.page(site, new Browser.NewContextOptions().setViewportSize(1280, 900));
        page.navigate(site.url("/admin"));
        page.fill("#name", "admin");
        page.fill("#password", site.server().firstPassword().orElseThrow());
        page.click(".login button");
        page.waitForURL("**/admin");
    }

    @AfterEach
    void close() {
        site.close();
    }

    /** Texts full of two words that no dictionary knows. */
    private static Path written(Path roots) throws IOException {
        Random random = new Random(3);
        for (int i = 0; i < 12; i++) {
            StringBuilder text = new StringBuilder("在第" + i + "次会议上的讲话\n");
            for (String word : List.of("楼门长", "楼门长", "亮灯哨", "亮灯哨", "楼门长")) {
                text.append(BEFORE.get(random.nextInt(BEFORE.size())))
                        .append(word)
                        .append(AFTER.get(random.nextInt(AFTER.size())))
                        .append("。");
            }
            Files.writeString(roots.resolve(i + ".txt"), text);
        }
        return roots;
    }

    private List<String> own() {
        return OwnWords.read(site.store().home().overrides()).stream()
                .map(OwnWords::word)
                .toList();
    }

    private Locator proposal(String word) {
        return page.locator(
                ".proposals li", new Page.LocatorOptions().setHas(page.locator("input[name='word." + word + "']")));
    }

    private static void shoot(Page shown, String name) {
        String target = System.getProperty("screenshots", "");
        if (!target.isEmpty()) {
            shown.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(target, name + ".png"))
                    .setFullPage(true));
        }
    }

    @Test
    void wordsAreFoundTakenRefusedAddedAppliedAndRemoved() throws IOException {
        page.click(".tabs a[href='/admin/dictionary']");
        page.click("text=发现新词 >> nth=-1");
        proposal("楼门长").waitFor();
        assertTrue(proposal("楼门长").textContent().contains("所读文本中 36 次，全库 12 篇"));
        assertEquals(3, proposal("楼门长").locator(".example mark").count());
        assertTrue(proposal("楼门长")
                .locator(".example a")
                .first()
                .getAttribute("href")
                .startsWith("/documents/"));
        shoot(page, "dictionary-1280");
        proposal("楼门长").locator("input:checked").focus();
        page.keyboard().press("y");
        proposal("亮灯哨").locator("input:checked").focus();
        page.keyboard().press("n");
        page.keyboard().press("k");
        page.keyboard().press("Enter");
        page.locator(".own-words").waitFor();
        assertEquals(List.of("楼门长"), own());
        assertEquals(0, proposal("楼门长").count());
        assertEquals(0, proposal("亮灯哨").count());
        page.fill("input[name=words]", "三色预警 坏、词 马");
        page.keyboard().press("Enter");
        page.locator("[role=alert]").waitFor();
        assertTrue(page.textContent("[role=alert]").contains("“坏”太短或太长，一个词 2 到 20 个字"));
        page.fill("input[name=words]", "三色预警 红黄蓝哨");
        page.keyboard().press("Enter");
        page.locator("text=红黄蓝哨").waitFor();
        assertEquals(List.of("楼门长", "三色预警", "红黄蓝哨"), own());
        assertTrue(page.textContent(".own-words").contains("admin 20"));
        page.click("text=现在重建");
        // asked for, under way, done
        page.locator("form[action$=reindex], #word-work [role=status]")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        assertEquals(1, site.work().segmenter().segment("楼门长").size());
        page.check("input[name='word.红黄蓝哨']");
        page.click("text=删去所选");
        page.locator("form[action$=reindex]").waitFor();
        assertEquals(List.of("楼门长", "三色预警"), own());
        page.click("text=发现新词 >> nth=-1");
        page.locator("text=正在通读").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        assertEquals(0, proposal("亮灯哨").count());
        page.setViewportSize(390, 844);
        assertEquals(390, page.evaluate("document.documentElement.scrollWidth"));
        shoot(page, "dictionary-390");
        assertTrue(chromium.complaints().removeIf(complaint -> complaint.contains("400")));
    }

    @Test
    void onlyAdminsWithATokenDecide() throws Exception {
        Visitor stranger = new Visitor(site.url(""));
        assertEquals(303, stranger.get("/admin/dictionary").statusCode());
        for (String path : List.of("decide", "add", "remove", "discover", "reindex")) {
            int status = stranger.form("/admin/dictionary/" + path, Map.of("word.楼门长", "accept", "words", "楼门长"))
                    .statusCode();
            assertTrue(status == 303 || status == 403, path + " " + status);
        }
        assertEquals(List.of(), own());
    }
}
