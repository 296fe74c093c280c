package wenyuan.ingest.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wenyuan.config.ShippedPageRules;
import wenyuan.model.Claim;
import wenyuan.model.Cleaned;
import wenyuan.model.Evidence;
import wenyuan.model.Extraction;
import wenyuan.model.Extraction.Form;
import wenyuan.model.PageRules;

class ConditionsTest {
    private static final PageRules RULES = ShippedPageRules.read();
    private static final Charset GBK = Charset.forName("GBK");
    private static final String PLAIN = "各支部要认真学习，要联系实际，把任务落到人头，把责任压到肩上。\n".repeat(12);

    @Test
    void twoRewrittenPhrasesGiveATextAway() {
        check(PLAIN + "要坚持党的辅导，做到两个守护。", "spun", "党的辅导", "两个守护");
        check(PLAIN + "要坚持党的辅导，再坚持党的辅导。", "spun");
        check(PLAIN + "辅导员讲党课，党的辅导站里坐满了人，大家投入最大精力。", "spun");
        check(PLAIN + "维护群众利益，做到两个维护，理论进修班开班了。", "spun");
    }

    @Test
    void whatNoRepairMendsIsGarbled() {
        String misread = new String("各支部要认真学习贯彻会议精神，抓好工作落实。".getBytes(StandardCharsets.UTF_8), GBK);
        checkHas(PLAIN + misread + misread, "garbled", true);
        checkHas(PLAIN + "\ufffd".repeat(12), "garbled", true);
        checkHas(PLAIN + "从一九八一年到二〇二一年，三十九届，第二十五卷第三百九十九页。", "garbled", false);
        checkHas("各支部要認真學習貫徹會議精神，抓好工作落實。".repeat(5), "garbled", false);
    }

    @Test
    void theLastRealNameIsShown() {
        String hidden = "我代表××街道党工委讲话。××街道和××街道的同志，××区的领导，";
        check(PLAIN + hidden + "感谢青石街道的支持。", "nameLeak", "青石街道");
        check(PLAIN + hidden + "要成立街道党建联盟，建立街道党校。", "nameLeak");
        check(PLAIN + hidden + "感谢青石街道、白水街道、红岭街道的支持。", "nameLeak");
        check(PLAIN + "感谢青石街道的支持。", "nameLeak");
        String persons = "*书记、*主任、××部长都到了，";
        check(PLAIN + persons + "和周主任一起去。", "nameLeak", "周主任");
    }

    @Test
    void aMarkingIsNoWordOfASentence() {
        check("内部资料\n在干部大会上的讲话\n" + PLAIN, "internal", "内部资料");
        check("【内部资料 注意保存】\n" + PLAIN, "internal", "【内部资料 注意保存】");
        check("在干部大会上的讲话（仅供内部学习）\n" + PLAIN, "internal", "在干部大会上的讲话（仅供内部学习）");
        check("在内部控制建设会上的讲话\n" + PLAIN + "内部资料要管好。\n要加强内部监督", "internal");
    }

    @Test
    void theExtractionTellsOfScansAndLimits() {
        assertEquals(List.of("scanned"), ids(PLAIN, Map.of("scanned", "true")));
        assertEquals(List.of("truncated"), ids(PLAIN, Map.of("truncated", "true")));
        assertEquals(List.of(), ids(PLAIN, Map.of("scanned", "false", "truncated", "0")));
    }

    private static List<String> ids(String text, Map<String, String> metadata) {
        return clean(text, metadata).status().stream()
                .map(claim -> claim.label().id())
                .toList();
    }

    private static void checkHas(String text, String id, boolean expected) {
        assertEquals(
                expected,
                ids(text, Map.of()).contains(id),
                () -> clean(text, Map.of()).toString());
    }

    private static void check(String text, String id, String... quotes) {
        List<String> found = clean(text, Map.of()).status().stream()
                .filter(claim -> claim.label().id().equals(id))
                .map(Claim::evidence)
                .flatMap(List::stream)
                .map(Evidence::quote)
                .toList();
        assertEquals(List.of(quotes), found);
    }

    private static Cleaned clean(String text, Map<String, String> metadata) {
        Cleaned cleaned = Clean.repair(new Extraction.Text(text, Form.OFFICE, "text/plain", "UTF-8", metadata), RULES);
        CleanInvariants.check(cleaned);
        return cleaned;
    }
}
