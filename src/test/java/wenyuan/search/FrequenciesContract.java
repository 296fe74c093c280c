package wenyuan.search;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wenyuan.search.TestDocuments.TAXONOMY;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wenyuan.model.Document;
import wenyuan.model.Span;
import wenyuan.query.Extent;
import wenyuan.query.Field;
import wenyuan.query.Query;
import wenyuan.query.QueryParser;
import wenyuan.query.Scope;
import wenyuan.text.Normal;

/** How every engine counts occurrences and lists ids. */
public abstract class FrequenciesContract extends EngineContract {
    private static final Scope TEXT = new Scope.Text();

    private static SearchRequest request(Query query, Query... filters) {
        return new SearchRequest(
                query,
                List.of(filters),
                SearchRequest.Sort.RELEVANCE,
                0,
                1000,
                false,
                Duration.ofSeconds(60),
                List.of());
    }

    private void check(String query, long documents, long occurrences) {
        Frequencies found = engine.frequencies(
                request(new QueryParser(TAXONOMY).parse(query).query()));
        assertEquals(List.of(documents, occurrences), List.of(found.documents(), found.occurrences()), query);
        assertTrue(found.exact(), query);
        assertFalse(found.partial(), query);
    }

    @Test
    void countsOccurrencesAndNotOnlyDocuments() {
        index(Stream.of(
                        TestDocuments.of("a", "基层治理", "抓基层治理，强基层治理。", "治理好了，人人人都高兴。"),
                        TestDocuments.of("b", "题目", "基层的治理要靠人人。既要抓紧，又要抓好；既要快，又要好。"),
                        TestDocuments.of("c", "题目", "既要这样。又要那样。既要！又要！", "××县委和兰溪县委。"))
                .map(TestDocuments::document)
                .toList());
        check("\"基层治理\"", 1, 3);
        check("基层治理", 1, 3);
        check("\"人人\"", 2, 3);
        check("人", 2, 5);
        check("标题:\"基层治理\"", 1, 1);
        check("开头:\"基层治理\"", 1, 2);
        check("\"治理\" 标题:\"治理\"", 1, 4);
        check("\"既要…又要\"", 2, 3);
        check("\"既要…1又要\"", 1, 1);
        check("\"××县委\"", 1, 2);
        check("=\"强基层治理。\"", 1, 1);
        check("\"人人\" -\"基层治理\"", 1, 1);
        check("\"人人\" OR \"强基层\"", 2, 4);
        check("\"绝无此语\"", 0, 0);
        check("*", 3, 0);
    }

    @Test
    void countsAsAnOracleDoes() {
        long seed = System.nanoTime();
        RandomDocuments random = new RandomDocuments(seed);
        List<Document> documents = random.documents(60);
        index(documents);
        for (int i = 0; i < 300; i++) {
            String letters = Normal.of(random.cut(random.pick(documents).text()))
                    .letters()
                    .text();
            if (!letters.isEmpty() && letters.indexOf(Normal.SLOT) < 0 && letters.indexOf('x') < 0) {
                checkLines(letters, documents, seed);
            }
        }
    }

    private void checkLines(String letters, List<Document> documents, long seed) {
        Pattern wanted = Pattern.compile("(?=" + Pattern.quote(letters) + ")");
        ToLongFunction<Document> count = document -> Reading.of(document)
                .source()
                .lines()
                .mapToLong(line -> wanted.matcher(Normal.of(line).letters().text())
                        .results()
                        .count())
                .sum();
        assertCounted(new Query.Verbatim(letters, false, TEXT), documents, count, letters + ", seed " + seed);
    }

