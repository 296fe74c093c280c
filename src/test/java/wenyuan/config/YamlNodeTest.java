package wenyuan.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class YamlNodeTest {
    @Test
    void readsEveryKindOfValue() {
        YamlNode root = YamlNode.parse("a.yaml", "n: 7\nd: 0.5\nf: off\nt: 座谈会\nl: [一, 二]\nr: 座谈.?会\n");
        assertEquals(7, root.get("n").integer());
        assertEquals(0.5, root.get("d").number());
        assertFalse(root.get("f").flag());
        assertEquals("座谈会", root.get("t").text());
        assertEquals(
                List.of("一", "二"), root.items("l").stream().map(YamlNode::text).toList());
        assertTrue(root.get("r").pattern().matcher("座谈小会").matches());
        assertTrue(root.find("absent").isEmpty());
        assertEquals(List.of(), root.items("absent"));
        assertEquals(
                List.of("n", "d", "f", "t", "l", "r"),
                List.copyOf(root.entries().keySet()));
        assertEquals("a.yaml:4", root.get("t").where());
    }

    @Test
    void anEmptyFileIsAnEmptyMap() {
        assertTrue(YamlNode.parse("a.yaml", "# nothing\n").entries().isEmpty());
    }

    @Test
    void saysWhereWhatAndWhatWasExpected() {
        check("a: x\nb: y", root -> root.get("b").integer(), "a.yaml:2: expected a whole number, found \"y\"");
        check("a: x", root -> root.get("a").number(), "a.yaml:1: expected a number, found \"x\"");
        check("a: x", root -> root.get("a").flag(), "a.yaml:1: expected true or false, found \"x\"");
        check("a:", root -> root.get("a").text(), "a.yaml:1: expected a single value, found nothing");
        check("a: x", root -> root.get("a").items(), "a.yaml:1: expected a list, found \"x\"");
        check("a: [x]", root -> root.get("a").entries(), "a.yaml:1: expected a map, found a list");
        check("a: x", root -> root.get("b"), "a.yaml:1: expected a map with the key b, found a map with the keys a");
        check("a: 1\na: 2", YamlNode::entries, "a.yaml:2: expected each key once, found \"a\"");
        check("a: 1\nidd: 2", root -> root.only("a", "id"), "a.yaml:2: expected one of the keys a, id, found \"idd\"");
        check(
                "\na: 座(谈",
                root -> root.get("a").pattern(),
                "a.yaml:2: expected a regular expression (Unclosed group at character 3), found \"座(谈\"");
        check("a: [1", root -> {}, "a.yaml:1: expected YAML, but expected ',' or ']', but got <stream end>");
    }

    private static void check(String yaml, Consumer<YamlNode> reading, String message) {
        assertEquals(
                message,
                assertThrows(ConfigException.class, () -> reading.accept(YamlNode.parse("a.yaml", yaml)))
                        .getMessage());
    }
}
