package wenyuan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wenyuan.search.TestDocuments.PHRASING;
import static wenyuan.search.TestDocuments.SEGMENTER;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import wenyuan.query.Query;
import wenyuan.query.Scope;

class AssistanceTest {
    private static final SearchPage NOTHING =
            new SearchPage(0, true, false, Duration.ZERO, List.of(), List.of(), Map.of());

    private final AtomicInteger asked = new AtomicInteger();

    private SearchPage slowly(SearchRequest request) {
        asked.incrementAndGet();
        assertTrue(request.limit().isPositive(), "asked when no time was left");
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return NOTHING;
    }

    @Test
    void guessingEndsWithTheTime() {
        List<Query> slips = IntStream.range(0, 300)
                .mapToObj(i -> (Query) new Query.Words("基层制" + Character.toString('一' + i), new Scope.Text()))
                .toList();
        SearchRequest request = SearchRequest.of(new Query.And(slips));
        Vocabulary vocabulary = Vocabulary.of(Map.of("基层", 3L, "治理", 2L));
        SearchPage page = new Assistance(PHRASING, SEGMENTER).answer(request, this::slowly, () -> vocabulary);
        assertEquals(List.of(), page.hints().didYouMean());
        assertTrue(asked.get() > 5 && asked.get() < 100, asked::toString);
    }
}
