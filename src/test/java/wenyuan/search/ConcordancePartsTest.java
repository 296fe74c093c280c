package wenyuan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wenyuan.search.TestDocuments.SEGMENTER;
import static wenyuan.search.TestDocuments.TAXONOMY;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wenyuan.model.Document;
import wenyuan.model.Span;
import wenyuan.query.Query;
import wenyuan.query.QueryParser;
import wenyuan.query.QueryPrinter;

/** What a concordance tells beside its lines, on archives made for it. */
class ConcordancePartsTest {
    private static final Deadline LATER = Deadline.in(Duration.ofMinutes(5));

    private static Query query(String typed) {
        return new QueryParser(TAXONOMY).parse(typed).query();
    }

    private static Document document(int number, String... lines) {
        return TestDocuments.of(String.format(Locale.ROOT, "%04d", number), lines)
                .year(2010 + number)
                .document();
    }

    private static List<Occurrence.Gleaned> gleaned(String typed, List<Document> documents) {
        return documents.stream()
                .map(document -> Occurrence.in(document, Sought.counted(query(typed))))
                .toList();
    }

    private static List<Occurrence> occurrences(String typed, List<Document> documents) {
        return gleaned(typed, documents).stream()
                .flatMap(each -> each.occurrences().stream())
                .toList();
    }

    private static Map<String, Collocate> collocates(String typed, List<Document> documents) {
        List<Occurrence.Gleaned> gleaned = gleaned(typed, documents);
        return new Collocates(
                        SEGMENTER,
                        gleaned.stream()
                                .flatMap(each -> each.occurrences().stream())
                                .toList(),
                        gleaned.stream().flatMap(each -> each.others().stream()).toList())
                .read(LATER).stream().collect(Collectors.toMap(Collocate::word, Function.identity()));
    }

    /** Names in every sentence differ, so that no sentence is a copy of another. */
    private static final List<String> NAMES = List.of(
            "东山", "西河", "南湖", "北桥", "青松", "白石", "黄土", "红旗", "长安", "永宁", "太平", "新华", "前进", "光明", "和平", "团结", "胜利", "幸福",
            "建设", "人民");

    private static List<Document> company() {
        return IntStream.range(0, NAMES.size())
                .mapToObj(i -> document(
                        i,
                        "题目",
                        NAMES.get(i) + "乡要创新社会治理的机制。",
                        NAMES.get(i) + "乡的干部认真学习。",
                        NAMES.get(i) + "乡的群众欢迎干部。",
                        NAMES.get(i) + "乡的道路修好了。"))
                .toList();
    }

    @Test
    void wordsNearAreWeighedAgainstTheRestOfTheSameDocuments() {
        Map<String, Collocate> found = collocates("\"治理\"", company());
        assertEquals(20, found.get("创新").left());
        assertEquals(0, found.get("创新").right());
        assertEquals(20, found.get("机制").right());
        assertTrue(found.get("机制").expected() < 10, "by chance fewer: " + found.get("机制"));
        assertFalse(found.containsKey("乡"), "stands in every sentence: " + found.keySet());
        assertFalse(found.containsKey("干部"), "never near: " + found.keySet());
        assertFalse(found.containsKey("的"), "says nothing: " + found.keySet());
    }

    /** A page that ran out of time is complete when it is loaded again. */
    @Test
    void whatIsLeftUnreadIsReadNextTime() {
        List<Occurrence.Gleaned> gleaned = gleaned("\"治理\"", company());
        Collocates cut = new Collocates(
                SEGMENTER,
                gleaned.stream().flatMap(each -> each.occurrences().stream()).toList(),
                gleaned.stream().flatMap(each -> each.others().stream()).toList());
        assertEquals(List.of(), cut.read(Deadline.in(Duration.ZERO)));
        Map<String, Collocate> whole = collocates("\"治理\"", company());
        assertEquals(whole.size(), cut.read(LATER).size());
        assertEquals(new HashSet<>(whole.values()), new HashSet<>(cut.read(LATER)));
    }

    @Test
    void expectationAndScoreAreTheFormula() {
        List<Occurrence> occurrences = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (char letter = 'a'; letter < 'a' + 20; letter++) {
            String name = "name" + letter;
            occurrences.addAll(occurrences("\"治理\"", List.of(document(1, "题目", name + "治理创新。"))));
            others.add(name + "道路宽阔。");
        }
        Collocate found =
                new Collocates(SEGMENTER, occurrences, others).read(LATER).getFirst();
        assertEquals("创新", found.word());
        // near: 20 names, 20 创新; elsewhere: 20 names, 20 道路, 20 宽阔
        assertEquals(40.0 * 20 / 100, found.expected(), 1e-9);
        double score = 2 * (20 * Math.log(20 / 8.0) + 20 * Math.log(20 / 32.0) + 60 * Math.log(60 / 48.0));
        assertEquals(score, found.score(), 1e-9);
    }

