package wenyuan.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import wenyuan.model.Phrasing;
import wenyuan.model.Taxonomy;
import wenyuan.search.Assistance;
import wenyuan.search.DocumentSink;
import wenyuan.search.Frequencies;
import wenyuan.search.Highlighter;
import wenyuan.search.Position;
import wenyuan.search.SearchEngine;
import wenyuan.search.SearchPage;
import wenyuan.search.SearchRequest;
import wenyuan.search.SentenceFilter;
import wenyuan.search.Texts;
import wenyuan.search.Vocabulary;
import wenyuan.text.Segmenter;

/**
 * An index in a folder. Thread-safe. What its sink takes in is found at the latest by a search a second later, without a
 * commit; a reader beside a writing process follows that one's commits.
 */
public final class LuceneEngine implements SearchEngine {
    private static final long REFRESH_NANOS = 1_000_000_000;
    /** A pasted page is one query with thousands of terms. */
    private static final int MOST_CLAUSES = 50_000;

    /** How long an answer waits for the words of the archive, when it needs them. */
    private static final Duration SERVING = Duration.ofMillis(100);
    /** The same for a process that may answer only once. */
    private static final Duration ONCE = Duration.ofSeconds(3);

    private final SearcherManager searchers;
    private final Optional<IndexWriter> writer;
    private final Optional<LuceneSink> sink;
    private final Search.Tools tools;
    private final Supplier<Phrasing> phrasing;
    private final KnownWords words = new KnownWords();
    /** What is in force; made anew when {@link #phrasing} says something else. */
    private volatile Helped helped;

    private final AtomicLong refreshed = new AtomicLong(System.nanoTime());

    private LuceneEngine(
            SearcherManager searchers,
            Optional<IndexWriter> writer,
            Optional<LuceneSink> sink,
            Search.Tools tools,
            Supplier<Phrasing> phrasing) {
        this.searchers = searchers;
        this.writer = writer;
        this.sink = sink;
        this.tools = tools;
        this.phrasing = phrasing;
        this.helped = helped(phrasing.get());
        IndexSearcher.setMaxClauseCount(MOST_CLAUSES);
    }

    /** Help by one state of the rules. */
    private record Helped(Phrasing phrasing, Assistance assistance) {}

    private interface Action<T> {
        T run() throws IOException;
    }

    /** Opens without synonyms and the like; see the other one. */
    public static LuceneEngine open(Path folder, Texts texts, Segmenter segmenter, Taxonomy taxonomy) {
        return open(folder, texts, segmenter, taxonomy, () -> Phrasing.NONE);
    }

    /** Opens without synonyms and the like; see the other one. */
    public static LuceneEngine openReadOnly(Path folder, Texts texts, Segmenter segmenter, Taxonomy taxonomy) {
        return openReadOnly(folder, texts, segmenter, taxonomy, () -> Phrasing.NONE);
    }

    /**
     * Opens (or makes) the index in {@code folder} for writing and near-real-time reading. One process at a time.
     *
     * @param phrasing asked at the beginning of every search; cheap, from any thread
     * @throws UnreadableIndexException when the index is damaged or of another version: delete the folder, open again
     * @throws IllegalStateException when another process writes it
     */
    public static LuceneEngine open(
            Path folder, Texts texts, Segmenter segmenter, Taxonomy taxonomy, Supplier<Phrasing> phrasing) {
        IndexWriter writer = new IndexFolder(folder).writer();
        SearcherManager searchers = unchecked(() -> new SearcherManager(writer, new SearcherFactory()));
        LuceneSink sink = new LuceneSink(writer, searchers, segmenter);
        return new LuceneEngine(
                searchers, Optional.of(writer), Optional.of(sink), tools(texts, segmenter, taxonomy), phrasing);
    }

