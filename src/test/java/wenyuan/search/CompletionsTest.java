package wenyuan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wenyuan.search.TestDocuments.PHRASING;
import static wenyuan.search.TestDocuments.SEGMENTER;
import static wenyuan.search.TestDocuments.TAXONOMY;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.model.Document;
import wenyuan.query.Field;
import wenyuan.search.lucene.LuceneEngine;

class CompletionsTest {
    private static final Map<Field, List<SearchPage.Count>> LABELLED = Map.of(
            Field.TYPE,
            List.of(new SearchPage.Count("MT16", "座谈会", 7), new SearchPage.Count("MT10", "表彰大会", 3)),
            Field.THEME,
            List.of(new SearchPage.Count("TH11", "农村党建", 2), new SearchPage.Count("TH10", "社区党建", 9)),
            Field.KIND,
            List.of(new SearchPage.Count("K1", "讲话", 11)));

    @TempDir
    Path folder;

    private final Map<String, Document> archive = new HashMap<>();
    private LuceneEngine engine;
    private Completions completions;

    @BeforeEach
    void open() throws InterruptedException {
        Texts texts = id -> Optional.ofNullable(archive.get(id));
        engine = LuceneEngine.open(folder.resolve("index"), texts, SEGMENTER, TAXONOMY, () -> PHRASING);
        completions = new Completions(engine, texts, TAXONOMY, PHRASING, Duration.ofMinutes(1));
        put("a", "在社区治理推进会上的讲话", "一、以党建引领基层治理", "党员要带头。坚持两个维护。");
        put("b", "网格工作座谈会发言", "一、夯实基础", "基层治理靠网格。", "二、以党建引领基层治理", "党员代表大会。");
        put("c", "党建引领基层治理的做法", "一、党建引领乡村振兴", "基层干部要带头。");
        engine.sink().commit(new Position("store", 1));
        awaitWord("党员");
    }

    private void awaitWord(String word) throws InterruptedException {
        long begun = System.nanoTime();
        while (engine.vocabulary().beginning(word, 1).isEmpty()) {
            assertTrue(System.nanoTime() - begun < 60e9, "not known after a minute: " + word);
            Thread.sleep(10);
        }
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private void put(String id, String... lines) {
        Document document = TestDocuments.of(id, lines).document();
        archive.put(id, document);
        engine.sink().put(document);
    }

    private List<Completion> of(String typed) {
        return completions.of(typed, SEGMENTER, LABELLED);
    }

    /** Completions of this kind, in order, each with its count. */
    private void check(String typed, Completion.Kind kind, String... expected) {
        assertEquals(
                List.of(expected),
                of(typed).stream()
                        .filter(completion -> completion.kind() == kind)
                        .map(completion -> completion.text() + " " + completion.count())
                        .toList(),
                typed);
    }

    @Test
    void labelsByPartPinyinAndInitials() {
        check("座", Completion.Kind.LABEL, "类型:座谈会 7");
        check("谈会", Completion.Kind.LABEL, "类型:座谈会 7");
        check("谈", Completion.Kind.LABEL);
        check("zuot", Completion.Kind.LABEL, "类型:座谈会 7");
        check("zth", Completion.Kind.LABEL, "类型:座谈会 7");
        check("党建", Completion.Kind.LABEL, "主题:社区党建 9", "主题:农村党建 2");
        check("推进会", Completion.Kind.LABEL);
    }

    @Test
    void valuesOfAField() {
        check("网格 类型:", Completion.Kind.LABEL, "网格 类型:座谈会 7", "网格 类型:表彰大会 3");
        check("主题：社", Completion.Kind.LABEL, "主题：社区党建 9");
        check("类型:座谈会,bz", Completion.Kind.LABEL, "类型:座谈会,表彰大会 3");
        check("年份:20", Completion.Kind.LABEL);
    }

    @Test
    void wordsByBeginningAndSound() {
        check("党员带头 基", Completion.Kind.PHRASE, "党员带头 基层 3", "党员带头 基础 1");
        check("jic", Completion.Kind.PHRASE, "基层 3", "基础 1");
        check("wangge", Completion.Kind.PHRASE, "网格 1");
        check("jcgb", Completion.Kind.PHRASE, "基层干部 1");
        check("j", Completion.Kind.PHRASE);
        check("基層治", Completion.Kind.PHRASE, "基层治理 3");
    }

    @Test
    void formulasAndOtherNamesThatStandInTheArchive() {
        check("两个", Completion.Kind.PHRASE, "两个维护 1");
        check("三个自", Completion.Kind.PHRASE);
        check("党员代表", Completion.Kind.PHRASE, "党员代表大会 1");
    }

    @Test
    void headingsAndTitlesThatHoldIt() {
        check("党建引领", Completion.Kind.HEADING, "\"以党建引领基层治理\" 2", "\"党建引领乡村振兴\" 1");
        check("党建引领", Completion.Kind.TITLE, "\"党建引领基层治理的做法\" 1");
        check("网格 推进会", Completion.Kind.TITLE, "网格 \"在社区治理推进会上的讲话\" 1");
        check("建", Completion.Kind.HEADING);
    }

    @Test
    void inQuotesAndScopesOnlyWords() {
        check("标题:座", Completion.Kind.LABEL);
        check("党员 “基层治", Completion.Kind.PHRASE, "党员 \"基层治理\" 3");
        check("小标题:引领", Completion.Kind.HEADING, "小标题:\"以党建引领基层治理\" 2", "小标题:\"党建引领乡村振兴\" 1");
    }

    @Test
    void nothing() {
        for (String typed : List.of("", "基层 ", "飞船", "\"基层\"", "，。", "基".repeat(50), "类型:飞船", "\uD83D\uDE80")) {
            assertEquals(List.of(), of(typed), typed);
        }
    }

    @Test
    void withoutFiguresLabelsAreMissing() {
        assertEquals(
                List.of(),
                completions.of("座谈", SEGMENTER, Map.of()).stream()
                        .filter(completion -> completion.kind() == Completion.Kind.LABEL)
                        .toList());
    }

    @Test
    void noMoreThanTenAndFirstOfEachKind() throws InterruptedException {
        for (int i = 0; i < 12; i++) {
            put("t" + i, "党建工作" + "甲乙丙丁戊己庚辛壬癸子丑".charAt(i) + "方案", "党风党纪党课党委党组党校党支部党章。");
        }
        engine.sink().commit(new Position("store", 2));
        awaitWord("党章");
        assertEquals(Completions.MOST, of("党").size(), () -> of("党").toString());
        List<Completion> found = of("党建");
        assertEquals(
                List.of(Completion.Kind.LABEL, Completion.Kind.HEADING, Completion.Kind.TITLE),
                found.stream()
                        .map(Completion::kind)
                        .filter(kind -> kind != Completion.Kind.PHRASE)
                        .distinct()
                        .toList());
        assertEquals(
                found.size(), found.stream().map(Completion::text).distinct().count());
    }
}
