package wenyuan.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.model.Document;
import wenyuan.model.ImportRun;
import wenyuan.model.Source;
import wenyuan.store.Audit;
import wenyuan.store.Home;
import wenyuan.store.Jobs;
import wenyuan.store.Store;
import wenyuan.store.Users;

/** Administration over HTTP: what an admin, another user, a stranger and a forger can do. */
class AdminIT {
    private static final String PASSWORD = "correct-horse-battery";

    @TempDir
    Path folder;

    private Path roots;
    private Site site;
    private Visitor admin;

    @BeforeEach
    void open() throws Exception {
        roots = Files.createDirectories(folder.resolve("共享"));
        start();
        admin = new Visitor(site.url(""));
        assertEquals(303, admin.logIn("admin", site.server().firstPassword().orElseThrow()));
    }

    private void start() throws IOException {
        site = Site.at(
                folder.resolve("home"),
                "127.0.0.1",
                new WebServer.Settings(List.of(roots), false, new UploadLimits(3, 1_000, 2_000)));
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void filesComeOneByOne() throws Exception {
        long id = begin();
        assertEquals(204, put(id, "移交资料/讲话/动员.txt", "动员讲话，部署专项整治。").statusCode());
        assertEquals(204, put(id, "移交资料/../../坏.txt", "坏").statusCode());
        assertEquals(
                200,
                admin.script("POST", "/api/uploads/" + id + "/finish?collection=", new byte[0])
                        .statusCode());
        ImportRun run = ended(2);
        assertEquals(2, run.tally().seen());
        assertEquals(
                List.of("移交资料/坏.txt", "移交资料/讲话/动员.txt"),
                site.store().fates(run.id(), false, 0, 10).stream()
                        .map(file -> file.path())
                        .sorted()
                        .toList());
        assertEquals(
                new Source("移交资料/讲话/动员.txt", "移交资料", false), newest().sources().getFirst());
        assertNoUploads("the bytes of the failed file are kept elsewhere");
        String report = admin.get("/admin/imports/2").body();
        assertTrue(report.contains("上传：移交资料（2 个文件"), report);
        assertTrue(report.contains("请找完好的一份重新上传"), report);
        assertEquals(404, put(id, "late.txt", "late").statusCode());
    }

    @Test
    void aFormWithoutScriptsDoesTheSame() throws Exception {
        HttpResponse<String> answer =
                admin.files("/admin/uploads", "手工上传", Map.of("移交/一.txt", "第一份材料", "移交/二.txt", "第二份材料"));
        assertEquals(303, answer.statusCode(), answer.body());
        ImportRun run = ended(2);
        assertEquals(2, run.tally().stored());
        assertEquals("手工上传", newest().sources().getFirst().collection());
        assertTrue(newest().sources().getFirst().path().startsWith("移交/"));
        assertNoUploads("nobody needs the upload any more");
    }

    @Test
    void limitsAreNamed() throws Exception {
        long id = begin();
        HttpResponse<String> large = put(id, "大.txt", "x".repeat(1_001));
        assertEquals(413, large.statusCode());
        String message =
                Visitor.parse(large.body()).path("error").path("message").asText();
        assertTrue(message.contains("最多 3 个文件，每个不超过 1000 B"), message);
        for (int i = 0; i < 3; i++) {
            assertEquals(204, put(id, i + ".txt", "小").statusCode());
        }
        assertEquals(413, put(id, "四.txt", "小").statusCode());
        assertEquals(
                413,
                admin.files("/admin/uploads", "", Map.of("大.txt", "x".repeat(5_000)))
                        .statusCode());
        assertEquals(
                413,
                admin.files("/admin/uploads", "", Map.of("大.txt", "x".repeat(1_500)))
                        .statusCode());
        assertEquals(
                204, admin.script("DELETE", "/api/uploads/" + id, new byte[0]).statusCode());
        assertNoUploads("");
        assertEquals(400, admin.files("/admin/uploads", "", Map.of()).statusCode());
        assertNoUploads("");
    }

    @Test
    void whatWasHalfUploadedWhenTheServerEndedIsGoneAndWhatWasQueuedIsDone() throws Exception {
        long half = begin();
        put(half, "半.txt", "半截");
        site.close();
        site = null;
        try (Store store = Store.open(new Home(folder.resolve("home")), Clock.systemUTC())) {
            long whole = store.uploads().begin("admin");
            store.uploads().receive(whole, "整.txt", file -> Files.writeString(file, "完整的一份材料"));
            store.uploads().finish(whole, "整", "上传：整", "admin");
            Jobs.Job job = store.jobs().next().orElseThrow();
            store.jobs().became(job.id(), store.beginImport(List.of("killed")).id());
        }
        start();
        ImportRun run = ended(3);
        assertEquals(1, run.tally().stored());
        assertNoUploads("");
        assertEquals(List.of(), site.store().jobs().queue());
    }

    @Test
    void onlyPathsBelowTheRootsAreImported() throws Exception {
        Path inside = Files.createDirectories(roots.resolve("资料"));
        Files.writeString(inside.resolve("a.txt"), "共享目录里的材料");
        Path outside = Files.createDirectories(folder.resolve("外面"));
        Files.createSymbolicLink(roots.resolve("门"), outside);
        for (String path : List.of(
                outside.toString(),
                roots.resolve("门").toString(),
                roots + "/../外面",
                "../外面",
                "/etc/passwd",
                folder.resolve("不存在").toString(),
                "\0")) {
            HttpResponse<String> answer = admin.form("/admin/imports", Map.of("path", path));
            assertEquals(403, answer.statusCode(), path);
            assertTrue(answer.body().contains("不在允许的目录之内"), path);
        }
        HttpResponse<String> leaking = admin.form("/admin/imports", Map.of("path", roots.toString()));
        assertEquals(403, leaking.statusCode());
        assertTrue(leaking.body().contains("通向允许的目录之外"), leaking.body());
        assertEquals(400, admin.form("/admin/imports", Map.of("path", "没有")).statusCode());
        assertEquals(303, admin.form("/admin/imports", Map.of("path", "资料")).statusCode());
        assertEquals(1, ended(2).tally().stored());
        assertEquals("资料", newest().sources().getFirst().collection());
    }

    @Test
    void reportsAreFilteredAndDownloaded() throws Exception {
        assertTrue(admin.get("/admin/imports/1").body().contains("扫描件/会议纪要.pdf"));
        String encrypted =
                admin.get("/admin/imports/1?fate=failed&cause=ENCRYPTED").body();
        assertTrue(encrypted.contains("加密.docx") && !encrypted.contains("会议纪要.pdf"));
        HttpResponse<String> csv = admin.get("/admin/imports/1.csv");
        assertEquals(
                "text/csv; charset=utf-8",
                csv.headers().firstValue("content-type").orElse("").toLowerCase(Locale.ROOT));
        List<String> lines = csv.body().lines().toList();
        assertEquals("\uFEFF文件,去向,原因,原因代码,详情,处理办法,文档编号", lines.getFirst());
        assertEquals(72, lines.size());
        assertTrue(lines.stream()
                .anyMatch(line -> line.startsWith("旧档/加密.docx,失败,有密码保护,ENCRYPTED,asks for a password,请向提供者要密码")));
        assertEquals(
                3, admin.get("/admin/imports/1.csv?fate=failed").body().lines().count());
        Files.writeString(roots.resolve("=cmd().txt"), "公式一样的文件名");
        admin.form("/admin/imports", Map.of("path", roots.toString()));
        ended(2);
        assertTrue(admin.get("/admin/imports/2.csv").body().contains("'=cmd().txt"));
        JsonNode files = admin.json("/api/imports/1?fate=failed&cause=EMPTY");
        assertEquals(1, files.path("files").size());
        assertEquals("ended", files.path("state").asText());
    }

    @Test
    void aRunningImportIsToldStoppedAndContinued() throws Exception {
        for (int i = 0; i < 120; i++) {
            Files.writeString(roots.resolve(i + ".txt"), "慢慢读的材料" + i);
        }
        admin.form("/admin/imports", Map.of("path", roots.toString()));
        HttpRequest listen = HttpRequest.newBuilder(admin.uri("/api/imports/events"))
                .header("Accept", "text/event-stream")
                .build();
        try (Stream<String> told =
                admin.client().send(listen, HttpResponse.BodyHandlers.ofLines()).body()) {
            Optional<JsonNode> seen = told.filter(line -> line.startsWith("data: "))
                    .map(line -> parse(line.substring(6)))
                    .filter(news -> news.path("imports")
                                    .path(0)
                                    .path("tally")
                                    .path("stored")
                                    .asInt()
                            >= 1)
                    .findFirst();
            assertEquals(
                    2, seen.orElseThrow().path("imports").path(0).path("id").asInt());
            assertEquals(
                    "running", seen.get().path("imports").path(0).path("state").asText());
        }
        String page = admin.get("/admin/imports/2").body();
        assertTrue(page.contains("停止导入") && page.contains("http-equiv=\"refresh\""), page);
        assertEquals(303, admin.form("/admin/imports/2/stop", Map.of()).statusCode());
        ImportRun stopped = ended(2);
        assertTrue(stopped.tally().stored() >= 1 && stopped.tally().stored() < 120, stopped::toString);
        settled();
        assertTrue(admin.get("/admin/imports/2").body().contains("已停止"));
        assertEquals(303, admin.form("/admin/imports/2/retry", Map.of()).statusCode());
        ImportRun rest = ended(3);
        assertEquals(120, rest.tally().stored() + rest.tally().unchanged());
        assertEquals(stopped.tally().stored(), rest.tally().unchanged());
    }

    /** Listeners that go away must leave neither a thread nor a flood of messages behind. */
    @Test
    void listenersMayLeave() throws Exception {
        for (int i = 0; i < 40; i++) {
            HttpRequest listen =
                    HttpRequest.newBuilder(admin.uri("/api/imports/events")).build();
            try (InputStream told = admin.client()
                    .send(listen, HttpResponse.BodyHandlers.ofInputStream())
                    .body()) {
                assertEquals('e', told.read(), "each of forty is told, though no more than 32 may listen at once");
            }
            Files.writeString(roots.resolve(i + ".txt"), "材料" + i);
            admin.form("/admin/imports", Map.of("path", roots.toString()));
            ended(i + 2);
        }
    }

    @Test
    void failedFilesOfAnUploadAreTriedAgainWithoutIt() throws Exception {
        long id = begin();
        put(id, "资料/a.txt", "坏");
        put(id, "资料/b.txt", "好的材料");
        admin.script("POST", "/api/uploads/" + id + "/finish?collection=", new byte[0]);
        assertEquals(1, ended(2).tally().failures());
        assertNoUploads("");
        assertTrue(admin.get("/admin/imports/2").body().contains("重试失败的 1 个文件"));
        assertEquals(303, admin.form("/admin/imports/2/retry", Map.of()).statusCode());
        ImportRun again = ended(3);
        assertEquals(1, again.tally().seen());
        assertEquals(1, again.tally().failures());
        assertTrue(admin.get("/admin/imports/3").body().contains("重试第 2 次导入中失败的文件"));
        assertEquals(409, admin.form("/admin/imports/2/retry", Map.of()).statusCode(), "its failures are of run 3 now");
    }

    @Test
    void anUploadIsKeptWhileItsBytesAreNowhereElse() throws Exception {
        long id = begin();
        put(id, "资料/坏包.zip", "PK\u0003\u0004这不是压缩包");
        admin.script("POST", "/api/uploads/" + id + "/finish?collection=", new byte[0]);
        ImportRun first = ended(2);
        assertEquals(1, first.tally().failures(), first::toString);
        assertTrue(site.store().uploads().kept(id));
        assertEquals(303, admin.form("/admin/imports/2/retry", Map.of()).statusCode());
        assertEquals(1, ended(3).tally().failures());
        String page = admin.get("/admin/imports/3").body();
        assertTrue(page.contains("清理留着备用的上传文件"), page);
        assertEquals(303, admin.form("/admin/imports/3/drop", Map.of()).statusCode());
        assertNoUploads("");
        assertEquals(409, admin.form("/admin/imports/3/drop", Map.of()).statusCode());
    }

    @Test
    void forgedFormsDoNothing() throws Exception {
        Visitor forger = new Visitor(site.url(""));
        for (String path : List.of("/admin/imports", "/admin/imports/1/stop", "/admin/imports/1/retry")) {
            HttpRequest forged = HttpRequest.newBuilder(admin.uri(path))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("path=x&reason=x&sure=yes&csrf=forged"))
                    .build();
            assertEquals(403, admin.send(forged).statusCode(), path);
            assertEquals(303, forger.form(path, Map.of()).statusCode(), path);
        }
        assertEquals(401, forger.script("POST", "/api/uploads", new byte[0]).statusCode());
        assertEquals(401, forger.get("/api/imports/events").statusCode());
        String csrf = admin.csrf();
        Visitor other = new Visitor(site.url(""));
        other.logIn("admin", site.server().firstPassword().orElseThrow());
        assertFalse(csrf.equals(other.csrf()));
        assertEquals(
                303, forger.files("/admin/uploads", "", Map.of("a.txt", "x")).statusCode());
        assertNoUploads("");
    }

