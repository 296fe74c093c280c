package wenyuan.search.lucene;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryRescorer;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.TotalHits;
import org.jspecify.annotations.Nullable;
import wenyuan.model.Document;
import wenyuan.query.Field;
import wenyuan.query.Warning;
import wenyuan.search.Frequencies;
import wenyuan.search.Highlighter;
import wenyuan.search.SearchPage;
import wenyuan.search.SearchRequest;
import wenyuan.search.Sought;
import wenyuan.search.Texts;
import wenyuan.text.Segmenter;

/** One search, from request to page. Used once. */
final class Search {
    /** Hits that are ordered again by how close together their words stand. */
    private static final int RESCORED = 300;

    /** One document in so many found is worth to pass over what cannot be among the best. */
    private static final int MANY = 16;

    /** The part of a time limit that is added to it to rank what was found until then. */
    private static final int SHARE = 4;

    /** Pieces of text shown for a hit. */
    private static final int SNIPPETS = 3;

    /** Hits whose formulas are counted beside a list of hits: more would take longer than finding them. */
    private static final long COUNTED = 10_000;

    /** What all searches of an engine share. */
    record Tools(
            Texts texts,
            Segmenter segmenter,
            Highlighter highlighter,
            FacetCounts counts,
            FacetNames names,
            Everything everything) {}

    /** What is counted over all documents, which many pages want and only a change of the index changes. */
    record Everything(
            OncePerState<FacetCounts.Counted> counted,
            OncePerState<FacetCounts.Counted> countedWithFormulas,
            OncePerState<FrequencyCounts.Counted> frequencies) {
        Everything() {
            this(new OncePerState<>(), new OncePerState<>(), new OncePerState<>());
        }
    }

    private final long begun = System.nanoTime();
    private final SearchRequest request;
    private final Tools tools;
    private final Deadline deadline;
    private final Translation translation;
    private final Query asked;
    private final List<Beside> beside;
    private final IndexSearcher searcher;
    /** Whether there was no time to rank what was found. */
    private boolean outOfTime;

    /** A filter beside the query, put into Lucene's terms once: one that reads texts then reads each only once. */
    private record Beside(Optional<Field> field, Query query) {}

    Search(IndexReader reader, SearchRequest request, Tools tools) {
        this.request = request;
        this.tools = tools;
        this.deadline = Deadline.in(request.limit());
        this.translation = new Translation(tools.segmenter(), tools.texts(), tools.highlighter(), deadline);
        this.asked = translation.of(request.query());
        this.beside = request.filters().stream()
                .map(filter -> new Beside(own(filter), translation.of(filter)))
                .toList();
        // behind all that may read texts
        this.searcher = searcher(reader, translation.readsTexts());
    }

    /**
     * A searcher of its own, since the time limit belongs to the searcher.
     *
     * @param alone whether it works on one thread: how many texts are read is limited over all segments
     */
    private IndexSearcher searcher(IndexReader reader, boolean alone) {
        IndexSearcher made = alone ? new IndexSearcher(reader) : new ParallelSearcher(reader);
        made.setTimeout(deadline);
        return made;
    }

    /**
     * What ran.
     *
     * @param query without the filters beside it
     */
    private record Found(Query query, FacetCounts.Counted counted, List<ScoreDoc> best) {}

    /** The answer. */
    SearchPage page() throws IOException {
        MostWords words = MostWords.of(request.query(), translation);
        Found first = run(asked, words);
        Optional<Found> second = mostWords(first, words);
        Found found = second.orElse(first);
        List<Warning> more = second.isPresent() ? dropped(found, words) : List.of();
        List<SearchPage.Hit> hits = hits(found.best());
        Map<Field, List<SearchPage.Count>> facets = request.facets() ? facets(found) : Map.of();
        boolean partial = searcher.timedOut() || outOfTime || (!translation.exact() && deadline.shouldExit());
        return new SearchPage(
                found.counted().hits(),
                translation.exact() && !partial,
                partial,
                Duration.ofNanos(System.nanoTime() - begun),
                warnings(more),
                hits,
                facets);
    }

