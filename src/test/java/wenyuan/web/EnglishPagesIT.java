package wenyuan.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages for who reads English: nothing that the interface says is left in Chinese, and the choice of language holds. */
class EnglishPagesIT {
    /** Shorter texts stand in titles and labels too, which stay Chinese. */
    private static final Pattern TELLING = Pattern.compile("\\p{IsHan}{4}");

    private static final Pattern FILLED_IN = Pattern.compile("\\{[^}]*}");

    @TempDir
    static Path folder;

    private static Site site;
    private static Visitor admin;

    @BeforeAll
    static void open() throws Exception {
        site = Site.at(folder.resolve("home"), "127.0.0.1");
        admin = new Visitor(site.url(""));
        assertEquals(303, admin.logIn("admin", site.server().firstPassword().orElseThrow()));
        assertEquals(303, admin.get("/language/en").statusCode());
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void noPageSpeaksChinese() throws Exception {
        Visitor reader = new Visitor(site.url(""));
        reader.get("/language/en");
        Set<String> found = new TreeSet<>();
        for (String path : EveryPage.FOR_READERS) {
            found.addAll(chinese(path, reader.get(path).body()));
        }
        String check =
                reader.form("/check", Map.of("draft", EveryPage.DRAFT_TEXT)).body();
        found.addAll(chinese("/check sent", check));
        for (String path : EveryPage.FOR_ADMINS) {
            found.addAll(chinese(path, admin.get(path).body()));
        }
        assertEquals("", String.join("\n", found));
    }

    /** What went wrong is said in English too, and in JSON. */
    @Test
    void problemsAreSaidInEnglish() throws Exception {
        String path = "/documents/" + Samples.FORUM + "/with?other=" + Samples.FORUM;
        String page = admin.get(path).body();
        assertEquals(List.of(), chinese(path, page));
        assertTrue(page.contains(Messages.ENGLISH.say("twin.self")), page);
        String json = admin.get("/api/export?format=exe").body();
        assertTrue(json.contains(Messages.ENGLISH.say("export.format")), json);
        assertEquals(
                List.of(),
                chinese(
                        "unticked",
                        admin.form("/admin/users/remove", Map.of("name", "nobody"))
                                .body()));
        String search =
                admin.get("/?q=x&sort=best&type=nothing&from=-1&view=sideways").body();
        assertEquals(List.of(), chinese("warnings", search));
        assertTrue(search.contains("There is no order “best”"), search);
    }

    @Test
    void theLinkLeadsBackToTheSamePageInTheOtherLanguage() throws Exception {
        Visitor reader = new Visitor(site.url(""));
        assertEquals("zh-CN", language(reader.get("/help")));
        Document page = Jsoup.parse(reader.get("/help").body());
        assertEquals("/language/en", page.select("a.language").attr("href"));
        assertEquals("en", page.select("a.language").attr("hreflang"));
        assertEquals("/?q=x", back(reader, "/language/en", "/?q=x"));
        assertEquals("en", language(reader.get("/help")));
        assertEquals("/themes", back(reader, "/language/zh-CN", "/themes"));
        assertEquals("zh-CN", language(reader.get("/help")));
        assertEquals(404, reader.get("/language/tlh").statusCode());
    }

    @Test
    void itLeadsToNoOtherSite() throws Exception {
        HttpResponse<String> answer = admin.send(HttpRequest.newBuilder(admin.uri("/language/en"))
                .header("Referer", "https://evil.example/trap")
                .build());
        assertEquals("/", answer.headers().firstValue("location").orElse(""));
        assertEquals(
                "/",
                admin.get("/language/en?to=//evil.example/")
                        .headers()
                        .firstValue("location")
                        .orElse(""));
    }

    /** A page that came of a form cannot be asked for again: the page with the form can. */
    @Test
    void fromTheAnswerToAFormTheLinkLeadsToTheForm() throws Exception {
        HttpResponse<String> refused = admin.send(HttpRequest.newBuilder(admin.uri("/admin/users/remove"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Referer", site.url("/admin/users"))
                .POST(HttpRequest.BodyPublishers.ofString("name=nobody&csrf=" + admin.csrf()))
                .build());
        assertEquals(400, refused.statusCode());
        String link = Jsoup.parse(refused.body()).select("a.language").attr("href");
        assertEquals("/language/zh-CN?to=%2Fadmin%2Fusers", link);
    }

    @Test
    void whoHasNotChosenGetsWhatTheirBrowserAsksFor() throws Exception {
        assertEquals("en", first("en-US,en;q=0.9"));
        assertEquals("zh-CN", first("zh-CN,zh;q=0.9,en;q=0.8"));
        assertEquals("zh-CN", first("fr"));
    }

    private static String first(String wanted) throws Exception {
        Visitor stranger = new Visitor(site.url(""));
        return language(stranger.send(HttpRequest.newBuilder(stranger.uri("/"))
                .header("Accept-Language", wanted)
                .build()));
    }

    private static String back(Visitor visitor, String link, String from) throws Exception {
        HttpResponse<String> answer = visitor.send(HttpRequest.newBuilder(visitor.uri(link))
                .header("Referer", site.url(from))
                .build());
        assertEquals(303, answer.statusCode());
        return answer.headers().firstValue("location").orElse("");
    }

    private static String language(HttpResponse<String> page) {
        String language = Jsoup.parse(page.body()).select("html").attr("lang");
        assertEquals(language, page.headers().firstValue("content-language").orElse(""));
        return language;
    }

    /** Every piece of the Chinese messages that the page shows. */
    private static List<String> chinese(String path, String page) {
        Document read = Jsoup.parse(page);
        assertEquals("en", read.select("html").attr("lang"), path);
        assertFalse(read.select("#main").isEmpty(), path);
        List<String> found = new ArrayList<>();
        for (String key : Messages.CHINESE.keys()) {
            String english = Messages.ENGLISH.say(key);
            Stream.of(FILLED_IN.split(Messages.CHINESE.say(key), 0))
                    .filter(piece -> TELLING.matcher(piece).find() && !english.contains(piece))
                    .filter(piece -> page.contains(piece.replace("''", "'")))
                    .forEach(piece -> found.add(path + " " + key + ": " + piece));
        }
        return found;
    }
}
