package wenyuan.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a browser loads for a page: little, from here only, and no script or style inside the page itself. */
class PageWeightIT {
    /** Bytes of a page with its style sheet, scripts and icon, as they are sent. */
    private static final int MOST = 300_000;

    private static final String EXEMPT = "/api/docs";

    @TempDir
    static Path folder;

    private static Site site;
    private static Visitor admin;

    /** Bytes of what pages load, each fetched once. */
    private final Map<String, Integer> loaded = new HashMap<>();

    @BeforeAll
    static void open() throws Exception {
        site = Site.at(folder.resolve("home"), "127.0.0.1");
        admin = new Visitor(site.url(""));
        assertEquals(303, admin.logIn("admin", site.server().firstPassword().orElseThrow()));
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void everyPageIsLightAndBringsNothingFromElsewhere() throws Exception {
        Visitor reader = new Visitor(site.url(""));
        int heaviest = 0;
        for (String path : EveryPage.FOR_READERS) {
            heaviest = Math.max(heaviest, weight(reader, path));
        }
        for (String path : EveryPage.FOR_ADMINS) {
            heaviest = Math.max(heaviest, weight(admin, path));
        }
        assertTrue(heaviest > 20_000, "a page of " + heaviest + " bytes with scripts: has something not been counted?");
    }

    private int weight(Visitor visitor, String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = fetch(visitor, path);
        assertEquals(List.of(Guard.POLICY), answer.headers().allValues("content-security-policy"), path);
        Document page = Jsoup.parse(unpacked(answer), site.url(path));
        nothingInline(path, page);
        int sum = answer.body().length;
        for (String url : resources(page)) {
            assertTrue(url.startsWith(site.url("/assets/")), () -> path + " loads " + url);
            sum += bytes(visitor, url.substring(site.url("").length()));
        }
        int bytes = sum;
        assertTrue(bytes <= MOST || path.equals(EXEMPT), () -> path + " weighs " + bytes + " bytes");
        return path.equals(EXEMPT) ? 0 : bytes;
    }

    /** Everything a browser fetches without being asked to. */
    private static List<String> resources(Document page) {
        return Stream.concat(
                        page.select("[src]").stream().map(element -> element.absUrl("src")),
                        page.select("link[href], image[href], use[href]").stream()
                                .map(element -> element.absUrl("href")))
                .distinct()
                .toList();
    }

    private static void nothingInline(String path, Document page) {
        assertEquals("", page.select("style, [style], script:not([src])").outerHtml(), path);
        for (Element element : page.getAllElements()) {
            element.attributes().forEach(attribute -> {
                assertFalse(attribute.getKey().startsWith("on"), () -> path + " " + element);
                assertFalse(attribute.getValue().strip().startsWith("javascript:"), () -> path + " " + element);
            });
        }
    }

    private int bytes(Visitor visitor, String path) throws IOException, InterruptedException {
        if (!loaded.containsKey(path)) {
            HttpResponse<byte[]> answer = fetch(visitor, path);
            assertEquals(200, answer.statusCode(), path);
            String text = unpacked(answer);
            assertFalse(path.endsWith(".css") && text.matches("(?s).*(@import|url\\(\\s*[\"']?(https?:|//)).*"), path);
            loaded.put(path, answer.body().length);
        }
        return loaded.get(path);
    }

    private static HttpResponse<byte[]> fetch(Visitor visitor, String path) throws IOException, InterruptedException {
        return visitor.client()
                .send(
                        HttpRequest.newBuilder(visitor.uri(path))
                                .header("Accept-Encoding", "gzip")
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String unpacked(HttpResponse<byte[]> answer) throws IOException {
        boolean packed =
                answer.headers().firstValue("content-encoding").orElse("").equals("gzip");
        try (InputStream in = new ByteArrayInputStream(answer.body())) {
            InputStream plain = packed ? new GZIPInputStream(in) : in;
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
