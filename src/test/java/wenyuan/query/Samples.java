package wenyuan.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import wenyuan.model.Label;
import wenyuan.model.Taxonomy;

/** Labels and random queries for the tests. */
final class Samples {
    static final Taxonomy TAXONOMY = new Taxonomy(
            List.of(new Label("MT16", "座谈会"), new Label("MT12", "推进会"), new Label("MT02", "民主生活会")),
            List.of(),
            List.of(new Label("speech", "讲话"), new Label("odd", "通知(印发,转发)")),
            List.of(new Label("county", "县级")),
            List.of(new Label("secretary", "党委书记")),
            List.of(new Label("T01", "基层治理")),
            List.of(new Label("truncated", "截断")),
            List.of(new Label("F1", "“四个意识”"), new Label("F2", "两个维护")),
            List.of(new Label("parallel", "排比")));

    private static final List<String> WORDS =
            List.of("基层治理", "网格", "a1", "甲，乙", "甲:乙", "2018-2022", "=甲", "××县", "a\\b", "党*建", "\uD840\uDC00");
    private static final List<String> STRINGS =
            List.of("甲 乙", "他说\"好\"", "“半边", "a\\", "\\\"甲", "甲…", "党建 治理", "」甲「", "-甲", "OR", "标题:甲", "(甲|乙)", "甲＂＼乙");
    private static final List<String> PATTERNS = List.of("既要…又要", "甲*5乙……丙", "“甲…乙\"丙", "…甲…，…乙\\…");
    private static final List<String> NEAR = List.of("党建", "治", "“甲", "a\\", "-乙", "丙~5", "××县", "OR", "(丁)");
    private static final List<Scope> SCOPES = List.of(
            new Scope.Text(),
            new Scope.Title(),
            new Scope.Headings(0),
            new Scope.Headings(5),
            new Scope.Opening(),
            new Scope.Closing());
    private static final List<Query> FILTERS = List.of(
            new Query.Filter(Field.TYPE, List.of("MT16", "MT02")),
            new Query.Filter(Field.KIND, List.of("odd", "speech")),
            new Query.Filter(Field.SOURCE, List.of("a b/c", "年鉴", "x,y", "\"z\\")),
            new Query.Filter(Field.STATUS, List.of("truncated")),
            new Query.Years(2018, 2022),
            new Query.Years(2020, 2020),
            new Query.Years(Integer.MIN_VALUE, 2020),
            new Query.Years(2020, Integer.MAX_VALUE),
            new Query.Parts(3, 3),
            new Query.Parts(3, 5),
            new Query.Parts(Integer.MIN_VALUE, 2),
            new Query.Parts(4, Integer.MAX_VALUE),
            new Query.Thought("一句话，-再说"),
            new Query.Thought("一句 \"话\""),
            new Query.All());
    private static final String SIGNS = "\"“”「」『』＂()（）|｜-－=＝~～*…:：,，、.\\＼ \u3000\n甲乙丙OR1２年\u200B\u0000";
    private static final List<String> PHRASES = List.of(
            "标题:",
            "同段:",
            "paragraph：",
            "小标题1:",
            "類型：",
            "类型:座谈",
            "年份:",
            "年份:2018..",
            "分论点:3",
            "分论点:",
            "来源:",
            " OR ",
            " NOT ",
            " AND ",
            "=\"",
            "\"甲 乙\"~",
            "\"～",
            "\"~5",
            "…5",
            "\uD800",
            "\uDC00",
            "\uD840\uDC00",
            "时间:");

    private Samples() {}

    /** As far as the names of these tests go. */
    static String simplified(String text) {
        return text.replace('類', '类')
                .replace('論', '论')
                .replace('點', '点')
                .replace('談', '谈')
                .replace('會', '会')
                .replace('標', '标')
                .replace('題', '题');
    }

    /** A query in the shape that the parser hands out. */
    static Query query(Random random, int depth) {
        int kind = random.nextInt(depth == 0 ? 6 : 10);
        Optional<Query> joined = switch (kind) {
            case 6, 7 -> Logic.all(parts(random, depth));
            case 8 -> Logic.any(parts(random, depth));
            case 9 -> Logic.all(List.of(Logic.not(query(random, depth - 1))));
            default -> Optional.of(leaf(random, kind));
        };
        return joined.orElseThrow();
    }

    private static List<Query> parts(Random random, int depth) {
        List<Query> parts = new ArrayList<>();
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            parts.add(query(random, depth - 1));
        }
        return parts;
    }

    private static Query leaf(Random random, int kind) {
        Scope scope = one(SCOPES, random);
        return switch (kind) {
            case 0 -> new Query.Words(one(WORDS, random), scope);
            case 1 -> new Query.Verbatim(one(STRINGS, random), random.nextBoolean(), scope);
            case 2 -> Gaps.read(one(PATTERNS, random), extent(random), scope);
            case 3 -> new Query.Verbatim(one(PATTERNS, random), true, scope);
            case 4 -> near(random, scope);
            default -> one(FILTERS, random);
        };
    }

    private static Query near(Random random, Scope scope) {
        List<String> pieces = new ArrayList<>();
        for (int left = 2 + random.nextInt(5); left > 0; left--) {
            pieces.add(one(NEAR, random));
        }
        return new Query.Near(
                pieces,
                random.nextInt(4) == 0 ? Query.Near.ANYWHERE : random.nextInt(Query.Near.WIDEST + 1),
                extent(random),
                scope);
    }

    private static Extent extent(Random random) {
        return one(List.of(Extent.values()), random);
    }

    /** Signs without sense. */
    static String nasty(Random random, int most) {
        StringBuilder typed = new StringBuilder();
        for (int left = random.nextInt(most + 1); left > 0; left--) {
            boolean phrase = random.nextInt(5) == 0;
            typed.append(phrase ? one(PHRASES, random) : String.valueOf(SIGNS.charAt(random.nextInt(SIGNS.length()))));
        }
        return typed.toString();
    }

    private static <T> T one(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
