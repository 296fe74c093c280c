package wenyuan.search;

import static java.util.stream.Collectors.toMap;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import wenyuan.model.Dating;
import wenyuan.model.Document;
import wenyuan.model.Span;
import wenyuan.query.Field;
import wenyuan.query.Query;

/**
 * Follows what was said through the years, from what an engine counts: texts are read only for the earliest use. As
 * thread-safe as engine and texts are.
 */
public final class Trends {
    /** How many documents are looked at for the earliest use. */
    private static final int READ = 500;

    private final SearchEngine engine;
    private final Texts texts;

    /** Trends of what {@code engine} finds. */
    public Trends(SearchEngine engine, Texts texts) {
        this.engine = engine;
        this.texts = texts;
    }

    /** Documents of the archive under filters, by year and type: against them a trend is measured. */
    public Frequencies archive(SearchRequest filtered) {
        return engine.frequencies(filtered.asking(new Query.All()).counting());
    }

    /** The trend of one request, measured against {@code archive}, which has the same filters. */
    public Trend of(SearchRequest request, Frequencies archive) {
        Deadline deadline = Deadline.in(request.limit());
        Frequencies found = engine.frequencies(request);
        Trend.First first = first(request, found, deadline);
        List<Trend.Point> years = points(Field.YEAR, found, archive);
        long dated = years.stream().mapToLong(Trend.Point::documents).sum();
        return new Trend(
                found.documents(),
                found.occurrences(),
                found.exact(),
                found.partial() || deadline.passed(),
                Math.max(0, found.documents() - dated),
                years,
                points(Field.TYPE, found, archive).stream()
                        .sorted(Comparator.comparingLong(Trend.Point::archive).reversed())
                        .toList(),
                first);
    }

    private static List<Trend.Point> points(Field field, Frequencies found, Frequencies archive) {
        Map<String, Frequencies.Group> byValue =
                found.by(field).stream().collect(toMap(Frequencies.Group::value, group -> group));
        return archive.by(field).stream()
                .map(all -> {
                    Frequencies.Group here =
                            byValue.getOrDefault(all.value(), new Frequencies.Group(all.value(), all.label(), 0, 0));
                    // an import may have added documents between the two counts
                    long documents = Math.max(all.documents(), here.documents());
                    return new Trend.Point(all.value(), all.label(), here.documents(), here.occurrences(), documents);
                })
                .toList();
    }

    /** The earliest dated use of what {@code request} asks for, whose frequencies are {@code found}; none if that takes too long. */
    public Trend.First first(SearchRequest request, Frequencies found) {
        return first(request, found, Deadline.in(request.limit()));
    }

    private Trend.First first(SearchRequest request, Frequencies found, Deadline deadline) {
        List<Sought> sought = Sought.counted(request.query());
        Optional<Trend.Use> disputed = Optional.empty();
        int left = READ;
        for (Frequencies.Group group : found.by(Field.YEAR)) {
            int year = Integer.parseInt(group.value());
            List<String> ids = left > 0 ? engine.ids(asking(request, year, left, deadline)) : List.<String>of();
            if (deadline.passed()) {
                // an earlier use may not have been looked at
                return Trend.First.NONE;
            }
            for (String id : ids) {
                left--;
                Optional<Trend.Use> use = texts.find(id).flatMap(document -> use(document, year, sought));
                if (use.filter(Trends::isCertain).isPresent()) {
                    return new Trend.First(use, disputed);
                }
                disputed = disputed.or(() -> use);
            }
        }
        return new Trend.First(Optional.empty(), disputed);
    }

    private static boolean isCertain(Trend.Use use) {
        return !(use.document().attributes().dating() instanceof Dating.Disputed);
    }

    private static List<Query> with(SearchRequest request, int year) {
        return Stream.concat(request.filters().stream(), Stream.of(new Query.Years(year, year)))
                .toList();
    }

    private static SearchRequest asking(SearchRequest request, int year, int size, Deadline deadline) {
        return new SearchRequest(
                request.query(),
                with(request, year),
                SearchRequest.Sort.OLDEST,
                0,
                size,
                false,
                deadline.left(),
                request.warnings());
    }

    /** The first occurrence in a document of that year with its sentence; without strings to look for, its title. */
    private static Optional<Trend.Use> use(Document document, int year, List<Sought> sought) {
        if (document.attributes().dating().year().orElse(0) != year) {
            return Optional.empty();
        }
        Reading reading = Reading.of(document);
        if (sought.isEmpty()) {
            return Optional.of(new Trend.Use(document, year, new SearchPage.Snippet(document.title(), 0, List.of())));
        }
        return sought.stream()
                .flatMap(one -> one.matches(reading).stream().limit(1))
                .min(Comparator.naturalOrder())
                .map(match -> new Trend.Use(document, year, quote(reading, match)));
    }

    private static SearchPage.Snippet quote(Reading reading, Span match) {
        Span sentence = reading.sentences().stream()
                .filter(one -> one.overlaps(match))
                .reduce((one, next) -> new Span(one.start(), next.end()))
                .orElse(match);
        Span whole = new Span(Math.min(sentence.start(), match.start()), Math.max(sentence.end(), match.end()));
        Span mark = new Span(match.start() - whole.start(), match.end() - whole.start());
        return new SearchPage.Snippet(whole.of(reading.source()), whole.start(), List.of(mark));
    }
}
