package wenyuan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wenyuan.search.TestDocuments.SEGMENTER;
import static wenyuan.search.TestDocuments.TAXONOMY;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wenyuan.model.Document;
import wenyuan.model.Span;
import wenyuan.query.Field;
import wenyuan.query.Query;
import wenyuan.query.QueryParser;
import wenyuan.query.Scope;
import wenyuan.query.Warning;
import wenyuan.search.ConcordanceRequest.Part;
import wenyuan.search.SearchRequest.Sort;
import wenyuan.text.Normal;

/** Lines and totals of a concordance over every engine. */
public abstract class ConcordanceContract extends EngineContract {
    private Concordance concordance = new Concordance(engine, id -> Optional.empty());

    @BeforeEach
    final void begin() {
        concordance = over(engine);
    }

    private Concordance over(SearchEngine asked) {
        return new Concordance(asked, id -> {
            reads.incrementAndGet();
            return Optional.ofNullable(archive.get(id));
        });
    }

    private static SearchRequest request(Query query, Sort sort, int from, int size) {
        return new SearchRequest(query, List.of(), sort, from, size, false, Duration.ofSeconds(60), List.of());
    }

    private ConcordancePage ask(Query query, Sort sort, int from, int size) {
        return concordance.answer(new ConcordanceRequest(request(query, sort, from, size), Set.of()), SEGMENTER);
    }

    private ConcordancePage ask(String typed) {
        return ask(new QueryParser(TAXONOMY).parse(typed).query(), Sort.RELEVANCE, 0, 1000);
    }

    private static String shown(ConcordanceLine line) {
        return line.left() + "[" + line.match() + "]" + line.right();
    }

    private void check(String typed, String... lines) {
        ConcordancePage page = ask(typed);
        assertEquals(
                Stream.of(lines).sorted().toList(),
                page.lines().stream().map(ConcordanceContract::shown).sorted().toList(),
                typed);
        assertEquals(lines.length, page.total(), typed);
        assertTrue(page.exact(), typed);
        assertFalse(page.partial(), typed);
    }

    @Test
    void whatTimeCutShortIsNotRemembered() {
        index(TestDocuments.of("a", "题目", "社区党建。"));
        Concordance slow = over(new SlowEngine(engine, Duration.ofMillis(60)));
        Query query = new QueryParser(TAXONOMY).parse("\"党建\"").query();
        SearchRequest hurried =
                new SearchRequest(query, List.of(), Sort.RELEVANCE, 0, 10, false, Duration.ofMillis(30), List.of());
        ConcordancePage first = slow.answer(new ConcordanceRequest(hurried, Set.of()), SEGMENTER);
        assertTrue(first.partial());
        assertEquals(List.of(), first.lines());
        ConcordanceRequest patient = new ConcordanceRequest(request(query, Sort.RELEVANCE, 0, 10), Set.of());
        assertEquals(1, slow.answer(patient, SEGMENTER).lines().size());
    }

    @Test
    void showsEveryOccurrenceWithItsLine() {
        index(Stream.of(
                        TestDocuments.of("a", "基层治理", "抓基层、治理。强“基层”治理！", "治理好了，人人人都高兴。"),
                        TestDocuments.of("b", "题目", "既要抓紧，又要抓好；既要快，又要好。").titledOutside("关于人人的话"))
                .map(TestDocuments::document)
                .toList());
        check("\"基层治理\"", "[基层治理]", "抓[基层、治理]。强“基层”治理！", "抓基层、治理。强“[基层”治理]！");
        check("基层治理", "[基层治理]", "抓[基层、治理]。强“基层”治理！", "抓基层、治理。强“[基层”治理]！");
        check("=\"基层治理\"", "[基层治理]");
        check("\"人人\"", "治理好了，[人人]人都高兴。", "治理好了，人[人人]都高兴。", "关于[人人]的话");
        check("\"既要…又要\"", "[既要抓紧，又要]抓好；既要快，又要好。", "既要抓紧，又要抓好；[既要快，又要]好。");
        check("\"绝无此语\"");
        assertEquals(
                OptionalInt.empty(),
                ask("\"关于人人\"").lines().getFirst().offset(),
                "a title outside the text has no place in it");
        assertEquals(2, ask("\"人人\"").documents());
    }

    @Test
    void contextEndsAtThirtyCharactersAndNeverInsideOne() {
        String left = "一二三四五六七八九十".repeat(3);
        String right = "甲乙丙丁戊己庚辛壬癸".repeat(3);
        index(List.of(TestDocuments.of("a", "题目", "零𠮷" + left.substring(1) + "基层治理" + right.substring(1) + "𠮷尾")
                .document()));
        check("\"基层治理\"", left.substring(1) + "[基层治理]" + right.substring(1));
    }

