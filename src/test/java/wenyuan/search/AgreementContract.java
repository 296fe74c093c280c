package wenyuan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wenyuan.search.TestDocuments.SEGMENTER;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wenyuan.model.Document;
import wenyuan.query.Extent;
import wenyuan.query.Field;
import wenyuan.query.Query;
import wenyuan.query.Scope;
import wenyuan.text.Normal;

/** Whatever is asked, in whatever combination: documents, ids and occurrences are those that reading every text finds. */
public abstract class AgreementContract extends EngineContract {
    private static final List<Scope> SCOPES = List.of(
            new Scope.Text(),
            new Scope.Text(),
            new Scope.Text(),
            new Scope.Title(),
            new Scope.Headings(0),
            new Scope.Headings(1),
            new Scope.Opening(),
            new Scope.Closing());

    private static final List<Extent> EXTENTS = List.of(Extent.values());

    private final long seed = Long.getLong("wenyuan.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final RandomDocuments words = new RandomDocuments(seed);
    private final List<Document> documents = documents();

    private List<Document> documents() {
        List<Document> made = new ArrayList<>(words.documents(60));
        made.add(TestDocuments.of("nothing", "").document());
        made.add(TestDocuments.of("only a title", "基层治理").document());
        made.add(TestDocuments.of("title outside", "党建引领。", "群众、服务")
                .titledOutside("社区党建")
                .document());
        made.add(TestDocuments.of("no text", "").titledOutside("服务群众").document());
        made.add(TestDocuments.of("signs", "，。", "？！").document());
        return made;
    }

    @Test
    void allAnswersAgreeWithReadingEveryText() {
        index(documents);
        int some = 0;
        for (int i = 0; i < 1_000; i++) {
            Query query = query(3);
            Set<String> expected = documents.stream()
                    .filter(document -> holds(query, document))
                    .map(Document::id)
                    .collect(Collectors.toSet());
            if (expected.isEmpty()) {
                continue; // words are dropped then
            }
            some++;
            String message = "-Dwenyuan.seed=" + seed + ": " + query;
            SearchRequest request = new SearchRequest(
                    query, List.of(), SearchRequest.Sort.RELEVANCE, 0, 1_000, false, Duration.ofMinutes(1), List.of());
            SearchPage page = engine.search(request);
            List<String> found =
                    page.hits().stream().map(hit -> hit.document().id()).toList();
            assertEquals(expected, Set.copyOf(found), message);
            assertEquals(expected.size(), page.total(), message);
            assertEquals(found, engine.ids(request), message);
            checkFrequencies(query, expected, engine.frequencies(request), message);
        }
        assertTrue(some > 200, "only " + some + " queries found anything");
    }

    private void checkFrequencies(Query query, Set<String> matching, Frequencies found, String message) {
        List<Sought> counted = Sought.counted(query);
        List<Integer> each = documents.stream()
                .filter(document -> matching.contains(document.id()))
                .map(Reading::of)
                .map(reading -> counted.stream()
                        .mapToInt(sought -> sought.matches(reading).size())
                        .sum())
                .filter(count -> count > 0 || counted.isEmpty())
                .toList();
        assertEquals(each.size(), found.documents(), message);
        assertEquals(each.stream().mapToInt(Integer::intValue).sum(), found.occurrences(), message);
        assertTrue(found.exact(), message);
    }

    private static boolean holds(Query query, Document document) {
        return switch (query) {
            case Query.And(List<Query> parts) -> parts.stream().allMatch(part -> holds(part, document));
            case Query.Or(List<Query> parts) -> parts.stream().anyMatch(part -> holds(part, document));
            case Query.Not(Query part) -> !holds(part, document);
            case Query.All all -> true;
            case Query.Years(int from, int to) ->
                document.attributes().dating().years().stream().anyMatch(year -> year >= from && year <= to);
            case Query.Filter(Field field, List<String> values) ->
                document.attributes().meeting().stream()
                        .anyMatch(claim -> values.contains(claim.label().id()));
            case Query.Words(String text, Scope scope) ->
                Wording.of(text, SEGMENTER).words().stream().allMatch(word -> holdsWord(word, scope, document));
            case Query.Verbatim verbatim -> read(verbatim, document);
            case Query.Pattern pattern -> read(pattern, document);
            case Query.Near near -> read(near, document);
            case Query.Masked masked -> read(masked, document);
            case Query.Thought other -> throw new IllegalStateException("not drawn: " + other);
            case Query.Widened other -> throw new IllegalStateException("not drawn: " + other);
            case Query.Parts other -> throw new IllegalStateException("not drawn: " + other);
        };
    }

    private static boolean read(Query query, Document document) {
        return new Highlighter(SEGMENTER).holding(query).test(document);
    }

    private static boolean holdsWord(String word, Scope scope, Document document) {
        boolean year = scope instanceof Scope.Text
                && document.attributes().dating().years().stream()
                        .map(String::valueOf)
                        .anyMatch(word::equals);
        Reading reading = Reading.of(document);
        return year
                || reading.stretches(scope).stream()
                        .anyMatch(
                                stretch -> stretch.of(reading.letters().text()).contains(word));
    }

    private Query query(int depth) {
        return switch (depth == 0 ? 3 : random.nextInt(8)) {
            case 0 -> new Query.And(queries(depth));
            case 1 -> new Query.Or(queries(depth));
            case 2 -> new Query.Not(query(depth - 1));
            default -> leaf();
        };
    }

    private List<Query> queries(int depth) {
        return Stream.generate(() -> query(depth - 1))
                .limit(2 + random.nextInt(2))
                .toList();
    }

    private Query leaf() {
        Scope scope = words.pick(SCOPES);
        return switch (random.nextInt(10)) {
            case 0 -> new Query.Words(piece() + piece(), scope);
            case 1 -> new Query.Words(piece(), scope);
            case 2 -> new Query.Verbatim(piece() + piece(), false, scope);
            case 3 -> cut(false, scope);
            case 4 -> cut(true, scope);
            case 5 -> pattern(scope);
            case 6 -> new Query.Verbatim(slotted(), false, scope);
            case 7 ->
                new Query.Near(
                        List.of(piece(), piece()),
                        random.nextInt(3) == 0 ? Query.Near.ANYWHERE : random.nextInt(12),
                        words.pick(EXTENTS),
                        scope);
            case 8 -> new Query.Filter(Field.TYPE, List.of(words.pick(List.of("MT16", "MT12", "MT10"))));
            default -> new Query.Years(2010 + random.nextInt(5), 2014 + random.nextInt(6));
        };
    }

    /** A word, or a single character of one; with letters. */
    private String piece() {
        String word = words.word();
        int first = word.codePointAt(0);
        String piece = random.nextInt(3) == 0 ? Character.toString(first) : word;
        return Normal.of(piece).letters().text().isEmpty() ? piece() : piece;
    }

    private Query cut(boolean exact, Scope scope) {
        String cut = words.cut(words.pick(documents.subList(0, 60)).text()).strip();
        int length = cut.codePointCount(0, cut.length());
        String some = cut.substring(
                0,
                cut.offsetByCodePoints(
                        0, Math.min(length, 1 + random.nextInt(3) == 0 ? Query.Near.ANYWHERE : random.nextInt(12))));
        boolean empty = Normal.of(some).letters().text().isEmpty();
        return empty ? cut(exact, scope) : new Query.Verbatim(some, exact, scope);
    }

    private String slotted() {
        return (random.nextBoolean() ? "××" : "") + piece() + "××" + (random.nextInt(3) == 0 ? "" : piece());
    }

    private Query pattern(Scope scope) {
        List<String> pieces =
                Stream.generate(this::piece).limit(2 + random.nextInt(2)).toList();
        List<Integer> gaps = IntStream.range(1, pieces.size())
                .mapToObj(i -> random.nextBoolean() ? Query.Pattern.UNBOUNDED : random.nextInt(9))
                .toList();
        return new Query.Pattern(String.join("…", pieces), pieces, gaps, words.pick(EXTENTS), scope);
    }
}
