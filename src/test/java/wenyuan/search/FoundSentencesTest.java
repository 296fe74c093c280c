package wenyuan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.model.Dating;
import wenyuan.model.Document;
import wenyuan.model.FunctionRules;
import wenyuan.model.Label;
import wenyuan.model.Rule;
import wenyuan.model.Span;
import wenyuan.model.Trigger;
import wenyuan.query.Query;
import wenyuan.query.QueryParser;
import wenyuan.search.SearchRequest.Sort;
import wenyuan.search.lucene.LuceneEngine;

class FoundSentencesTest {
    private static final Label OPENING = new Label("opening", "开场");
    private static final Label PROBLEM = new Label("problem", "问题");
    private static final Label PARALLEL = new Label("parallel", "排比");
    private static final SpeechFunctions FUNCTIONS = new SpeechFunctions(new FunctionRules(
            List.of(OPENING, PROBLEM, PARALLEL),
            List.of(
                    sign(OPENING, "^今天,我们召开", FunctionRules.Where.BEGINNING),
                    sign(PROBLEM, "还存在[^。]*不足", FunctionRules.Where.ANYWHERE)),
            List.of(new FunctionRules.Parallel(PARALLEL, 3, 30))));

    @TempDir
    Path folder = Path.of(".");

    private final Map<String, Document> stored = new HashMap<>();

    @Test
    void equalSentencesAreFoldedWhateverTheirSignsAndSlots() throws IOException {
        find(
                "\"把堡垒建在网格上\"",
                List.of(
                        TestDocuments.of("a", "一号讲话", "前一句在这里。要把堡垒建在网格上，××要带头！后一句在这里。")
                                .year(2019),
                        TestDocuments.of("b", "二号讲话", "要把堡垒建在网格上：XX要带头。").year(2016),
                        TestDocuments.of("c", "三号讲话", "要把堡垒建在网格上，**要带头。要把堡垒建在网格上，××要带头。"),
                        TestDocuments.of("d", "四号讲话", "我们把堡垒建在网格上。")
                                .dated(new Dating.Disputed(2011, List.of(2011, 2012), List.of()))),
                page -> {
                    assertEquals(2, page.total());
                    assertEquals(5, page.unfolded());
                    assertTrue(page.exact());
                    SentencePage.Hit folded = page.hits().getFirst();
                    assertEquals("要把堡垒建在网格上：XX要带头。", folded.text());
                    assertEquals(List.of(new Span(1, 9)), folded.marks());
                    assertEquals(3, folded.documents());
                    assertEquals(OptionalInt.of(2016), folded.earliest());
                    assertEquals(List.of("b", "a", "c"), ids(folded));
                    SentencePage.Hit disputed = page.hits().get(1);
                    assertEquals(OptionalInt.empty(), disputed.earliest());
                    assertEquals(
                            OptionalInt.of(2011), disputed.sources().getFirst().year());
                });
    }

    @Test
    void aSentenceHasItsNeighbours() throws IOException {
        find("\"中间\"", List.of(TestDocuments.of("a", "标题在此", "开头一句。中间一句。末尾一句。")), page -> {
            SentencePage.Hit hit = page.hits().getFirst();
            assertEquals("开头一句。", hit.before());
            assertEquals("末尾一句。", hit.after());
            assertEquals(1, hit.mark());
        });
        find(
                "标题:标题",
                List.of(TestDocuments.of("a", "标题在此", "别的话。")),
                page -> assertEquals("", page.hits().getFirst().before()));
    }

    @Test
    void whatHoldsAllPartsComesFirst() throws IOException {
        find(
                "网格 \"党员带头\"",
                List.of(
                        TestDocuments.of("a", "甲", "网格要细。党员带头很重要。"),
                        TestDocuments.of("b", "乙", "网格要细。在网格里党员带头，这样的话长一些也在最前面。")),
                page -> assertEquals(
                        List.of("在网格里党员带头，这样的话长一些也在最前面。", "网格要细。", "党员带头很重要。"),
                        page.hits().stream().map(SentencePage.Hit::text).toList()));
    }