    /** The ids of the hits of {@link #page}. */
    List<String> ids() throws IOException {
        MostWords words = MostWords.of(request.query(), translation);
        Found first = run(asked, words);
        Found found = mostWords(first, words).orElse(first);
        StoredFields stored = searcher.storedFields();
        List<String> ids = new ArrayList<>();
        for (ScoreDoc hit : shown(found.best())) {
            ids.add(id(stored, hit.doc));
        }
        return ids;
    }

    /** What runs when nothing has all the words. */
    private Optional<Found> mostWords(Found first, MostWords words) throws IOException {
        if (first.counted().hits() > 0 || searcher.timedOut()) {
            return Optional.empty();
        }
        Optional<Query> second = secondBest(first.query(), words);
        return second.isPresent() ? Optional.of(run(second.get(), words)) : Optional.empty();
    }

    /** Occurrences in all documents that match. */
    Frequencies frequencies() throws IOException {
        Occurrences occurrences = new Occurrences(Sought.counted(request.query()), tools.texts(), deadline);
        Query query = filtered(asked, EnumSet.noneOf(Field.class));
        IndexSearcher counter =
                searcher(searcher.getIndexReader(), translation.readsTexts() || occurrences.readsTexts());
        OncePerState.Making<FrequencyCounts.Counted> counting =
                () -> counter.search(query, FrequencyCounts.of(occurrences, tools.counts()));
        FrequencyCounts.Counted counted = query instanceof MatchAllDocsQuery && occurrences.isEmpty()
                ? tools.everything().frequencies().of(state(), counting, () -> !counter.timedOut())
                : counting.make();
        Map<Field, List<Frequencies.Group>> groups = new EnumMap<>(Field.class);
        EnumSet.complementOf(EnumSet.of(Field.FORMULA, Field.FUNCTION))
                .forEach(field -> groups.put(field, tools.names().groups(field, counted.values())));
        boolean complete = translation.exact() && !occurrences.gaveUp();
        boolean partial = counter.timedOut() || (!complete && deadline.shouldExit());
        return new Frequencies(
                counted.total().documents(), counted.total().occurrences(), complete && !partial, partial, groups);
    }

    private Optional<Query> secondBest(Query first, MostWords words) throws IOException {
        // Where only the filters beside the query leave nothing, nothing is the right answer.
        boolean none = beside.isEmpty() || searcher.count(first) == 0;
        return none ? words.query(searcher) : Optional.empty();
    }

    private List<Warning> dropped(Found found, MostWords words) throws IOException {
        TopDocs best = searcher.search(filtered(found.query(), EnumSet.noneOf(Field.class)), 1);
        return best.scoreDocs.length == 0
                ? List.of()
                : List.of(words.warning(searcher, id(searcher.storedFields(), best.scoreDocs[0].doc)));
    }

    private List<Warning> warnings(List<Warning> more) {
        List<Warning> all = new ArrayList<>(request.warnings());
        all.addAll(translation.warnings());
        all.addAll(more);
        if (!translation.exact()) {
            all.add(Translation.warning("候选文档太多，没有逐一核对原文，总数只是下限。"));
        }
        return all;
    }