    /**
     * Opens the last commit in {@code folder} for reading only, beside a process that writes.
     *
     * @param phrasing asked at the beginning of every search; cheap, from any thread
     * @throws UnreadableIndexException when the index is damaged or of another version
     */
    public static LuceneEngine openReadOnly(
            Path folder, Texts texts, Segmenter segmenter, Taxonomy taxonomy, Supplier<Phrasing> phrasing) {
        DirectoryReader reader = new IndexFolder(folder).reader();
        SearcherManager searchers = unchecked(() -> new SearcherManager(reader, new SearcherFactory()));
        return new LuceneEngine(
                searchers, Optional.empty(), Optional.empty(), tools(texts, segmenter, taxonomy), phrasing);
    }

    private static Search.Tools tools(Texts texts, Segmenter segmenter, Taxonomy taxonomy) {
        return new Search.Tools(
                texts,
                segmenter,
                new Highlighter(segmenter),
                new FacetCounts(),
                new FacetNames(taxonomy),
                new Search.Everything());
    }

    /** The writing side; only of an engine opened for writing. */
    public DocumentSink sink() {
        return sink.orElseThrow(() -> new IllegalStateException("This engine was opened for reading only"));
    }

    @Override
    public SearchPage search(SearchRequest request) {
        refresh();
        Assistance assistance = assistance();
        return reading(searcher -> assistance.answer(
                request,
                asked -> unchecked(() -> new Search(searcher.getIndexReader(), asked, tools).page()),
                () -> words.of(searcher.getIndexReader(), writer.isPresent() ? SERVING : ONCE)));
    }

    @Override
    public List<String> ids(SearchRequest request) {
        refresh();
        return reading(
                searcher -> new Search(searcher.getIndexReader(), assistance().widened(request), tools).ids());
    }

    @Override
    public Frequencies frequencies(SearchRequest request) {
        refresh();
        SearchRequest documents = SentenceFilter.of(request).documents();
        return reading(searcher -> new Search(searcher.getIndexReader(), documents, tools).frequencies());
    }

    @Override
    public long documents() {
        refresh();
        return reading(searcher -> (long) searcher.getIndexReader().numDocs());
    }

    @Override
    public long[] documentsWith(List<String> strings, int checked) {
        refresh();
        return reading(searcher -> new Prevalence(searcher, checked).of(strings));
    }

    @Override
    public Vocabulary vocabulary() {
        refresh();
        return reading(searcher -> words.of(searcher.getIndexReader(), Duration.ZERO));
    }

    @Override
    public Position position() {
        return sink.map(LuceneSink::position)
                .orElseGet(() -> reading(searcher -> IndexFolder.position(((DirectoryReader) searcher.getIndexReader())
                        .getIndexCommit()
                        .getUserData())));
    }

    /** A search keeps to one state of the rules from its beginning to its end. */
    private Assistance assistance() {
        Phrasing now = phrasing.get();
        Helped last = helped;
        if (!last.phrasing().equals(now)) {
            last = helped(now);
            helped = last;
        }
        return last.assistance();
    }

    private Helped helped(Phrasing now) {
        return new Helped(now, new Assistance(now, tools.segmenter()));
    }

    /** Takes in what has changed, at most once a second, on the thread of one of those who ask. */
    private void refresh() {
        long last = refreshed.get();
        long now = System.nanoTime();
        if (now - last >= REFRESH_NANOS && refreshed.compareAndSet(last, now)) {
            unchecked(searchers::maybeRefresh);
        }
    }

    private interface Reading<T> {
        T read(IndexSearcher searcher) throws IOException;
    }

    private <T> T reading(Reading<T> reading) {
        return unchecked(() -> {
            IndexSearcher searcher = searchers.acquire();
            try {
                return reading.read(searcher);
            } finally {
                searchers.release(searcher);
            }
        });
    }

    private static <T> T unchecked(Action<T> action) {
        try {
            return action.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends all answers. What has not been committed is forgotten. */
    @Override
    public void close() {
        unchecked(() -> {
            words.close();
            searchers.close();
            if (writer.isPresent()) {
                writer.get().close();
                writer.get().getDirectory().close();
            }
            return searchers;
        });
    }
}
