package wenyuan.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.model.FunctionRules;
import wenyuan.model.Phrasing;
import wenyuan.query.Query;
import wenyuan.query.Scope;
import wenyuan.search.Position;
import wenyuan.search.SearchRequest;
import wenyuan.search.Sentences;
import wenyuan.search.SpeechFunctions;
import wenyuan.search.TestDocuments;
import wenyuan.search.lucene.LuceneEngine;

class RecentSentencesTest {
    private static final Position NOW = new Position("store", 7);

    @TempDir
    Path folder = Path.of(".");

    private final RecentSentences recent = new RecentSentences();
    private final AtomicInteger found = new AtomicInteger();

    @Test
    void aPageIsTurnedWithoutReadingAgain() throws IOException {
        with(sentences -> {
            find(sentences, "党建", 0, NOW, 1);
            find(sentences, "党建", 10, NOW, 1);
            find(sentences, "党建", 0, NOW, 1);
            find(sentences, "网格", 0, NOW, 2);
            find(sentences, "党建", 0, new Position("store", 8), 3);
        });
    }

    @Test
    void onlyTheLastFewAreKept() throws IOException {
        with(sentences -> {
            for (int i = 0; i < 9; i++) {
                find(sentences, "词" + i, 0, NOW, i + 1);
            }
            find(sentences, "词8", 0, NOW, 9);
            find(sentences, "词0", 0, NOW, 10);
        });
    }

    @Test
    void whatIsPartialIsFoundAgainForItsFirstPageOnly() throws IOException {
        with(sentences -> {
            find(sentences, request("党建", 0, Duration.ZERO), NOW, 1);
            find(sentences, request("党建", 10, Duration.ZERO), NOW, 1);
            find(sentences, request("党建", 0, Duration.ZERO), NOW, 2);
        });
    }

    private void find(Sentences sentences, String word, int from, Position position, int times) {
        find(sentences, request(word, from, SearchRequest.DEFAULT_LIMIT), position, times);
    }

    private void find(Sentences sentences, SearchRequest request, Position position, int times) {
        recent.find(request, position, Phrasing.NONE, asked -> {
            found.incrementAndGet();
            return sentences.find(asked);
        });
        assertEquals(times, found.get());
    }

    private static SearchRequest request(String word, int from, Duration limit) {
        return new SearchRequest(
                new Query.Verbatim(word, false, new Scope.Text()),
                List.of(),
                SearchRequest.Sort.RELEVANCE,
                from,
                10,
                false,
                limit,
                List.of());
    }

    private interface Trying {
        void on(Sentences sentences);
    }

    private void with(Trying trying) throws IOException {
        try (LuceneEngine engine =
                LuceneEngine.open(folder, id -> Optional.empty(), TestDocuments.SEGMENTER, TestDocuments.TAXONOMY)) {
            SpeechFunctions none = new SpeechFunctions(new FunctionRules(List.of(), List.of(), List.of()));
            trying.on(new Sentences(engine, id -> Optional.empty(), TestDocuments.SEGMENTER, none, Phrasing.NONE));
        }
    }
}
