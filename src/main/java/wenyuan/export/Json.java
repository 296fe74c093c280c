package wenyuan.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import wenyuan.model.Span;

/** The few steps by which values become JSON here. Stateless. */
public final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /** A new empty object. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** An array of what {@code write} makes of each value. */
    public static <T> ArrayNode array(Collection<T> values, Function<? super T, ? extends JsonNode> write) {
        ArrayNode array = MAPPER.createArrayNode();
        values.forEach(value -> array.add(write.apply(value)));
        return array;
    }

    /** An array of strings. */
    public static ArrayNode strings(Collection<String> values) {
        ArrayNode array = MAPPER.createArrayNode();
        values.forEach(array::add);
        return array;
    }

    /** An array of numbers. */
    static ArrayNode numbers(List<Integer> values) {
        ArrayNode array = MAPPER.createArrayNode();
        values.forEach(array::add);
        return array;
    }

    /** {@code [from, to]}. */
    public static ArrayNode span(Span span) {
        return MAPPER.createArrayNode().add(span.start()).add(span.end());
    }

    /** What {@code write} makes of the value, or JSON's null. */
    static <T> JsonNode optional(Optional<T> value, Function<T, JsonNode> write) {
        return value.map(write).orElseGet(MAPPER::nullNode);
    }

    /** A string, or JSON's null. */
    static JsonNode optionalText(Optional<String> value) {
        return optional(value, MAPPER.getNodeFactory()::textNode);
    }

    /** One line of JSON without line ends in it. */
    public static String line(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
