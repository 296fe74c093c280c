package wenyuan.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import wenyuan.model.Document;
import wenyuan.model.Phrasing;
import wenyuan.model.Span;
import wenyuan.query.Query;
import wenyuan.search.FoundSentences.Fold;
import wenyuan.search.FoundSentences.Use;
import wenyuan.text.Segmenter;

/**
 * The sentences view of an answer, the same for every engine: reads the best {@value #READ} documents, and folds equal
 * sentences together. A sentence is a hit when a match begins in it; where nothing is asked but filters, when it has a speech
 * function. Of plain words other names count too, as they do for documents. Thread-safe.
 */
public final class Sentences {
    /** Most documents that are read for one answer. */
    public static final int READ = 2_000;

    /** Sources named for one sentence; all are counted. */
    public static final int SOURCES = 20;

    /** Documents between two looks at the clock. */
    private static final int BATCH = 100;

    private final SearchEngine engine;
    private final Texts texts;
    private final Segmenter segmenter;
    private final SpeechFunctions functions;
    private final Synonyms synonyms;

    /** Sentences of what {@code engine} finds, read from {@code texts}; other names as the engine knows them. */
    public Sentences(
            SearchEngine engine, Texts texts, Segmenter segmenter, SpeechFunctions functions, Phrasing phrasing) {
        this.engine = engine;
        this.texts = texts;
        this.segmenter = segmenter;
        this.functions = functions;
        this.synonyms = new Synonyms(phrasing, segmenter);
    }

    /**
     * Finds all sentences for {@code request}, whose size and start don't matter. About one millisecond of CPU a document, on
     * all processors; when the request's time limit passes, what was read so far.
     */
    public FoundSentences find(SearchRequest request) {
        long begun = System.nanoTime();
        SentenceFilter filter = SentenceFilter.of(request);
        List<String> ids = ids(filter.documents());
        Query query = synonyms.expand(filter.documents().query()).query();
        List<List<Sought>> parts = parts(query);
        List<String> wanted = ids.subList(0, Math.min(READ, ids.size()));
        SentenceFolding folding = new SentenceFolding();
        int read = 0;
        while (read < wanted.size() && (read == 0 || within(request.limit(), begun))) {
            List<String> batch = wanted.subList(read, Math.min(read + BATCH, wanted.size()));
            read(batch, parts).forEach(folding::add);
            read += batch.size();
        }
        List<Fold> folds = folding.folds(filter, request.sort());
        boolean partial = read < wanted.size() || !within(request.limit(), begun);
        SentencePage figures = new SentencePage(
                folds.size(),
                folding.unfolded(filter),
                !partial && ids.size() <= READ,
                partial,
                Duration.ofNanos(System.nanoTime() - begun),
                folding.functions(),
                List.of());
        return new FoundSentences(query, folds, figures);
    }

    /** The sentences from number {@code from} on, at most {@code size}; those whose document has gone since are left out. */
    public SentencePage page(FoundSentences found, int from, int size) {
        List<Fold> folds = found.folds();
        int first = Math.min(from, folds.size());
        return found.page(folds.subList(first, Math.min(folds.size(), first + size)).stream()
                .flatMap(fold -> hit(fold, found.query()).stream())
                .toList());
    }

    private List<String> ids(SearchRequest request) {
        return engine.ids(new SearchRequest(
                request.query(), request.filters(), request.sort(), 0, READ + 1, false, request.limit(), List.of()));
    }

    private List<SentenceHits> read(List<String> ids, List<List<Sought>> parts) {
        return ids.parallelStream()
                .flatMap(id -> texts.find(id).stream())
                .map(document -> SentenceHits.of(document, parts, functions))
                .toList();
    }

    private static boolean within(Duration limit, long begun) {
        return System.nanoTime() - begun < limit.toNanos();
    }

    /** What a sentence should hold: of each list one. Alternatives are one part, words that must all occur one each. */
    private List<List<Sought>> parts(Query query) {
        if (query instanceof Query.And(List<Query> all)) {
            return all.stream().flatMap(part -> parts(part).stream()).distinct().toList();
        }
        if (query instanceof Query.Widened(Query.Words typed, List<Query> others)) {
            return Stream.concat(Stream.of(typed), others.stream())
                    .flatMap(way -> parts(way).stream())
                    .distinct()
                    .toList();
        }
        List<Sought> sought = Sought.in(query, segmenter);
        boolean words = query instanceof Query.Words || query instanceof Query.Thought;
        return words
                ? sought.stream().map(List::of).toList()
                : Stream.of(sought).filter(part -> !part.isEmpty()).toList();
    }

    private Optional<SentencePage.Hit> hit(Fold fold, Query query) {
        for (Use use : fold.uses()) {
            Optional<Document> document = texts.find(use.source().id())
                    .filter(stored -> sentences(stored).contains(use.sentence()));
            if (document.isPresent()) {
                return document.map(stored -> hit(fold, use, stored, query));
            }
        }
        return Optional.empty();
    }

    private SentencePage.Hit hit(Fold fold, Use use, Document document, Query query) {
        Span sentence = use.sentence();
        List<Span> all = new Highlighter(segmenter).marks(query, document);
        List<Span> marks = all.stream().filter(sentence::overlaps).toList();
        List<Span> sentences = sentences(document);
        int number = sentences.indexOf(sentence);
        return new SentencePage.Hit(
                sentence.of(document.text()),
                marks.stream().map(mark -> inside(sentence, mark)).toList(),
                number == 0 ? "" : sentences.get(number - 1).of(document.text()),
                number + 1 == sentences.size() ? "" : sentences.get(number + 1).of(document.text()),
                fold.functions(),
                fold.uses().size(),
                fold.earliest(),
                sources(fold, use),
                marks.isEmpty() ? 0 : all.indexOf(marks.getFirst()) + 1);
    }

    private static List<Span> sentences(Document document) {
        return Reading.of(document).sentences().stream()
                .filter(sentence -> sentence.end() <= document.text().length())
                .toList();
    }

    private static Span inside(Span sentence, Span mark) {
        return new Span(
                Math.max(mark.start(), sentence.start()) - sentence.start(),
                Math.min(mark.end(), sentence.end()) - sentence.start());
    }

    /** The one that is shown comes first. */
    private static List<SentencePage.Source> sources(Fold fold, Use shown) {
        List<SentencePage.Source> sources = new ArrayList<>(List.of(shown.source()));
        fold.uses().stream()
                .map(Use::source)
                .filter(source -> !source.equals(shown.source()))
                .limit(SOURCES - 1)
                .forEach(sources::add);
        return sources;
    }
}