    @Test
    void otherNamesCountButThoseWithTheTypedOneComeFirst() throws IOException {
        List<TestDocuments> documents = List.of(
                TestDocuments.of("a", "甲", "今年要开好党员代表大会。别的话。"),
                TestDocuments.of("b", "乙", "学习党代会精神。别的话。"),
                TestDocuments.of("c", "丙", "学习别的精神。"));
        find("党代会", documents, page -> {
            assertEquals(
                    List.of("学习党代会精神。", "今年要开好党员代表大会。"),
                    page.hits().stream().map(SentencePage.Hit::text).toList());
            SentencePage.Hit other = page.hits().get(1);
            assertEquals(List.of("党员代表大会"), marked(other));
            assertEquals(1, other.mark());
        });
        find(
                "\"党代会\"",
                documents,
                page -> assertEquals(
                        List.of("学习党代会精神。"),
                        page.hits().stream().map(SentencePage.Hit::text).toList()));
        find("学习党代会精神", documents, page -> {
            assertEquals("学习党代会精神。", page.hits().getFirst().text());
            assertEquals(List.of("学习党代会精神"), marked(page.hits().getFirst()));
        });
    }

    private static List<String> marked(SentencePage.Hit hit) {
        return hit.marks().stream().map(mark -> mark.of(hit.text())).toList();
    }

    @Test
    void sortsByYear() throws IOException {
        List<TestDocuments> documents = List.of(
                TestDocuments.of("a", "甲", "久久为功第一句。").year(2012),
                TestDocuments.of("b", "乙", "久久为功第二句。"),
                TestDocuments.of("c", "丙", "久久为功第三句。").year(2020),
                TestDocuments.of("d", "丁", "久久为功第一句。").year(2022));
        assertEquals(List.of("一", "三", "二"), order(documents, Sort.NEWEST));
        assertEquals(List.of("一", "三", "二"), order(documents, Sort.OLDEST));
        assertEquals(List.of("三", "一", "二"), order(documents.subList(0, 3), Sort.NEWEST));
    }

    private List<String> order(List<TestDocuments> documents, Sort sort) throws IOException {
        List<String> order = new ArrayList<>();
        with(
                documents,
                sentences -> sentences
                        .page(sentences.find(request("\"久久为功\"", sort, SearchRequest.DEFAULT_LIMIT)), 0, 10)
                        .hits()
                        .forEach(hit -> order.add(hit.text().substring(5, 6))));
        return order;
    }

    @Test
    void functionsFilterSentences() throws IOException {
        List<TestDocuments> documents = List.of(
                TestDocuments.of("a", "甲", "今天，我们召开网格工作会议。", "网格还存在力量不足。", "讲政治有信念，讲规矩有纪律，讲道德有品行。", "网格要细。"),
                TestDocuments.of("b", "乙", "网格里还存在办法不足。"));
        check(documents, "网格", 4);
        check(documents, "网格 功能:问题", 2);
        check(documents, "网格 -功能:问题", 2);
        check(documents, "功能:问题,开场", 3);
        check(documents, "功能:排比", 1);
        check(documents, "*", 4);
        check(documents, "function:problem -功能:问题", 0);
        find("网格 功能:开场", documents, page -> {
            assertEquals(List.of(OPENING), page.hits().getFirst().functions());
            assertEquals(
                    List.of("problem 2", "opening 1"),
                    page.functions().stream()
                            .map(count -> count.value() + " " + count.count())
                            .toList());
        });
    }

    @Test
    void aFunctionThatCannotBeAskedForIsSaid() {
        checkWarnings(0, "网格 -功能:问题 功能:开场");
        checkWarnings(1, "网格 OR 功能:问题");
        checkWarnings(1, "-(功能:问题 网格) 纪律");
        assertEquals(
                request("网格").query(),
                SentenceFilter.forDocuments(request("网格 OR 功能:问题")).query());
        assertEquals(
                1, SentenceFilter.forDocuments(request("网格 功能:问题")).warnings().size());
        assertEquals(0, SentenceFilter.forDocuments(request("网格")).warnings().size());
    }

    private static void checkWarnings(int expected, String query) {
        assertEquals(
                expected,
                SentenceFilter.of(request(query)).documents().warnings().size(),
                query);
    }

    private void check(List<TestDocuments> documents, String query, int total) throws IOException {
        find(query, documents, page -> assertEquals(total, page.total(), query));
    }

