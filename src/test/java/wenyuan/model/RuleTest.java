package wenyuan.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RuleTest {
    @Test
    void theNeedleIsInEveryMatch() {
        check("座谈会", "[[座谈会]]");
        check("座谈(?:交流)?会议?", "[[座谈], [会]]");
        check("推进会|现场会", "[[推进会, 现场会]]");
        check("推进会|现场会|.*", "[]");
        check("(?:建党|党的)(?<n>\\d+)(?:周年|岁)", "[[建党, 党的], [周年, 岁]]");
        check("[(|]基层[^)]*治理?", "[[基层], [治]]");
        check("(?:[(]甲)乙丙", "[[甲], [乙丙]]");
        check("\\p{IsHan}党{2}课*校", "[[党], [校]]");
        check("四.{0,3}意识", "[[四], [意识]]");
        check("会(?!议)(?<![社])(?=上)", "[[会], [上]]");
        check("\\(\\d年", "[[(], [年]]");
        check("(?i)Abc", "[]");
        check("甲{0,2}(?:乙)*", "[]");
    }

    @Test
    void matchesLikeItsPattern() {
        Rule rule = new Rule("a", Pattern.compile("第(?<n>.)次会"));
        assertTrue(rule.in("第一次会"));
        assertFalse(rule.in("第一回会"));
        assertEquals(2, rule.all("第一次会,第二次会").count());
        assertEquals("一", rule.first("在第一次会上").orElseThrow().group("n"));
    }

    @Test
    void looksAroundTheStretchesItIsAskedFor() {
        Rule rule = new Rule("a", Pattern.compile("(?<!上)年(?=末)"));
        String text = "上年末,今年末,明年末";
        assertEquals(1, rule.all(text, List.of(new Span(0, 6))).size());
        assertEquals(2, rule.all(text, List.of(new Span(0, 6), new Span(8, 10))).size());
        assertEquals(List.of(), rule.all(text, List.of()));
    }

    private static void check(String regex, String needle) {
        assertEquals(needle, Needle.of(regex).sets().toString());
    }
}