    @Test
    void saysWhenWordsStandApart() {
        index(List.of(TestDocuments.of("a", "题目", "治理要靠基层。").document()));
        ConcordancePage page = ask("基层治理");
        assertEquals(List.of(0L, 0L, List.of()), List.of(page.total(), page.documents(), page.lines()));
        assertTrue(
                page.warnings().stream().map(Warning::message).anyMatch(message -> message.contains("句子")),
                page.warnings().toString());
        assertEquals(List.of(), ask("\"绝无此语\"").warnings());
        assertTrue(ask("年份:2020").warnings().getFirst().message().contains("字词"));
    }

    /** A place in the archive as the oracle sees it. */
    private record At(String id, Span span) {}

    @Test
    void linesAndTotalsAreThoseOfAnOracle() {
        long seed = System.nanoTime();
        RandomDocuments random = new RandomDocuments(seed);
        List<Document> documents = random.documents(50);
        index(documents);
        for (int i = 0; i < 200; i++) {
            String letters = Normal.of(random.cut(random.pick(documents).text()))
                    .letters()
                    .text();
            if (!letters.isEmpty() && letters.indexOf(Normal.SLOT) < 0 && letters.indexOf('x') < 0) {
                checkAgainstOracle(letters, documents, letters + ", seed " + seed);
            }
        }
    }

    private void checkAgainstOracle(String letters, List<Document> documents, String message) {
        List<At> wanted = documents.stream()
                .flatMap(document -> oracle(document, letters))
                .sorted(Comparator.comparing(At::id).thenComparing(At::span))
                .toList();
        ConcordancePage page = ask(new Query.Verbatim(letters, false, new Scope.Text()), Sort.RELEVANCE, 0, 10_000);
        List<At> found = page.lines().stream()
                .map(line -> {
                    int start = line.offset().orElseThrow();
                    return new At(
                            line.id(), new Span(start, start + line.match().length()));
                })
                .sorted(Comparator.comparing(At::id).thenComparing(At::span))
                .toList();
        assertEquals(wanted, found, message);
        assertEquals(wanted.size(), page.total(), message);
        assertEquals(wanted.stream().map(At::id).distinct().count(), page.documents(), message);
        page.lines().forEach(line -> checkContext(line, message));
    }

    private static Stream<At> oracle(Document document, String letters) {
        Pattern wanted = Pattern.compile("(?=(" + Pattern.quote(letters) + "))");
        List<At> found = new ArrayList<>();
        int start = 0;
        for (String line : document.text().split("\n", -1)) {
            Normal normal = Normal.of(line).letters();
            Matcher matcher = wanted.matcher(normal.text());
            while (matcher.find()) {
                Span span = normal.source(new Span(matcher.start(1), matcher.end(1)));
                found.add(new At(document.id(), span.shift(start)));
            }
            start += line.length() + 1;
        }
        return found.stream();
    }

    private void checkContext(ConcordanceLine line, String message) {
        String text = archive.get(line.id()).text();
        int start = line.offset().orElseThrow();
        int end = start + line.match().length();
        assertEquals(line.match(), text.substring(start, end), message);
        assertTrue(text.substring(0, start).endsWith(line.left()), message);
        assertTrue(text.substring(end).startsWith(line.right()), message);
        String before = text.substring(text.lastIndexOf('\n', start - 1) + 1, start);
        String behind = text.substring(end).lines().findFirst().orElse("");
        assertTrue(
                line.left().length() >= Math.min(29, before.length())
                        && line.left().length() <= 30,
                message);
        assertTrue(
                line.right().length() >= Math.min(29, behind.length())
                        && line.right().length() <= 30,
                message);
        assertFalse((line.left() + line.right()).contains("\n"), message);
        assertEquals(line.left() + line.right(), wellFormed(line.left()) + wellFormed(line.right()), message);
    }

