package wenyuan.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnSynonymsTest {
    private static final String SHIPPED = "党代会=党员代表大会=党的代表大会";

    @TempDir
    Path folder;

    @Test
    void linesAreAddedAndTakenAway() {
        check("", "网格员=网格长", "网格员=网格长\n");
        check("# 说明", " 网格员=网格长 ", "# 说明\n网格员=网格长\n");
        check("甲乙=丙丁\n", "网格员=网格长", "甲乙=丙丁\n网格员=网格长\n");
        assertEquals("-党代会\n", OwnSynonyms.of("").without(SHIPPED));
    }

    @Test
    void aShippedLineIsInForceUntilTheHomeSharesAWordWithIt() {
        assertTrue(inForce("", SHIPPED));
        assertTrue(inForce("# 党代会\n", SHIPPED));
        assertFalse(inForce("-党代会\n", SHIPPED));
        assertFalse(inForce("党代表大会=党员代表大会 # 本地\n", SHIPPED));
    }

    @Test
    void aWrongLineIsToldWithThePlaceOfTheRealFileAndNothingIsWritten() throws IOException {
        Path own = folder.resolve("index-config");
        Overrides overrides = new Overrides(own);
        String said = String.valueOf(
                assertThrows(ConfigException.class, () -> overrides.write(OwnSynonyms.FILE, "# 说明\n网格员\n"))
                        .getMessage());
        assertEquals(own.resolve("synonyms.txt") + ":2: expected 2 words with = between them, found 网格员", said);
        assertEquals("", OwnSynonyms.read(own).content());
        assertTrue(overrides
                .write(OwnSynonyms.FILE, "网格员=网格长\n")
                .phrasing()
                .synonyms()
                .contains(List.of("网格员", "网格长")));
        assertEquals("网格员=网格长\n", OwnSynonyms.read(own).content());
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(own), left.toList(), "the copy that was tried is gone");
        }
    }

    private static void check(String content, String line, String expected) {
        assertEquals(expected, OwnSynonyms.of(content).with(line));
    }

    private static boolean inForce(String content, String line) {
        return OwnSynonyms.of(content).shipped().stream()
                .filter(shipped -> shipped.line().equals(line))
                .findFirst()
                .orElseThrow()
                .inForce();
    }
}
