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

class OwnWordsTest {
    @TempDir
    Path home;

    private Path file(String name) throws IOException {
        return Files.createDirectories(home.resolve("lexicon")).resolve(name);
    }

    private static List<String> words(Path overrides) {
        return OwnWords.read(overrides).stream().map(OwnWords::word).toList();
    }

    /** The second line is wrong: the start stops there and says what was expected. */
    private void check(String line, String expected) throws IOException {
        Path file = file("own.txt");
        Files.writeString(file, "# 自己的词\n" + line + "\n");
        ConfigException wrong = assertThrows(ConfigException.class, () -> RuleBookReader.read(home), line);
        assertEquals(file + ":2: " + expected, wrong.getMessage());
    }

    @Test
    void aWrongLineStopsTheStartWithItsPlace() throws IOException {
        check("网格 驿站", "expected one word a line, found a blank inside \"网格 驿站\"");
        check("网格\u3000驿站  # 甲", "expected one word a line, found a blank inside \"网格\u3000驿站\"");
        check("网\u0007格", "expected letters only, found \"网\\u0007格\"");
        check("网\u200b格", "expected letters only, found \"网\\u200b格\"");
        check("网格、驿站", "expected letters only, found \"网格、驿站\"");
        check("网", "expected 2 to 20 characters, found 1");
        check("网".repeat(21), "expected 2 to 20 characters, found 21");
        check("網格驛站", "expected the normal form 网格驿站, found 網格驛站");
    }

    @Test
    void aWordTwiceStopsTheStartAndNamesBothLines() throws IOException {
        Files.writeString(file("own.txt"), "网格驿站\n楼门长\n");
        Files.writeString(file("party.txt"), "# 旧文件\n\n楼门长\n");
        ConfigException wrong = assertThrows(ConfigException.class, () -> RuleBookReader.read(home));
        assertEquals(
                file("party.txt") + ":3: expected each word once, 楼门长 stands at " + file("own.txt") + ":2",
                wrong.getMessage());
    }

    @Test
    void aWordThatIsShippedTooIsNoMistake() throws IOException {
        int shipped = RuleBookReader.shipped().labels().words().size();
        Files.writeString(file("own.txt"), "党建\n楼门长\n");
        List<String> words = RuleBookReader.read(home).labels().words();
        assertEquals(shipped + 1, words.size());
        assertTrue(words.contains("楼门长"));
    }

    @Test
    void wordsAreAddedOnceAndTakenOutAgain() throws IOException {
        assertEquals(List.of(), words(home));
        assertEquals(List.of("楼门长", "网格驿站"), OwnWords.add(home, List.of("楼门长", "网格驿站", "楼门长"), "admin 2026-11-23"));
        assertEquals(List.of(), OwnWords.add(home, List.of("楼门长"), "somebody else"));
        assertEquals(
                new OwnWords("楼门长", "admin 2026-11-23"), OwnWords.read(home).getFirst());
        Files.writeString(file("own.txt"), Files.readString(file("own.txt")) + "# 我的备注\n三色预警");
        OwnWords.add(home, List.of("马灯宣讲团"), "乙");
        OwnWords.remove(home, List.of("网格驿站", "没有的词"));
        assertEquals(List.of("楼门长", "三色预警", "马灯宣讲团"), words(home));
        assertTrue(Files.readString(file("own.txt")).contains("# 我的备注\n"));
    }

    @Test
    void aWrongWordIsNotWritten() {
        assertThrows(ConfigException.class, () -> OwnWords.add(home, List.of("楼门长", "坏\n词"), "甲"));
        assertFalse(Files.exists(home.resolve("lexicon")));
    }

    @Test
    void newWordsChangeTheRules() {
        String before = RuleBookReader.read(home).hash();
        OwnWords.add(home, List.of("楼门长"), "甲");
        String after = RuleBookReader.read(home).hash();
        assertFalse(before.equals(after));
        OwnWords.remove(home, List.of("楼门长"));
        assertEquals(before, RuleBookReader.read(home).hash());
    }
}
