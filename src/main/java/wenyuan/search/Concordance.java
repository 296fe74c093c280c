package wenyuan.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wenyuan.model.Span;
import wenyuan.query.Query;
import wenyuan.query.Scope;
import wenyuan.query.Warning;
import wenyuan.search.ConcordanceRequest.Part;
import wenyuan.search.SearchRequest.Sort;
import wenyuan.text.Segmenter;

/**
 * Lists every occurrence of what a query asks for with the words to its left and right (KWIC), the same over any engine. Totals
 * come from the engine; texts are read only as far as lines are asked for, unless all must be known to order or to count them.
 * What was read for the last few queries is remembered until the archive changes, so that turning a page reads little.
 * Thread-safe.
 */
public final class Concordance {
    /** Most characters of context on either side. */
    public static final int CONTEXT = 30;

    /** Most documents that are read for one query, best first. */
    public static final int MOST_DOCUMENTS = 2_000;

    /** Most lines that are made for one query. */
    public static final int MOST_LINES = 10_000;

    private static final int REMEMBERED = 8;

    private final SearchEngine engine;
    private final Texts texts;
    private final Recent<Key, Gathering> recent = new Recent<>(REMEMBERED);

    /** Concordances of what {@code engine} finds in {@code texts}. */
    public Concordance(SearchEngine engine, Texts texts) {
        this.engine = engine;
        this.texts = texts;
    }

    /** What decides which documents are read, and in which order. */
    private record Key(Query query, List<Query> filters, Sort sort, Position position, long documents) {}

    /**
     * Answers within the time limit of the request, or with what was found so far. A chunk typed without quotes is a string
     * here.
     *
     * @param segmenter cuts as the engine does
     */
    public ConcordancePage answer(ConcordanceRequest request, Segmenter segmenter) {
        long begun = System.nanoTime();
        SearchRequest search = request.search();
        Deadline deadline = Deadline.in(search.limit());
        Gathering gathering = gathering(search, deadline);
        List<ConcordanceLine> lines = gathering.lines(search.sort(), search.from(), search.size(), deadline);
        Query query = search.query();
        Frequencies counted = gathering.frequencies();
        Set<Part> with = request.with();
        Optional<List<Collocate>> collocates =
                asked(with, Part.COLLOCATES, () -> gathering.collocates(segmenter, deadline));
        Optional<List<Filler>> fillers = asked(with, Part.FILLERS, () -> gathering.fillers(query, segmenter, deadline));
        Optional<List<Extension>> extensions =
                asked(with, Part.EXTENSIONS, () -> gathering.extensions(segmenter, deadline));
        boolean partial = counted.partial() || deadline.passed();
        return new ConcordancePage(
                counted.occurrences(),
                counted.occurrences() == 0 ? 0 : counted.documents(),
                counted.exact(),
                counted.exact() && !partial && gathering.reachesAll(),
                partial,
                Duration.ofNanos(System.nanoTime() - begun),
                warnings(search, counted),
                lines,
                gathering.reachable(),
                counted.groups(),
                collocates,
                fillers,
                extensions);
    }

    private interface Work<T> {
        List<T> done();
    }

    private static <T> Optional<List<T>> asked(Set<Part> with, Part part, Work<T> work) {
        return with.contains(part) ? Optional.of(work.done()) : Optional.empty();
    }

    private Gathering gathering(SearchRequest search, Deadline deadline) {
        Key key =
                new Key(search.query(), search.filters(), order(search.sort()), engine.position(), engine.documents());
        return recent.find(key).orElseGet(() -> {
            Gathering fresh = begin(search, deadline);
            // when time has run out, the list of documents may be short
            if (!fresh.frequencies().partial() && !deadline.passed()) {
                recent.keep(key, fresh);
            }
            return fresh;
        });
    }

    /** The order in which documents are read. */
    private static Sort order(Sort sort) {
        return switch (sort) {
            case RELEVANCE, LEFT, RIGHT -> Sort.RELEVANCE;
            case NEWEST, OLDEST -> sort;
        };
    }

    private Gathering begin(SearchRequest search, Deadline deadline) {
        List<Sought> sought = Sought.counted(search.query());
        Frequencies counted = engine.frequencies(search.counting());
        boolean none = sought.isEmpty() || counted.occurrences() == 0 || deadline.passed();
        return new Gathering(counted, sought, none ? List.of() : ids(search, sought, deadline), texts);
    }

    private List<String> ids(SearchRequest search, List<Sought> sought, Deadline deadline) {
        List<Query> filters = new ArrayList<>(search.filters());
        holding(sought).ifPresent(filters::add);
        return engine.ids(new SearchRequest(
                search.query(), filters, order(search.sort()), 0, MOST_DOCUMENTS, false, deadline.left(), List.of()));
    }

    /** Words match documents that hold them apart; only those that hold one of the strings have a line. */
    private static Optional<Query> holding(List<Sought> sought) {
        List<Query> strings = new ArrayList<>();
        for (Sought each : sought) {
            if (each instanceof Sought.Letters(String letters, Scope scope)) {
                strings.add(new Query.Verbatim(letters, false, scope));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(strings.size() == 1 ? strings.getFirst() : new Query.Or(strings));
    }

    private List<Warning> warnings(SearchRequest search, Frequencies counted) {
        List<Warning> warnings = new ArrayList<>(search.warnings());
        if (Sought.counted(search.query()).isEmpty()) {
            warnings.add(warning("语境行要有可找的字词：请输入词句，再用条件缩小范围。"));
        } else if (counted.occurrences() == 0
                && !counted.partial()
                && engine.search(search.counting()).total() > 0) {
            warnings.add(warning("没有一处连着写成这样；这些词分散在一些文档里，请看“句子”或“文档”。"));
        } else if (counted.documents() > MOST_DOCUMENTS) {
            warnings.add(warning("文档太多，语境行只取前 " + MOST_DOCUMENTS + " 篇；总数是全部的。"));
        }
        return warnings;
    }

    private static Warning warning(String message) {
        return new Warning(message, new Span(0, 0));
    }
}
