package wenyuan.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A researcher narrows by type and years, follows a phrase through the years, and takes a table along. */
class ResearcherWalkIT {
    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @ParameterizedTest
    @EnumSource
    void fromFiltersToATable(Walk.Way way) throws IOException {
        Walk walk = Walk.begin(chromium, way);
        walk.see(".examples", "researcher-home");
        walk.follow(walk.at("#main a", "列出全部材料"), "**sort=newest*");
        narrow(walk);
        trend(walk);
        table(walk);
    }

    private static void narrow(Walk walk) {
        int all = found(walk);
        if (walk.narrow()) {
            walk.press(walk.at("#show-filters"));
        }
        walk.see(".facets", "researcher-facets");
        walk.follow(walk.at(".choices a", "座谈会"), "**type=MT16*");
        walk.see(".chips .field", "researcher-forums");
        int forums = found(walk);
        if (walk.scripts()) {
            String focus = "document.activeElement.querySelector('.name')?.textContent";
            walk.page().waitForFunction("document.activeElement !== document.body");
            assertEquals("座谈会", walk.page().evaluate(focus), "the focus is lost");
        }
        assertTrue(forums < all, forums + " of " + all);
        if (walk.scripts()) {
            walk.brush(walk.at("a.bar[data-year='2017']"), walk.at("a.bar[data-year='2019']"));
            walk.page().waitForURL("**year=2017..2019*");
        } else {
            walk.follow(walk.at("a.bar[data-year='2017']"), "**year=2017*");
        }
        walk.see(".chips .clear", "researcher-years");
        assertTrue(found(walk) < forums);
        assertEquals(found(walk), walk.page().locator(".hit").count());
        assertEquals(
                "" + found(walk),
                walk.page().locator(".choices .chosen:has-text('2017') .count").textContent());
        for (String badges : walk.page().locator(".hit .badges").allTextContents()) {
            assertTrue(badges.contains("座谈会") && badges.matches("(?s).*201[789].*"), badges);
        }
        walk.follow(walk.at(".chips .clear"), "**/?*");
    }

    private static void trend(Walk walk) {
        walk.follow(walk.at(".masthead nav a", "走势"), "**/trends");
        walk.write("#phrases", "主题教育");
        walk.follow(walk.at(".trend-form button"), "**/trends?q=*");
        walk.see("svg.trend", "researcher-trend");
        String sums = walk.at(".trend-legend .sums").textContent();
        int listed = walk.page().locator(".trend-table tbody tr td:nth-child(3)").allTextContents().stream()
                .mapToInt(cell -> Integer.parseInt(cell.strip()))
                .sum();
        int documents = Integer.parseInt(sums.replaceFirst("(?s)^\\D*(\\d+) 篇.*", "$1"));
        assertEquals(documents, listed, sums);
    }

    private static void table(Walk walk) throws IOException {
        walk.follow(walk.at("#main a", "交叉表"), "**/tables?q=*");
        walk.write(".table-form [name=q]", "讲话");
        walk.choose(".table-form [name=rows]", "层级");
        walk.follow(walk.at(".table-form button"), "**/tables?*rows=level*");
        walk.see(".cross tbody td.sum", "researcher-table");
        walk.at(".cross tbody tr", "市").scrollIntoViewIfNeeded();
        List<CSVRecord> rows = read(walk.download(walk.at(".table-head a", "CSV")));
        List<String> heads = List.of(rows.getFirst().values());
        CSVRecord towns =
                rows.stream().filter(row -> row.get(0).equals("乡镇")).findFirst().orElseThrow();
        assertEquals(
                walk.page().locator(".cross tbody tr:has(th:text-is('乡镇')) td").allTextContents().stream()
                        .map(cell -> cell.strip().replace("·", "0"))
                        .toList(),
                towns.stream().skip(1).toList(),
                heads.toString());
        int year = heads.indexOf("2003");
        walk.follow(walk.at(".cross tbody tr:has(th:text-is('乡镇')) td:nth-child(" + (year + 1) + ") a"), "**/?q=*");
        walk.see(".hit", "researcher-cell");
        assertEquals(Integer.parseInt(towns.get(year)), found(walk));
    }

    private static List<CSVRecord> read(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        assertTrue(text.startsWith("\uFEFF"), "Excel needs the mark");
        return CSVFormat.DEFAULT
                .parse(new java.io.StringReader(text.substring(1)))
                .getRecords();
    }

    private static int found(Walk walk) {
        return Integer.parseInt(walk.at(".found").textContent().replaceFirst("(?s)^\\D*(\\d+).*", "$1"));
    }
}
