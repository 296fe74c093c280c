package wenyuan.ingest.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wenyuan.config.ShippedPageRules;
import wenyuan.model.Cleaned;
import wenyuan.model.Extraction;
import wenyuan.model.Extraction.Form;
import wenyuan.model.PageRules;

class RepairsTest {
    private static final PageRules RULES = ShippedPageRules.read();
    private static final Charset GBK = Charset.forName("GBK");
    private static final String PLAIN = "各支部要认真学习，要联系实际，把任务落到人头，把责任压到肩上。";

    @TempDir
    Path home;

    @Test
    void straysOfTheOtherScriptAreTurned() {
        check(PLAIN + PLAIN + "黨建工作要落實。", PLAIN + PLAIN + "党建工作要落实。", "repair.script");
        check(PLAIN + PLAIN + "作者：李昇、钟著名。", PLAIN + PLAIN + "作者：李昇、钟著名。", "");
        String traditional = "各支部要認真學習，要聯繫實際，把任務落到人頭，把責任壓到肩上。";
        check(traditional, traditional, "");
        check(traditional + PLAIN, traditional + PLAIN, "");
    }

    @Test
    void wideLettersAndDigitsGetNarrow() {
        check("２０２１年，ＡＢ两组共１２人。", "2021年，AB两组共12人。", "repair.full-width");
        check("增长５％，约１．５倍。", "增长5％，约1．5倍。", "repair.full-width");
    }

    @Test
    void signsOfSymbolFontsGo() {
        check("\uf06c 要认真学习。", "要认真学习。", "repair.private-use");
        check("第一组\ue5e5第二组都到了。", "第一组 第二组都到了。", "repair.private-use");
        check("这个\ue123字不知道是什么。", "这个\ue123字不知道是什么。", "");
    }

    @Test
    void stutteringMarksAreOne() {
        check("要抓紧，。不能等，，，不能靠。。", "要抓紧。不能等，不能靠。", "repair.stutter");
        check("他说：“要抓紧……”大家都点头。", "他说：“要抓紧……”大家都点头。", "");
    }

    /** Each text is damaged in one way; without the rule it stays so, with it it does not. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "repair.pinyin-gloss | 要行(xíng)动，要行(xíng)动。",
                "repair.invisible | 支部\u200b书记要带头。",
                "repair.private-use | \uf0b7要认真学习。",
                "repair.full-width | ２０２１年的任务。",
                "repair.script | 各支部要认真学习，要联系实际，把任务落到人头，把责任压到肩上，把黨建抓好。",
                "repair.stutter | 要抓紧，，不能等。",
                "repair.stutter-mixed | 要抓紧，。",
                "repair.note-reference | 要抓紧。[footnoteRef:12]",
                "repair.entity-quote | 他说&quot;要抓紧&quot;吧。",
                "advert.rights | 要不断改[本资料权属某某写作网，转载请注明]善作风。",
                "repair.line-join | 一年来，支部全体党员同心同德，取\\n得了许多成绩，群众是满意的，上级也是肯定的。",
            })
    void eachRepairHasASwitch(String rule, String damaged) throws IOException {
        String text = damaged.replace("\\n", "\n");
        assertTrue(
                repairs(text, RULES).contains(rule), () -> repairs(text, RULES).toString());
        String file = rule.startsWith("advert") ? "pages.yaml" : "repairs.yaml";
        String section = rule.startsWith("advert") ? "zones" : "repairs";
        Files.writeString(home.resolve(file), section + ":\n  - {id: " + rule + ", enabled: false}\n");
        assertEquals(List.of(), repairs(text, ShippedPageRules.read(home)));
    }

    @Test
    void splittingAndBytesHaveSwitchesToo() throws IOException {
        byte[] bytes = "。可以說，大家很努力。".getBytes(GBK);
        String slipped = "各支部都作了汇报" + new String(bytes, 1, bytes.length - 1, GBK);
        String glued = "同志们: " + PLAIN.repeat(6) + " 一、抓学习。" + PLAIN.repeat(4) + " 二、抓落实。" + PLAIN;
        assertTrue(repairs(slipped, RULES).contains("repair.byte-slip"));
        assertTrue(repairs(glued, RULES).contains("repair.line-split"));
        Files.writeString(home.resolve("repairs.yaml"), """
                repairs:
                  - {id: repair.byte-slip, enabled: false}
                  - {id: repair.line-split, off: true}
                """);
        assertEquals(List.of(), repairs(slipped, ShippedPageRules.read(home)));
        assertEquals(List.of(), repairs(glued, ShippedPageRules.read(home)));
    }

    /** A stretch that is mended may end before the character that gave it away; looking goes on behind both. */
    @Test
    void twoBytesLostInOneSentenceDoNotHoldItUp() {
        String damaged = "今年春天以来，全镇上下把水渠修整吩诟飨罟ぷ鞯那巴\ufffd罚群笫柰诉条支渠，换下了二十多处旧闸门。";
        assertTimeoutPreemptively(
                Duration.ofMinutes(1),
                () -> assertTrue(clean(damaged, RULES).text().startsWith("今年春天以来")));
    }

    /** Loses the first byte of each character in turn, once a line. */
    @Test
    void halfOfAllLostBytesComeBack() {
        int mended = 0;
        for (int i = 1; i + 6 < PLAIN.length(); i++) {
            byte[] rest = PLAIN.substring(i).getBytes(GBK);
            String damaged = PLAIN.substring(0, i) + new String(rest, 1, rest.length - 1, GBK);
            String text = clean(damaged, RULES).text();
            mended += text.startsWith(PLAIN.substring(0, PLAIN.length() - 1)) ? 1 : 0;
        }
        int tried = PLAIN.length() - 7;
        assertTrue(mended >= tried * 0.5, mended + " of " + tried);
    }

    private static List<String> repairs(String text, PageRules rules) {
        return clean(text, rules).repairs().stream()
                .map(repair -> repair.rule())
                .distinct()
                .toList();
    }

    private static void check(String damaged, String expected, String rule) {
        Cleaned cleaned = clean(damaged, RULES);
        assertEquals(expected, cleaned.text());
        assertTrue(
                rule.isEmpty()
                        ? cleaned.repairs().isEmpty()
                        : repairs(damaged, RULES).contains(rule),
                () -> cleaned.repairs().toString());
    }

    private static Cleaned clean(String text, PageRules rules) {
        Cleaned cleaned = Clean.repair(new Extraction.Text(text, Form.PLAIN, "text/plain", "UTF-8", Map.of()), rules);
        CleanInvariants.check(cleaned);
        return cleaned;
    }
}
