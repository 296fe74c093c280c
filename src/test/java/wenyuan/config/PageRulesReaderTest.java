package wenyuan.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.model.Label;
import wenyuan.model.PageRules;
import wenyuan.model.PageRules.Where;

class PageRulesReaderTest {
    @TempDir
    Path home;

    @Test
    void readsTheShippedRules() {
        PageRules rules = ShippedPageRules.read();
        assertEquals(
                List.of("truncated", "repaired", "slotHeavy", "garbled", "scanned", "spun", "nameLeak", "internal"),
                rules.status().stream().map(Label::id).toList());
        assertTrue(rules.zones().stream().anyMatch(rule -> rule.where() == Where.TO_END));
        assertTrue(rules.slight().contains("repair.line-join"));
        assertTrue(rules.completeness().stream()
                .allMatch(rule -> rule.pattern().namedGroups().containsKey("missing")
                        || rule.pattern().namedGroups().keySet().containsAll(List.of("total", "shown"))));
    }

    @Test
    void aHomeTakesARuleAway() throws IOException {
        Files.writeString(home.resolve("pages.yaml"), "status:\n  - {id: slotHeavy, off: true}\n");
        assertTrue(read().condition("slotHeavy").isEmpty());
    }

    @Test
    void aHomeSwitchesARepairOff() throws IOException {
        assertTrue(read().makes("repair.pinyin-gloss"));
        Files.writeString(home.resolve("repairs.yaml"), """
                repairs:
                  - {id: repair.pinyin-gloss, enabled: false}
                  - {id: repair.byte-slip, name: 字节, enabled: true}
                """);
        assertFalse(read().makes("repair.pinyin-gloss"));
        assertTrue(read().makes("repair.byte-slip"));
    }

    @Test
    void aWrongPlaceIsNamed() {
        check(
                "zones:\n  - {id: a, zone: tail, where: under, match: 'x'}\n",
                "pages.yaml:2: expected one of [before, after, anywhere, to-end, box, cut, out], found \"under\"");
    }

    @Test
    void aMistypedKeyIsNamed() {
        check(
                "slots:\n  - {id: a, knd: place, match: 'x'}\n",
                "expected one of the keys id, kind, match, found \"knd\"");
    }

    private void check(String yaml, String message) {
        try {
            Files.writeString(home.resolve("pages.yaml"), yaml);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        ConfigException error = assertThrows(ConfigException.class, this::read);
        assertTrue(error.getMessage().endsWith(message), error.getMessage());
    }

    private PageRules read() {
        return PageRulesReader.read(RuleFile.read("pages.yaml", home), RuleFile.read("repairs.yaml", home));
    }
}
