package wenyuan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wenyuan.search.TestDocuments.SEGMENTER;
import static wenyuan.search.TestDocuments.TAXONOMY;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.model.Document;
import wenyuan.search.DraftReport.Standing;
import wenyuan.search.lucene.LuceneEngine;

class DraftCheckTest {
    private static final Map<String, Document> ARCHIVE = Stream.of(
                    TestDocuments.of("old", "在推进会上的讲话", "基层治理要靠大家一起来办，不能只靠几个人忙。网格里的事情要在网格里办完。"),
                    TestDocuments.of("twin", "在座谈会上的讲话", "網格裏的事情，要在網格裏辦完！还有别的话要说给大家听一听。"),
                    TestDocuments.of("named", "发言", "兰溪县委把这件事情抓得很紧很实。"))
            .map(TestDocuments::document)
            .collect(java.util.stream.Collectors.toMap(Document::id, document -> document));

    @TempDir
    Path folder;

    private LuceneEngine engine;

    @BeforeEach
    void index() {
        engine = LuceneEngine.open(
                folder.resolve("index"), id -> Optional.ofNullable(ARCHIVE.get(id)), SEGMENTER, TAXONOMY);
        ARCHIVE.values().forEach(engine.sink()::put);
        engine.sink().commit(new Position("store", 1));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private DraftReport check(String draft) {
        return new DraftCheck(engine, id -> Optional.ofNullable(ARCHIVE.get(id))).check(draft, Duration.ofMinutes(1));
    }

    private void checkStanding(String draft, Standing... expected) {
        assertEquals(
                List.of(expected),
                check(draft).sentences().stream()
                        .map(DraftReport.Sentence::standing)
                        .toList());
    }

    @Test
    void aSentenceStandsThereInAnyScriptAndPunctuation() {
        checkStanding("网格里的事情，要在网格里办完。", Standing.VERBATIM);
        checkStanding("同志们！\n这一句话从来没有人在会上说过。", Standing.SHORT, Standing.NEW);
    }

    @Test
    void aPlaceholderOfTheDraftStandsForAName() {
        checkStanding("××县委把这件事情抓得很紧很实。", Standing.VERBATIM);
    }

    @Test
    void ofAChangedSentenceTheClausesCount() {
        String draft = "讲到底，基层治理要靠大家一起来办，不能只靠几个人忙，更不能等着别人来忙。";
        DraftReport report = check(draft);
        DraftReport.Sentence sentence = report.sentences().getFirst();
        assertEquals(Standing.IN_PART, sentence.standing());
        assertEquals(
                List.of("基层治理要靠大家一起来办，不能只靠几个人忙"),
                sentence.pieces().stream().map(piece -> piece.span().of(draft)).toList());
    }

    @Test
    void sourcesAreOrderedByWhatTheyShare() {
        DraftReport report = check("基层治理要靠大家一起来办，不能只靠几个人忙。网格里的事情要在网格里办完。新的一句话还没有人说过呢。");
        assertEquals(
                List.of("old", "twin"),
                report.sources().stream().map(share -> share.document().id()).toList());
        assertEquals(20 + 13, report.sources().getFirst().letters());
        assertEquals(13, report.sources().get(1).letters());
        assertEquals(20 + 13, report.repeated());
        assertEquals(20 + 13 + 12, report.letters());
        assertEquals(2, report.sentences().get(1).pieces().getFirst().documents());
    }

    @Test
    void timeThatRunsOutIsSaid() {
        DraftReport report = new DraftCheck(engine, id -> Optional.ofNullable(ARCHIVE.get(id)))
                .check("基层治理要靠大家一起来办。网格里的事情要在网格里办完。", Duration.ZERO);
        assertTrue(report.partial());
        assertEquals(Standing.UNCHECKED, report.sentences().getFirst().standing());
    }

    /** The engine, each of whose answers takes longer than the check may. */
    private SearchEngine slowly() {
        return (SearchEngine) Proxy.newProxyInstance(
                SearchEngine.class.getClassLoader(),
                new Class<?>[] {SearchEngine.class},
                (proxy, method, arguments) -> {
                    Thread.sleep(Duration.ofMillis(300));
                    return method.invoke(engine, arguments);
                });
    }

    @Test
    void aSentenceDuringWhichTimeRunsOutIsNotCalledNew() {
        DraftReport report = new DraftCheck(slowly(), id -> Optional.ofNullable(ARCHIVE.get(id)))
                .check("这句话从来没有人说过一个字。", Duration.ofMillis(200));
        assertTrue(report.partial());
        assertEquals(Standing.UNCHECKED, report.sentences().getFirst().standing());
        assertEquals(0, report.letters());
    }
}