    @Test
    void rolesHoldAtOnce() throws Exception {
        Users users = site.store().users();
        users.add("读者", Users.Role.READER, Passwords.hash(PASSWORD));
        Visitor reader = new Visitor(site.url(""));
        assertEquals(303, reader.logIn("读者", PASSWORD));
        assertEquals(403, reader.get("/admin").statusCode());
        assertEquals(403, reader.get("/api/imports").statusCode());
        assertEquals(403, reader.script("POST", "/api/uploads", new byte[0]).statusCode());
        users.change("读者", Users.Role.ADMIN);
        assertEquals(200, reader.get("/admin").statusCode());
        users.change("读者", Users.Role.EDITOR);
        assertEquals(403, reader.get("/admin").statusCode());
        users.changePassword("读者", Passwords.hash("another-password"));
        assertEquals(303, reader.get("/admin").statusCode(), "a new password ends old sessions");
        assertEquals(401, reader.logIn("读者", PASSWORD));
        assertEquals(303, reader.logIn("读者", "another-password"));
        users.remove("读者");
        assertEquals(303, reader.get("/admin").statusCode());
        String log = admin.get("/admin/audit").body();
        assertTrue(log.contains("登录失败") && log.contains("读者"), log);
        assertEquals(
                List.of(Audit.Action.LOGIN, Audit.Action.LOGIN_FAILED, Audit.Action.LOGIN, Audit.Action.LOGIN),
                site.store().audit().entries(0, 10).stream()
                        .map(entry -> entry.deed().action())
                        .toList());
    }

