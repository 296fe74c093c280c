package wenyuan.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import wenyuan.model.Span;

class NormalTest {
    private static final String RUNS = "x_▢〇";

    @Test
    void foldsScriptWidthCaseAndSigns() {
        check("黨的羣眾路綫", "党的群众路线");
        check("祇有這裡說為後髮麪", "只有这里说为后发面");
        check("ＡＢＣ１２３，（）", "abc123,()");
        check("İstanbul ÉCOLE e\u0301", "istanbul ecole e");
        check("“甲”「乙」『丙』＂丁＂〝戊〞", "\"甲\"\"乙\"\"丙\"\"丁\"\"戊\"");
        check("‘甲’", "'甲'");
        check("甲——乙―丙－丁", "甲--乙-丙-丁");
        check("甲\u3000乙\t丙\u00A0丁\r\n", "甲 乙 丙 丁\n\n");
        check("党\u200B建\uFEFF引\u00AD领\uFE0F", "党建引领");
        check("⼀豈\uF900", "一岂岂");
        check("①⑩Ⅱ", "①⑩ⅱ");
        check("\uD840\uDC00\uD83D\uDE00", "\uD840\uDC00\uD83D\uDE00");
        check("a\u0000b\uD800c", "ab\uD800c");
        check("著名作家", "著名作家");
        check("", "");
    }

    @Test
    void oneSlotForARunOfPlaceholders() {
        check("×县××乡", "▢县▢乡");
        check("XXX同志和xx市", "▢同志和▢市");
        check("ＸＸ县", "▢县");
        check("20XX年", "20▢年");
        check("XXL码", "xxl码");
        check("X市", "x市");
        check("***总书记*主任＊＊", "▢总书记▢主任▢");
        check("以_新__时代", "以_新▢时代");
        check("×*XX县", "▢县");
        check("×\u200B×县", "▢县");
        check("□□区▢", "▢区▢");
    }

    @Test
    void zerosBesideDigitsAreNoPlaceholders() {
        check("二〇〇六年", "二〇〇六年");
        check("二○○六年", "二〇〇六年");
        check("二○二三年", "二〇二三年");
        check("二○○○年", "二〇〇〇年");
        check("○○县", "▢县");
        check("〇〇同志", "▢同志");
        check("五○", "五〇");
    }

    @Test
    void lettersLeavesPunctuationOut() {
        assertEquals("要说真话ⅱ级二〇年▢县", Normal.of("要“说真話”，\nⅡ级；①二〇年：××县！").letters().text());
    }

    @Test
    void spansLeadBackAndForth() {
        String source = "在×\u200B×县，說「真\u200B話」";
        Normal normal = Normal.of(source);
        assertEquals("在▢县,说\"真话\"", normal.text());
        assertEquals("×\u200B×", normal.source(new Span(1, 2)).of(source));
        assertEquals("真\u200B話", normal.source(new Span(6, 8)).of(source));
        assertEquals(new Span(1, 2), normal.normal(new Span(3, 4)));
        assertEquals(new Span(7, 7), normal.normal(new Span(9, 10)));
        assertEquals(new Span(0, normal.text().length()), normal.normal(new Span(0, source.length())));
        Normal letters = normal.letters();
        assertEquals("在▢县说真话", letters.text());
        assertEquals("县，說「真", letters.source(new Span(2, 5)).of(source));
        assertEquals(new Span(source.length(), source.length()), letters.source(new Span(6, 6)));
    }

    @Test
    void whatMatters() {
        "国〇a1▢ⅱ".codePoints().forEach(c -> assertTrue(Normal.matters(c), Character.toString(c)));
        assertTrue(Normal.matters(0x20000) && Normal.matters(0x2A6D6));
        " ,。…\"①\n\uD800".codePoints().forEach(c -> assertFalse(Normal.matters(c), Character.toString(c)));
    }

    @Test
    void foldingTwiceIsFoldingOnceAndNothingGrows() {
        RandomTexts random = RandomTexts.printed("NormalTest.foldingTwice");
        for (int round = 0; round < 20_000; round++) {
            String source = round % 2 == 0 ? random.garbage(40) : random.text(40);
            String once = Normal.of(source).text();
            assertEquals(once, Normal.of(once).text(), () -> escaped(source));
            assertTrue(once.length() <= source.length());
        }
    }

    @Test
    void everyUnitFoldsToItselfAfterwards() {
        for (int unit = 0; unit <= Character.MAX_VALUE; unit++) {
            String once = Normal.of(String.valueOf((char) unit)).text();
            assertEquals(once, Normal.of(once).text());
        }
    }

    @Test
    void sourceSpansRiseAndFoldToTheirStretch() {
        RandomTexts random = RandomTexts.printed("NormalTest.sourceSpans");
        for (int round = 0; round < 5_000; round++) {
            String source = random.garbage(60);
            Normal normal = Normal.of(source);
            int before = 0;
            for (int i = 0; i < normal.text().length(); i++) {
                Span span = normal.source(new Span(i, i + 1));
                assertTrue(span.start() >= before && span.length() > 0, () -> escaped(source));
                assertEquals(new Span(i, i + 1), normal.normal(span), () -> escaped(source));
                before = span.end();
            }
        }
    }

    @Test
    void aCutFoldsAsItsTextDoes() {
        RandomTexts random = RandomTexts.printed("NormalTest.aCut");
        int checked = 0;
        while (checked < 20_000) {
            String text = random.text(80);
            int start = random.below(text.length() + 1);
            int end = start + random.below(text.length() - start + 1);
            if (isClean(text, start) && isClean(text, end)) {
                String cut = text.substring(start, end);
                String whole = Normal.of(text).letters().text();
                String part = Normal.of(cut).letters().text();
                assertTrue(whole.contains(part), () -> escaped(cut) + " out of " + escaped(text));
                checked++;
            }
        }
    }

    /** Not inside a surrogate pair, and not between a character of a run and what may decide about that run. */
    private static boolean isClean(String text, int at) {
        if (at > 0 && at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at))) {
            return false;
        }
        char left = lastKept(text.substring(0, at));
        char right = lastKept(new StringBuilder(text.substring(at)).reverse().toString());
        return !(decides(left, right) || decides(right, left));
    }

    private static boolean decides(char neighbour, char unit) {
        return RUNS.indexOf(unit) >= 0 && (RUNS.indexOf(neighbour) >= 0 || Normal.matters(neighbour));
    }

    private static char lastKept(String text) {
        for (int i = text.length() - 1; i >= 0; i--) {
            char folded = Folding.of(text.charAt(i));
            if (folded != Folding.DROPPED) {
                return folded;
            }
        }
        return ' ';
    }

    private static void check(String source, String expected) {
        assertEquals(expected, Normal.of(source).text());
    }

    private static String escaped(String text) {
        StringBuilder result = new StringBuilder();
        text.chars()
                .forEach(c -> result.append(
                        c < 127 && c > 31
                                ? Character.toString(c)
                                : "\\u" + Integer.toHexString(c | 0x10000).substring(1)));
        return result.toString();
    }
}
