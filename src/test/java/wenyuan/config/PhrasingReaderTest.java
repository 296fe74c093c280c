package wenyuan.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.model.Phrasing;

class PhrasingReaderTest {
    @TempDir
    Path home;

    private Phrasing with(String file, String... lines) throws IOException {
        Files.write(home.resolve(file), List.of(lines));
        return PhrasingReader.read(home);
    }

    private void checkMessage(String expected, String file, String... lines) {
        ConfigException wrong = assertThrows(ConfigException.class, () -> with(file, lines));
        assertEquals(home.resolve(file) + expected, wrong.getMessage());
    }

    @Test
    void theShippedOnesAreRead() {
        Phrasing shipped = RuleBookReader.shipped().phrasing();
        assertTrue(
                shipped.synonyms().size() >= 60, () -> "" + shipped.synonyms().size());
        assertTrue(shipped.synonyms().contains(List.of("党代会", "党员代表大会", "党的代表大会")));
        assertTrue(shipped.suffixes().containsAll(List.of("县委", "镇", "同志")));
    }

    @Test
    void aHomesLineTakesThePlaceOfThoseItSharesAWordWith() throws IOException {
        int shipped = RuleBookReader.shipped().phrasing().synonyms().size();
        Phrasing own = with("synonyms.txt", "# ours", "", "党代会 = 党员代表大会  # no more", "网格=格子");
        assertEquals(shipped + 1, own.synonyms().size());
        assertTrue(own.synonyms().containsAll(List.of(List.of("党代会", "党员代表大会"), List.of("网格", "格子"))));
        assertEquals(shipped - 1, with("synonyms.txt", "-党建").synonyms().size());
        assertTrue(with("suffixes.txt", "牧场", "-镇").suffixes().contains("牧场"));
        assertTrue(!with("suffixes.txt", "牧场", "-镇").suffixes().contains("镇"));
    }

    @Test
    void aWrongLineIsNamed() throws IOException {
        checkMessage(":2: expected the normal form 党课, found 黨課", "synonyms.txt", "# a", "黨課=上党课");
        checkMessage(":1: expected the normal form 不忘初心牢记使命, found 不忘初心、牢记使命", "synonyms.txt", "初心使命=不忘初心、牢记使命");
        checkMessage(":1: expected a word of at least 2 characters, found \"党\"", "synonyms.txt", "党=党组织");
        checkMessage(":1: expected a word of at least 2 characters, found \"\"", "synonyms.txt", "党课=");
        checkMessage(":1: expected 2 words with = between them, found 党课", "synonyms.txt", "党课");
        checkMessage(
                ":2: expected a word that does not stand at " + home.resolve("synonyms.txt") + ":1 too, found 党课",
                "synonyms.txt",
                "党课=上党课",
                "听党课=党课");
        Files.delete(home.resolve("synonyms.txt"));
        checkMessage(":1: expected a word of at least 1 characters, found \"\"", "suffixes.txt", "-");
    }
}