    private Found run(Query query, MostWords words) throws IOException {
        CollectorManager<?, FacetCounts.Counted> counter = counter(request.facets());
        Query filtered = filtered(query, EnumSet.noneOf(Field.class));
        int most = (int) Math.min(
                (long) request.from() + request.size(),
                searcher.getIndexReader().maxDoc());
        if (filtered instanceof MatchAllDocsQuery && request.facets()) {
            return new Found(query, everything(counter), List.of(first(filtered, most)));
        }
        if (request.size() == 0 || most == 0) {
            return new Found(query, searcher.search(filtered, counter), List.of());
        }
        Optional<Ranking.Scores> scores = byScore() ? Ranking.scores(filtered) : Optional.empty();
        if (scores.isPresent()) {
            Object[] both = searcher.search(
                    filtered, new MultiCollectorManager(FoundDocuments.gathering(searcher.getIndexReader()), counter));
            FacetCounts.Counted counted = (FacetCounts.Counted) both[1];
            ScoreDoc[] best = counted.hits() == 0
                    ? new ScoreDoc[0]
                    : best((FoundDocuments) both[0], counted.hits(), scores.get(), Math.max(most, RESCORED));
            return new Found(query, counted, List.of(closest(best, words)));
        }
        Object[] both = searcher.search(filtered, new MultiCollectorManager(top(most), counter));
        ScoreDoc[] best = ((TopDocs) both[0]).scoreDocs;
        return new Found(query, (FacetCounts.Counted) both[1], List.of(closest(best, words)));
    }

    /** The best {@code wanted} of the {@code hits} that were found, without scoring all. */
    private ScoreDoc[] best(FoundDocuments found, long hits, Ranking.Scores scores, int wanted) throws IOException {
        BooleanQuery.Builder scored = new BooleanQuery.Builder().add(found, Occur.FILTER);
        scores.optional().forEach(scored::add);
        // Only where a word must match does Lucene pass over documents that cannot be among the best. For that it reads
        // all postings of the words, which few hits are not worth, and it leaves out what scores nothing.
        boolean many = hits > searcher.getIndexReader().maxDoc() / MANY;
        scored.setMinimumNumberShouldMatch(many ? 1 : 0);
        IndexSearcher ranking = new ParallelSearcher(searcher.getIndexReader());
        // What was cut off while counting still has its best shown.
        ranking.setTimeout(searcher.timedOut() ? Deadline.in(request.limit().dividedBy(SHARE)) : deadline);
        TopDocs best = ranking.search(scored.build(), new TopScoreDocCollectorManager(wanted, 1));
        outOfTime |= ranking.timedOut();
        ScoreDoc[] all = many ? found.filled(best.scoreDocs, wanted) : best.scoreDocs;
        Arrays.stream(all).forEach(each -> each.score += scores.always());
        return all;
    }

    private FacetCounts.Counted everything(CollectorManager<?, FacetCounts.Counted> counter) throws IOException {
        OncePerState<FacetCounts.Counted> kept = request.size() == 0
                ? tools.everything().countedWithFormulas()
                : tools.everything().counted();
        return kept.of(state(), () -> searcher.search(MatchAllDocsQuery.INSTANCE, counter), this::inTime);
    }

    private IndexReader.@Nullable CacheHelper state() {
        return searcher.getIndexReader().getReaderCacheHelper();
    }

    private ScoreDoc[] first(Query all, int most) throws IOException {
        return request.size() == 0 || most == 0
                ? new ScoreDoc[0]
                : ((TopDocs) searcher.search(all, top(most))).scoreDocs;
    }

    private boolean inTime() {
        return !searcher.timedOut();
    }

    private CollectorManager<?, FacetCounts.Counted> counter(boolean withValues) {
        return tools.counts().counter(withValues, request.size() == 0 ? Long.MAX_VALUE : COUNTED);
    }

    private boolean byScore() {
        return switch (request.sort()) {
            case RELEVANCE, LEFT, RIGHT -> true;
            case NEWEST, OLDEST -> false;
        };
    }

    private CollectorManager<? extends Collector, ?> top(int most) {
        return switch (request.sort()) {
            case RELEVANCE, LEFT, RIGHT -> new TopScoreDocCollectorManager(Math.max(most, RESCORED), Integer.MAX_VALUE);
            case NEWEST -> new TopFieldCollectorManager(byYear(true), most, Integer.MAX_VALUE);
            case OLDEST -> new TopFieldCollectorManager(byYear(false), most, Integer.MAX_VALUE);
        };
    }

    private static Sort byYear(boolean newest) {
        return new Sort(known(Fields.YEAR, newest), known(Fields.PAGE_DATE, newest), SortField.FIELD_DOC);
    }