    private long begin() throws Exception {
        HttpResponse<String> answer = admin.script("POST", "/api/uploads", new byte[0]);
        assertEquals(201, answer.statusCode(), answer.body());
        return Visitor.parse(answer.body()).path("id").asLong();
    }

    private HttpResponse<String> put(long id, String path, String text) throws Exception {
        return admin.script(
                "PUT",
                "/api/uploads/" + id + "/files?path=" + Address.encode(path),
                text.getBytes(StandardCharsets.UTF_8));
    }

    private ImportRun ended(long id) throws InterruptedException {
        for (int wait = 0; wait < 600; wait++) {
            Optional<ImportRun> run =
                    site.store().importRun(id).filter(it -> it.ended().isPresent());
            if (run.isPresent() && site.store().jobs().queue().isEmpty()) {
                return run.get();
            }
            Thread.sleep(50);
        }
        throw new AssertionError(
                "import " + id + " does not end: " + site.store().imports());
    }

    private void settled() throws InterruptedException {
        for (int wait = 0; wait < 100 && !site.store().jobs().queue().isEmpty(); wait++) {
            Thread.sleep(50);
        }
    }

    private Document newest() {
        return site.store()
                .changesAfter(site.store().lastChange() - 1, 1)
                .getFirst()
                .document()
                .orElseThrow();
    }

    /** An upload goes a moment after its job has ended. */
    private void assertNoUploads(String why) throws IOException, InterruptedException {
        for (int wait = 0; wait < 100 && !uploads().isEmpty(); wait++) {
            Thread.sleep(50);
        }
        assertEquals(List.of(), uploads(), why);
    }

    private List<String> uploads() throws IOException {
        Path all = folder.resolve("home/uploads");
        if (!Files.exists(all)) {
            return List.of();
        }
        try (Stream<Path> names = Files.list(all)) {
            return names.map(Path::toString).toList();
        }
    }

    private static JsonNode parse(String line) {
        try {
            return Visitor.parse(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
