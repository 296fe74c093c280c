package wenyuan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wenyuan.search.TestDocuments.SEGMENTER;
import static wenyuan.search.TestDocuments.TAXONOMY;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.model.Dating;
import wenyuan.model.Document;
import wenyuan.query.Query;
import wenyuan.query.QueryParser;
import wenyuan.search.lucene.LuceneEngine;

class TrendsTest {
    @TempDir
    Path folder;

    private final Map<String, Document> archive = new HashMap<>();

    private void with(List<Document> documents, Consumer<Trends> reader) {
        documents.forEach(document -> archive.put(document.id(), document));
        Texts texts = id -> Optional.ofNullable(archive.get(id));
        try (LuceneEngine engine = LuceneEngine.open(folder.resolve("index"), texts, SEGMENTER, TAXONOMY)) {
            documents.forEach(engine.sink()::put);
            engine.sink().commit(new Position("store", 1));
            reader.accept(new Trends(engine, texts));
        }
    }

    private static SearchRequest request(String typed, Query... filters) {
        return new SearchRequest(
                new QueryParser(TAXONOMY).parse(typed).query(),
                List.of(filters),
                SearchRequest.Sort.RELEVANCE,
                0,
                10,
                true,
                Duration.ofSeconds(60),
                List.of());
    }

    private static Trend trend(Trends trends, String typed, Query... filters) {
        SearchRequest request = request(typed, filters);
        return trends.of(request, trends.archive(request));
    }

    private static List<String> written(List<Trend.Point> points) {
        return points.stream()
                .map(point ->
                        point.value() + ":" + point.documents() + "/" + point.archive() + " x" + point.occurrences())
                .toList();
    }

    private static List<Document> small() {
        return List.of(
                TestDocuments.of("a", "讲话", "网格要织密。网格要管好。")
                        .labelled("MT16")
                        .year(2016)
                        .document(),
                TestDocuments.of("b", "讲话", "支部要建强。")
                        .labelled("MT16")
                        .year(2016)
                        .document(),
                TestDocuments.of("c", "讲话", "支部要建强。")
                        .labelled("MT12")
                        .year(2017)
                        .document(),
                TestDocuments.of("d", "讲话", "大家都说，网格好。网格又好又快。")
                        .labelled("MT12")
                        .dated(new Dating.Inferred(2019, List.of()))
                        .document(),
                TestDocuments.of("e", "讲话", "网格早就有了。")
                        .labelled("MT16")
                        .dated(new Dating.Disputed(2014, List.of(2014, 2020), List.of()))
                        .document(),
                TestDocuments.of("f", "讲话", "网格哪年有的。")
                        .dated(new Dating.PageOnly(List.of()))
                        .document());
    }

    @Test
    void yearsWithDocumentsArePointsAndYearsWithoutAreNot() {
        with(small(), trends -> {
            Trend trend = trend(trends, "\"网格\"");
            assertEquals(List.of("2014:1/1 x1", "2016:1/2 x2", "2017:0/1 x0", "2019:1/1 x2"), written(trend.years()));
            assertEquals(List.of("MT16:2/3 x3", "MT12:1/2 x2"), written(trend.types()));
            assertEquals(List.of(4L, 6L, 1L), List.of(trend.documents(), trend.occurrences(), trend.undated()));
            assertEquals(5_000, trend.years().get(1).perTenThousand());
            assertEquals(10_000, trend.years().get(1).occurrencesPerTenThousand());
        });
    }

