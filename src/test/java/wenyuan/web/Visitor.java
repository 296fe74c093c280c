package wenyuan.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a session of their own who talks to a server without a browser. */
final class Visitor {
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"(\\w+)\"");

    private final String root;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private String csrf = "";

    Visitor(String root) {
        this.root = root;
    }

    /** Logs in; the status of the answer. */
    int logIn(String name, String password) throws IOException, InterruptedException {
        token(get("/login").body());
        int status = form("/login", Map.of("name", name, "password", password)).statusCode();
        HttpResponse<String> page = get("/");
        if (page.statusCode() == 200) {
            token(page.body());
        }
        return status;
    }

    /** Takes the token out of a page with a form, and gives the page back. */
    String token(String page) {
        Matcher found = CSRF.matcher(page);
        csrf = found.find() ? found.group(1) : csrf;
        return page;
    }

    String csrf() {
        return csrf;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)).build());
    }

    /** Posts a form with this session's token. */
    HttpResponse<String> form(String path, Map<String, String> fields) throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + Address.encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body + (body.isEmpty() ? "" : "&") + "csrf=" + csrf))
                .build());
    }

    /** A request as the page's script makes it. */
    HttpResponse<String> script(String method, String path, byte[] body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path))
                .header("X-CSRF-Token", csrf)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    /** A form with files, as a browser without scripts sends it: names as they are, in UTF-8. */
    HttpResponse<String> files(String path, String collection, Map<String, String> files)
            throws IOException, InterruptedException {
        String boundary = "----4f2c";
        StringBuilder body = new StringBuilder();
        Map.of("csrf", csrf, "collection", collection)
                .forEach((name, value) -> body.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\""
                        + name + "\"\r\n\r\n" + value + "\r\n"));
        files.forEach((name, text) -> body.append("--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + text + "\r\n"));
        body.append("--" + boundary + "--\r\n");
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8))
                .build());
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        return parse(get(path).body());
    }

    static JsonNode parse(String body) throws IOException {
        return new JsonMapper().readTree(body);
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    URI uri(String path) {
        return URI.create(root + path);
    }

    HttpClient client() {
        return client;
    }
}
