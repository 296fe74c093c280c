package wenyuan.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** An admin at work in a real Chromium: upload, progress, report, retry, held files. */
class AdminPagesIT {
    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static final String SECRET = "机密★1年\n在全县保密工作会议上的讲话\n同志们：\n今天我们部署保密宣传月的工作。\n";

    @TempDir
    Path folder;

    private Site site;
    private Path roots;
    private Page page;

    @BeforeEach
    void open() throws IOException {
        roots = Files.createDirectories(folder.resolve("共享目录"));
        site = Site.at(
                folder.resolve("home"),
                "127.0.0.1",
                new WebServer.Settings(List.of(roots), false, UploadLimits.STANDARD));
        page = chromium.page(site, new Browser.NewContextOptions().setViewportSize(1280, 900));
        logIn(page);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aFolderIsUploadedReportedAndTriedAgain() throws IOException {
        Path upload = Files.createDirectories(folder.resolve("历年讲话/2020"));
        Files.writeString(upload.resolve("动员.txt"), "在动员会上的讲话\n同志们：\n这是一份上传的材料，讲专项整治。\n");
        Files.writeString(upload.resolve("坏.txt"), "坏");
        page.setInputFiles("#upload-folder", folder.resolve("历年讲话"));
        assertEquals("已选 2 个文件，90 B", page.textContent("#upload-chosen").strip());
        page.click("#upload [type=submit]");
        page.locator("[data-import='2'] .state-ENDED").waitFor();
        page.click("[data-import='2'] h3 a");
        page.waitForURL("**/admin/imports/2");
        assertTrue(page.textContent(".source").contains("上传：历年讲话（2 个文件"));
        assertEquals("历年讲话/2020/坏.txt", page.textContent(".fates .path"));
        assertTrue(page.textContent(".causes").contains("请找完好的一份重新上传"));
        Download csv = page.waitForDownload(() -> page.click("a[href$='.csv']"));
        assertEquals("导入报告-2.csv", csv.suggestedFilename());
        String table = Files.readString(csv.path(), StandardCharsets.UTF_8);
        assertTrue(table.startsWith("\uFEFF文件,") && table.contains("历年讲话/2020/坏.txt,失败,文件损坏,CORRUPT"), table);
        page.click(".chips a >> text=入库");
        page.waitForURL("**fate=stored");
        page.click(".fates a");
        page.waitForURL("**/documents/*");
        assertTrue(page.textContent(".text").contains("讲专项整治"));
        page.navigate(site.url("/admin/imports/2"));
        page.click("text=重试失败的 1 个文件");
        page.locator("[data-import='3'] .state-ENDED").waitFor();
        assertEquals("1", page.textContent("[data-import='3'] [data-count=seen]"));
        assertEquals("1", page.textContent("[data-import='3'] [data-count=failed]"));
    }

    @Test
    void progressIsTheSameAfterAReloadAndForOthers() throws IOException {
        for (int i = 0; i < 150; i++) {
            Files.writeString(roots.resolve(i + ".txt"), "慢慢读的材料" + i);
        }
        page.fill("#path", roots.toString());
        page.click("text=开始导入");
        page.locator("[data-import='2'] .state-RUNNING").waitFor();
        grows(page);
        page.navigate(site.url("/admin/imports/2"));
        int seen = grows(page);
        page.reload();
        assertTrue(number(page) >= seen, "a reload does not begin anew");
        Page other = chromium.page(site, new Browser.NewContextOptions());
        logIn(other);
        other.navigate(site.url("/admin/imports/2"));
        assertTrue(grows(other) >= seen);
        other.locator(".state-ENDED").waitFor();
        page.locator(".state-ENDED").waitFor();
        assertEquals("150", page.textContent("[data-count=stored]"));
        assertTrue(page.textContent("main").contains("账目相符：见到的 150 个文件都有去向"));
    }

    @Test
    void aZipIsDroppedAndFoldersAreWalked() throws IOException {
        String zip = Base64.getEncoder().encodeToString(zip("包里/通知.txt", "压缩包里的一份通知"));
        JSHandle data = page.evaluateHandle("""
                (zip) => {
                  const transfer = new DataTransfer();
                  const bytes = Uint8Array.from(atob(zip), (c) => c.charCodeAt(0));
                  transfer.items.add(new File([bytes], "移交.zip"));
                  transfer.items.add(new File(["第二份拖进来的材料"], "二.txt"));
                  return transfer;
                }""", zip);
        page.dispatchEvent("#drop", "dragenter", Map.of("dataTransfer", data));
        assertTrue(page.locator("#drop.over").isVisible());
        page.dispatchEvent("#drop", "drop", Map.of("dataTransfer", data));
        page.locator("#upload-chosen >> text=已选 2 个文件").waitFor();
        page.fill("#upload-collection", "拖来的资料");
        page.click("#upload [type=submit]");
        page.locator("[data-import='2'] .state-ENDED").waitFor();
        assertEquals("2", page.textContent("[data-import='2'] [data-count=stored]"));
        assertTrue(site.store().fates(2, false, 0, 10).stream()
                .anyMatch(file -> file.path().equals("移交.zip!/包里/通知.txt")));
    }

    @Test
    void aDroppedFolderKeepsItsPaths() {
        page.evaluate("""
                async () => {
                  const file = (name, text) => ({ isFile: true, name, file: (done) => done(new File([text], name)) });
                  const folder = (name, children) => ({
                    isFile: false, name, createReader: () => {
                      let rest = [...children];
                      return { readEntries: (done) => done(rest.splice(0, 2)) };
                    },
                  });
                  const entry = folder("移交", [file("一.txt", "甲材料"), folder("深", [file("二.txt", "乙材料")]),
                    file("三.txt", "丙材料")]);
                  const event = new Event("drop", { bubbles: true, cancelable: true });
                  event.dataTransfer = { items: [{ webkitGetAsEntry: () => entry }], files: [] };
                  document.getElementById("drop").dispatchEvent(event);
                }""");
        page.locator("#upload-chosen >> text=已选 3 个文件").waitFor();
        page.click("#upload [type=submit]");
        page.locator("[data-import='2'] .state-ENDED").waitFor();
        assertEquals(
                List.of("移交/一.txt", "移交/三.txt", "移交/深/二.txt"),
                site.store().fates(2, false, 0, 10).stream()
                        .map(file -> file.path())
                        .sorted()
                        .toList());
    }

    @Test
    void heldFilesAreReleasedOrDiscarded() throws IOException {
        Files.writeString(roots.resolve("甲.txt"), SECRET);
        Files.writeString(roots.resolve("乙.txt"), SECRET + "另一份。\n");
        page.fill("#path", roots.toString());
        page.click("text=开始导入");
        page.locator("[data-import='2'] .state-ENDED").waitFor();
        page.click("text=暂存文件");
        assertEquals(3, page.locator(".held li").count());
        assertTrue(page.textContent(".held").contains("机密★1年"));
        page.click(".held li:has-text('甲.txt') .button");
        page.fill("#release-reason", "已过保密期限");
        page.click("text=放行入库");
        assertTrue(page.url().matches(".*/held/[0-9a-f]{64}"), "nothing happens without the tick");
        page.check("#release-sure");
        page.click("text=放行入库");
        page.locator("text=已放行，现在可以检索").waitFor();
        page.click("text=打开这篇材料");
        page.waitForURL("**/documents/*");
        assertTrue(page.textContent(".released").contains("此件原标有“机密★1年”"));
        page.navigate(site.url("/?q=" + Address.encode("\"部署保密宣传月的工作\"")));
        assertEquals(1, page.locator(".hit").count(), "the index has followed");
        page.navigate(site.url("/admin/held"));
        page.click(".held li:has-text('乙.txt') .button");
        page.fill("#discard-reason", "不该在此");
        page.check("#discard-sure");
        page.click("text=销毁原件");
        page.locator("text=已销毁。").waitFor();
        assertEquals(1, page.locator(".held li").count());
        page.click("text=操作记录");
        String log = page.textContent(".audit");
        assertTrue(log.contains("放行") && log.contains("已过保密期限") && log.contains("不该在此"), log);
        page.navigate(site.url("/admin"));
        page.fill("#path", roots.toString());
        page.click("text=开始导入");
        page.locator("[data-import='3'] .state-ENDED").waitFor();
        assertEquals("0", page.textContent("[data-import='3'] [data-count=held]"));
        assertEquals("1", page.textContent("[data-import='3'] [data-count=unchanged]"));
        assertEquals("1", page.textContent("[data-import='3'] [data-count=skipped]"));
    }

    @Test
    void withoutScriptsAFormUploads() {
        Page plain = chromium.page(site, new Browser.NewContextOptions().setJavaScriptEnabled(false));
        logIn(plain);
        plain.setInputFiles(
                "#upload-files",
                new FilePayload("无脚本.txt", "text/plain", "没有脚本也能上传的材料".getBytes(StandardCharsets.UTF_8)));
        plain.click("#upload [type=submit]");
        plain.waitForURL("**/admin#live");
        for (int i = 0;
                i < 100 && plain.locator("[data-import='2'] .state-ENDED").count() == 0;
                i++) {
            plain.waitForTimeout(50);
            plain.reload();
        }
        assertEquals("1", plain.textContent("[data-import='2'] [data-count=stored]"));
    }

    @Test
    void everythingFitsAPhoneAndIsReachedByKeyboard() {
        Page phone = chromium.page(site, new Browser.NewContextOptions().setViewportSize(390, 844));
        logIn(phone);
        for (String path : List.of("/admin", "/admin/imports/1", "/admin/held", "/admin/audit")) {
            phone.navigate(site.url(path));
            assertEquals(390, phone.evaluate("document.documentElement.scrollWidth"), path);
            assertEquals(
                    0,
                    phone.evaluate("[...document.querySelectorAll('main input:not([type=hidden]), main textarea')]"
                            + ".filter((field) => field.labels.length === 0).length"),
                    path + ": fields without a label");
        }
        page.focus("#upload-files");
        page.keyboard().press("Tab");
        assertEquals("upload-folder", page.evaluate("document.activeElement.id"));
        page.keyboard().press("Tab");
        assertEquals("upload-collection", page.evaluate("document.activeElement.id"));
    }

    @Test
    void looksGoodWhileRunning() throws IOException {
        String target = System.getProperty("screenshots", "");
        Assumptions.assumeFalse(target.isEmpty());
        for (int i = 0; i < 300; i++) {
            Files.writeString(roots.resolve(i + ".txt"), (i % 40 == 3 ? "坏" : "慢慢读的材料") + i);
        }
        Files.writeString(roots.resolve("甲.txt"), SECRET);
        page.fill("#path", roots.toString());
        page.click("text=开始导入");
        page.locator("[data-import='2'] .state-RUNNING").waitFor();
        page.fill("#path", roots.toString());
        page.click("text=开始导入");
        grows(page);
        for (int width : List.of(1280, 390)) {
            for (String path : List.of("/admin", "/admin/imports/2")) {
                Page shown = chromium.page(
                        site,
                        new Browser.NewContextOptions()
                                .setViewportSize(width, 900)
                                .setColorScheme(ColorScheme.LIGHT));
                logIn(shown);
                shown.navigate(site.url(path));
                shown.waitForTimeout(1_000);
                shown.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of(target, "running" + path.replace('/', '-') + "-" + width + ".png"))
                        .setFullPage(true));
            }
        }
    }

    private static int grows(Page shown) {
        shown.locator("[data-import='2'] [data-count=seen]").waitFor();
        int before = number(shown);
        shown.waitForFunction(
                "(before) => Number(document.querySelector(\"[data-import='2'] [data-count=seen]\").textContent) > before",
                before);
        return number(shown);
    }

    private static int number(Page shown) {
        return Integer.parseInt(shown.textContent("[data-import='2'] [data-count=seen]"));
    }

    private void logIn(Page shown) {
        shown.navigate(site.url("/admin"));
        shown.fill("#name", "admin");
        shown.fill("#password", site.server().firstPassword().orElseThrow());
        shown.click(".login button");
        shown.waitForURL("**/admin");
    }

    private static byte[] zip(String name, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
