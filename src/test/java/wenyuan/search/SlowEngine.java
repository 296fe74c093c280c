package wenyuan.search;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** An engine that counts right, but takes its time for it, so that none is left for what comes next. */
record SlowEngine(SearchEngine engine, Duration delay) implements SearchEngine {
    @Override
    public Frequencies frequencies(SearchRequest request) {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return engine.frequencies(new SearchRequest(
                request.query(),
                request.filters(),
                request.sort(),
                request.from(),
                request.size(),
                request.facets(),
                SearchRequest.DEFAULT_LIMIT,
                request.warnings()));
    }

    @Override
    public SearchPage search(SearchRequest request) {
        return engine.search(request);
    }

    @Override
    public List<String> ids(SearchRequest request) {
        return engine.ids(request);
    }

    @Override
    public long documents() {
        return engine.documents();
    }

    @Override
    public long[] documentsWith(List<String> strings, int checked) {
        return engine.documentsWith(strings, checked);
    }

    @Override
    public Vocabulary vocabulary() {
        return Vocabulary.of(Map.of());
    }

    @Override
    public Position position() {
        return engine.position();
    }

    @Override
    public void close() {}
}
