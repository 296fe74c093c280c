package wenyuan.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.store.Clippings;
import wenyuan.store.Searches;
import wenyuan.store.Users;

/**
 * Pictures of every page over {@link Samples}, at three widths, light and dark, under {@code target/screenshots}: {@code mvn
 * -Pscreenshots verify}. Fails when a page is wider than its window.
 */
class Screenshots {
    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static final List<Integer> WIDTHS = List.of(390, 1280, 1920);
    private static final double TALLEST = 2400;

    @TempDir
    static Path folder;

    /** Pages that are wider than their window. */
    private static final List<String> WIDE = new ArrayList<>();

    private static Site site;

    @BeforeAll
    static void open() throws IOException {
        site = Site.at(Files.createDirectory(folder.resolve("home")), "127.0.0.1");
        site.store().users().add("李四", Users.Role.ADMIN, Passwords.hash("correct-horse"));
        Clippings clippings = site.store().clippings();
        site.store()
                .document(Samples.FORUM)
                .ifPresent(document -> document.sentences().stream()
                        .skip(3)
                        .limit(3)
                        .forEach(sentence -> clippings.add(Searches.LOCAL, "七一讲话", document, sentence)));
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void everyPage() throws IOException {
        int pictures = 0;
        for (int width : WIDTHS) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                pictures += pictures(width, scheme);
            }
        }
        chromium.complaints().clear();
        assertEquals(List.of(), WIDE);
        assertTrue(pictures >= 6 * EveryPage.FOR_READERS.size(), "" + pictures);
    }

    private static int pictures(int width, ColorScheme scheme) throws IOException {
        Path into = Files.createDirectories(
                Path.of("target", "screenshots", width + "-" + scheme.name().toLowerCase(Locale.ROOT)));
        int number = 0;
        try (Page page = chromium.page(
                site,
                new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme))) {
            for (String path : EveryPage.FOR_READERS) {
                picture(page, path, into.resolve(name(++number, path)), width);
            }
            page.navigate(site.url("/login"));
            page.fill("[name=name]", "李四");
            page.fill("[name=password]", "correct-horse");
            page.click("[type=submit]");
            page.waitForURL("**/admin");
            for (String path : EveryPage.FOR_ADMINS) {
                picture(page, path, into.resolve(name(++number, path)), width);
            }
        }
        return number;
    }

    private static void picture(Page page, String path, Path file, int width) {
        page.navigate(site.url(path));
        if (path.equals(EveryPage.DRAFT)) {
            page.fill("[name=draft]", EveryPage.DRAFT_TEXT);
            page.click("#main [type=submit]");
            page.locator(".shared").first().waitFor();
        }
        Number wide = (Number) page.evaluate("document.documentElement.scrollWidth");
        if (wide.intValue() > width) {
            WIDE.add(width + ": " + path + " is " + wide);
        }
        Number tall = (Number) page.evaluate("document.documentElement.scrollHeight");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(file)
                .setFullPage(true)
                .setClip(0, 0, width, Math.min(TALLEST, Math.max(900, tall.doubleValue()))));
    }

    private static String name(int number, String path) {
        String words = path.replaceAll("%[0-9A-F]{2}", "").replaceAll("[^A-Za-z0-9]+", "-");
        return String.format(Locale.ROOT, "%02d%s.png", number, words.substring(0, Math.min(48, words.length())));
    }
}