    @Test
    void theEarliestUseSaysWhetherItsYearIsSure() {
        with(small(), trends -> {
            Trend.First first = trend(trends, "\"网格\"").first();
            Trend.Use certain = first.certain().orElseThrow();
            assertEquals(List.of("a", 2016), List.of(certain.document().id(), certain.year()));
            assertEquals("网格要织密。", certain.quote().text());
            assertEquals(
                    "网格", certain.quote().marks().getFirst().of(certain.quote().text()));
            assertEquals("e", first.disputed().orElseThrow().document().id());
            assertEquals(2014, first.disputed().orElseThrow().year());
            Trend.First inferred = trend(trends, "\"又好又快\"").first();
            assertEquals(2019, inferred.certain().orElseThrow().year());
            assertTrue(inferred.disputed().isEmpty());
            assertEquals("网格又好又快。", inferred.certain().orElseThrow().quote().text());
            assertEquals(Trend.First.NONE, trend(trends, "\"哪年\"").first());
            Trend.First onlyDisputed = trend(trends, "\"早就有了\"").first();
            assertTrue(
                    onlyDisputed.certain().isEmpty() && onlyDisputed.disputed().isPresent());
        });
    }

    @Test
    void filtersHoldForTheArchiveToo() {
        with(small(), trends -> {
            Query years = new Query.Years(2016, 2018);
            assertEquals(
                    List.of("2016:1/2 x2", "2017:0/1 x0"),
                    written(trend(trends, "\"网格\"", years).years()));
            Query type = new Query.Filter(wenyuan.query.Field.TYPE, List.of("MT12"));
            assertEquals(
                    List.of("2017:0/1 x0", "2019:1/1 x2"),
                    written(trend(trends, "\"网格\"", type).years()));
        });
    }

    @Test
    void agreesWithReadingEveryDocument() {
        long seed = System.nanoTime();
        List<Document> documents = new RandomDocuments(seed).documents(120);
        with(documents, trends -> {
            for (String phrase : List.of("党建", "治理", "既要", "群众", "堡垒作用")) {
                Trend trend = trend(trends, "\"" + phrase + "\"");
                OptionalInt earliest = documents.stream()
                        .filter(document -> !(document.attributes().dating() instanceof Dating.Disputed))
                        .filter(document -> count(document, phrase) > 0)
                        .flatMapToInt(document -> document.attributes().dating().year().stream())
                        .min();
                String message = phrase + ", seed " + seed;
                assertEquals(
                        earliest.stream().boxed().toList(),
                        trend.first().certain().map(Trend.Use::year).stream().toList(),
                        message);
                for (Trend.Point point : trend.years()) {
                    List<Document> held = documents.stream()
                            .filter(document ->
                                    document.attributes().dating().year().orElse(0) == Integer.parseInt(point.value()))
                            .toList();
                    assertEquals(held.size(), point.archive(), message);
                    assertEquals(
                            held.stream()
                                    .mapToInt(document -> count(document, phrase))
                                    .sum(),
                            point.occurrences(),
                            message);
                }
            }
        });
    }

    private static int count(Document document, String phrase) {
        Reading reading = Reading.of(document);
        return Sought.counted(
                        new QueryParser(TAXONOMY).parse("\"" + phrase + "\"").query())
                .stream()
                .mapToInt(sought -> sought.matches(reading).size())
                .sum();
    }

    @Test
    void noUseIsCalledTheEarliestWhenTimeRanOut() {
        List<Document> documents = small();
        Texts texts = id ->
                documents.stream().filter(document -> document.id().equals(id)).findFirst();
        try (LuceneEngine engine = LuceneEngine.open(folder.resolve("slow"), texts, SEGMENTER, TAXONOMY)) {
            documents.forEach(engine.sink()::put);
            engine.sink().commit(new Position("store", 1));
            SearchRequest patient = request("\"网格\"");
            SearchRequest hurried = new SearchRequest(
                    patient.query(), List.of(), patient.sort(), 0, 10, true, Duration.ofMillis(30), List.of());
            Trend trend = new Trends(new SlowEngine(engine, Duration.ofMillis(60)), texts)
                    .of(hurried, engine.frequencies(patient));
            assertEquals(4, trend.documents());
            assertTrue(trend.partial());
            assertEquals(Trend.First.NONE, trend.first());
        }
    }
}
