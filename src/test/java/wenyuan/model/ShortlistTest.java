package wenyuan.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ShortlistTest {
    private static final List<String> EXPRESSIONS = List.of("座谈会|.场会", "^第[一二]次", "\\d{4}", "(?:上|下)一篇", "讲话$");

    private static final List<String> LINES = List.of("", "在座谈会上的讲话", "第一次", "下一篇", "上一", "篇", "现场会");

    private final List<Rule> rules = EXPRESSIONS.stream()
            .map(expression -> new Rule(expression, Pattern.compile(expression)))
            .toList();

    private final Shortlist shortlist = Shortlist.of(rules, LINES);

    @Test
    void namesTheRulesThatAreWorthATry() {
        check(0, "\\d{4}");
        check(1, "座谈会|.场会", "\\d{4}", "讲话$");
        check(2, "^第[一二]次", "\\d{4}");
        check(6, "座谈会|.场会", "\\d{4}");
    }

    @Test
    void whatOnlyTwoLinesHoldTogetherCountsForNeither() {
        check(3, "\\d{4}", "(?:上|下)一篇");
        check(4, "\\d{4}");
        check(5, "\\d{4}");
    }

    @Test
    void agreesWithEachRule() {
        for (int line = 0; line < LINES.size(); line++) {
            String text = LINES.get(line);
            assertEquals(rules.stream().filter(rule -> rule.possible(text)).toList(), shortlist.in(line, rules), text);
        }
    }

    @Test
    void withoutRulesNothingIsWorthATry() {
        assertEquals(List.of(), Shortlist.of(List.of(), LINES).in(1, List.of()));
    }

    private void check(int line, String... expected) {
        assertEquals(List.of(expected), shortlist.in(line, EXPRESSIONS));
    }
}
