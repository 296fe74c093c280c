package wenyuan.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wenyuan.model.Document;
import wenyuan.query.Query;
import wenyuan.query.Scope;
import wenyuan.search.Completion.Kind;
import wenyuan.text.Normal;

/** What documents hold, as far as an engine can tell until a deadline. Belongs to one question. */
final class Holdings {
    /** Documents that are read for their headings, and as many for their titles. */
    private static final int READ = 12;
    /** Lines of a kind that are counted. */
    private static final int MOST = 4;

    private static final int LONGEST = 40;
    /** The levels of headings that stand in lines of their own. */
    private static final int LINES = 4;

    private final SearchEngine engine;
    private final Texts texts;
    private final Deadline deadline;

    Holdings(SearchEngine engine, Texts texts, Deadline deadline) {
        this.engine = engine;
        this.texts = texts;
        this.deadline = deadline;
    }

    /** A heading without its number, or a title, and how many documents hold its words. */
    record Line(String text, Kind kind, long documents) {}

    /** How many documents hold this string; 0 too when there is no time to look. */
    long documents(String string) {
        return deadline.passed()
                ? 0
                : engine.search(request(verbatim(string), 0)).total();
    }

    /** Headings and titles that hold {@code letters}, out of the best documents that have such; none for one character. */
    List<Line> lines(String letters) {
        if (letters.length() < 2) {
            return List.of();
        }
        List<Line> lines = new ArrayList<>(common(letters, new Scope.Headings(0), Kind.HEADING));
        lines.addAll(common(letters, new Scope.Title(), Kind.TITLE));
        return lines;
    }

    /** The commonest of these documents' lines. */
    private List<Line> common(String letters, Scope scope, Kind kind) {
        Map<String, Line> seen = new LinkedHashMap<>();
        for (String id : deadline.passed()
                ? List.<String>of()
                : engine.ids(request(new Query.Verbatim(letters, false, scope), READ))) {
            Optional<Document> document = deadline.passed() ? Optional.empty() : texts.find(id);
            document.map(found -> lines(found, kind)).orElse(List.of()).stream()
                    .filter(line -> key(line).contains(letters) && !key(line).equals(letters))
                    .forEach(line -> seen.merge(
                            key(line), new Line(line, kind, 1), (a, b) -> new Line(a.text(), kind, a.documents() + 1)));
        }
        return seen.values().stream()
                .sorted(Comparator.comparingLong(Line::documents).reversed())
                .limit(MOST)
                .map(line -> new Line(line.text(), kind, Math.max(line.documents(), documents(line.text()))))
                .toList();
    }

    private static List<String> lines(Document document, Kind kind) {
        return kind == Kind.TITLE
                ? List.of(document.title())
                : document.outline().stream()
                        .filter(heading -> heading.level() <= LINES)
                        .map(heading -> Skeleton.unnumbered(heading.span().of(document.text()))
                                .strip())
                        .filter(words -> words.length() <= LONGEST)
                        .distinct()
                        .toList();
    }

    private static String key(String line) {
        return Normal.of(line).letters().text();
    }

    static Query verbatim(String string) {
        return new Query.Verbatim(string, false, new Scope.Text());
    }

    private SearchRequest request(Query query, int size) {
        Duration left = deadline.left();
        return new SearchRequest(
                query,
                List.of(),
                SearchRequest.Sort.RELEVANCE,
                0,
                size,
                false,
                left.isNegative() ? Duration.ofMillis(1) : left,
                List.of());
    }
}
