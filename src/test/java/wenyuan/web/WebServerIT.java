package wenyuan.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server over HTTP, as a script or an attacker sees it. */
class WebServerIT {
    @TempDir
    static Path folder;

    private static Site site;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    @BeforeAll
    static void open() throws IOException {
        site = Site.at(folder, "127.0.0.1");
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void everyAnswerIsProtected() throws Exception {
        for (String path : List.of("/", "/help", "/login", "/nothing", "/api/nothing", "/api/health", "/documents/x")) {
            Map<String, List<String>> headers = get(path).headers().map();
            assertEquals(List.of(Guard.POLICY), headers.get("content-security-policy"), path);
            assertEquals(List.of("nosniff"), headers.get("x-content-type-options"), path);
            assertEquals(List.of("same-origin"), headers.get("referrer-policy"), path);
        }
    }

    @Test
    void whatUsersTypeIsText() throws Exception {
        String typed = "<script>alert(1)</script>\"'&";
        for (String path : List.of("/?q=", "/documents/" + Samples.FORUM + "?q=", "/?source=")) {
            String page = get(path + Address.encode(typed)).body();
            assertFalse(page.contains("<script>alert"), path);
            assertTrue(page.contains("alert(1)"), path);
        }
    }

    @Test
    void othersHostNamesAreRefused() throws Exception {
        assertTrue(raw("GET / HTTP/1.1\r\nHost: evil.example:" + site.server().port() + "\r\nConnection: close\r\n\r\n")
                .startsWith("HTTP/1.1 421"));
        assertTrue(raw("GET /api/health HTTP/1.1\r\nHost: localhost:"
                        + site.server().port() + "\r\nConnection: close\r\n\r\n")
                .startsWith("HTTP/1.1 200"));
    }

    @Test
    void assetsMayBeKept() throws Exception {
        Matcher css = Pattern.compile("/assets/\\w+/wenyuan\\.css").matcher(get("/").body());
        assertTrue(css.find());
        HttpResponse<String> asset = get(css.group());
        assertEquals("public, max-age=31536000, immutable", header(asset, "cache-control"));
        HttpResponse<String> again = send(HttpRequest.newBuilder(uri(css.group()))
                .header("If-None-Match", header(asset, "etag"))
                .build());
        assertEquals(304, again.statusCode());
        assertEquals(404, get("/assets/0/secret").statusCode());
        HttpResponse<byte[]> packed = client.send(
                HttpRequest.newBuilder(uri(css.group()))
                        .header("Accept-Encoding", "gzip")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertEquals("gzip", packed.headers().firstValue("content-encoding").orElse(""));
    }

    @Test
    void proposalsAreAListInJson() throws Exception {
        HttpResponse<String> answer = get("/api/suggest?q=" + Address.encode("网格 座谈"));
        // labels are counted in the background
        for (int i = 0; i < 100 && !answer.body().contains("label"); i++) {
            Thread.sleep(50);
            answer = get("/api/suggest?q=" + Address.encode("网格 座谈"));
        }
        JsonNode first = json(answer, 200).path(0);
        assertEquals("网格 类型:座谈会", first.path("text").asText());
        assertEquals("label", first.path("kind").asText());
        int found = json(get("/api/search?q=" + Address.encode("类型:座谈会")), 200)
                .path("total")
                .asInt();
        assertEquals(found, first.path("count").asInt());
        for (String nothing : List.of("", "?q=", "?q=" + "a".repeat(600))) {
            assertEquals("[]", get("/api/suggest" + nothing).body());
        }
    }

    @Test
    void onlyConcordancesCountNothingButWhatWasTyped() throws Exception {
        String query = "q=" + Address.encode("村委会 选举");
        String lines = get("/?view=concordance&" + query).body();
        assertTrue(lines.contains("没有它的别称：村民委员会"), lines);
        assertTrue(lines.contains(Address.encode("(\"村委会\" OR \"村民委员会\") 选举")), lines);
        for (String view : List.of("documents", "sentences")) {
            String page = get("/?view=" + view + "&" + query).body();
            assertTrue(page.contains("也查了“村委会”的别称：村民委员会"), page);
            assertFalse(page.contains("没有它的别称"), page);
        }
    }

    @Test
    void searchAnswersInJson() throws Exception {
        String query = "q=" + Address.encode("\"街道吹哨、部门报到\"") + "&type=MT16&size=3";
        JsonNode byGet = json(get("/api/search?" + query), 200);
        assertTrue(byGet.path("total").asInt() >= 1);
        assertTrue(byGet.path("exact").asBoolean());
        assertEquals("座谈会", byGet.path("hits").path(0).path("meetingType").asText());
        assertTrue(byGet.path("facets").path("type").size() > 1, "a facet is counted without its own filter");
        JsonNode byPost = json(
                send(HttpRequest.newBuilder(uri("/api/search"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(query))
                        .build()),
                200);
        assertEquals(byGet.path("hits"), byPost.path("hits"));
    }

    @Test
    void otherNamesAreSaid() throws Exception {
        JsonNode also = json(get("/api/search?q=" + Address.encode("党的建设")), 200);
        assertEquals("党的建设", also.path("also").path(0).path("word").asText());
        assertEquals("党建", also.path("also").path(0).path("synonyms").path(0).asText());
        assertTrue(also.path("total").asInt() > 0);
        assertFalse(
                json(get("/api/search?q=" + Address.encode("\"党的建设\"")), 200).has("also"));
        String page = get("/?q=" + Address.encode("甲 党的建设")).body();
        assertTrue(page.contains("也查了“党的建设”的别称：党建。"), page);
        assertTrue(page.contains("/?q=" + Address.encode("甲 \"党的建设\"")), page);
    }

    @Test
    void textsThatLeftANameOutStandApart() throws Exception {
        String typed = Address.encode("\"东桥街道党工委书记\"");
        JsonNode answer = json(get("/api/search?q=" + typed), 200);
        assertEquals(0, answer.path("total").asInt());
        assertEquals(1, answer.path("possible").path("total").asInt());
        JsonNode hit = answer.path("possible").path("hits").path(0);
        assertEquals(Samples.FORUM, hit.path("id").asText());
        assertTrue(get("/?q=" + typed).body().contains("文中以××代替、可能是所查的"));
        assertFalse(
                json(get("/api/search?q=" + Address.encode("\"东桥社区\"")), 200).has("possible"));
    }

    @Test
    void sentencesAnswerInJson() throws Exception {
        String query = "/api/search?view=sentences&size=2&q=" + Address.encode("\"久久为功\"");
        JsonNode page = json(get(query), 200);
        assertTrue(page.path("hits").isMissingNode());
        JsonNode first = page.path("sentences").path(0);
        assertEquals("要把支部建设抓在日常、严在经常，做到久久为功。", first.path("text").asText());
        assertEquals("[[18,22]]", first.path("marks").toString());
        assertEquals(page.path("documents").asInt(), first.path("documents").asInt());
        assertEquals(20, first.path("sources").size());
        assertEquals(first.path("earliest"), first.path("sources").path(0).path("year"));
        assertEquals("task", first.path("functions").path(0).path("id").asText());
        assertEquals(
                1, page.path("facets").path("function").path(0).path("count").asInt());
        assertEquals(
                0, json(get(query + "&function=opening"), 200).path("total").asInt());
        assertEquals(
                "功能是按句子筛选的，请切换到“句子”查看；这里没有按它筛选",
                json(get("/api/search?function=opening"), 200)
                        .path("warnings")
                        .path(0)
                        .path("message")
                        .asText());
    }

    @Test
    void documentsAnswerInJson() throws Exception {
        JsonNode document = json(get("/api/documents/" + Samples.FORUM), 200);
        assertEquals(2020, document.path("year").asInt());
        assertTrue(document.path("raw").isMissingNode());
        assertTrue(json(get("/api/documents/" + Samples.FORUM + "?raw=1"), 200)
                .path("raw")
                .asText()
                .startsWith("（未整理）"));
        HttpResponse<String> original = get("/api/documents/" + Samples.FORUM + "/original");
        assertEquals("original of " + Samples.FORUM, original.body());
        assertEquals("application/octet-stream", header(original, "content-type"));
        assertTrue(header(original, "content-disposition").startsWith("attachment; "));
        assertTrue(header(original, "content-security-policy").contains("sandbox"));
        assertEquals(67, json(get("/api/health"), 200).path("documents").asInt());
    }

    @Test
    void problemsAreSaidInTheFormThatWasAsked() throws Exception {
        assertEquals(
                "not_found",
                json(get("/api/documents/none"), 404).path("error").path("code").asText());
        assertEquals(
                "login_required",
                json(get("/api/imports"), 401).path("error").path("code").asText());
        HttpRequest delete = HttpRequest.newBuilder(uri("/api/search")).DELETE().build();
        assertEquals(
                "method_not_allowed",
                json(send(delete), 405).path("error").path("code").asText());
        HttpResponse<String> page = get("/documents/none");
        assertEquals(404, page.statusCode());
        assertTrue(page.body().contains("没有这个页面或文档"));
    }

    @Test
    void adminsLogIn() throws Exception {
        HttpResponse<String> away = get("/admin");
        assertEquals(303, away.statusCode());
        assertEquals("/login?to=%2Fadmin", header(away, "location"));
        HttpResponse<String> form = get("/login");
        String cookie = header(form, "set-cookie");
        assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie);
        String before = session();
        assertEquals(403, post("/login", "name=admin&password=x&csrf=forged").statusCode());
        String csrf = csrf(form.body());
        assertEquals(401, post("/login", "name=admin&password=x&csrf=" + csrf).statusCode());
        String password = site.server().firstPassword().orElseThrow();
        HttpResponse<String> in =
                post("/login", "name=admin&password=" + password + "&to=%2Fadmin%2Fimports%2F1&csrf=" + csrf);
        assertEquals(303, in.statusCode());
        assertEquals("/admin/imports/1", header(in, "location"));
        assertNotEquals(before, session(), "the session's id must change");
        String report = get("/admin/imports/1").body();
        assertTrue(report.contains("有密码保护") && report.contains("账目相符"));
        assertTrue(get("/admin").body().contains("/admin/held"));
        assertTrue(get("/admin/held").body().contains("机密★1年"));
        assertEquals(2, json(get("/api/imports/1?failed=1"), 200).path("files").size());
        assertEquals(404, get("/admin/imports/99").statusCode());
        assertEquals(403, post("/logout", "csrf=" + csrf).statusCode());
        assertEquals(303, post("/logout", "csrf=" + csrf(report)).statusCode());
        assertEquals(303, get("/admin").statusCode());
    }

    @Test
    void guessersAreSlowedDown(@TempDir Path other) throws Exception {
        try (Site attacked = Site.at(other, "127.0.0.1")) {
            String login = attacked.url("/login");
            String csrf =
                    csrf(send(HttpRequest.newBuilder(URI.create(login)).build()).body());
            int last = 0;
            for (int i = 0; i < 12; i++) {
                last = post(URI.create(login), "name=nobody" + i + "&password=x&csrf=" + csrf)
                        .statusCode();
            }
            assertEquals(429, last);
        }
    }

    @Test
    void onOtherAddressesEverythingNeedsALogin(@TempDir Path other) throws Exception {
        try (Site open = Site.at(other, "0.0.0.0")) {
            String root = open.url("");
            assertEquals(
                    303,
                    send(HttpRequest.newBuilder(URI.create(root + "/")).build()).statusCode());
            assertEquals(
                    401,
                    send(HttpRequest.newBuilder(URI.create(root + "/api/search?q=x"))
                                    .build())
                            .statusCode());
            assertEquals(
                    200,
                    send(HttpRequest.newBuilder(URI.create(root + "/login")).build())
                            .statusCode());
        }
    }

    /** Both ways: what is registered is described, what is described is registered. */
    @Test
    void theDescriptionNamesEveryRoute() throws Exception {
        String description = get("/api/openapi.yaml").body();
        Set<String> described = new TreeSet<>();
        String path = "";
        for (String line : description.lines().toList()) {
            if (line.matches("  /api/\\S+:")) {
                path = line.strip().replaceAll(":$", "");
            } else if (line.matches("    (get|post|put|delete):") && !path.isEmpty()) {
                described.add(line.strip().replace(":", "") + " " + path);
            } else if (line.matches("\\S.*")) {
                path = "";
            }
        }
        String routes = Files.readString(Path.of("src/main/java/wenyuan/web/Routes.java"));
        Set<String> registered = Pattern.compile("routes\\.(get|post|put|delete)\\(\"(/api/[^\"]*)\"")
                .matcher(routes)
                .results()
                .map(found -> found.group(1) + " " + found.group(2))
                .filter(route -> !route.endsWith("/openapi.yaml") && !route.endsWith("/docs"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(registered, described);
        assertTrue(described.size() >= 13, described::toString);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)).build());
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        return post(uri(path), form);
    }

    private HttpResponse<String> post(URI address, String form) throws Exception {
        return send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private String session() {
        return cookies.getCookieStore().getCookies().getFirst().getValue();
    }

    private static URI uri(String path) {
        return URI.create(site.url(path));
    }

    private static JsonNode json(HttpResponse<String> response, int status) throws IOException {
        assertEquals(status, response.statusCode(), response.body());
        return JsonMapper.builder().build().readTree(response.body());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static String csrf(String page) {
        Matcher token = Pattern.compile("name=\"csrf\" value=\"(\\w+)\"").matcher(page);
        assertTrue(token.find(), page);
        return token.group(1);
    }

    /** HttpClient does not let a test choose the Host header. */
    private static String raw(String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), site.server().port())) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