    @Test
    void aCopiedSentenceCountsOnce() {
        List<Document> copies = IntStream.range(0, 30)
                .mapToObj(i -> document(i, "题目" + i, "要创新社会治理的机制。", NAMES.get(i % 20) + "第" + i + "条道路修好了。"))
                .toList();
        assertEquals(Map.of(), collocates("\"治理\"", copies));
    }

    @Test
    void onlyTheSameSentenceIsNear() {
        List<Document> documents = IntStream.range(0, NAMES.size())
                .mapToObj(i ->
                        document(i, "题目", "走进" + NAMES.get(i) + "。" + NAMES.get(i) + "抓治理。欢迎来到" + NAMES.get(i) + "。"))
                .toList();
        assertFalse(collocates("\"治理\"", documents).containsKey("欢迎"));
    }

    private static void checkFillers(String typed, List<Document> documents, String... wanted) {
        Gap gap = Gap.in(query(typed), SEGMENTER).orElseThrow();
        assertEquals(
                List.of(wanted),
                Fillers.of(gap, occurrences(typed, documents), LATER).stream()
                        .map(filler -> filler.gap() + " " + filler.text() + " " + filler.count() + "/"
                                + filler.documents() + " "
                                + (filler.earliest().isPresent()
                                        ? filler.earliest().getAsInt()
                                        : "?") + " "
                                + filler.whole())
                        .toList(),
                typed);
    }

    @Test
    void saysWhatFillsTheGapOfAPattern() {
        List<Document> documents = List.of(
                document(5, "题目", "要把各项任务落到实处。把“三会一课”落到实处！把，各项任务，落到实处。"), document(2, "题目", "把各項任務落到實處，把责任一级一级落到实处。"));
        checkFillers(
                "\"把…落到实处\"",
                documents,
                "1 各项任务 3/2 2012 把各项任务落到实处",
                "1 “三会一课” 1/1 2015 把三会一课落到实处",
                "1 责任一级一级 1/1 2012 把责任一级一级落到实处");
    }

    @Test
    void numbersTheGapsOfAPattern() {
        checkFillers(
                "\"既要…又要…更要\"",
                List.of(document(1, "题目", "既要抓紧，又要抓好，更要抓实。"), document(2, "题目", "既要快，又要抓好，更要稳。")),
                "1 快 1/1 2012 既要快又要",
                "1 抓紧 1/1 2011 既要抓紧又要",
                "2 抓好 2/2 2011 又要抓好更要");
    }

    @Test
    void saysWhichNamesStandForAPlaceholder() {
        List<Document> documents = List.of(
                document(1, "题目", "在兰溪县委的领导下。", "××县委决定。"),
                document(2, "题目", "中共兰溪县委书记讲话。", "向永康县委报告。", "会议结束，县委要求。", "去过县委。"));
        checkFillers("\"××县委\"", documents, "1 兰溪 2/2 2011 兰溪县委", "1 ×× 1/1 2011 ", "1 永康 1/1 2012 永康县委");
    }

    @Test
    void plainPhrasesLeaveNothingOpen() {
        for (String typed : List.of("基层治理", "\"基层治理\"", "=\"基层…治理\"", "\"甲…乙\" \"丙…丁\"", "*")) {
            assertTrue(Gap.in(query(typed), SEGMENTER).isEmpty(), typed);
        }
    }

    private static List<String> extensions(String typed, List<Document> documents) {
        return new Extensions(SEGMENTER, LATER)
                .of(occurrences(typed, documents)).stream()
                        .map(extension -> extension.side() + " " + extension.text() + " " + extension.count() + "/"
                                + extension.documents())
                        .toList();
    }

    @Test
    void listsTheLongerStringsThatEndWithAWord() {
        List<Document> documents = List.of(
                document(1, "题目", "完善基层治理体系，提升基层治理能力。", "完善基层治理体系。加强基层治理。"),
                document(2, "题目", "完善基层治理体系。基层治理能力和水平。基层治理的能力"));
        List<String> found = extensions("基层治理", documents);
        assertEquals(
                List.of("LEFT 完善基层治理 3/2", "RIGHT 基层治理体系 3/2", "RIGHT 基层治理能力 2/2"),
                found.stream()
                        .filter(line -> !line.contains("提升") && !line.contains("加强"))
                        .toList());
    }

    @Test
    void aLongerStringThatStandsAsOftenStandsForItsParts() {
        List<Document> documents = List.of(document(1, "题目", "推进基层治理体系和能力建设。"), document(2, "题目", "推进基层治理体系和能力建设！"));
        assertEquals(List.of("LEFT 推进基层治理 2/2", "RIGHT 基层治理体系和能力建设 2/2"), extensions("\"基层治理\"", documents));
    }

