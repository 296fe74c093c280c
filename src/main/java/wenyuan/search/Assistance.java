package wenyuan.search;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import wenyuan.model.Phrasing;
import wenyuan.query.Query;
import wenyuan.text.Segmenter;

/**
 * What makes an engine's answer more than what was typed: synonyms, and texts that may mean the same. Every engine gives its
 * searches through here, so that all answer alike. Thread-safe: immutable.
 */
public final class Assistance {
    private static final int MOST_POSSIBLE = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Synonyms synonyms;
    private final Masks masks;

    /** Help by these rules; {@link Phrasing#NONE} for none. */
    public Assistance(Phrasing phrasing, Segmenter segmenter) {
        this.synonyms = new Synonyms(phrasing, segmenter);
        this.masks = new Masks(phrasing.suffixes());
    }

    /** The answer to {@code request}, for which {@code engine} is asked once or a few times. */
    public SearchPage answer(SearchRequest request, Function<SearchRequest, SearchPage> engine) {
        Synonyms.Expanded expanded = synonyms.expand(request.query());
        SearchPage page = engine.apply(request.asking(expanded.query()));
        boolean first = request.from() == 0 && request.size() > 0;
        if (!first || page.partial()) {
            return page;
        }
        Optional<SearchPage> possible = possible(request.asking(expanded.query()), page, engine);
        return page.with(new SearchPage.Hints(
                expanded.also(),
                possible.map(SearchPage::hits).orElse(List.of()),
                possible.map(SearchPage::total).orElse(0L),
                List.of()));
    }

    /** Nothing when there is no time left for it. */
    private Optional<SearchPage> possible(
            SearchRequest request, SearchPage page, Function<SearchRequest, SearchPage> engine) {
        Duration left = request.limit().minus(page.took());
        Duration limit = left.compareTo(PATIENCE) < 0 ? left : PATIENCE;
        Optional<Query> query = limit.isPositive() ? masks.possible(request.query()) : Optional.empty();
        return query.map(other -> engine.apply(new SearchRequest(
                other, request.filters(), request.sort(), 0, MOST_POSSIBLE, false, limit, List.of())));
    }
}