    /** Sorts what lacks the field last in either direction. */
    private static SortField known(String field, boolean newest) {
        return new SortField(field, SortField.Type.LONG, newest, newest ? Long.MIN_VALUE : Long.MAX_VALUE);
    }

    private ScoreDoc[] closest(ScoreDoc[] best, MostWords words) throws IOException {
        if (request.sort() != SearchRequest.Sort.RELEVANCE || words.words().size() < 2 || best.length < 2) {
            return best;
        }
        int first = Math.min(RESCORED, best.length);
        TopDocs head = new TopDocs(new TotalHits(first, TotalHits.Relation.EQUAL_TO), Arrays.copyOf(best, first));
        ScoreDoc[] ordered = best.clone();
        TopDocs again = QueryRescorer.rescore(searcher, head, Ranking.closeness(words.words()), 1, first);
        System.arraycopy(again.scoreDocs, 0, ordered, 0, first);
        return ordered;
    }

    /** The query with every filter beside it, but those of {@code without}. */
    private Query filtered(Query query, Set<Field> without) {
        if (beside.isEmpty()) {
            return query;
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(query, Occur.MUST);
        beside.stream()
                .filter(filter -> filter.field().filter(without::contains).isEmpty())
                .forEach(filter -> all.add(filter.query(), Occur.FILTER));
        return all.build();
    }

    /** The one field that a filter is about. */
    private static Optional<Field> own(wenyuan.query.Query filter) {
        if (filter instanceof wenyuan.query.Query.Filter(Field field, List<String> ignored)) {
            return Optional.of(field);
        }
        if (filter instanceof wenyuan.query.Query.Years) {
            return Optional.of(Field.YEAR);
        }
        if (filter instanceof wenyuan.query.Query.Not(wenyuan.query.Query part)) {
            return own(part);
        }
        if (filter instanceof wenyuan.query.Query.Or(List<wenyuan.query.Query> parts)) {
            List<Optional<Field>> fields =
                    parts.stream().map(Search::own).distinct().toList();
            return fields.size() == 1 ? fields.getFirst() : Optional.empty();
        }
        return Optional.empty();
    }

    private Map<Field, List<SearchPage.Count>> facets(Found found) throws IOException {
        Map<Field, List<SearchPage.Count>> facets = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            boolean narrowed = beside.stream()
                    .anyMatch(filter -> filter.field().filter(field::equals).isPresent());
            FacetCounts.Counted counted = narrowed ? countedWithout(field, found.query()) : found.counted();
            facets.put(field, tools.names().counts(field, counted.values()));
        }
        return facets;
    }

    private FacetCounts.Counted countedWithout(Field field, Query query) throws IOException {
        return searcher.search(filtered(query, EnumSet.of(field)), counter(true));
    }

    private List<SearchPage.Hit> hits(List<ScoreDoc> best) throws IOException {
        List<SearchPage.Hit> hits = new ArrayList<>();
        StoredFields stored = searcher.storedFields();
        Function<Document, List<SearchPage.Snippet>> snippets =
                tools.highlighter().snippets(request.query(), SNIPPETS);
        for (ScoreDoc hit : shown(best)) {
            double score = Float.isNaN(hit.score) ? 0 : hit.score;
            // A document deleted meanwhile is left out: the total is that of the moment of the search.
            tools.texts()
                    .find(id(stored, hit.doc))
                    .map(document -> new SearchPage.Hit(document, score, snippets.apply(document)))
                    .ifPresent(hits::add);
        }
        return hits;
    }

    /** The hits asked for, of those found from the first on. */
    private List<ScoreDoc> shown(List<ScoreDoc> best) {
        int from = Math.min(request.from(), best.size());
        return best.subList(from, (int) Math.min((long) from + request.size(), best.size()));
    }

    private static String id(StoredFields stored, int document) throws IOException {
        return stored.document(document, Set.of(Fields.ID)).get(Fields.ID);
    }
}
