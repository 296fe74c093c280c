package wenyuan.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A cross table counts what its links find, and its sums come out. */
class TablesIT {
    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static final Pattern CELL = Pattern.compile("<a href=\"(/[^\"]*)\"(?: title=\"[^\"]*\")?>(\\d+)</a>");

    private static final String SEEN = """
            (selector) => {
              const box = document.querySelector(selector).getBoundingClientRect();
              return box.left >= 0 && box.right <= innerWidth;
            }""";

    @TempDir
    static Path folder;

    private static Site site;
    private static Visitor visitor;

    @BeforeAll
    static void open() throws IOException {
        site = Site.at(Files.createDirectory(folder.resolve("home")), "127.0.0.1");
        visitor = new Visitor(site.url(""));
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void everyNumberIsWhatItsLinkFinds() throws Exception {
        check("", 60);
        check("rows=theme&columns=year", 20);
        check("rows=year&columns=kind&theme=TH17", 10);
        check("q=%E7%BD%91%E6%A0%BC&rows=level&columns=type&year=2008..2016", 10);
        check("rows=theme&columns=type&theme=none&theme=TH22", 3);
    }

    private static void check(String params, int least) throws Exception {
        String page = visitor.get("/tables?" + params).body();
        Matcher cells = CELL.matcher(page.substring(page.indexOf("<table"), page.indexOf("</table>")));
        int links = 0;
        while (cells.find()) {
            String search = cells.group(1).replace("&amp;", "&");
            long total = visitor.json("/api/search" + search.substring(1))
                    .get("total")
                    .asLong();
            assertEquals(Long.parseLong(cells.group(2)), total, params + " " + search);
            links++;
        }
        assertTrue(links >= least, params + ": " + links);
    }

    @Test
    void sumsComeOut() throws Exception {
        for (String params :
                List.of("", "rows=theme&columns=year", "rows=year&columns=theme", "q=%E7%BD%91%E6%A0%BC")) {
            JsonNode table = visitor.json("/api/tables?" + params);
            long rows = 0;
            for (int i = 0; i < table.get("rows").size(); i++) {
                JsonNode row = table.get("rows").get(i);
                long sum = 0;
                for (JsonNode cell : table.get("cells").get(i)) {
                    sum += cell.asLong();
                }
                assertEquals(row.get("total").asLong(), sum - row.get("again").asLong(), params + row);
                rows += row.get("total").asLong();
            }
            assertTrue(rows >= table.get("total").asLong(), params);
            assertTrue(table.get("exact").asBoolean());
        }
        JsonNode all = visitor.json("/api/tables");
        assertEquals(site.store().documents(), all.get("total").asLong());
        JsonNode last = all.get("columns").get(all.get("columns").size() - 1);
        assertEquals("none", last.get("value").asText());
        assertTrue(last.get("total").asLong() > 3, "some samples have no year");
    }

    /** The document that may be of 2023 or 2024 stands in both columns, once in the totals. */
    @Test
    void aDisputedYearCountsAgain() throws Exception {
        JsonNode table = visitor.json("/api/tables?type=MT04");
        assertEquals(1, table.get("total").asLong());
        assertEquals(1, table.get("rows").get(0).get("again").asLong());
        assertEquals("[[1,1]]", table.get("cells").toString());
    }

    @Test
    void aTableForExcel() throws Exception {
        String csv = visitor.get("/api/tables?format=csv&rows=theme").body();
        List<String> lines = csv.lines().toList();
        assertTrue(csv.startsWith("\uFEFF主题＼年份,"), csv);
        assertTrue(lines.getFirst().endsWith("减：重复计,合计"), lines.getFirst());
        assertTrue(lines.getLast().startsWith("合计,")
                && lines.getLast().endsWith("," + site.store().documents()));
    }

    /** On a phone the newest years come first, of other fields the first values. */
    @Test
    void aTableThatDoesNotFitBeginsAtItsNewestYears() {
        Page page = chromium.page(site, new Browser.NewContextOptions().setViewportSize(390, 844));
        page.navigate(site.url("/tables?rows=theme&columns=type"));
        assertEquals(true, page.evaluate(SEEN, "thead th:nth-child(2)"));
        page.navigate(site.url("/tables?rows=theme&columns=year"));
        assertEquals(false, page.evaluate(SEEN, "thead th:nth-child(2)"));
        assertEquals(true, page.evaluate(SEEN, "thead th:last-child"));
    }

    @Test
    void choicesAreMadeWithoutScripts() {
        try (Page page = chromium.page(site, new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            page.navigate(site.url("/trends"));
            page.click("text=交叉表");
            page.selectOption("[name=rows]", "theme");
            page.selectOption("[name=columns]", "level");
            page.fill(".table-form [name=q]", "网格");
            page.click(".table-form [type=submit]");
            assertTrue(page.textContent(".cross caption").contains("主题（行）与层级（列）"));
            String number = page.textContent(".cross td.w5 a");
            page.locator(".cross td.w5 a").first().click();
            assertTrue(page.textContent(".found").contains(number), page.textContent(".found"));
            assertEquals(2, page.locator(".chips .field").count());
        }
    }
}