    /** With ? for half a surrogate pair. */
    private static String wellFormed(String text) {
        return new String(
                text.getBytes(java.nio.charset.StandardCharsets.UTF_8), java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void ordersKeepEveryLineAndTies() {
        List<Document> documents = new RandomDocuments(7).documents(40);
        index(documents);
        Query query = new Query.Verbatim("治理", false, new Scope.Text());
        List<ConcordanceLine> plain = ask(query, Sort.RELEVANCE, 0, 10_000).lines();
        checkOrder(
                plain,
                ask(query, Sort.RIGHT, 0, 10_000).lines(),
                line -> Normal.of(line.right()).text().stripLeading());
        checkOrder(
                plain,
                ask(query, Sort.LEFT, 0, 10_000).lines(),
                line -> new StringBuilder(Normal.of(line.left()).text().stripTrailing())
                        .reverse()
                        .toString());
        List<ConcordanceLine> newest = ask(query, Sort.NEWEST, 0, 10_000).lines();
        assertEquals(Set.copyOf(plain), Set.copyOf(newest));
        List<Integer> years = newest.stream().map(line -> line.year().orElse(0)).toList();
        assertEquals(years.stream().sorted(Comparator.reverseOrder()).toList(), years);
        List<Integer> oldest = ask(query, Sort.OLDEST, 0, 10_000).lines().stream()
                .map(line -> line.year().orElse(9999))
                .toList();
        assertEquals(oldest.stream().sorted().toList(), oldest);
    }

    private static void checkOrder(
            List<ConcordanceLine> plain, List<ConcordanceLine> ordered, Function<ConcordanceLine, String> key) {
        List<ConcordanceLine> wanted = new ArrayList<>(plain);
        wanted.sort(Comparator.comparing(key));
        assertTrue(plain.size() > 50);
        assertEquals(wanted, ordered);
    }

    @Test
    void pagesJoinToTheWholeAndReadNothingTwice() {
        index(new RandomDocuments(8).documents(60));
        Query query = new Query.Verbatim("治理", false, new Scope.Text());
        for (Sort sort : Sort.values()) {
            List<ConcordanceLine> whole = ask(query, sort, 0, 10_000).lines();
            List<ConcordanceLine> joined = new ArrayList<>();
            for (int from = 0; from < whole.size(); from += 7) {
                joined.addAll(ask(query, sort, from, 7).lines());
            }
            assertEquals(whole, joined, sort.name());
            assertEquals(List.of(), ask(query, sort, whole.size(), 7).lines());
        }
        long documents = ask(query, Sort.RELEVANCE, 0, 1).documents();
        assertEquals(3 * documents, reads.get(), "once by relevance, once newest first, once oldest first");
    }

    @Test
    void aPageReadsNoMoreThanItShows() {
        index(new RandomDocuments(9).documents(60));
        ConcordancePage page = ask(new Query.Verbatim("治理", false, new Scope.Text()), Sort.RELEVANCE, 0, 3);
        assertEquals(3, page.lines().size());
        assertTrue(reads.get() <= 3, reads + " documents read");
        assertTrue(page.total() > 50 && page.exact());
        assertEquals(page.total(), page.reachable());
    }

    @Test
    void beyondItsLimitTheTotalIsStillTrue() {
        index(IntStream.range(0, Concordance.MOST_DOCUMENTS + 100)
                .mapToObj(i -> TestDocuments.of("d" + i, "题目", "抓基层治理。强基层治理。").document())
                .toList());
        ConcordancePage page = ask(new Query.Verbatim("基层治理", false, new Scope.Text()), Sort.LEFT, 3_990, 30);
        assertEquals(2L * (Concordance.MOST_DOCUMENTS + 100), page.total());
        assertEquals(2L * Concordance.MOST_DOCUMENTS, page.reachable());
        assertEquals(10, page.lines().size());
        assertEquals(Concordance.MOST_DOCUMENTS, reads.get());
        assertTrue(page.counted() && !page.exact() && !page.partial());
        assertTrue(
                page.warnings().getFirst().message().contains("2000"),
                page.warnings().toString());
    }

    @Test
    void givesWhatItHasWhenTimeRunsOut() {
        index(new RandomDocuments(11).documents(30));
        SearchRequest hurried = new SearchRequest(
                new Query.Verbatim("治理", false, new Scope.Text()),
                List.of(),
                Sort.RIGHT,
                0,
                30,
                false,
                Duration.ofNanos(1),
                List.of());
        ConcordancePage page = concordance.answer(new ConcordanceRequest(hurried, Set.of(Part.values())), SEGMENTER);
        assertTrue(page.partial() && !page.exact());
        assertTrue(ask(hurried.query(), Sort.RIGHT, 0, 30).exact(), "what was cut short is not remembered as whole");
    }

    @Test
    void whatIsNewIsSeen() {
        index(List.of(TestDocuments.of("a", "题目", "基层治理。").document()));
        assertEquals(1, ask("\"基层治理\"").total());
        index(List.of(TestDocuments.of("b", "题目", "强基层治理。").document()));
        assertEquals(2, ask("\"基层治理\"").lines().size());
    }

    @Test
    void groupsAddUp() {
        index(new RandomDocuments(10).documents(60));
        ConcordancePage page = ask("\"治理\" 类型:座谈会");
        Frequencies.Group only = page.groups().get(Field.TYPE).getFirst();
        assertEquals(List.of(page.documents(), page.total()), List.of(only.documents(), only.occurrences()));
        assertEquals(page.total(), page.lines().size());
    }

    @Test
    void aPatternAgreesWithItsCount() {
        long seed = System.nanoTime();
        RandomDocuments random = new RandomDocuments(seed);
        index(random.documents(50));
        Map<String, Integer> differences = new HashMap<>();
        for (String typed : List.of(
                "\"既要…又要\"", "\"治理*服务\"", "\"基层…3治理\"", "\"××县\"", "\"党建 引领\"", "基层 治理", "\"治理\" OR \"服务\"", "人")) {
            ConcordancePage page = ask(new QueryParser(TAXONOMY).parse(typed).query(), Sort.LEFT, 0, 10_000);
            differences.put(typed, (int) page.total() - page.lines().size());
        }
        assertEquals(Set.of(0), Set.copyOf(differences.values()), differences + ", seed " + seed);
    }
}
