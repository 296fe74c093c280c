package wenyuan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One process owns a home: what another imports appears in the pages of the first without a restart. */
class OwnershipIT {
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/");

    @Test
    void anImportBesideAServerIsDoneByTheServer(@TempDir Path folder) throws IOException, InterruptedException {
        Program program = Program.over(folder.resolve("home"));
        Path first = Files.writeString(folder.resolve("甲.txt"), "在全县组织工作会议上的讲话\n同志们：\n今年要把支部建设抓实抓细。\n");
        Path second = Files.writeString(folder.resolve("乙.txt"), "在全县宣传工作会议上的讲话\n同志们：\n要讲好山区巨变的故事。\n");
        assertEquals(
                1,
                program.json("import", first.toString(), "--json").get("stored").asInt());
        Path out = folder.resolve("serve.out");
        Process server = program.start(out, folder.resolve("serve.err"), "serve", "--port", "0");
        try {
            int port = port(server, out);
            assertEquals(0, total(port, "\"山区巨变\""));
            Program.Result imported = program.run("import", second.toString(), "--json");
            assertEquals(0, imported.code(), imported::err);
            assertTrue(imported.err().contains("in use by process " + server.pid()), imported::err);
            assertEquals(1, imported.json().get("stored").asInt(), imported::out);
            assertEquals(1, total(port, "\"山区巨变\""));
            assertEquals(
                    1, program.json("search", "\"山区巨变\"", "--json").get("total").asInt());
            JsonNode relabelled = program.json("reindex", "--json");
            assertEquals(2, relabelled.get("documents").asInt());
            assertEquals(1, total(port, "\"抓实抓细\""));
            assertEquals(2, program.run("serve", "--port", "0").code());
        } finally {
            server.destroy();
            assertTrue(server.waitFor(20, TimeUnit.SECONDS), "ends when told to");
        }
        assertEquals(0, program.run("verify").code());
    }

    private static int port(Process server, Path out) throws IOException, InterruptedException {
        for (int wait = 0; wait < 300 && server.isAlive(); wait++) {
            Optional<Matcher> address = Files.readString(out)
                    .lines()
                    .map(ADDRESS::matcher)
                    .filter(Matcher::find)
                    .findFirst();
            if (address.isPresent()) {
                return Integer.parseInt(address.get().group(1));
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the server does not say where it is: " + Files.readString(out));
    }

    private static int total(int port, String query) throws IOException, InterruptedException {
        URI address = URI.create(
                "http://127.0.0.1:" + port + "/api/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
            assertEquals(200, answer.statusCode(), answer::body);
            return Program.parse(answer.body()).get("total").asInt();
        }
    }
}
