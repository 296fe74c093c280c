package wenyuan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import wenyuan.model.Document;
import wenyuan.model.Span;
import wenyuan.query.Extent;
import wenyuan.query.Field;
import wenyuan.query.Query;
import wenyuan.query.Scope;

class HighlighterTest {
    private static final Scope TEXT = new Scope.Text();
    private final Highlighter highlighter = new Highlighter(TestDocuments.SEGMENTER);

    /** {@code marked} is the document with each match in square brackets; lines are divided by |. */
    private void check(Query query, String marked) {
        Document document = document(marked.replace("[", "").replace("]", ""));
        StringBuilder shown = new StringBuilder(document.text());
        for (Span mark : highlighter.marks(query, document).reversed()) {
            shown.insert(mark.end(), ']').insert(mark.start(), '[');
        }
        assertEquals(marked.replace('|', '\n'), shown.toString());
    }

    private static Document document(String text) {
        return TestDocuments.of("a", text.split("\\|", -1)).document();
    }

    private static Query words(String text) {
        return new Query.Words(text, TEXT);
    }

    private static Query verbatim(String text) {
        return new Query.Verbatim(text, false, TEXT);
    }

    private static Query pattern(String literal, List<String> pieces, Integer... gaps) {
        return new Query.Pattern(literal, pieces, List.of(gaps), Extent.SENTENCE, TEXT);
    }

    @Test
    void marksStrings() {
        check(verbatim("部门报到"), "题|街道吹哨、[部門報到]，[部门，报到]。");
        check(verbatim("abc"), "题|[ＡＢＣ]、[aBc]d");
        check(verbatim("题甲"), "题|甲乙");
        check(verbatim("甲甲"), "题|[甲甲甲]乙[甲甲]");
        check(new Query.Verbatim("部门，", true, TEXT), "题|部门、[部门，]部門，");
    }

    @Test
    void marksWords() {
        check(words("从严治党"), "题|[从严治党]，[从严]管理，[治党]。");
        check(words("的"), "题|我[的]书");
        check(new Query.And(List.of(words("党建"), new Query.Not(words("治理")))), "题|[党建]和治理");
        check(new Query.Or(List.of(words("党建"), words("治理"))), "题|[党建]和[治理]");
    }

    @Test
    void marksPatternsInsideOneSentence() {
        List<String> pieces = List.of("既要", "又要");
        check(pattern("既要…又要", pieces, 9), "题|[既要]好[又要]快。既要好。又要快。");
        check(pattern("既要…1又要", pieces, 1), "题|[既要]好，[又要]快，既要非常好又要快。");
        check(pattern("既要…又要", pieces, 9), "题|公式[既要…又要]");
    }

    @Test
    void marksPatternsInsideOneParagraph() {
        Query pattern = new Query.Pattern("既要…又要", List.of("既要", "又要"), List.of(9), Extent.PARAGRAPH, TEXT);
        check(pattern, "题|[既要]好。[又要]快。既要好|又要快。|公式[既要…又要]");
        Query near = new Query.Near(List.of("党建", "治理"), 3, Extent.PARAGRAPH, TEXT);
        check(near, "题|[治理]。靠[党建]|治理|党建");
    }

    @Test
    void marksPiecesNearOneAnother() {
        Query near = new Query.Near(List.of("党建", "治理"), 3, Extent.SENTENCE, TEXT);
        check(near, "题|[党建]引领[治理]。党建很好。治理也很好吧，党建。治理与从前的党建。[治理]，靠[党建]");
        check(new Query.Near(List.of("甲", "乙", "丙"), 1, Extent.SENTENCE, TEXT), "题|[丙]、[甲]一[乙]。甲乙。甲一二乙丙。[甲乙丙甲]");
        check(new Query.Near(List.of("党建", "治理"), 3, Extent.SENTENCE, new Scope.Title()), "[党建治理]|党建治理");
    }

    @Test
    void marksInScope() {
        check(new Query.Words("治理", new Scope.Title()), "[治理]|治理");
        check(new Query.Words("治理", new Scope.Headings(1)), "治理|一、[治理]|（一）治理|治理");
        check(new Query.Verbatim("治理", false, new Scope.Opening()), "治理|[治理]|[治理]|治理|治理");
        check(new Query.Verbatim("治理", false, new Scope.Closing()), "治理|治理|治理|[治理]|[治理]");
    }

    @Test
    void nothingIsMarkedInATitleOutsideTheText() {
        Document document = TestDocuments.of("a", "甲", "乙").titledOutside("治理").document();
        assertEquals(List.of(), highlighter.marks(words("治理"), document));
        assertTrue(highlighter.holding(verbatim("治理")).test(document));
        assertFalse(highlighter.holding(verbatim("甲乙")).test(document));
    }

    /** {@code expected} are the snippets with marks in square brackets. */
    private void snippets(Query query, Document document, String... expected) {
        List<String> shown = highlighter.snippets(query, document, 3).stream()
                .map(HighlighterTest::shown)
                .toList();
        assertEquals(List.of(expected), shown);
        for (SearchPage.Snippet snippet : highlighter.snippets(query, document, 3)) {
            assertTrue(document.text().startsWith(snippet.text(), snippet.start()));
            assertTrue(snippet.text().length() <= 120);
        }
    }

    private static String shown(SearchPage.Snippet snippet) {
        StringBuilder text = new StringBuilder(snippet.text());
        for (Span mark : snippet.marks().reversed()) {
            text.insert(mark.end(), ']').insert(mark.start(), '[');
        }
        return text.toString();
    }

    @Test
    void showsTheBestSentences() {
        snippets(
                new Query.And(List.of(words("党建"), words("治理"))),
                document("党建|开头。党建好。|党建和治理。再说治理。没有。|治理一下。"),
                "[党建]好。",
                "[党建]和[治理]。",
                "再说[治理]。");
    }

    @Test
    void showsTheOpeningWhenNothingIsSought() {
        snippets(new Query.Filter(Field.TYPE, List.of("MT16")), document("题|开头一段。|第二段。"), "开头一段。");
        snippets(words("火箭"), document("题|开头一段。|第二段。"), "开头一段。");
        snippets(words("题目"), document("题目|开头一段。"), "[题目]", "开头一段。");
    }

    @Test
    void showsAWindowOfALongSentence() {
        String clause = "这里说的是一些别的事情，";
        String text = clause.repeat(30) + "然后是党建引领，" + clause.repeat(30);
        Document document = document("题|" + text);
        String shown = shown(highlighter.snippets(words("党建"), document, 3).getFirst());
        assertTrue(shown.contains("然后是[党建]引领，"), shown);
        assertTrue(shown.startsWith("这里说的"), shown);
        assertTrue(shown.endsWith("，"), shown);
        assertTrue(shown.length() > 80, shown);
    }

    @Test
    void takesOddTextsAsTheyAre() {
        long seed = 7;
        RandomDocuments random = new RandomDocuments(seed);
        for (Document document : random.documents(200)) {
            String cut = random.cut(document.text());
            Query query = new Query.Or(List.of(verbatim(cut), words(cut)));
            String marked = highlighter.marks(query, document).stream()
                    .map(mark -> mark.of(document.text()))
                    .collect(Collectors.joining());
            assertEquals(cut.codePoints().noneMatch(Character::isLetterOrDigit), marked.isEmpty(), seed + cut);
            for (SearchPage.Snippet snippet : highlighter.snippets(query, document, 3)) {
                snippet.marks()
                        .forEach(mark -> assertFalse(mark.of(snippet.text()).isEmpty()));
            }
        }
    }
}