    /** What a plain reading of every sentence says. */
    @Test
    void agreesWithAReadingOfAllSentences() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<String> words = List.of("党建", "网格", "服务", "群众", "为民", "务实");
        List<TestDocuments> documents = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            StringBuilder text = new StringBuilder();
            for (int sentence = random.nextInt(12); sentence >= 0; sentence--) {
                for (int word = random.nextInt(3); word >= 0; word--) {
                    text.append(words.get(random.nextInt(words.size())));
                }
                text.append(random.nextBoolean() ? "。" : "！");
            }
            documents.add(TestDocuments.of("d" + i, "题" + i, text.toString()));
        }
        with(documents, sentences -> {
            for (String word : words) {
                List<String> all = documents.stream()
                        .flatMap(document -> document.document().sentences().stream()
                                .map(span -> span.of(document.document().text())))
                        .filter(sentence -> sentence.contains(word))
                        .map(sentence -> sentence.replaceAll("[。！]", ""))
                        .toList();
                SentencePage page = sentences.page(
                        sentences.find(request("\"" + word + "\"", Sort.RELEVANCE, SearchRequest.DEFAULT_LIMIT)),
                        0,
                        1_000);
                String message = word + ", seed " + seed;
                assertEquals(all.size(), page.unfolded(), message);
                assertEquals(all.stream().distinct().count(), page.total(), message);
                assertEquals(page.total(), page.hits().size(), message);
            }
        });
    }

    @Test
    void aTimeLimitMakesItPartial() throws IOException {
        List<TestDocuments> many = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            many.add(TestDocuments.of("d" + i, "题" + i, "网格第" + i + "句。"));
        }
        with(many, sentences -> {
            SentencePage page = sentences.page(sentences.find(request("\"网格\"", Sort.RELEVANCE, Duration.ZERO)), 0, 10);
            assertTrue(page.partial());
            assertFalse(page.exact());
            assertTrue(page.total() < 150, () -> "" + page.total());
        });
    }

    @Test
    void whatIsGoneMeanwhileIsLeftOut() throws IOException {
        List<TestDocuments> two =
                List.of(TestDocuments.of("a", "甲", "同一句话在这里。"), TestDocuments.of("b", "乙", "同一句话在这里。", "这里还有话。"));
        with(two, sentences -> {
            FoundSentences found = sentences.find(request("\"这里\"", Sort.RELEVANCE, SearchRequest.DEFAULT_LIMIT));
            assertEquals(2, sentences.page(found, 0, 10).hits().size());
            stored.remove("b");
            assertEquals(
                    List.of("同一句话在这里。"),
                    sentences.page(found, 0, 10).hits().stream()
                            .map(SentencePage.Hit::text)
                            .toList());
            assertEquals(Collections.emptyList(), sentences.page(found, 7, 10).hits());
        });
    }

    private interface Looking<T> {
        void at(T found);
    }

    private void find(String query, List<TestDocuments> documents, Looking<SentencePage> looking) throws IOException {
        with(
                documents,
                sentences -> looking.at(sentences.page(
                        sentences.find(request(query, Sort.RELEVANCE, SearchRequest.DEFAULT_LIMIT)), 0, 100)));
    }

    private void with(List<TestDocuments> documents, Looking<Sentences> looking) throws IOException {
        Path index = Files.createTempDirectory(folder, "index");
        stored.clear();
        documents.forEach(document -> stored.put(document.document().id(), document.document()));
        Texts texts = id -> Optional.ofNullable(stored.get(id));
        try (LuceneEngine engine = LuceneEngine.open(
                index, texts, TestDocuments.SEGMENTER, TestDocuments.TAXONOMY, () -> TestDocuments.PHRASING)) {
            documents.forEach(document -> engine.sink().put(document.document()));
            engine.sink().commit(new Position("store", 1));
            looking.at(new Sentences(engine, texts, TestDocuments.SEGMENTER, FUNCTIONS, TestDocuments.PHRASING));
        }
    }

    private static SearchRequest request(String query) {
        return request(query, Sort.RELEVANCE, SearchRequest.DEFAULT_LIMIT);
    }

    private static SearchRequest request(String query, Sort sort, Duration limit) {
        Query read = new QueryParser(TestDocuments.TAXONOMY).parse(query).query();
        return new SearchRequest(read, List.of(), sort, 0, 10, false, limit, List.of());
    }

    private static List<String> ids(SentencePage.Hit hit) {
        return hit.sources().stream().map(SentencePage.Source::id).toList();
    }

    private static FunctionRules.Sign sign(Label label, String match, FunctionRules.Where where) {
        return new FunctionRules.Sign(label, new Rule(label.id(), Pattern.compile(match)), Trigger.NEVER, where, 200);
    }
}
