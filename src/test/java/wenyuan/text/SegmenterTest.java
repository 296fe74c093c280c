package wenyuan.text;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import wenyuan.model.Span;

class SegmenterTest {
    private static final Segmenter SEGMENTER = Segmenter.with(List.of("三会一课", "街道吹哨", "雙報到"));

    @Test
    void cutsIntoWords() {
        check("推进基层治理", "推进|基层|治理");
        check("推進基層治理", "推进|基层|治理");
        check("落实三会一课和双报到制度", "落实|三会一课|和|双报到|制度");
        check("  ", "");
        check("", "");
    }

    @Test
    void wordsOfOneInstanceStayThere() {
        assertEquals("三会一课", words(SEGMENTER.segment("三会一课")));
        assertFalse(words(Segmenter.with(List.of()).segment("三会一课")).contains("三会一课"));
    }

    @Test
    void ourWordsHaveParts() {
        assertEquals(List.of("街道", "吹哨"), SEGMENTER.parts("街道吹哨"));
        assertEquals(List.of(), SEGMENTER.parts("三会一课"), "single characters tell nothing");
        assertEquals(List.of(), SEGMENTER.parts("党建"));
        assertEquals(List.of(), SEGMENTER.parts(""));
    }

    @Test
    void contentWordsSaySomething() {
        assertEquals(
                "严格|落实|组织生活|制度",
                SEGMENTER.segment("我们要严格地落实组织生活的制度。").stream()
                        .filter(Token::content)
                        .map(Token::text)
                        .collect(joining("|")));
        assertTrue(SEGMENTER.segment("的了和是在，").stream().noneMatch(Token::content));
        assertFalse(new Token("▢", new Span(0, 2), "x").content());
        assertTrue(new Token("gdp", new Span(0, 3), "nx").content());
    }

    @Test
    void longRunsAreCutUp() {
        for (String run : List.of("9", "a", "×", "\uD840\uDC00", "党", "党建引领。")) {
            List<Token> tokens = checkSpans(run.repeat(50_000 / run.length()));
            assertTrue(tokens.stream().allMatch(token -> token.text().length() <= 64));
        }
    }

    @Test
    void spansAreInOrderAndCoverTheirText() {
        RandomTexts random = RandomTexts.printed("SegmenterTest.spans");
        for (int round = 0; round < 2_000; round++) {
            checkSpans(round % 3 == 0 ? random.garbage(200) : random.text(200));
        }
        checkSpans(random.text(20_000));
    }

    @Test
    void fourThreadsCutAlike() throws InterruptedException, ExecutionException {
        RandomTexts random = RandomTexts.printed("SegmenterTest.fourThreads");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            texts.add(random.text(300));
        }
        List<List<Token>> expected = texts.stream().map(SEGMENTER::segment).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(
                4, Thread.ofPlatform().name("segment-", 0).factory())) {
            List<Future<List<List<Token>>>> answers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                answers.add(threads.submit(
                        () -> texts.stream().map(SEGMENTER::segment).toList()));
            }
            for (Future<List<List<Token>>> answer : answers) {
                assertEquals(expected, answer.get());
            }
        }
    }

    private static List<Token> checkSpans(String text) {
        List<Token> tokens = SEGMENTER.segment(text);
        int before = 0;
        for (Token token : tokens) {
            assertTrue(before <= token.span().start() && token.span().end() <= text.length());
            assertTrue(token.span().length() > 0 && !token.text().isEmpty());
            before = token.span().end();
        }
        String normal = Normal.of(text).text();
        assertEquals(
                unblanked(normal), unblanked(tokens.stream().map(Token::text).collect(joining())));
        Normal map = Normal.of(text);
        tokens.forEach(
                token -> assertEquals(token.text(), map.normal(token.span()).of(normal)));
        return tokens;
    }

    private static String unblanked(String text) {
        return text.replaceAll("[ \n]", "");
    }

    private static void check(String text, String expected) {
        assertEquals(expected, words(SEGMENTER.segment(text)));
    }

    private static String words(List<Token> tokens) {
        return tokens.stream().map(Token::text).collect(joining("|"));
    }
}
