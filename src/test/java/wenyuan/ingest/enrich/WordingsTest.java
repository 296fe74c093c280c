package wenyuan.ingest.enrich;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import wenyuan.model.Evidence;
import wenyuan.model.FormulaUse;

class WordingsTest {
    @Test
    void namesWhatTheTextUsesInItsOrder() {
        check("增强“四个意识”，坚定“四个自信”，再讲四个意识。", "四个意识*2 四个自信*1");
        check("树立政治意识、大局意识、核心意识、看齐意识", "四个意识*1");
        check("今天天气很好，大家来得很早。", "");
    }

    @Test
    void theLongerWordingIsMeant() {
        check("开展学习贯彻习近平新时代中国特色社会主义思想主题教育以来", "思想主题教育*1");
        check("用习近平新时代中国特色社会主义思想武装头脑", "习近平新时代中国特色社会主义思想*1");
        check("××新时代中国特色社会主义思想", "习近平新时代中国特色社会主义思想*1");
        check("坚定道路自信、理论自信、制度自信", "三个自信*1");
        check("坚定道路自信、理论自信、制度自信、文化自信", "四个自信*1");
        check("做到巩固拓展脱贫攻坚成果同乡村振兴有效衔接", "巩固拓展脱贫攻坚成果*1");
    }

    @Test
    void scriptAndWidthDoNotMatter() {
        check("推進社會主義新農村建設", "社会主义新农村建设*1");
        check("“兩學一做”學習教育", "两学一做*1");
        check("“两学 一做”学习教育", "两学一做*1");
        check("丝绸之路经济带和２１世纪海上丝绸之路", "一带一路*1");
    }

    /** A sentence or a line may end between two words that would make a formula. */
    @Test
    void endsAreNotCrossed() {
        check("今年重点抓好的是四个。意识要跟上", "");
        check("四个\n意识", "");
    }

    @Test
    void theFirstPlacesAreShown() {
        Sample sample = Sample.titled("谈“国之大者”").body("国之大者，心中有数。国 之 大 者。\n再说国之大者，四说國之大者。");
        FormulaUse use = sample.attributes().formulas().getFirst();
        assertEquals(5, use.count());
        assertEquals(
                List.of("国之大者", "国之大者", "国 之 大 者"),
                use.evidence().stream().map(Evidence::quote).toList());
        use.evidence().forEach(proof -> assertEquals(proof.quote(), proof.span().of(sample.text())));
    }

    private static void check(String text, String expected) {
        String found = Sample.untitled(text).attributes().formulas().stream()
                .map(use -> use.label().id() + "*" + use.count())
                .collect(joining(" "));
        assertEquals(expected, found, text);
    }
}
