package wenyuan.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RuleTest {
    @Test
    void theNeedleIsInEveryMatch() {
        check("座谈会", "座谈会");
        check("座谈(?:交流)?会议?", "座谈");
        check("推进会|现场会", "推进会", "现场会");
        check("推进会|.场会", "推进会", "场会");
        check("推进会|..?");
        check("(?:建党|党的)(?<n>\\d+)周年", "周年");
        check("(?<n>建党|入党)\\d", "建党", "入党");
        check("[(|]基层[^)]*治理?", "基层");
        check("(?:[(]甲)乙丙", "(甲");
        check("\\p{IsHan}党{2}课*校", "党党");
        check("四.{0,3}意识", "意识");
        check("(?<=同志)▢(?=书记)", "▢");
        check("推(?=会)会", "推");
        check("推(?!大会)", "推");
        check("[是为]|[^]a]?\\(", "是", "为", "(");
        check("(?:甲乙)?\\d");
        check("(?i)vip");
        check("");
    }

    @Test
    void aMatchThatOpensIsLookedForOnce() {
        Rule rule = new Rule("a", Pattern.compile("(?:^甲{1,2})|^乙"));
        assertEquals(List.of("甲甲"), rule.all("甲甲甲乙").map(MatchResult::group).toList());
        assertTrue(rule.in("乙甲"));
        assertFalse(rule.in("丙甲"));
        assertTrue(new Rule("a", Pattern.compile("^丙|甲")).in("乙甲"));
        assertTrue(new Rule("a", Pattern.compile("(?:^丙)?甲")).in("乙甲"));
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

    private static void check(String regex, String... needles) {
        assertEquals(
                List.of(needles),
                new Rule("a", Pattern.compile(regex)).needles().any());
    }
}
