package wenyuan.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class TrendPagesIT {
    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static final String ASKED = "q=" + Address.encode("\"街道吹哨、部门报到\"") + "&q=" + Address.encode("久久为功");

    @TempDir
    static Path folder;

    private static Site site;
    private static Visitor visitor;

    @BeforeAll
    static void open() throws IOException {
        site = Site.at(folder, "127.0.0.1");
        visitor = new Visitor(site.url(""));
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void everyPointLeadsToItsDocuments() throws Exception {
        String page = visitor.get("/trends?" + ASKED).body();
        Matcher points = Pattern.compile("<a href=\"([^\"]+)\" tabindex=\"-1\"[^>]*><title>([^<]+)</title>")
                .matcher(page);
        int checked = 0;
        while (points.find()) {
            Matcher said = Pattern.compile("：(\\d+) 篇、(\\d+) 处").matcher(points.group(2));
            assertTrue(said.find(), points.group(2));
            JsonNode found =
                    visitor.json("/api/search" + points.group(1).substring(1).replace("&amp;", "&"));
            assertEquals(Integer.parseInt(said.group(1)), found.path("total").asInt(), points.group(2));
            checked++;
        }
        assertTrue(checked >= 30, "points: " + checked);
    }

    @Test
    void theApiSaysWhatThePageSays() throws Exception {
        JsonNode all = visitor.json("/api/trends?" + ASKED);
        assertEquals(67, all.path("archive").path("documents").asInt());
        assertEquals(2, all.path("queries").size());
        for (JsonNode one : all.path("queries")) {
            long sum = one.path("undated").asLong();
            for (JsonNode year : one.path("years")) {
                sum += year.path("documents").asLong();
                assertTrue(year.path("archive").asLong() > 0, year::toString);
                assertEquals(
                        10_000.0
                                * year.path("documents").asLong()
                                / year.path("archive").asLong(),
                        year.path("per10000").asDouble(),
                        0.01);
            }
            assertEquals(one.path("documents").asLong(), sum, one::toString);
            assertTrue(one.path("types").size() > 5);
        }
        JsonNode first = all.path("queries").get(1).path("first");
        assertTrue(first.path("quote").asText().contains("久久为功"), first::toString);
        assertTrue(visitor.get("/trends?" + ASKED)
                .body()
                .contains(first.path("title").asText()));
    }

    @Test
    void aTableForExcel() throws Exception {
        HttpResponse<String> csv = visitor.get("/api/trends?" + ASKED + "&format=csv&by=type");
        assertTrue(csv.headers().firstValue("Content-Disposition").orElse("").contains("attachment"));
        List<String> lines = csv.body().lines().toList();
        assertEquals(
                "\uFEFFquery,by,value,label,documents,occurrences,archive,per10000,occurrencesPer10000",
                lines.getFirst());
        assertTrue(lines.get(1).startsWith("\"\"\"街道吹哨、部门报到\"\"\",type,MT"), lines.get(1));
    }

    @Test
    void whatIsTypedInManyWaysIsUnderstood() throws Exception {
        String lines = visitor.get("/trends?q=" + Address.encode("久久为功\r\n\"网格；织密\"；基层治理") + "&by=type")
                .body();
        assertEquals(
                3, Pattern.compile("class=\"query\"").matcher(lines).results().count());
        String many =
                visitor.get("/trends?q=" + Address.encode("一;二;三;四;五;六;七")).body();
        assertTrue(many.contains("最多同时比较 6 个"));
        assertEquals(200, visitor.get("/trends?q=%22&by=x&measure=y&year=abc").statusCode());
        assertEquals(200, visitor.get("/trends").statusCode());
        String none = visitor.get("/trends?q=" + Address.encode("绝无此语啊")).body();
        assertFalse(none.contains("NaN"));
        String attack = visitor.get("/trends?q=" + Address.encode("<script>alert(1)</script>"))
                .body();
        assertFalse(attack.contains("<script>alert"));
    }

    @Test
    void aSearchLeadsToItsTrend() throws Exception {
        String page = visitor.get("/?q=" + Address.encode("久久为功") + "&type=MT16&year=2019")
                .body();
        assertTrue(page.contains("href=\"" + "/trends?q=" + Address.encode("久久为功") + "&amp;type=MT16\""), page);
    }

    @Test
    void looksGood() {
        String target = System.getProperty("screenshots", "");
        Assumptions.assumeFalse(target.isEmpty(), "pictures are taken with -Dscreenshots=FOLDER");
        Map<String, String> pages = Map.of(
                "trends-year", "/trends?" + ASKED + "&q=" + Address.encode("基层治理"),
                "trends-type", "/trends?" + ASKED + "&by=type&measure=documents",
                "trends-empty", "/trends",
                "trends-six", "/trends?q=" + Address.encode("党员带头;基层治理;网格织密;久久为功;日常;家门口解决") + "&measure=occurrences");
        for (int width : List.of(1280, 390)) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                Page shown = chromium.page(
                        site,
                        new Browser.NewContextOptions()
                                .setViewportSize(width, 844)
                                .setColorScheme(scheme));
                pages.forEach((name, path) -> {
                    shown.navigate(site.url(path));
                    assertEquals(width, shown.evaluate("document.documentElement.scrollWidth"), name);
                    shown.screenshot(new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(Path.of(target, name + "-" + width + "-" + scheme + ".png")));
                });
            }
        }
    }
}