    @Test
    void countsPatternsAsAnOracleDoes() {
        long seed = System.nanoTime();
        RandomDocuments random = new RandomDocuments(seed);
        List<Document> documents = random.documents(60);
        index(documents);
        for (int i = 0; i < 300; i++) {
            String first = word(random);
            String second = word(random);
            int gap = random.pick(List.of(0, 2, 8, Query.Pattern.UNBOUNDED));
            // 乙 stands in no document: the whole is never found as it stands
            Extent extent = random.pick(List.of(Extent.values()));
            Query query = new Query.Pattern(first + "乙" + second, List.of(first, second), List.of(gap), extent, TEXT);
            ToLongFunction<Document> count = document -> inStretches(Reading.of(document), extent, first, second, gap);
            assertCounted(query, documents, count, query + ", seed " + seed);
        }
    }

    private static String word(RandomDocuments random) {
        String word = Normal.of(random.word()).letters().text();
        boolean usable = word.codePointCount(0, word.length()) > 1 && word.indexOf(Normal.SLOT) < 0;
        return usable ? word : word(random);
    }

    private static long inStretches(Reading reading, Extent extent, String first, String second, int gap) {
        String most = gap == Query.Pattern.UNBOUNDED ? "" : String.valueOf(gap);
        Pattern wanted = Pattern.compile(Pattern.quote(first) + ".{0," + most + "}?" + Pattern.quote(second));
        List<Span> stretches = extent == Extent.SENTENCE ? reading.sentenceStretches(TEXT) : reading.stretches(TEXT);
        return stretches.stream()
                .mapToLong(
                        stretch -> wanted.matcher(stretch.of(reading.letters().text()))
                                .results()
                                .count())
                .sum();
    }

    private void assertCounted(Query query, List<Document> documents, ToLongFunction<Document> count, String message) {
        List<Document> holding = documents.stream()
                .filter(document -> count.applyAsLong(document) > 0)
                .toList();
        Frequencies found = engine.frequencies(request(query));
        assertEquals(holding.stream().mapToLong(count).sum(), found.occurrences(), message);
        assertEquals(holding.size(), found.documents(), message);
        Map<String, Long> byYear = holding.stream()
                .filter(document -> document.attributes().dating().year().isPresent())
                .collect(groupingBy(FrequenciesContract::year, TreeMap::new, counting()));
        assertEquals(
                byYear,
                found.by(Field.YEAR).stream()
                        .collect(toMap(
                                Frequencies.Group::value,
                                Frequencies.Group::documents,
                                (one, other) -> one,
                                TreeMap::new)),
                message);
        checkMatches(query, holding, found, message);
    }

    /** What the highlighter's side lists is what the engine counted. */
    private static void checkMatches(Query query, List<Document> holding, Frequencies found, String message) {
        List<Span> all = new ArrayList<>();
        for (Document document : holding) {
            Reading reading = Reading.of(document);
            Sought.counted(query).forEach(sought -> all.addAll(sought.matches(reading)));
        }
        assertEquals(found.occurrences(), all.size(), message);
    }

    private static String year(Document document) {
        return String.valueOf(document.attributes().dating().year().orElseThrow());
    }

    @Test
    void groupsCarryNamesAndKeepToTheFilters() {
        index(new RandomDocuments(5).documents(80));
        Query filter = new Query.Filter(Field.TYPE, List.of("MT16"));
        Frequencies found = engine.frequencies(request(new Query.Verbatim("治理", false, TEXT), filter));
        assertEquals(1, found.by(Field.TYPE).size());
        Frequencies.Group only = found.by(Field.TYPE).getFirst();
        assertEquals("座谈会", only.label());
        assertEquals(List.of(found.documents(), found.occurrences()), List.of(only.documents(), only.occurrences()));
        assertTrue(found.occurrences() > found.documents());
    }

    @Test
    void idsAreThoseOfTheHits() {
        index(new RandomDocuments(6).documents(50));
        for (String typed : List.of("基层治理", "\"治理\"", "*", "治理 绝无此语", "\"绝无此语\"")) {
            SearchRequest request =
                    request(new QueryParser(TAXONOMY).parse(typed).query());
            List<String> hits = engine.search(request).hits().stream()
                    .map(hit -> hit.document().id())
                    .toList();
            assertEquals(hits, engine.ids(request), typed);
        }
    }
}
