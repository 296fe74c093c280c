package wenyuan.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportPagesIT {
    private static final String QUERY = "q=" + Address.encode("\"街道吹哨、部门报到\"");

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

    /** The addresses of the downloads that a page offers. */
    private static List<String> downloads(String page) throws IOException, InterruptedException {
        return Pattern.compile("href=\"(/api/export[^\"]+)\"")
                .matcher(visitor.get(page).body())
                .results()
                .map(found -> found.group(1).replace("&amp;", "&"))
                .toList();
    }

    private static void check(String page, int formats, String... first) throws IOException, InterruptedException {
        List<String> downloads = downloads(page);
        assertEquals(formats, downloads.size(), page);
        for (String download : downloads) {
            HttpResponse<byte[]> answer = visitor.client()
                    .send(
                            HttpRequest.newBuilder(visitor.uri(download)).build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            assertEquals(200, answer.statusCode(), download);
            Matcher format = Pattern.compile("format=(\\w+)").matcher(download);
            assertTrue(format.find());
            assertTrue(
                    answer.headers()
                            .firstValue("Content-Disposition")
                            .orElse("")
                            .contains("." + format.group(1)),
                    download);
            if (format.group(1).equals("docx")) {
                try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(answer.body()))) {
                    assertTrue(word.getFootnotes().size() >= 2, download);
                }
            } else {
                String text = new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8);
                boolean csv = format.group(1).equals("csv");
                assertTrue(text.startsWith(first[csv ? 0 : 1]), text.substring(0, Math.min(200, text.length())));
                assertTrue(text.lines().count() > 1, download);
            }
        }
    }

    @Test
    void everyViewCanBeDownloadedFromItsPage() throws Exception {
        check("/?" + QUERY, 3, "\uFEFFid,source,", "{\"id\":");
        check("/?" + QUERY + "&view=sentences", 3, "\uFEFFtext,before,after,", "{\"text\":");
        check("/?" + QUERY + "&view=concordance&sort=left", 3, "\uFEFFid,title,year,left,match,right", "{\"id\":");
        check("/trends?" + QUERY + "&q=" + Address.encode("基层治理"), 2, "\uFEFFquery,by,value", "{\"query\":");
    }

    @Test
    void filtersHold() throws Exception {
        long total =
                visitor.json("/api/search?" + QUERY + "&type=MT16").get("total").asLong();
        String lines = visitor.get("/api/export?" + QUERY + "&type=MT16&format=jsonl&size=1&from=2")
                .body();
        assertEquals(total, lines.lines().count());
    }

    @Test
    void whatIsNoFormatIsSaid() throws Exception {
        assertEquals(400, visitor.get("/api/export?" + QUERY).statusCode());
        assertTrue(visitor.get("/api/export?format=pdf").body().contains("csv、jsonl 或 docx"));
        assertEquals(
                "",
                visitor.get("/api/export?format=jsonl&q=" + Address.encode("\"绝无此语\""))
                        .body());
    }
}
