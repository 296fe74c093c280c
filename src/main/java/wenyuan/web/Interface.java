package wenyuan.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The description of the HTTP interface: the file itself, and a page made from it. */
public final class Interface {
    private static final String FILE = "/wenyuan/web/openapi.yaml";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");
    private static final int DEEPEST = 4;

    private final Views views;

    Interface(Views views) {
        this.views = views;
    }

    /** {@code /api/openapi.yaml} */
    static void file(Context ctx) {
        ctx.contentType("application/yaml; charset=utf-8").result(bytes());
    }

    /** {@code /api/docs} */
    void page(Context ctx) {
        views.show(ctx, "interface", Map.of("view", Description.of(bytes())));
    }

    private static byte[] bytes() {
        try (@Nullable InputStream in = Interface.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its file " + FILE);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The description, ready to be printed. */
    public record Description(String title, String about, List<Operation> operations, List<Schema> schemas) {
        static Description of(byte[] yaml) {
            try {
                JsonNode root = new YAMLMapper().readTree(yaml);
                return new Description(
                        root.at("/info/title").asText(),
                        root.at("/info/description").asText(),
                        operations(root),
                        root.at("/components/schemas").properties().stream()
                                .map(schema -> new Schema(schema.getKey(), fields(schema.getValue())))
                                .toList());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static List<Operation> operations(JsonNode root) {
            return root.path("paths").properties().stream()
                    .flatMap(path -> path.getValue().properties().stream()
                            .filter(method -> METHODS.contains(method.getKey()))
                            .map(method -> Operation.of(root, method.getKey(), path.getKey(), method.getValue())))
                    .toList();
        }
    }

    /**
     * A way to ask.
     *
     * @param body type of what is sent along; empty when nothing is
     */
    public record Operation(
            String method,
            String path,
            String summary,
            String description,
            List<Row> parameters,
            String body,
            List<Row> answers) {
        static Operation of(JsonNode root, String method, String path, JsonNode node) {
            return new Operation(
                    method.toUpperCase(java.util.Locale.ROOT),
                    path,
                    node.path("summary").asText(),
                    node.path("description").asText(),
                    stream(node.path("parameters"))
                            .map(one -> parameter(resolved(root, one)))
                            .toList(),
                    String.join(", ", names(node.at("/requestBody/content"))),
                    node.path("responses").properties().stream()
                            .map(answer -> answer(answer.getKey(), resolved(root, answer.getValue())))
                            .toList());
        }

        /** A name for links. */
        public String anchor() {
            return method.toLowerCase(java.util.Locale.ROOT)
                    + path.replaceAll("[^a-z]+", "-").replaceAll("-$", "");
        }

        private static Row parameter(JsonNode node) {
            String kind = node.path("in").asText() + (node.path("required").asBoolean() ? " *" : "");
            return new Row(node.path("name").asText(), kind, type(node.path("schema")), about(node));
        }

        private static Row answer(String status, JsonNode node) {
            JsonNode content = node.path("content");
            String type = content.properties().stream()
                    .map(kind -> kind.getKey() + " " + type(kind.getValue().path("schema")))
                    .findFirst()
                    .orElse("");
            return new Row(status, "", type, node.path("description").asText());
        }
    }

    /** A line of a table; what does not apply is empty. */
    public record Row(String name, String place, String type, String about) {}

    /** A named kind of answer. */
    public record Schema(String name, List<Row> fields) {}

    /** Fields with those inside them, as {@code hits[].title}. */
    private static List<Row> fields(JsonNode schema) {
        List<Row> rows = new ArrayList<>();
        add(rows, "", schema, 0);
        return List.copyOf(rows);
    }

    private static void add(List<Row> rows, String before, JsonNode schema, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        schema.path("properties").properties().forEach(field -> {
            JsonNode value = field.getValue();
            rows.add(new Row(
                    before + field.getKey(),
                    "",
                    type(value),
                    value.path("description").asText()));
            boolean list = value.path("type").asText().equals("array");
            add(rows, before + field.getKey() + (list ? "[]." : "."), list ? value.path("items") : value, depth + 1);
        });
    }

    private static String type(JsonNode schema) {
        String named = schema.path("$ref").asText();
        if (!named.isEmpty()) {
            return named.substring(named.lastIndexOf('/') + 1);
        }
        String type = schema.path("type").asText();
        String inner = type.equals("array") ? type(schema.path("items")) + "[]" : type;
        List<String> choices = stream(schema.has("enum") ? schema.path("enum") : schema.at("/items/enum"))
                .map(JsonNode::asText)
                .toList();
        String usual = schema.has("default") ? " = " + schema.path("default").asText() : "";
        return (choices.isEmpty() ? inner : String.join(" | ", choices)) + usual;
    }

    private static String about(JsonNode node) {
        return node.path("description").asText();
    }

    private static JsonNode resolved(JsonNode root, JsonNode node) {
        String named = node.path("$ref").asText();
        return named.startsWith("#/") ? root.at(named.substring(1)) : node;
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        List<JsonNode> all = new ArrayList<>();
        array.forEach(all::add);
        return all.stream();
    }
}
