package wenyuan.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import wenyuan.model.FunctionRules;
import wenyuan.text.Normal;

/**
 * Tells a parallel sentence (排比): three or more clauses in a row that begin alike, or are built alike. Takes time in proportion
 * to the sentence.
 */
final class Parallelism {
    /** What counts clauses and is no part of how they are built: 一是, 第二, (三), 四要. */
    private static final Pattern ORDINAL =
            Pattern.compile("^(?:\\(?[一二三四五六七八九十0-9]{1,2}\\)?(?:[是要、.]|则)|第[一二三四五六七八九十])");

    /** Words that join a clause to the one before it. */
    private static final Pattern JOINING = Pattern.compile("^(?:也|又|更|还|而|并|并且|而且|同时|以及|和|既)(?=..)");

    /** What many clauses begin with and that makes none of them like another. */
    private static final Pattern SUBJECT = Pattern.compile(
            "^(?:尊敬|亲爱|各位|我们|他们|你们|大家|咱们|我国|中国|党的|各级|全国|人民|群众|党员|干部|支部|国家|社会|经济|"
                    + "企业|这些|那些|一些|有些|同时|今年|去年|如果|由于|因此|所以|但是|通过|关于|习近|总书|党中|中央|中共|同志|工作|问题|这个|这种|这是|其中|不仅|而且|二十|一九|二零|[0-9])");

    private static final String COUNTING = "(第一二三四五六七八九十0123456789";
    private static final String JOINS = "也又更还而并同以和既";
    private static final String ENDS = ";。!?";
    private static final String PAUSES = ",:";
    private static final int ENDLESS = 1_000;
    private static final int SHORTEST = 4;
    private static final int AFTER_SUBJECT = 4;

    /** Clauses that begin a part of the sentence, those between commas, and those between any two signs. */
    private final List<String> first = new ArrayList<>();

    private final List<String> whole = new ArrayList<>();
    private final List<String> smallest = new ArrayList<>();

    private Parallelism(String sentence) {
        char before = ';';
        int start = 0;
        for (int i = 0; i <= sentence.length(); i++) {
            char sign = i == sentence.length() ? ';' : sentence.charAt(i);
            if (sign == '、' || ENDS.indexOf(sign) >= 0 || PAUSES.indexOf(sign) >= 0) {
                before = add(bare(sentence.substring(start, i)), before, sign);
                start = i + 1;
            }
        }
    }

    /** Whether {@code sentence}, in normal form, is one. */
    static boolean in(String sentence, FunctionRules.Parallel rule) {
        Parallelism clauses = new Parallelism(sentence);
        return run(clauses.first, 1, rule, Parallelism::beginAlike)
                || run(clauses.whole, 1, rule, Parallelism::alike)
                || run(clauses.whole, 2, rule, Parallelism::alike)
                || run(clauses.smallest, 1, rule, Parallelism::builtAlike);
    }

    /** The sign that the next clause comes after: an empty one leaves it to the next. */
    private char add(String clause, char before, char sign) {
        if (clause.isEmpty()) {
            return ENDS.indexOf(sign) >= 0 ? sign : before;
        }
        smallest.add(clause);
        if (before == '、' && !whole.isEmpty()) {
            whole.add(joined(whole.removeLast(), clause));
        } else {
            whole.add(clause);
        }
        if (ENDS.indexOf(before) >= 0) {
            first.add(clause);
        }
        return sign;
    }

    /** An endless list is too long to be like anything, so it need not grow. */
    private static String joined(String one, String more) {
        return one.length() > ENDLESS ? one : one + more;
    }

    /** Whether enough clauses follow one another, every {@code step}-th, each like the one before. */
    private static boolean run(
            List<String> clauses, int step, FunctionRules.Parallel rule, BiPredicate<String, String> alike) {
        int[] lengths = new int[clauses.size()];
        for (int i = 0; i < lengths.length; i++) {
            boolean goesOn = i >= step
                    && clauses.get(i).length() <= rule.longest()
                    && alike.test(clauses.get(i - step), clauses.get(i));
            lengths[i] = goesOn ? lengths[i - step] + 1 : 1;
            if (lengths[i] >= rule.clauses()) {
                return true;
            }
        }
        return false;
    }

    /** The letters of a clause, without what counts or joins it. */
    private static String bare(String clause) {
        boolean counted = !clause.isEmpty() && COUNTING.indexOf(clause.charAt(0)) >= 0;
        String letters = letters(counted ? ORDINAL.matcher(clause).replaceFirst("") : clause);
        boolean joined = !letters.isEmpty() && JOINS.indexOf(letters.charAt(0)) >= 0;
        return joined ? JOINING.matcher(letters).replaceFirst("") : letters;
    }

    private static String letters(String text) {
        return text.codePoints().allMatch(Normal::matters)
                ? text
                : text.codePoints()
                        .filter(Normal::matters)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean alike(String one, String other) {
        return beginAlike(one, other) || builtAlike(one, other);
    }

    /** 坚持学习，坚持实践，坚持… */
    private static boolean beginAlike(String one, String other) {
        int shared = SUBJECT.matcher(one).find() ? AFTER_SUBJECT : 2;
        return longEnough(one) && longEnough(other) && one.regionMatches(0, other, 0, shared);
    }

    /** 讲政治、讲规矩, 讲信念: as long as each other, and alike at the beginning or in two places. */
    private static boolean builtAlike(String one, String other) {
        if (one.length() != other.length() || !longEnough(one) || one.equals(other)) {
            return false;
        }
        int same = 0;
        for (int i = 0; i < one.length(); i++) {
            same += one.charAt(i) == other.charAt(i) ? 1 : 0;
        }
        return same >= Math.max(2, one.length() / 3)
                && one.charAt(0) == other.charAt(0)
                && !SUBJECT.matcher(one).find();
    }

    private static boolean longEnough(String clause) {
        return clause.length() >= SHORTEST;
    }
}
