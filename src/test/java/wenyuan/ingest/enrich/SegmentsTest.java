package wenyuan.ingest.enrich;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import wenyuan.model.Segment;

class SegmentsTest {
    private static final String SPEECH = "过去一年，各级党组织围绕中心抓党建，把责任扛在肩上，把工作落到支部。".repeat(8);

    @Test
    void theChairAndTheSpeech() {
        check("""
                今天召开述职评议会，会议共有两项议程：一是述职，二是评议。
                首先进行第一项议程，请各镇党委书记述职。
                （点评）……
                """, "同志们，刚才大家作了述职。\n" + SPEECH);
        check("""
                现在开会。会议共有三项议程。
                下面，请王某某同志宣读表彰决定。
                现在请先进代表发言。
                """, "最后，我再强调三点意见。\n" + SPEECH);
    }

    @Test
    void oneKindThroughout() {
        none("同志们：\n" + SPEECH);
        none("同志们：\n会议共有两项议程。\n" + SPEECH);
        none("会议共有两项议程。\n首先进行第一项议程，请大家述职。\n进行第二项议程。\n会议到此结束，散会。");
        none("会议共有两项议程。\n首先进行第一项议程，请大家述职。\n同志们，散会。");
    }

    private static void check(String chair, String speech) {
        Sample sample = Sample.untitled(chair + speech);
        List<Segment> segments = sample.attributes().segments();
        assertEquals(
                "chairing speech",
                segments.stream().map(segment -> segment.kind().label().id()).collect(Collectors.joining(" ")));
        assertEquals(chair, segments.getFirst().span().of(sample.text()));
        assertEquals(speech, segments.getLast().span().of(sample.text()));
        segments.forEach(segment -> segment.kind()
                .evidence()
                .forEach(proof -> assertEquals(proof.quote(), proof.span().of(sample.text()))));
    }

    private static void none(String text) {
        assertEquals(List.of(), Sample.untitled(text).attributes().segments(), text);
    }
}
