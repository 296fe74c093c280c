package wenyuan.text;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import wenyuan.model.Span;

class SentencesTest {
    @Test
    void endsAtStopsAndLines() {
        check("甲。乙！丙？丁", "甲。|乙！|丙？|丁");
        check("一、总体要求\n坚持党的领导。", "一、总体要求|坚持党的领导。");
        check("甲；乙，丙：丁。", "甲；乙，丙：丁。");
        check("怎么办？！干！！！", "怎么办？！|干！！！");
        check("增长3.5%，见第1.2节。GDP", "增长3.5%，见第1.2节。|GDP");
        check("同志们……我讲完了……\n谢谢", "同志们……我讲完了……|谢谢");
        check("见 http://a.cn/?x=1 。完", "见 http://a.cn/?x=1 。|完");
        check("好!再来?行", "好!|再来?|行");
    }

    @Test
    void closingSignsBelongToTheSentence() {
        check("他说：“要干。”大家鼓掌。", "他说：“要干。”|大家鼓掌。");
        check("（另见附件。）「好！」『行？』】", "（另见附件。）|「好！」|『行？』】");
        check("他说:\"干!\"\"好\"", "他说:\"干!\"|\"好\"");
        check("干！\"好\"", "干！|\"好\"");
    }

    @Test
    void blanksAreLeftOutAndNothingIsEmpty() {
        check("\u3000\u3000甲。 \n\n \r\n\t乙\u200B\n", "甲。|乙");
        check("", "");
        check("\n \u3000", "");
    }

    @Test
    void spansRiseAndLeaveOnlyBlanksOut() {
        RandomTexts random = RandomTexts.printed("SentencesTest.spans");
        for (int round = 0; round < 3_000; round++) {
            String text = random.garbage(100);
            List<Span> sentences = Sentences.of(text);
            StringBuilder outside = new StringBuilder();
            int before = 0;
            for (Span sentence : sentences) {
                assertTrue(before <= sentence.start() && sentence.length() > 0);
                outside.append(text, before, sentence.start());
                before = sentence.end();
            }
            outside.append(text.substring(before));
            assertTrue(Normal.of(outside.toString()).text().isBlank());
        }
    }

    private static void check(String text, String expected) {
        assertEquals(
                expected, Sentences.of(text).stream().map(span -> span.of(text)).collect(joining("|")));
    }
}
