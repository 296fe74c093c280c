package wenyuan.ingest.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import wenyuan.config.RuleBookReader;
import wenyuan.model.Claim;
import wenyuan.model.Cleaned;
import wenyuan.model.CompilationRules;
import wenyuan.model.Evidence;
import wenyuan.model.Label;
import wenyuan.model.Part;
import wenyuan.model.Repair;
import wenyuan.model.Slot;
import wenyuan.model.Span;
import wenyuan.model.Zone;

class CompilationTest {
    private static final CompilationRules RULES = RuleBookReader.shipped().compilations();
    private static final String WORDS = "我们围绕中心工作抓党建，把责任压到支部，把任务分到党员，把成效交给群众来评。".repeat(5);
    private static final String SPEECH = "同志们：\n" + WORDS;

    @Test
    void markersOfEveryStyle() {
        check(2, "篇1\n" + SPEECH, "篇2\n" + SPEECH);
        check(3, "篇一：\n" + SPEECH, "篇二：\n" + SPEECH, "篇三：\n" + SPEECH);
        check(2, "【篇一】\n" + SPEECH, "【篇二】\n" + SPEECH);
        check(2, "【第1篇】在座谈会上的讲话\n" + SPEECH, "【第2篇】在推进会上的讲话\n" + SPEECH);
        check(2, "第一篇：在座谈会上的讲话\n" + WORDS, "第二篇：在推进会上的讲话\n" + WORDS);
        check(2, "（篇一）\n" + SPEECH, "（篇二）\n" + SPEECH);
        check(2, "范文一：\n" + SPEECH, "范文二：\n" + SPEECH);
        check(2, "主题教育发言材料 篇一\n" + SPEECH, "主题教育发言材料 篇二\n" + SPEECH);
        check(2, "民主生活会发言提纲（一）\n" + SPEECH, "民主生活会发言提纲（二）\n" + SPEECH);
        check(2, "民主生活会发言提纲1\n" + SPEECH, "民主生活会发言提纲2\n" + SPEECH);
        check(
                11,
                IntStream.rangeClosed(1, 11)
                        .mapToObj(i -> "篇" + i + "\n" + SPEECH)
                        .toArray(String[]::new));
    }

    @Test
    void oneTextStaysOne() {
        check(1, SPEECH);
        check(1, "篇1\n" + SPEECH, "篇3\n" + SPEECH);
        check(1, "篇2\n" + SPEECH, "篇3\n" + SPEECH);
        check(1, "第一篇 总论\n" + WORDS, "第二篇 组织建设\n" + WORDS, "第三篇 附则\n" + WORDS);
        check(1, "篇一：党建引领\n篇二：基层治理\n篇三：队伍建设\n" + SPEECH);
        check(1, "学习提纲（一）\n" + SPEECH, "工作提纲（二）\n" + SPEECH);
        check(1, "（一）提高认识\n" + WORDS, "（二）压实责任\n" + WORDS);
        check(1, SPEECH.repeat(6), "篇1\n" + SPEECH, "篇2\n" + SPEECH);
    }

    @Test
    void aTitleThatAnnouncesSeveralIsEnough() {
        String text = "第一篇\n" + WORDS + "\n第二篇\n" + WORDS;
        assertEquals(1, parts(text, "学习材料.txt").size());
        assertEquals(2, parts(text, "党课讲稿精选两篇.txt").size());
        assertEquals(2, parts("党课讲稿（精选5篇）\n" + text, "a.txt").size());
    }

    @Test
    void aListOfLinksAtTheHeadIsNoCompilation() {
        List<Part> parts = parts("发言材料精选2篇\n篇1：甲县\n篇2：乙县\n篇1：甲县\n" + SPEECH + "\n篇2：乙县\n" + SPEECH, "a.txt");
        assertEquals(
                List.of("甲县\n" + SPEECH, "乙县\n" + SPEECH),
                parts.stream().map(part -> part.cleaned().text()).toList());
    }

    @Test
    void aTitleInTheMarkersLineBelongsToTheText() {
        Part second = parts("篇1：在座谈会上的讲话\n" + SPEECH + "\n篇2：在推进会上的讲话\n" + SPEECH, "a.txt")
                .get(1);
        assertEquals(Optional.of(2), second.number());
        assertTrue(second.cleaned().text().startsWith("在推进会上的讲话\n同志们："));
        assertEquals(Optional.of("在推进会上的讲话"), second.cleaned().pageTitle());
        assertEquals("篇2：", second.cleaned().zones().getFirst().text());
    }

