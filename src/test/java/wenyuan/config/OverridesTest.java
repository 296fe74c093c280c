package wenyuan.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.model.RuleBook;

class OverridesTest {
    private static final Overrides.Line LINE =
            new Overrides.Line("meetings.yaml", "triggers", "{id: own.务虚会, label: MT16, rank: 2, match: '务虚会'}");

    @TempDir
    Path folder;

    @Test
    void aLineIsTriedAndThenWritten() throws IOException {
        Path home = folder.resolve("index-config");
        Overrides overrides = new Overrides(home);
        RuleBook tried = overrides.with(LINE);
        assertNotEquals(RuleBookReader.shipped().hash(), tried.hash());
        assertFalse(Files.exists(home), "trying changes nothing");
        assertEquals(tried.hash(), overrides.add(LINE).hash());
        assertEquals(tried.hash(), RuleBookReader.read(home).hash());
        overrides.add(
                new Overrides.Line("meetings.yaml", "triggers", "{id: own.茶话会, label: MT16, rank: 2, match: '茶话会'}"));
        assertEquals(
                List.of(
                        "triggers:",
                        "  - {id: own.茶话会, label: MT16, rank: 2, match: '茶话会'}",
                        "  - {id: own.务虚会, label: MT16, rank: 2, match: '务虚会'}"),
                Files.readAllLines(home.resolve("meetings.yaml")));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(home), left.toList(), "no copy is left");
        }
    }

    @Test
    void whatTheHomeSaysAlreadyStays() {
        check(
                "# ours\ntriggers: # first\n- {id: a}\ntypes:\n- {id: b}\n",
                "# ours\ntriggers: # first\n- {id: n}\n- {id: a}\ntypes:\n- {id: b}\n");
        check("types:\n  - {id: b}", "types:\n  - {id: b}\ntriggers:\n  - {id: n}\n");
        check("", "triggers:\n  - {id: n}\n");
    }

    @Test
    void aWrongLineIsRefusedAndNothingIsWritten() throws IOException {
        Overrides overrides = new Overrides(folder.resolve("index-config"));
        overrides.add(LINE);
        String before = Files.readString(folder.resolve("index-config/meetings.yaml"));
        Overrides.Line wrong =
                new Overrides.Line("meetings.yaml", "triggers", "{id: x, label: MT99, rank: 2, match: 'x'}");
        ConfigException e = assertThrows(ConfigException.class, () -> overrides.add(wrong));
        assertTrue(e.getMessage().contains("expected one of the ids [MT01"), e::getMessage);
        assertThrows(ConfigException.class, () -> overrides.add(LINE), "the same id twice");
        assertEquals(before, Files.readString(folder.resolve("index-config/meetings.yaml")));
    }

    private static void check(String content, String expected) {
        assertEquals(expected, Overrides.inserted(content, new Overrides.Line("x.yaml", "triggers", "{id: n}")));
    }
}