    @Test
    void aCutWordIsMadeWhole() {
        List<Document> documents = List.of(document(1, "题目", "抓基层治理。"), document(2, "题目", "强基层治理！"));
        assertTrue(extensions("\"基层治\"", documents).contains("RIGHT 基层治理 2/2"));
    }

    @Test
    void aLongerStringIsMadeOfWholeWords() {
        List<Document> documents = List.of(document(1, "题目", "加强共产党建设。"), document(2, "题目", "重视共产党建设！抓好党建工作，做实党建工作。"));
        assertEquals(List.of("RIGHT 党建工作 2/1"), extensions("\"党建\"", documents));
    }

    private static void checkFocus(String typed, Function<Focus, Query> other, String wanted) {
        Query query = other.apply(Focus.of(query(typed)).orElseThrow());
        String printed = new QueryPrinter(TAXONOMY).print(query);
        assertEquals(wanted, printed);
        assertEquals(query, query(printed), "what is printed is read back");
    }

    @Test
    void aClickKeepsFiltersAndExchangesTheRest() {
        checkFocus("基层治理", focus -> focus.string("基层治理体系"), "\"基层治理体系\"");
        checkFocus("标题:\"治理\" 年份:2018..2020", focus -> focus.string("治理体系"), "标题:\"治理体系\" 年份:2018..2020");
        checkFocus("\"治理\" -坏", focus -> focus.inOrder("创新", "治理"), "\"创新…治理\" -坏");
        checkFocus("治理", focus -> focus.together("治理", "创新"), "\"治理…创新\" OR \"创新…治理\"");
        for (String several : List.of("甲 乙", "甲 OR 乙", "*", "年份:2020")) {
            assertTrue(Focus.of(query(several)).isEmpty(), several);
        }
    }

    @Test
    void theLastThingsUsedAreKept() {
        Recent<Integer, String> recent = new Recent<>(2);
        List<String> kept = new ArrayList<>();
        Stream.of(1, 2).forEach(key -> recent.keep(key, "v" + key));
        recent.find(1).ifPresent(kept::add);
        recent.keep(3, "v3");
        Stream.of(1, 2, 3).forEach(key -> recent.find(key).ifPresent(kept::add));
        assertEquals(List.of("v1", "v1", "v3"), kept);
    }

    @Test
    void aTextWithoutPunctuationIsReadInNoTime() {
        Document endless = document(1, "题目", "人".repeat(200_000));
        Document lines = document(2, Stream.generate(() -> "既要又要").limit(50_000).toArray(String[]::new));
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            List<Occurrence> found = occurrences("\"人人\"", List.of(endless));
            assertEquals(Concordance.MOST_LINES, found.size());
            assertTrue(found.stream()
                            .mapToInt(each -> each.sentence().length())
                            .max()
                            .orElse(0)
                    <= 2_000);
            found.forEach(each -> assertEquals("人人", each.at().of(each.sentence())));
            assertEquals(
                    Concordance.MOST_LINES,
                    occurrences("\"既要…又要\"", List.of(lines)).size());
            assertEquals(
                    1, gleaned("\"没有\"", List.of(endless)).getFirst().others().size());
        });
    }

    @Test
    void whatIsKeptOfALongSentenceIsNearTheMatch() {
        String before = "一二三四五六七八九十".repeat(150);
        String behind = "甲乙丙丁戊己庚辛壬癸".repeat(150);
        Occurrence found = occurrences("\"基层治理\"", List.of(document(1, "题目", before + "抓基层、治理" + behind)))
                .getFirst();
        assertEquals("基层、治理", found.at().of(found.sentence()));
        assertTrue((before + "抓基层、治理" + behind).contains(found.sentence()));
        assertTrue(found.at().start() >= 500
                && found.sentence().length() - found.at().end() >= 500);
    }

    @Test
    void manyExtensionsAreComparedInNoTime() {
        List<Occurrence> occurrences = new ArrayList<>();
        for (int i = 0; i < 40_000; i++) {
            String sentence = "加强" + (char) ('一' + i / 2) + "基层治理创新" + (char) ('一' + i / 2) + "工作";
            int at = sentence.indexOf("基层治理");
            ConcordanceLine line =
                    new ConcordanceLine("d" + i, "题目", OptionalInt.empty(), "", "基层治理", "", OptionalInt.empty());
            occurrences.add(new Occurrence(line, sentence, new Span(at, at + 4)));
        }
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertFalse(
                        new Extensions(SEGMENTER, LATER).of(occurrences).isEmpty()));
    }
}