    @Test
    void theFirstMarkMayStandAboveTheText() {
        String text = "队伍建设的做法\n" + SPEECH + "\n第二篇：队伍建设的调研报告\n" + SPEECH;
        Cleaned cleaned = new Cleaned(
                text,
                text,
                Optional.of("队伍建设（共两则范文）"),
                List.of(new Zone("masthead", "m", "队伍建设（共两则范文）\n第一篇：队伍建设的做法", 0)),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of());
        List<Part> parts = Compilation.parts(cleaned, "a.txt", RULES);
        assertEquals(2, parts.size());
        assertTrue(parts.getFirst().cleaned().text().startsWith("队伍建设的做法\n同志们"));
        assertEquals(
                List.of("masthead", "marker"),
                parts.getFirst().cleaned().zones().stream().map(Zone::name).toList());
        assertEquals("第一篇：", parts.getFirst().cleaned().zones().get(1).text());
        assertTrue(parts.getLast().cleaned().text().startsWith("队伍建设的调研报告"));
    }

    @Test
    @Timeout(30)
    void aFileOfNothingButMarkersEnds() {
        assertEquals(1, parts("篇1\n".repeat(300_000), "精选300000篇.txt").size());
        assertEquals(1, parts("篇1\n篇2\n".repeat(200_000), "a.txt").size());
    }

    @Test
    void nothingIsLost() {
        String text = "讲话精选2篇\n小编为大家整理了两篇。\n篇1\n" + SPEECH + "\n篇2\n" + SPEECH;
        List<Part> parts = parts(text, "a.txt");
        String all = parts.stream()
                .flatMap(part -> java.util.stream.Stream.concat(
                        part.cleaned().zones().stream().map(Zone::text),
                        java.util.stream.Stream.of(part.cleaned().text())))
                .collect(Collectors.joining("\n"));
        assertEquals(text, all);
        assertEquals("讲话精选2篇（篇2）", parts.get(1).cleaned().pageTitle().orElseThrow());
    }

    @Test
    void whatBelongsToATextMovesWithIt() {
        String first = "篇1\n" + SPEECH + "\n";
        String text = first + "篇2\n××县同志们：\n" + WORDS;
        Span slot = new Span(first.length() + 3, first.length() + 5);
        Span repaired = new Span(slot.start() + 3, slot.start() + 4);
        Zone head = new Zone("masthead", "m", "某网 2023年3月1日", 0);
        Zone advert = new Zone("advert", "a", "广告", slot.start());
        Zone tail = new Zone("tail", "t", "上一篇", text.length());
        Label heavy = new Label("slotHeavy", "占位较多");
        Cleaned cleaned = new Cleaned(
                text,
                text,
                Optional.empty(),
                List.of(head, advert, tail),
                List.of(new Repair("r", repaired, "同", text.substring(repaired.start(), repaired.end()))),
                List.of(new Slot(Slot.Kind.PLACE, slot)),
                Optional.empty(),
                List.of(new Claim(heavy, 1, List.of(Evidence.inText("s", text, slot)))));
        List<Part> parts = Compilation.parts(cleaned, "a.txt", RULES);
        Cleaned second = parts.get(1).cleaned();
        assertEquals(new Slot(Slot.Kind.PLACE, new Span(0, 2)), second.slots().getFirst());
        assertEquals(new Span(3, 4), second.repairs().getFirst().span());
        assertEquals(
                List.of(
                        "masthead 0",
                        "marker 0",
                        "advert 0",
                        "tail " + second.text().length()),
                second.zones().stream()
                        .map(zone -> zone.name() + " " + zone.before())
                        .toList());
        assertEquals(
                List.of("compilation", "slotHeavy"),
                second.status().stream().map(claim -> claim.label().id()).toList());
        assertEquals("××", second.status().get(1).evidence().getFirst().quote());
        assertEquals(List.of(), parts.getFirst().cleaned().slots());
        assertEquals(
                List.of("masthead", "marker", "tail"),
                parts.getFirst().cleaned().zones().stream().map(Zone::name).toList());
    }

    private static void check(int expected, String... texts) {
        assertEquals(expected, parts(String.join("\n", texts), "a.txt").size(), texts[0]);
    }

    private static List<Part> parts(String text, String path) {
        Cleaned cleaned =
                new Cleaned(text, text, Optional.empty(), List.of(), List.of(), List.of(), Optional.empty(), List.of());
        return Compilation.parts(cleaned, path, RULES);
    }
}
