package wenyuan.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThemePagesIT {
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

    /** The page once its documents are read. */
    private static String finished(String path) throws IOException, InterruptedException {
        String page = visitor.get(path).body();
        for (int i = 0; i < 100 && page.contains("稍后显示"); i++) {
            Thread.sleep(100);
            page = visitor.get(path).body();
        }
        return page;
    }

    @Test
    void everyThemeIsListedWithItsDocuments() throws Exception {
        String page = visitor.get("/themes").body();
        assertEquals(
                40, Pattern.compile("<li class=|<li>").matcher(page).results().count());
        Matcher first = Pattern.compile(
                        "<a href=\"/themes/(\\w+)\"><span class=\"name\">[^<]+</span><span class=\"count\">(\\d+)<")
                .matcher(page);
        assertTrue(first.find());
        long found = visitor.json("/api/search?theme=" + first.group(1))
                .path("total")
                .asLong();
        assertEquals(found, Long.parseLong(first.group(2)));
    }

    @Test
    void aThemeHasItsFiguresAndEveryOneLeadsToASearch() throws Exception {
        String page = finished("/themes/TH17");
        for (String part : new String[] {"逐年篇数", "典型说法", "典型文档", "相伴的主题", "会议类型", "最新文档", "读了其中"}) {
            assertTrue(page.contains(part), part);
        }
        assertTrue(page.contains("<svg class=\"years\""));
        Matcher links = Pattern.compile("href=\"(/\\?[^\"]+)\"").matcher(page);
        int checked = 0;
        while (links.find() && checked < 40) {
            HttpResponse<String> answer = visitor.get(links.group(1).replace("&amp;", "&"));
            assertEquals(200, answer.statusCode(), links.group(1));
            boolean emptyYear = links.group(1).contains("year=");
            assertTrue(emptyYear || !answer.body().contains("没有找到"), links.group(1));
            checked++;
        }
        assertTrue(checked > 10, "links: " + checked);
    }

    @Test
    void aLabelOfADocumentLeadsToItsTheme() throws Exception {
        String page = visitor.get("/documents/" + Samples.FORUM).body();
        Matcher theme = Pattern.compile("href=\"(/themes/TH\\d+)\"").matcher(page);
        assertTrue(theme.find());
        assertEquals(200, visitor.get(theme.group(1)).statusCode());
        assertTrue(page.contains("id=\"phrases\""));
    }

    @Test
    void nothingElseIsATheme() throws Exception {
        assertEquals(404, visitor.get("/themes/TH99").statusCode());
        assertEquals(404, visitor.get("/themes/%3Cscript%3E").statusCode());
        assertFalse(visitor.get("/themes/%3Cscript%3E").body().contains("<script>"));
    }
}
