package wenyuan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real program: users by the command line, uploads that outlive a kill, held files released by the real parser. */
class AdministrationIT {
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/");
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"(\\w+)\"");
    private static final String PASSWORD = "long-enough-password";

    @TempDir
    Path folder;

    private Program program;
    private Process server;
    private String root = "";
    private String csrf = "";
    private HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void open() throws IOException, InterruptedException {
        program = Program.over(folder.resolve("home"));
        Path file = Files.writeString(folder.resolve("始.txt"), "在全县组织工作会议上的讲话\n同志们：\n要抓实支部建设。\n");
        program.json("import", file.toString(), "--json");
        assertEquals(0, user("add", "科长", "--role", "admin"));
        serve();
    }

    @AfterEach
    void close() throws InterruptedException {
        server.destroyForcibly();
        assertTrue(server.waitFor(20, TimeUnit.SECONDS));
    }

    @Test
    void usersAreChangedWhileTheServerRuns() throws IOException, InterruptedException {
        assertEquals(303, logIn("科长"));
        assertEquals(200, get("/admin").statusCode());
        assertEquals(0, user("add", "读者", "--role", "reader"));
        assertEquals(2, user("add", "读者"), "there is one already");
        assertEquals(2, program.run("user", "remove", "科长").code(), "the last admin stays");
        assertEquals(2, program.run("user", "add", "某人", "--role", "king").code());
        assertEquals(0, program.run("user", "role", "读者", "--role", "admin").code());
        assertEquals(0, program.run("user", "role", "科长", "--role", "reader").code());
        assertEquals(403, get("/admin").statusCode(), "at once");
        assertEquals(0, program.run("user", "remove", "科长").code());
        assertEquals(303, get("/admin").statusCode());
        List<String> names = program.run("user", "list")
                .out()
                .lines()
                .map(line -> line.replaceAll("  \\S+$", ""))
                .toList();
        assertEquals(List.of("admin  读者"), names);
        assertEquals(303, logIn("读者"));
        String log = get("/admin/audit").body();
        assertTrue(log.contains("新增用户") && log.contains("改角色") && log.contains("删除用户"), log);
    }

    @Test
    void anUploadOutlivesAKill() throws IOException, InterruptedException {
        assertEquals(303, logIn("科长"));
        long half = begin();
        put(half, "半截/a.txt", "没有传完的上传");
        long whole = begin();
        for (int i = 0; i < 40; i++) {
            put(whole, "传完/" + i + ".txt", "在第" + i + "次支部大会上的讲话\n同志们：\n要把第" + i + "件事办好。\n");
        }
        put(whole, "传完/密.txt", "机密★1年\n在保密工作会议上的讲话\n同志们：\n今天部署密码管理工作。\n");
        assertEquals(
                200,
                script("POST", "/api/uploads/" + whole + "/finish?collection=", "")
                        .statusCode());
        server.destroyForcibly();
        assertTrue(server.waitFor(20, TimeUnit.SECONDS));
        assertTrue(Files.exists(folder.resolve("home/uploads/" + whole + "/files/传完/0.txt")), "no file is lost");
        serve();
        assertEquals(303, logIn("科长"));
        JsonNode last = ended();
        JsonNode tally = last.get("tally");
        assertEquals(41, tally.get("seen").asInt());
        assertEquals(40, tally.get("stored").asInt() + tally.get("unchanged").asInt());
        assertEquals(1, tally.get("held").asInt());
        for (int wait = 0; wait < 100 && uploads() > 0; wait++) {
            Thread.sleep(50);
        }
        assertEquals(0, uploads(), "neither the half one nor the imported one leaves anything");
        release();
        server.destroy();
        assertTrue(server.waitFor(20, TimeUnit.SECONDS));
        assertEquals(0, program.run("verify").code());
        assertEquals(
                1, program.json("search", "\"密码管理工作\"", "--json").get("total").asInt());
    }

    private void release() throws IOException, InterruptedException {
        Matcher held = Pattern.compile("/admin/held/[0-9a-f]{64}")
                .matcher(get("/admin/held").body());
        assertTrue(held.find());
        HttpResponse<String> answer = form(held.group() + "/release", "sure=yes&reason=ok");
        assertEquals(303, answer.statusCode(), answer.body());
        assertTrue(
                answer.headers().firstValue("location").orElse("").contains("done=released"),
                () -> answer.headers().map().toString());
    }

    private JsonNode ended() throws IOException, InterruptedException {
        for (int wait = 0; wait < 600; wait++) {
            JsonNode newest =
                    Program.parse(get("/api/imports").body()).get("imports").get(0);
            if (newest.get("state").asText().equals("ended")
                    && newest.get("tally").get("seen").asInt() > 1) {
                return newest;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("does not end: " + get("/api/imports").body());
    }

    private long uploads() throws IOException {
        try (Stream<Path> left = Files.list(folder.resolve("home/uploads"))) {
            return left.count();
        }
    }

    private int user(String... words) throws IOException, InterruptedException {
        String[] call = Stream.concat(Stream.of("user"), Stream.of(words)).toArray(String[]::new);
        Process process = program.start(folder.resolve("user.out"), folder.resolve("user.err"), call);
        try (OutputStream in = process.getOutputStream()) {
            in.write((PASSWORD + "\n").getBytes(StandardCharsets.UTF_8));
        }
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        return process.exitValue();
    }

    private void serve() throws IOException, InterruptedException {
        Path out = folder.resolve("serve.out");
        Files.deleteIfExists(out);
        server = program.start(out, folder.resolve("serve.err"), "serve", "--port", "0");
        for (int wait = 0; wait < 300 && server.isAlive(); wait++) {
            Matcher address = ADDRESS.matcher(Files.exists(out) ? Files.readString(out) : "");
            if (address.find()) {
                root = "http://127.0.0.1:" + address.group(1);
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError(Files.readString(folder.resolve("serve.err")));
    }

    private int logIn(String name) throws IOException, InterruptedException {
        client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        token(get("/login").body());
        int status =
                form("/login", "name=" + encode(name) + "&password=" + PASSWORD).statusCode();
        token(get("/admin").body());
        return status;
    }

    private void token(String page) {
        Matcher found = CSRF.matcher(page);
        assertTrue(found.find(), page);
        csrf = found.group(1);
    }

    private long begin() throws IOException, InterruptedException {
        return Program.parse(script("POST", "/api/uploads", "").body())
                .get("id")
                .asLong();
    }

    private void put(long id, String path, String text) throws IOException, InterruptedException {
        HttpResponse<String> answer = script("PUT", "/api/uploads/" + id + "/files?path=" + encode(path), text);
        assertEquals(204, answer.statusCode(), answer.body());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(root + path)));
    }

    private HttpResponse<String> form(String path, String fields) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(root + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields + "&csrf=" + csrf)));
    }

    private HttpResponse<String> script(String method, String path, String body)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(root + path))
                .header("X-CSRF-Token", csrf)
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
