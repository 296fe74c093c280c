package wenyuan.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.ops.Restore;
import wenyuan.store.Audit;
import wenyuan.store.Users;

/** What keeps an archive in order, over HTTP: users, backups, health, synonyms, deletion; for admins only. */
class KeeperPagesIT {
    private static final String PASSWORD = "correct-horse-battery";

    @TempDir
    Path folder;

    private Site site;
    private Visitor admin;

    @BeforeEach
    void open() throws Exception {
        site = Site.at(folder.resolve("home"), "127.0.0.1");
        site.store().users().add("编辑", Users.Role.EDITOR, Passwords.hash(PASSWORD));
        admin = new Visitor(site.url(""));
        assertEquals(303, admin.logIn("admin", site.server().firstPassword().orElseThrow()));
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void othersAreKeptOut() throws Exception {
        Visitor editor = new Visitor(site.url(""));
        assertEquals(303, editor.logIn("编辑", PASSWORD));
        Visitor stranger = new Visitor(site.url(""));
        for (String path : List.of(
                "/admin/users",
                "/admin/backup",
                "/admin/backup/wenyuan-20260101-000000.zip",
                "/admin/health",
                "/admin/synonyms",
                "/documents/" + Samples.FORUM + "/delete")) {
            assertEquals(403, editor.get(path).statusCode(), path);
            assertEquals(303, stranger.get(path).statusCode(), path);
        }
        for (String path : List.of(
                "/admin/users/add",
                "/admin/backup",
                "/admin/synonyms",
                "/admin/synonyms/add",
                "/documents/" + Samples.FORUM + "/delete")) {
            assertEquals(403, editor.form(path, Map.of("sure", "yes")).statusCode(), path);
        }
        admin.token("<input name=\"csrf\" value=\"0123\">");
        assertEquals(
                403,
                admin.form("/documents/" + Samples.FORUM + "/delete", Map.of("sure", "yes"))
                        .statusCode(),
                "a forged form");
        assertEquals(
                403,
                admin.form("/admin/users/remove", Map.of("name", "编辑", "sure", "yes"))
                        .statusCode());
        assertTrue(site.store().document(Samples.FORUM).isPresent());
    }

    /** Only asking for the head of an answer is no way around. */
    @Test
    void headsAreGuardedLikeAnswers() throws Exception {
        for (String path :
                List.of("/admin", "/admin/users", "/admin/audit", "/documents/" + Samples.FORUM + "/delete")) {
            HttpRequest head =
                    HttpRequest.newBuilder(URI.create(site.url(path))).HEAD().build();
            assertEquals(303, new Visitor(site.url("")).send(head).statusCode(), path);
            assertEquals(200, admin.send(head).statusCode(), path);
        }
    }

    /** An address that only takes forms cannot be gone back to. */
    @Test
    void whoMustLogInAgainComesBackToThePageWithTheForm() throws Exception {
        HttpRequest late = HttpRequest.newBuilder(URI.create(site.url("/admin/users/add")))
                .header("Referer", site.url("/admin/users"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> answer = new Visitor(site.url("")).send(late);
        assertEquals(303, answer.statusCode());
        assertEquals(
                "/login?to=%2Fadmin%2Fusers",
                answer.headers().firstValue("Location").orElseThrow());
    }

    @Test
    void whatWasTypedForANewUserIsKeptWhenItIsRefused() throws Exception {
        String page = user("add", "王五", "role", "ADMIN", "password", "short").body();
        assertTrue(page.contains("name=\"name\" type=\"text\" value=\"王五\""), page);
        assertTrue(page.contains("<option value=\"ADMIN\" selected>管理员：可以做一切"), page);
        assertTrue(page.contains("aria-describedby=\"complaint user-password-note\" aria-invalid=\"true\""), page);
        assertFalse(page.contains("short"), "but no password");
        String taken = user("add", "编辑", "role", "READER", "password", PASSWORD).body();
        assertTrue(taken.contains("required aria-invalid=\"true\" aria-describedby=\"complaint\""), taken);
    }

    @Test
    void usersComeAndGo() throws Exception {
        assertEquals(
                303, user("add", "李四", "role", "READER", "password", PASSWORD).statusCode());
        Visitor fresh = new Visitor(site.url(""));
        assertEquals(303, fresh.logIn("李四", PASSWORD));
        assertEquals(403, fresh.get("/admin/users").statusCode());
        assertEquals(303, user("role", "李四", "role", "ADMIN").statusCode());
        assertEquals(200, fresh.get("/admin/users").statusCode(), "at once");
        assertEquals(303, user("password", "李四", "password", "another-long-one").statusCode());
        assertEquals(303, fresh.get("/admin/users").statusCode(), "logged out");
        assertEquals(303, user("remove", "李四", "sure", "yes").statusCode());
        assertTrue(site.store().users().find("李四").isEmpty());
        refused("没有添加：已有用户“编辑”", "add", "编辑", "role", "READER", "password", PASSWORD);
        refused("密码至少 10 个字符", "add", "王五", "role", "READER", "password", "short");
        refused("没有用户“王五”", "role", "王五", "role", "READER");
        refused("不能改自己的角色", "role", "admin", "role", "READER");
        refused("也不能删除自己", "remove", "admin", "sure", "yes");
        refused("请先勾选确认", "remove", "编辑");
        assertEquals(400, user("role", "编辑", "role", "KING").statusCode());
        assertEquals(400, user("crown", "编辑").statusCode());
        String log = admin.get("/admin/audit").body();
        assertTrue(log.contains("新增用户") && log.contains("改角色") && log.contains("改密码") && log.contains("删除用户"), log);
        assertFalse(log.contains(PASSWORD));
    }

    @Test
    void aBackupIsMadeInTheBackgroundAndTakenAway() throws Exception {
        assertTrue(admin.json("/api/health").get("lastBackup").isNull());
        assertEquals(303, admin.form("/admin/backup", Map.of()).statusCode());
        String page = admin.get("/admin/backup").body();
        Matcher name = Pattern.compile("wenyuan-\\d{8}-\\d{6}\\.zip").matcher(page);
        for (int i = 0; i < 200 && !name.find(); i++) {
            Thread.sleep(50);
            page = admin.get("/admin/backup").body();
            name = Pattern.compile("wenyuan-\\d{8}-\\d{6}\\.zip").matcher(page);
        }
        name.reset();
        assertTrue(name.find(), page);
        Path file = folder.resolve("home/backups").resolve(name.group());
        assertTrue(Files.exists(file));
        HttpResponse<String> taken = admin.get("/admin/backup/" + name.group());
        assertEquals(200, taken.statusCode());
        assertEquals(
                Files.size(file),
                taken.headers().firstValueAsLong("Content-Length").orElseThrow());
        assertEquals(site.store().documents(), Restore.check(file).documents());
        assertEquals(404, admin.get("/admin/backup/config.yaml").statusCode(), "no other file");
        JsonNode health = admin.json("/api/health");
        assertEquals("ok", health.get("status").asText());
        assertFalse(health.get("lastBackup").isNull());
        for (String key : List.of("indexBytes", "diskFree", "heapUsed", "heapMost", "schema")) {
            assertTrue(health.get(key).asLong() > 0, key);
        }
        assertTrue(admin.get("/admin/health").body().contains("上次备份"));
        assertEquals(Audit.Action.BACKUP_READ, lastAction());
        deleted(file);
    }

    private void deleted(Path file) throws Exception {
        String name = file.getFileName().toString();
        String path = "/admin/backup/" + name + "/delete";
        assertTrue(admin.get("/admin/backup").body().contains("action=\"" + path + "\""));
        assertEquals(
                303, new Visitor(site.url("")).form(path, Map.of("sure", "yes")).statusCode(), "to the login");
        HttpResponse<String> unsure = admin.form(path, Map.of());
        assertEquals(400, unsure.statusCode());
        assertTrue(unsure.body().contains("没有删除 " + name), unsure.body());
        assertEquals(405, admin.get(path).statusCode(), "a link deletes nothing");
        assertEquals(
                404,
                admin.form("/admin/backup/catalog.db/delete", Map.of("sure", "yes"))
                        .statusCode());
        assertTrue(Files.exists(file));
        assertEquals(303, admin.form(path, Map.of("sure", "yes")).statusCode());
        assertFalse(Files.exists(file));
        assertEquals(Audit.Action.BACKUP_REMOVED, lastAction());
        assertTrue(admin.get("/admin/backup?deleted=" + name).body().contains("已删除：" + name));
        assertFalse(admin.get("/admin/backup?deleted=%3Cb%3E").body().contains("已删除"));
        assertEquals(404, admin.form(path, Map.of("sure", "yes")).statusCode());
    }

    private Audit.Action lastAction() {
        return site.store().audit().entries(0, 1).getFirst().deed().action();
    }

    @Test
    void synonymsAreTriedBeforeTheyAreWritten() throws Exception {
        Path file = folder.resolve("home/index-config/synonyms.txt");
        HttpResponse<String> wrong = admin.form("/admin/synonyms/add", Map.of("line", "只有一个词"));
        assertEquals(400, wrong.statusCode());
        assertTrue(wrong.body().contains("home/index-config/synonyms.txt:1: expected 2 words"), wrong.body());
        assertFalse(Files.exists(file), "nothing was written");
        assertEquals(
                303,
                admin.form("/admin/synonyms/add", Map.of("line", "网格员=网格长")).statusCode());
        assertEquals(
                303,
                admin.form("/admin/synonyms/remove", Map.of("line", "党代会=党员代表大会=党的代表大会"))
                        .statusCode());
        assertEquals("网格员=网格长\n-党代会\n", Files.readString(file));
        assertTrue(admin.get("/admin/synonyms").body().contains("<del>党代会 = 党员代表大会"));
        assertEquals(
                303,
                admin.form("/admin/synonyms", Map.of("content", "# 说明\r\n网格员=楼长\r\n"))
                        .statusCode());
        assertEquals("# 说明\n网格员=楼长\n", Files.readString(file));
        HttpResponse<String> typed = admin.form("/admin/synonyms", Map.of("content", "楼长=楼长\n"));
        assertEquals(400, typed.statusCode());
        assertTrue(typed.body().contains("楼长=楼长"), "what was typed is not lost");
        assertEquals("# 说明\n网格员=楼长\n", Files.readString(file));
    }

    /** No restart: documents, sentences (also those just shown), the reader and suggestions follow what was saved. */
    @Test
    void synonymsTakeEffectAtOnce() throws Exception {
        String also = "也查了“街道吹哨”的别称：大家齐心。";
        String search = "/?q=" + Address.encode("街道吹哨");
        assertFalse(admin.get(search).body().contains(also));
        long before = sentences(search);
        admin.form("/admin/synonyms/add", Map.of("line", "街道吹哨=大家齐心"));
        assertTrue(admin.get("/admin/synonyms?done=yes").body().contains("现在起按新的同义词检索"));
        assertTrue(admin.get(search).body().contains(also));
        assertTrue(admin.get(search + "&view=sentences").body().contains(also));
        assertTrue(admin.get("/api/suggest?q=" + Address.encode("大家齐")).statusCode() == 200);
        admin.form("/admin/synonyms", Map.of("content", ""));
        assertFalse(admin.get(search).body().contains(also));
        assertEquals(before, sentences(search));
    }

    private long sentences(String search) throws Exception {
        return admin.json("/api/search" + search.substring(1) + "&view=sentences")
                .get("total")
                .asLong();
    }

    @Test
    void aDocumentIsDeletedOnceSomebodyIsSure() throws Exception {
        String path = "/documents/" + Samples.FORUM + "/delete";
        assertTrue(admin.get("/documents/" + Samples.FORUM).body().contains(path));
        assertTrue(admin.get(path).body().contains("不能撤销"));
        assertEquals(400, admin.form(path, Map.of()).statusCode());
        long before = site.engine().documents();
        assertEquals(303, admin.form(path, Map.of("sure", "yes")).statusCode());
        assertTrue(admin.get(path + "?done=yes").body().contains("已经删除"));
        assertEquals(404, admin.get("/documents/" + Samples.FORUM).statusCode());
        assertEquals(before - 1, site.engine().documents(), "the index follows");
        assertTrue(admin.get("/admin/audit").body().contains("删除材料"));
        assertEquals(404, admin.get(path).statusCode());
    }

    private void refused(String message, String deed, String name, String... more) throws Exception {
        HttpResponse<String> answer = user(deed, name, more);
        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().contains(message), answer.body());
    }

    private HttpResponse<String> user(String deed, String name, String... more) throws Exception {
        Map<String, String> fields = new HashMap<>(Map.of("name", name));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return admin.form("/admin/users/" + deed, fields);
    }
}
