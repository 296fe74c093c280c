package wenyuan.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import wenyuan.model.Phrasing;
import wenyuan.query.Query;
import wenyuan.query.Scope;
import wenyuan.text.Segmenter;

/**
 * What makes an engine's answer more than what was typed: synonyms, texts that may mean the same, and what was meant by a slip. Every engine gives its
 * searches through here, so that all answer alike. Thread-safe: immutable.
 */
public final class Assistance {
    private static final Pattern PINYIN = Pattern.compile("[a-z']{2,48}");
    private static final int MOST_POSSIBLE = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Synonyms synonyms;
    private final Masks masks;
    private final Segmenter segmenter;

    /** Help by these rules; {@link Phrasing#NONE} for none. */
    public Assistance(Phrasing phrasing, Segmenter segmenter) {
        this.synonyms = new Synonyms(phrasing, segmenter);
        this.segmenter = segmenter;
        this.masks = new Masks(phrasing.suffixes());
    }

    /** What {@link #answer} asks the engine first: with other names of its words, and without what only sentences can be asked. */
    public SearchRequest widened(SearchRequest request) {
        SearchRequest documents = SentenceFilter.of(request).documents();
        return documents.asking(synonyms.expand(documents.query()).query());
    }

    /**
     * The answer to {@code asked}, for which {@code engine} is asked once or a few times.
     *
     * @param vocabulary the words of the archive; asked for only when something seems to be mistyped
     */
    public SearchPage answer(
            SearchRequest asked, Function<SearchRequest, SearchPage> engine, Supplier<Vocabulary> vocabulary) {
        SearchRequest request = SentenceFilter.forDocuments(asked);
        Synonyms.Expanded expanded = synonyms.expand(request.query());
        SearchPage page = engine.apply(request.asking(expanded.query()));
        boolean first = request.from() == 0 && request.size() > 0 && request.facets();
        if (!first || page.partial()) {
            return page;
        }
        Optional<SearchPage> possible = possible(request.asking(expanded.query()), page, engine);
        return page.with(new SearchPage.Hints(
                expanded.also(),
                possible.map(SearchPage::hits).orElse(List.of()),
                possible.map(SearchPage::total).orElse(0L),
                didYouMean(request, page, engine, vocabulary)));
    }

    private List<String> didYouMean(
            SearchRequest request,
            SearchPage page,
            Function<SearchRequest, SearchPage> engine,
            Supplier<Vocabulary> vocabulary) {
        List<String> chunks = chunks(request.query());
        Deadline deadline = Deadline.in(patience(request, page));
        Guesses guesses = new Guesses(
                vocabulary, segmenter, string -> deadline.passed() ? 0 : holding(string, request, engine, deadline));
        String joined = String.join("", chunks).toLowerCase(Locale.ROOT);
        if (PINYIN.matcher(joined).matches() && page.total() == 0) {
            List<String> together = guesses.ofPinyin(joined.replace("'", ""));
            if (!together.isEmpty()) {
                return together;
            }
        }
        for (int place = 0; place < chunks.size() && !deadline.passed(); place++) {
            List<String> meant = meant(chunks.get(place), guesses);
            if (!meant.isEmpty()) {
                return meant.stream().map(with(chunks, place)).toList();
            }
        }
        return List.of();
    }

    private static List<String> meant(String chunk, Guesses guesses) {
        String lower = chunk.toLowerCase(Locale.ROOT);
        return PINYIN.matcher(lower).matches()
                ? guesses.ofPinyinUnlessFound(lower.replace("'", ""))
                : guesses.ofChunk(chunk);
    }

    /** How many documents hold {@code string}, under the same filters. */
    private static long holding(
            String string, SearchRequest request, Function<SearchRequest, SearchPage> engine, Deadline deadline) {
        return engine.apply(new SearchRequest(
                        new Query.Verbatim(string, false, new Scope.Text()),
                        request.filters(),
                        SearchRequest.Sort.RELEVANCE,
                        0,
                        0,
                        false,
                        deadline.left(),
                        List.of()))
                .total();
    }

    private static UnaryOperator<String> with(List<String> chunks, int place) {
        return chunk -> {
            List<String> other = new ArrayList<>(chunks);
            other.set(place, chunk);
            return String.join(" ", other);
        };
    }

    /** The chunks of a query of nothing but plain words in the whole text; none of another query. */
    private static List<String> chunks(Query query) {
        List<Query> parts = query instanceof Query.And(List<Query> all) ? all : List.of(query);
        List<String> chunks = parts.stream()
                .filter(Query.Words.class::isInstance)
                .map(Query.Words.class::cast)
                .filter(words -> words.scope() instanceof Scope.Text)
                .map(Query.Words::text)
                .toList();
        return chunks.size() == parts.size() ? chunks : List.of();
    }

    /** Nothing when there is no time left for it. */
    private Optional<SearchPage> possible(
            SearchRequest request, SearchPage page, Function<SearchRequest, SearchPage> engine) {
        Duration limit = patience(request, page);
        Optional<Query> query = limit.isPositive() ? masks.possible(request.query()) : Optional.empty();
        return query.map(other -> engine.apply(new SearchRequest(
                other, request.filters(), request.sort(), 0, MOST_POSSIBLE, false, limit, List.of())));
    }

    /** The time that is left for what comes behind the first answer. */
    private static Duration patience(SearchRequest request, SearchPage page) {
        Duration left = request.limit().minus(page.took());
        return left.compareTo(PATIENCE) < 0 ? left : PATIENCE;
    }
}
