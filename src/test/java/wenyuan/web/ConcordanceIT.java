package wenyuan.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The concordance in a real Chromium and as JSON. Skipped and photographed as {@link PagesIT}. */
class ConcordanceIT {
    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static final String PHRASE = "/?view=concordance&q=" + Address.encode("\"基层治理\"");
    private static final String PATTERN = "/?view=concordance&q=" + Address.encode("\"要…靠\"");

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
        page = chromium.page(site, new Browser.NewContextOptions().setViewportSize(1280, 900));
    }

    @Test
    void matchesStandBelowOneAnother() {
        for (int width : List.of(1280, 390)) {
            page.setViewportSize(width, 844);
            page.navigate(site.url(PHRASE));
            List<Double> starts = page.locator(".kwic mark").all().stream()
                    .map(mark -> mark.boundingBox().x)
                    .distinct()
                    .toList();
            assertEquals(1, starts.size(), "at " + width + ": " + starts);
            assertTrue(starts.getFirst() > width * 0.3 && starts.getFirst() < width * 0.6, starts.toString());
            assertEquals(30, page.locator(".kwic mark").count());
            assertEquals(
                    (double) width, ((Number) page.evaluate("document.documentElement.scrollWidth")).doubleValue());
            BoundingBox left = page.locator(".kwic .left bdi").first().boundingBox();
            assertEquals(starts.getFirst(), left.x + left.width, 1, "the left context ends where the match begins");
        }
    }

    @Test
    void aLineLeadsToItsPlace() {
        page.navigate(site.url("/?view=concordance&sort=oldest&size=50&q=" + Address.encode("党员")));
        page.locator(".views a", text("文档")).click();
        page.waitForURL(url -> !url.contains("concordance"));
        page.locator(".views a", text("语境行")).click();
        page.waitForURL("**view=concordance**");
        Locator line = page.locator(".kwic tr", text("清溪街道")).last();
        String year = line.locator(".year").textContent();
        String right = line.locator(".right").textContent();
        line.locator(".right a").click();
        page.waitForURL("**/documents/**#h*");
        assertEquals("2020", year);
        String sentence = page.locator("mark.current")
                .locator("xpath=ancestor::p | ancestor::h2 | ancestor::h3")
                .first()
                .textContent();
        assertTrue(
                sentence.contains(
                        right.strip().substring(0, Math.min(12, right.strip().length()))),
                sentence + " / " + right);
    }

    @Test
    void ordersGroupsAndPages() {
        page.navigate(site.url(PHRASE));
        page.locator(".orders a", text("右边的字")).click();
        page.waitForURL("**sort=right**");
        List<String> right = page.locator(".kwic .right").allTextContents();
        assertEquals(right.stream().sorted().toList(), right);
        page.locator(".pages a", text("2")).click();
        page.waitForURL("**from=30**");
        page.locator(".beside .counts a", text("座谈会")).first().click();
        page.waitForURL("**type=MT16**");
        assertEquals(1, page.locator(".chips .field").count());
        String counted = page.locator(".found").textContent();
        assertTrue(counted.matches("(?s)共 \\d+ 处，见于 \\d+ 篇.*"), counted);
    }

    @Test
    void whatIsBesideIsAskedFor() {
        page.navigate(site.url(PHRASE));
        page.locator(".beside .tabs a", text("连成更长的")).click();
        page.waitForURL("**with=extensions");
        Locator longer = page.locator(".beside .counts a").first();
        String phrase = longer.textContent();
        assertTrue(phrase.contains("基层治理"), phrase);
        longer.click();
        page.waitForURL(url -> url.contains(Address.encode(phrase)));
        assertTrue(page.locator(".kwic tbody tr").count() > 0);
        page.navigate(site.url(PATTERN));
        page.locator(".beside .tabs a", text("填什么")).click();
        page.waitForURL("**with=fillers");
        assertTrue(page.locator(".beside .counts a").count() > 0);
        page.locator(".beside .tabs a", text("搭配")).click();
        page.waitForURL("**with=collocates");
        assertEquals("搭配", page.locator(".beside .tabs a[aria-current]").textContent());
    }

    @Test
    void wordsThatStandApartLeadElsewhere() {
        page.navigate(site.url("/?view=concordance&q=" + Address.encode("治理基层")));
        assertEquals(0, page.locator(".kwic").count());
        assertTrue(page.locator(".warning").allTextContents().stream().anyMatch(warning -> warning.contains("连着")));
    }

    @Test
    void theSameAsJson() throws IOException {
        JsonNode answer =
                json("/api/search?view=concordance&size=5&sort=left&with=groups,collocates,extensions,fillers&q=");
        assertEquals(5, answer.get("lines").size());
        JsonNode line = answer.get("lines").get(0);
        assertEquals(
                List.of("id", "title", "year", "left", "match", "right", "offset"),
                line.properties().stream().map(Map.Entry::getKey).toList());
        assertEquals("基层治理", line.get("match").textValue());
        String text =
                site.store().document(line.get("id").textValue()).orElseThrow().text();
        assertTrue(text.startsWith("基层治理", line.get("offset").intValue()));
        assertTrue(answer.get("total").intValue() >= answer.get("documents").intValue());
        long byType = 0;
        for (JsonNode group : answer.get("groups").get("type")) {
            byType += group.get("occurrences").longValue();
        }
        assertEquals(answer.get("total").longValue(), byType);
        assertTrue(answer.get("exact").booleanValue());
        assertTrue(answer.has("collocates") && answer.has("extensions") && answer.has("fillers"));
        assertEquals(
                List.of("不认识“all”，没有列出（可用 groups、collocates、fillers、extensions）"),
                json("/api/search?view=concordance&with=all&q=").get("warnings").findValuesAsText("message"));
    }

    private static JsonNode json(String path) throws IOException {
        try (InputStream answer =
                URI.create(site.url(path + Address.encode("\"基层治理\""))).toURL().openStream()) {
            return new ObjectMapper().readTree(answer);
        }
    }

    private static Page.LocatorOptions text(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    @Test
    void looksGood() {
        String target = System.getProperty("screenshots", "");
        Assumptions.assumeFalse(target.isEmpty(), "pictures are taken with -Dscreenshots=FOLDER");
        Map<String, String> pages = Map.of(
                "lines", PHRASE + "&sort=right",
                "longer", PHRASE + "&with=extensions&size=5",
                "company", PHRASE + "&with=collocates&size=5",
                "pattern", PATTERN + "&with=fillers&size=8");
        for (int width : List.of(1280, 390)) {
            page.setViewportSize(width, width == 390 ? 844 : 900);
            pages.forEach((name, path) -> {
                page.navigate(site.url(path));
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of(target, "concordance-" + name + "-" + width + ".png")));
            });
        }
    }
}
