package wenyuan.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BeginningsTest {
    private static final String LETTERS = "甲乙丙丁ab12(。";

    @Test
    void everyMatchBeginsWithOne() {
        check("座谈会", "座谈");
        check("推进会|现场会", "推进", "现场");
        check("(?<!大)会议?", "会", "会议");
        check("(?:第)?一届", "第一", "一届");
        check("[甲乙]丙", "甲丙", "乙丙");
        check("[1-3]年", "1年", "2年", "3年");
        check("\\d", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        check("甲+乙", "甲");
        check("甲{2,3}乙", "甲");
        check("(?<n>建|入)党", "建党", "入党");
        check("甲.乙", "甲");
        check("\\(附", "(附");
        check("(?=甲乙)甲", "甲");
    }

    @Test
    void nothingIsSaidWhereNothingIsKnown() {
        check(".甲");
        check("甲?");
        check("甲*");
        check("[^甲]乙");
        check("\\p{IsHan}会");
        check("甲|.");
        check("(?i)vip");
        check("");
    }

    /** The rules themselves and made-up expressions: an indexed text gives the same matches as any other. */
    @Test
    void theSameMatches() {
        long seed = Long.getLong("wenyuan.seed", System.nanoTime());
        System.out.println("BeginningsTest.theSameMatches: -Dwenyuan.seed=" + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String regex = regex(random, 3);
            String text = text(random, random.nextInt(12));
            Rule rule = new Rule("a", Pattern.compile(regex));
            assertEquals(found(rule.all(text).toList()), found(rule.all(IndexedText.of(text))), regex + " in " + text);
            Span stretch = new Span(text.length() / 4, text.length());
            assertEquals(
                    found(rule.all(text, List.of(stretch))),
                    found(rule.all(IndexedText.of(text), List.of(stretch))),
                    regex + " in " + text + " " + stretch);
        }
    }

    private static List<String> found(List<MatchResult> matches) {
        return matches.stream().map(match -> match.start() + match.group()).toList();
    }

    private static String regex(Random random, int depth) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i <= random.nextInt(3); i++) {
            String piece = switch (random.nextInt(depth > 0 ? 10 : 6)) {
                case 0, 1, 2 -> "" + "甲乙丙丁ab12".charAt(random.nextInt(8));
                case 3 -> "[甲乙1]";
                case 4 -> "[^甲]";
                case 5 -> random.nextBoolean() ? "." : "\\d";
                case 6 -> "(?:" + regex(random, depth - 1) + "|" + regex(random, depth - 1) + ")";
                case 7 -> "(?<!" + "甲乙".charAt(random.nextInt(2)) + ")";
                case 8 -> "(?=" + regex(random, 0) + ")";
                default -> "(" + regex(random, depth - 1) + ")";
            };
            String[] counts = {"", "", "", "?", "*", "+", "{1,2}", "{0,1}"};
            regex.append(piece)
                    .append(piece.startsWith("(?<!") || piece.startsWith("(?=") ? "" : counts[random.nextInt(8)]);
        }
        return regex.toString();
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    private static void check(String regex, String... beginnings) {
        assertEquals(
                List.of(beginnings).stream().sorted().toList(),
                Beginnings.of(Pattern.compile(regex)).stream().sorted().toList());
    }
}
