package wenyuan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.model.Document;
import wenyuan.query.Extent;
import wenyuan.query.Parsed;
import wenyuan.query.Query;
import wenyuan.query.QueryParser;
import wenyuan.query.QueryPrinter;
import wenyuan.query.Scope;
import wenyuan.search.Frequencies;
import wenyuan.search.SearchEngine;
import wenyuan.search.SearchPage;
import wenyuan.search.SearchRequest;
import wenyuan.search.lucene.LuceneEngine;
import wenyuan.text.Normal;

/**
 * Nothing is missed: random cuts, patterns and words of imported texts, typed as a user would type them, against an {@link
 * Oracle} that reads every text. Over sample-corpus, or over the folders of {@code -Dcorpus=DIR:DIR}; {@code -Dcuts=20000}
 * takes the numbers of DESIGN §9.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class RecallIT {
    private static final int CUTS = Integer.getInteger("cuts", 2_000);
    private static final int PATTERNS = CUTS / 10;
    private static final int TERMS = CUTS / 40;

    private static final Scope TEXT = new Scope.Text();

    private static final long SEED = Long.getLong("tests.seed", System.nanoTime());

    private static ImportedCorpus corpus;
    private static SearchEngine engine;
    private static Oracle oracle;

    private final Random random = new Random(SEED);
    private int told;

    /** The documents are read from memory: the store has its own tests, and 20,000 searches would wait for it. */
    @BeforeAll
    static void importFiles(@TempDir Path scratch) {
        Path[] folders = Stream.of(System.getProperty("corpus", "sample-corpus").split(File.pathSeparator))
                .map(Path::of)
                .toArray(Path[]::new);
        corpus = ImportedCorpus.of(scratch, folders);
        oracle = new Oracle(corpus.documents());
        Map<String, Document> documents =
                corpus.documents().stream().collect(Collectors.toMap(Document::id, Function.identity()));
        ReadingArchive archive = corpus.archive();
        engine = LuceneEngine.openReadOnly(
                new IndexFolders(archive.home()).live(),
                id -> Optional.ofNullable(documents.get(id)),
                archive.segmenter(),
                archive.rules().taxonomy());
        assertTrue(oracle.documents() > 20, "documents: " + oracle.documents());
        System.out.println("recall: " + oracle.documents() + " documents, -Dtests.seed=" + SEED);
    }

    @AfterAll
    static void close() {
        engine.close();
        corpus.close();
    }

    @Test
    void everyCutOfAParagraphIsFound() {
        int named = 0;
        for (int checked = 0; checked < CUTS; checked++) {
            String cut = cut();
            String letters = Oracle.letters(cut);
            Query query = read(new Query.Verbatim(cut, false, TEXT));
            Set<String> expected = oracle.holding(letters);
            Set<String> found = found(query);
            if (letters.indexOf(Normal.SLOT) >= 0 || query instanceof Query.Pattern) { // finds more
                named++;
                assertTrue(found.containsAll(expected), () -> said(cut));
            } else {
                assertEquals(expected, found, () -> said(cut));
            }
        }
        assertTrue(named < CUTS / 3, "cuts with placeholders or signs of a pattern: " + named);
        count("cuts", CUTS);
    }

    @Test
    void anExactCutIsFoundWhereItStandsAndNowhereElse() {
        for (int checked = 0; checked < CUTS; checked++) {
            String cut = cut();
            assertEquals(oracle.exactly(cut), found(read(new Query.Verbatim(cut, true, TEXT))), () -> said("=" + cut));
        }
        count("exact cuts", CUTS);
    }

    @Test
    void aPatternMatchesWhatARegularExpressionMatches() {
        int several = 0;
        for (int checked = 0; checked < PATTERNS; checked++) {
            Extent extent = random.nextBoolean() ? Extent.SENTENCE : Extent.PARAGRAPH;
            Made made = pattern(extent);
            Set<String> expected = oracle.inOrder(extent, made.pieces(), made.gaps());
            expected.addAll(oracle.holding(Oracle.letters(made.typed()))); // the whole also matches literally
            String typed = (extent == Extent.SENTENCE ? "" : "同段:") + "\"" + made.typed() + "\"";
            assertEquals(expected, found(parsed(typed)), () -> said(typed));
            several += expected.size() > 1 ? 1 : 0;
        }
        assertTrue(several > PATTERNS / 20, "patterns that match several documents: " + several);
        count("patterns", PATTERNS);
    }

    @Test
    void aPhraseIsCountedAsOftenAsItStands() {
        for (int checked = 0; checked < PATTERNS; checked++) {
            String phrase = letters(2 + random.nextInt(random.nextInt(12) + 1));
            Frequencies counted = engine.frequencies(request(parsed("\"" + phrase + "\"")));
            assertEquals(oracle.occurrences(phrase), counted.occurrences(), () -> said(phrase));
            assertEquals(oracle.holding(phrase).size(), counted.documents(), () -> said(phrase));
            assertTrue(counted.exact(), () -> said(phrase));
        }
        count("counts of phrases", PATTERNS);
    }

    @Test
    void everyDocumentWithAWordIsFound() {
        for (int checked = 0; checked < TERMS; checked++) {
            String term = letters(2 + random.nextInt(3));
            Set<String> found = found(new Query.Words(term, TEXT));
            Set<String> missing = oracle.holding(term);
            missing.removeAll(found);
            assertEquals(Set.of(), missing, () -> said(term));
        }
        count("words", TERMS);
    }

    /** Two to forty characters of one line, at least two of them letters or digits. */
    private String cut() {
        return chosen(
                () -> {
                    String line = pick(oracle.lines(random.nextInt(oracle.documents())));
                    int length = Math.min(line.length(), 2 + random.nextInt(39));
                    int start = random.nextInt(line.length() - length + 1);
                    return whole(line, start, start + length);
                },
                cut -> Oracle.count(Oracle.letters(cut)) >= 2);
    }

    /** At most so many letters of one sentence, at least two, without a placeholder. */
    private String letters(int most) {
        return chosen(
                () -> {
                    String sentence = pick(oracle.sentences(random.nextInt(oracle.documents())));
                    int length = Math.min(sentence.length(), most);
                    int start = random.nextInt(sentence.length() - length + 1);
                    return whole(sentence, start, start + length);
                },
                term -> Oracle.count(term) >= 2 && term.indexOf(Normal.SLOT) < 0);
    }

    /** A pattern as typed, and what it means; a gap without a limit is -1. */
    private record Made(String typed, List<String> pieces, List<Integer> gaps) {}

    /** Two to four pieces of one sentence or line, in its order; now and then a limit is too small for it. */
    private Made pattern(Extent extent) {
        int widest = extent == Extent.SENTENCE ? 8 : 60;
        String sentence = chosen(
                () -> pick(stretches(extent, random.nextInt(oracle.documents()))),
                candidate -> candidate.length() >= 12
                        && candidate.codePoints().allMatch(Character::isIdeographic)
                        && candidate.chars().noneMatch(unit -> Character.isSurrogate((char) unit)));
        int wanted = 2 + random.nextInt(3);
        List<String> pieces = new ArrayList<>();
        List<Integer> gaps = new ArrayList<>();
        StringBuilder typed = new StringBuilder();
        int at = random.nextInt(sentence.length() / 2);
        while (pieces.size() < wanted && at < sentence.length()) {
            int end = Math.min(sentence.length(), at + 1 + random.nextInt(4));
            pieces.add(sentence.substring(at, end));
            typed.append(sentence, at, end);
            int gap = random.nextInt(widest);
            at = end + gap;
            if (pieces.size() < wanted && at < sentence.length()) {
                int limit = random.nextInt(3) == 0 ? -1 : Math.max(0, gap + random.nextInt(5) - 1);
                gaps.add(limit);
                typed.append(random.nextBoolean() ? "…" : "*").append(limit < 0 ? "" : "" + limit);
            }
        }
        // 〇〇 of a number, alone, is a placeholder
        boolean usable = pieces.size() > 1
                && pieces.stream().allMatch(piece -> Oracle.letters(piece).equals(piece));
        return usable ? new Made(typed.toString(), pieces, gaps) : pattern(extent);
    }

    private List<String> stretches(Extent extent, int document) {
        return extent == Extent.SENTENCE
                ? oracle.sentences(document)
                : oracle.lines(document).stream().map(Oracle::letters).toList();
    }

    private static String chosen(Supplier<String> source, Predicate<String> wanted) {
        return Stream.generate(source).filter(wanted).findFirst().orElseThrow();
    }

    private String pick(List<String> parts) {
        return parts.isEmpty() ? "" : parts.get(random.nextInt(parts.size()));
    }

    /** No user can type half a character. */
    private static String whole(String text, int from, int to) {
        int start = from > 0 && from < text.length() && Character.isLowSurrogate(text.charAt(from)) ? from - 1 : from;
        int end = to > 0 && to < text.length() && Character.isLowSurrogate(text.charAt(to)) ? to - 1 : to;
        return text.substring(start, Math.max(start, end));
    }

    /** The query that comes of typing {@code query}. */
    private static Query read(Query query) {
        return parsed(new QueryPrinter(corpus.archive().rules().taxonomy()).print(query));
    }

    private static Query parsed(String typed) {
        Parsed parsed = new QueryParser(
                        corpus.archive().rules().taxonomy(),
                        text -> Normal.of(text).text())
                .parse(typed);
        assertEquals(List.of(), parsed.warnings(), typed);
        return parsed.query();
    }

    private Set<String> found(Query query) {
        SearchPage page = engine.search(request(query));
        told += page.exact() ? 0 : 1;
        Set<String> ids =
                page.hits().stream().map(hit -> hit.document().id()).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(ids.size(), page.total());
        return ids;
    }

    private static SearchRequest request(Query query) {
        return new SearchRequest(
                query, List.of(), SearchRequest.Sort.RELEVANCE, 0, 10_000, false, Duration.ofMinutes(1), List.of());
    }

    private static String said(String typed) {
        return "“" + typed + "” of -Dtests.seed=" + SEED;
    }

    private void count(String what, int checked) {
        assertEquals(0, told, "answers that call themselves inexact");
        System.out.println("recall: " + checked + " " + what + " agree with the oracle");
    }
}
