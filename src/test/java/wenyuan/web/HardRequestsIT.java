package wenyuan.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that nobody makes by clicking, or only seldom. */
class HardRequestsIT {
    @TempDir
    Path folder;

    private Site site;
    private Visitor visitor;

    @BeforeEach
    void open() throws IOException {
        site = Site.at(folder, "127.0.0.1");
        visitor = new Visitor(site.url(""));
    }

    @AfterEach
    void close() {
        site.close();
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return visitor.send(HttpRequest.newBuilder(visitor.uri("/api/search"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** The status line for an address as it is written, which a proper client would not send. */
    private String raw(String address) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), site.server().port())) {
            String request = "GET " + address + " HTTP/1.1\r\nHost: 127.0.0.1:"
                    + site.server().port() + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.lines().findFirst().orElse("");
        }
    }

    /** A page of another site could have its file read by our parsers, although it sees nothing of the answer. */
    @Test
    void aFormOfAnotherSiteIsRefused() throws Exception {
        for (String path : List.of("/check", "/api/check", "/api/search")) {
            HttpRequest.Builder form = HttpRequest.newBuilder(visitor.uri(path))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("draft=a&q=a"));
            assertEquals(200, visitor.send(form.build()).statusCode(), path);
            HttpRequest foreign = form.header("Sec-Fetch-Site", "cross-site").build();
            assertEquals(403, visitor.send(foreign).statusCode(), path);
        }
    }

    @Test
    void whatCanBeSelectedCanBeSentInAnAddress() throws Exception {
        String quote = "党".repeat(2_000);
        HttpResponse<String> page =
                visitor.get("/clippings/new?document=0000000000000001&quote=" + Address.encode(quote));
        assertEquals(400, page.statusCode());
        assertTrue(page.body().contains("wenyuan.css"), "a page of ours says that the passage is not there");
    }

    @Test
    void anExportThatFailsIsNoEmptyFile() throws Exception {
        site.engine().close();
        for (String format : List.of("csv", "jsonl", "docx")) {
            for (String view : List.of("documents", "sentences", "concordance", "trends")) {
                String address = "/api/export?q=" + Address.encode("党建") + "&view=" + view + "&format=" + format;
                HttpResponse<String> answer = visitor.get(address);
                assertEquals(500, answer.statusCode(), address);
                assertTrue(answer.body().startsWith("{\"error\""), address);
                assertTrue(answer.headers().firstValue("Content-Disposition").isEmpty(), address);
            }
        }
    }

    @Test
    void aDownloadThatBreaksOffIsSeenToBreakOff() throws Exception {
        Javalin server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.routes.get(
                    "/{kilobytes}",
                    ctx -> Download.send(ctx, "text/csv", "表.csv", out -> {
                        byte[] kilobyte = "党".repeat(341).getBytes(StandardCharsets.UTF_8);
                        for (int i = 0; i < Integer.parseInt(ctx.pathParam("kilobytes")); i++) {
                            out.write(kilobyte);
                        }
                        throw new IllegalStateException("the disk is gone");
                    }));
        });
        try {
            server.start("127.0.0.1", 0);
            Visitor other = new Visitor("http://127.0.0.1:" + server.port());
            HttpResponse<String> early = other.get("/10");
            assertEquals(500, early.statusCode());
            assertTrue(early.headers().firstValue("Content-Disposition").isEmpty());
            for (int kilobytes : List.of(100, 5_000)) {
                assertThrows(IOException.class, () -> read(other, "/" + kilobytes, "identity"), kilobytes + " kB");
                assertThrows(IOException.class, () -> read(other, "/" + kilobytes, "gzip"), kilobytes + " kB, packed");
            }
        } finally {
            server.stop();
        }
    }

    /** Reads an answer to its end; one that has not begun to arrive before something failed is an error as well. */
    private static void read(Visitor visitor, String path, String encoding) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(visitor.uri(path))
                .header("Accept-Encoding", encoding)
                .build();
        int status = visitor.client()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
        if (status >= 500) {
            throw new IOException("answered with " + status);
        }
    }

    @Test
    void anAddressThatIsBadlyEncodedIsRefusedInsteadOfReadInPart() throws Exception {
        for (String address : List.of("/?q=%zz", "/api/search?q=%E4%B", "/api/search?type=%zz&size=0")) {
            assertTrue(raw(address).startsWith("HTTP/1.1 400"), address + ": " + raw(address));
        }
        assertTrue(raw("/api/search?q=%E5%85%9A&size=0&empty&=x&a=b=c").startsWith("HTTP/1.1 200"));
    }

    @Test
    void aQueryLongerThanAnyoneTypesIsCutAndSaysSo() throws Exception {
        for (String typed : List.of("(", "a OR ", "-(a ", "ab cd ", "\"要…靠\" ")) {
            HttpResponse<String> answer = post("size=1&q=" + Address.encode(typed.repeat(100_000 / typed.length())));
            assertEquals(200, answer.statusCode(), typed);
            assertTrue(answer.body().length() < 1_000_000, typed);
            assertTrue(answer.body().contains("太长"), typed);
        }
    }

    @Test
    void aThousandThingsThatAreUnknownAreNamedOnce() throws Exception {
        String body = post("with=" + "nonsense,".repeat(50_000) + "&size=0").body();
        assertEquals(1, body.split("nonsense", -1).length - 1);
        StringBuilder years = new StringBuilder("size=0");
        for (int i = 0; i < 9_000; i++) {
            years.append("&type=").append(i).append('x');
        }
        assertTrue(post(years.toString()).body().length() < 20_000);
    }
}
