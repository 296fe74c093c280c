package wenyuan.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two versions of a text side by side. */
class AlignmentTest {
    @Test
    void sentences() {
        check("甲一二三。 乙四五六。", "甲一二三。 乙四五六。", "0=0 1=1");
        check("我市党建工作走在前列。 谢谢大家！", "我县党建工作走在前列！ 谢谢大家。", "0~0 1=1");
        check("开头的话不同。 要抓好支部建设。", "要抓好支部建设。 结尾另有一句。", "0< 1=0 1>");
        check("要抓好支部建设。 要抓好支部建设。 散会。", "要抓好支部建设。 散会。", "0< 1=0 2=1");
        check("", "一句。", "0>");
        check("會議要求，加強領導。", "会议要求，加强领导。", "0=0");
        check("全市上下要统一思想。 中间一句被删去了。 全市各级要加强领导。", "全县上下要统一思想。 全县各级要加强领导。 新加的话放在这里。", "0~0 1< 2~1 2>");
    }

    private static void check(String left, String right, String expected) {
        assertEquals(expected, print(Alignment.of(split(left), split(right))), left + " | " + right);
    }

    private static List<String> split(String text) {
        return Stream.of(text.split(" ", -1)).filter(one -> !one.isEmpty()).toList();
    }

    private static String print(List<Alignment.Step> steps) {
        return steps.stream().map(AlignmentTest::print).collect(Collectors.joining(" "));
    }

    private static String print(Alignment.Step step) {
        return switch (step) {
            case Alignment.Same(int left, int right) -> left + "=" + right;
            case Alignment.Changed(int left, int right) -> left + "~" + right;
            case Alignment.OnlyLeft(int left) -> left + "<";
            case Alignment.OnlyRight(int right) -> right + ">";
        };
    }

    @Test
    void letters() {
        differ("我市党建工作", "我县党建工作", "我[市]党建工作", "我[县]党建工作");
        differ("2019年，我市", "２０２０年，我市", "[2019]年，我市", "[２０２０]年，我市");
        differ("一样的话", "一样的话", "一样的话", "一样的话");
        differ("", "新", "", "[新]");
        differ("要抓紧抓实", "要抓实", "要抓[紧抓]实", "要抓实");
        differ("全市各级党组织", "全县各有关党支部", "全[市各级党组织]", "全[县各有关党支部]");
    }

    private static void differ(String left, String right, String markedLeft, String markedRight) {
        Alignment.Difference found = Alignment.difference(left, right);
        assertEquals(markedLeft, mark(left, found.left()));
        assertEquals(markedRight, mark(right, found.right()));
    }

    private static String mark(String text, List<wenyuan.model.Span> spans) {
        StringBuilder marked = new StringBuilder(text);
        spans.reversed().forEach(span -> marked.insert(span.end(), "]").insert(span.start(), "["));
        return marked.toString();
    }

    /** Every sentence of either side is in one step, in order; what is kept of two sentences is the same. */
    @Test
    void nothingIsLost() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<String> left = text(random);
            List<String> right = new ArrayList<>(left);
            for (int i = 0; i < 4; i++) {
                right.add(random.nextInt(right.size() + 1), sentence(random));
                right.remove(random.nextInt(right.size()));
            }
            List<Integer> seenLeft = new ArrayList<>();
            List<Integer> seenRight = new ArrayList<>();
            for (Alignment.Step step : Alignment.of(left, right)) {
                switch (step) {
                    case Alignment.Same(int a, int b) -> {
                        assertEquals(left.get(a), right.get(b), "seed " + seed);
                        seenLeft.add(a);
                        seenRight.add(b);
                    }
                    case Alignment.Changed(int a, int b) -> {
                        seenLeft.add(a);
                        seenRight.add(b);
                    }
                    case Alignment.OnlyLeft(int a) -> seenLeft.add(a);
                    case Alignment.OnlyRight(int b) -> seenRight.add(b);
                }
            }
            assertEquals(numbers(left), seenLeft, "seed " + seed);
            assertEquals(numbers(right), seenRight, "seed " + seed);
        }
    }

    private static List<Integer> numbers(List<String> sentences) {
        return java.util.stream.IntStream.range(0, sentences.size()).boxed().toList();
    }

    private static List<String> text(Random random) {
        return Stream.generate(() -> sentence(random))
                .limit(random.nextInt(1, 30))
                .toList();
    }

    private static String sentence(Random random) {
        return random.ints(random.nextInt(3, 9), 0, 8)
                        .mapToObj(i -> "" + "党建工作要抓实好".charAt(i))
                        .collect(Collectors.joining())
                + "。";
    }
}
