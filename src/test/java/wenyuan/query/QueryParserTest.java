package wenyuan.query;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import wenyuan.model.Span;

class QueryParserTest {
    private static final QueryParser PARSER = new QueryParser(Samples.TAXONOMY, Samples::simplified);
    private static final QueryPrinter PRINTER = new QueryPrinter(Samples.TAXONOMY);
    private static final Scope TEXT = new Scope.Text();

    @Test
    void words() {
        check("基层治理 网格", "基层治理 网格");
        check("　基层治理　网格　AND 党建", "基层治理 网格 党建");
        check("甲，乙、丙。", "甲，乙、丙。");
        check("2018-2022 -丙", "2018-2022 -丙");
        check("", "*");
        check("*", "*");
        check("* 甲", "甲");
    }

    @Test
    void veryMuchIsReadInPart() {
        Parsed brackets = new QueryParser(Samples.TAXONOMY).parse("甲" + ")".repeat(4_000));
        assertEquals(new Query.Words("甲", TEXT), brackets.query());
        assertEquals(50, brackets.warnings().size());
        Parsed values = new QueryParser(Samples.TAXONOMY).parse("主题:" + "甲,".repeat(2_000));
        assertEquals(100, ((Query.Or) values.query()).parts().size());
        assertEquals("“主题”后面的值太多，只用前 100 个", values.warnings().getFirst().message());
    }

    @Test
    void quotes() {
        check("\"街道吹哨、部门报到\"", "\"街道吹哨、部门报到\"");
        for (String typed : List.of("“甲乙”", "”甲乙“", "\"甲乙”", "“甲乙\"", "＂甲乙＂", "「甲乙」", "『甲乙』", "“甲乙“")) {
            check(typed, "\"甲乙\"");
        }
        check("=\"甲，乙\" ＝“丙”", "=\"甲，乙\" =\"丙\"");
        check("\"他说\\\"好\\\"\"", "\"他说\\\"好\\\"\"");
        check("\"他说“好”再走\"", "\"他说\\“好\\”再走\"");
        check("党建“引领”治理", "党建 \"引领\" 治理");
        assertEquals(new Query.Verbatim("a\"b\\c\\d", false, TEXT), parse("\"a\\\"b\\\\c\\d\""));
        check("=\"既要…又要\"", "=\"既要…又要\"");
    }

    @Test
    void patterns() {
        int open = Query.Pattern.UNBOUNDED;
        checkPattern("既要…又要……更要", List.of("既要", "又要", "更要"), List.of(open, open));
        checkPattern("既要*又要＊更要", List.of("既要", "又要", "更要"), List.of(open, open));
        checkPattern("改革…5开放…１２创新", List.of("改革", "开放", "创新"), List.of(5, 12));
        checkPattern("改革…2020年", List.of("改革", "2020年"), List.of(open));
        checkPattern("改革…5", List.of("改革", "5"), List.of(open));
        checkPattern("…既要…，…又要…", List.of("既要", "又要"), List.of(open));
        checkPattern("甲…3，…4乙", List.of("甲", "乙"), List.of(7));
        checkPattern("××县委…汇报", List.of("××县委", "汇报"), List.of(open));
        for (String literal : List.of("同志们……", "***总书记", "…甲")) {
            assertEquals(new Query.Verbatim(literal, false, TEXT), parse("“" + literal + "”"));
        }
    }

    @Test
    void scopes() {
        check("标题:党建 title：党建 標題：党建", "标题:党建 标题:党建 标题:党建");
        check("小标题:“甲” 小标题2:乙 小标题３:丙 heading4:丁", "小标题:\"甲\" 小标题2:乙 小标题3:丙 小标题4:丁");
        check("开头:（甲 OR “乙…丙”）", "开头:甲 OR 开头:\"乙…丙\"");
        check("结尾: 甲", "结尾:甲");
        check("标题:-甲 乙", "-标题:甲 乙");
        check("标题:(甲 结尾:乙 类型:座谈会)", "标题:甲 结尾:乙 类型:座谈会");
    }

    @Test
    void near() {
        for (String typed : List.of("\"党建 治理\"~5", "“党建　治理”～５", "「 党建  治理 」~5", "\"党建 、 治理\"~05")) {
            check(typed, "\"党建 治理\"~5");
        }
        assertEquals(new Query.Near(List.of("党建", "治理"), 0, Extent.SENTENCE, TEXT), parse("\"党建 治理\"~0"));
        check("标题:\"党建 治理\"~5 -\"甲 乙 丙\"~2", "标题:\"党建 治理\"~5 -\"甲 乙 丙\"~2");
        check("(\"党建 治理\"~5|甲)", "\"党建 治理\"~5 OR 甲");
        check("\"党建 治理\"", "\"党建 治理\"");
        check("\"党建 治理\" ~5", "\"党建 治理\" ~5");
        check("\"党建 治理\"~五", "\"党建 治理\" ~五");
        check("\"党建 治理\"~5年", "\"党建 治理\" ~5年");
        checkWarning("\"党建\"~5", "\"党建\"", "两个以上用空格隔开的词，已按原文查找", "\"党建\"~5");
        checkWarning("\"a b c d e f g\"~5", "\"a b c d e f\"~5", "最多 6 个词", "\"a b c d e f g\"~5");
        checkWarning("\"a b\"~123456789012", "\"a b\"~999", "相隔 999 个字", "\"a b\"~123456789012");
        checkWarning("=\"a b\"~5", "\"a b\"~5", "“=”对“~”不起作用", "=\"a b\"~5");
    }

    @Test
    void extents() {
        check("同段:“既要…又要”", "同段:\"既要…又要\"");
        check("paragraph:\"a…b\" Sentence：\"a…b\" 同句:“甲…乙”", "同段:\"a…b\" \"a…b\" \"甲…乙\"");
        check("-同段:“党建 治理”~5", "-同段:\"党建 治理\"~5");
        check("同段:小标题:\"甲…乙\" 小标题:同段:\"甲…乙\"", "小标题:同段:\"甲…乙\" 小标题:同段:\"甲…乙\"");
        check("同段:(“甲…乙” OR 同句:“甲…乙”) “甲…乙”", "(同段:\"甲…乙\" OR \"甲…乙\") \"甲…乙\"");
        check("同段:“党建 治理” 同句:“党建　治理”", "同段:\"党建 治理\" 同句:\"党建 治理\"");
        checkWarning("同段:“党建治理”", "\"党建治理\"", "“同句”“同段”后面要有引号", "同段:");
        checkWarning("甲 同句:(乙 类型:座谈会)", "甲 乙 类型:座谈会", "已忽略", "同句:");
        checkWarning("同段:=\"甲 乙\"", "=\"甲 乙\"", "已忽略", "同段:");
        checkWarning("同段:“a b c d e f g”", "同段:\"a b c d e f\"", "最多 6 个词", "“a b c d e f g”");
        checkWarning("甲 同段:", "甲", "后面没有要查的内容，已忽略", "同段:");
    }

    @Test
    void numberOfParts() {
        check("分论点:3 parts:3 分論點：３", "分论点:3 分论点:3 分论点:3");
        check("分论点:三 分论点:三个 分论点:三到五", "分论点:3 分论点:3 分论点:3..5");
        check("分论点:3..5 -分论点:..2 分论点:6..", "分论点:3..5 -分论点:..2 分论点:6..");
        check("分论点:3,5 甲", "(分论点:3 OR 分论点:5) 甲");
        assertEquals(new Query.Parts(3, 5), parse("分论点:3至5"));
        checkWarning("分论点:5..3", "分论点:3..5", "起止个数颠倒", "5..3");
        checkWarning("分论点:很多 甲", "甲", "“很多”不是个数，未按它筛选；应写成 3、3..5 或 3..", "很多");
        checkWarning("分论点: ", "*", "“分论点”后面没有值", "分论点: ");
    }

    @Test
    void filters() {
        check("类型:座谈会", "类型:座谈会");
        check("type：mt16 類型:座談會", "类型:座谈会 类型:座谈会");
        check("类型:座谈会，推进会、座谈会", "类型:座谈会,推进会");
        check("类型:座谈", "类型:座谈会");
        check("类型:\"座谈会\"", "类型:座谈会");
        check("来源:年鉴,\"a, b\" 状态:截断", "来源:年鉴,\"a, b\" 状态:截断");
        check("-类型:座谈会 甲", "-类型:座谈会 甲");
        assertEquals(new Query.Filter(Field.TYPE, List.of("MT16", "MT12")), parse("类型:座谈会,MT12"));
        for (String typed : List.of("提法:四个意识", "formula:四个意识", "提法:“四个意识”", "提法:意识", "提法：f1")) {
            assertEquals(new Query.Filter(Field.FORMULA, List.of("F1")), parse(typed), typed);
        }
    }

    @Test
    void years() {
        check("年份:2020", "年份:2020");
        check("年份:2018..2022 year：２０１８－２０２２ 年:2018年至2022年", "年份:2018..2022 年份:2018..2022 年份:2018..2022");
        check("年份:2020..", "年份:2020..");
        check("年份:..2020", "年份:..2020");
        check("年份:2018,2020..2022", "年份:2018 OR 年份:2020..2022");
        check("年份:2018,2020 甲", "(年份:2018 OR 年份:2020) 甲");
    }

    @Test
    void logic() {
        check("甲 OR 乙|丙 ｜ 丁", "甲 OR 乙 OR 丙 OR 丁");
        check("甲 乙 OR 丙", "(甲 乙) OR 丙");
        check("甲 (乙 OR 丙)", "甲 (乙 OR 丙)");
        check("甲（乙｜丙）", "甲 (乙 OR 丙)");
        check("甲 NOT 乙 －丙", "甲 -乙 -丙");
        check("--甲 -(-乙)", "甲 乙");
        check("-(甲 乙)", "-(甲 乙)");
        assertEquals(new Query.And(List.of(new Query.All(), new Query.Not(new Query.Words("丙", TEXT)))), parse("-丙"));
        check("甲 OR -乙", "甲 OR (-乙)");
        check("~一句话、两句话 ～“再 说”", "~一句话、两句话 ~\"再 说\"");
        check("甲 - 乙", "甲 乙");
    }

    @Test
    void warnings() {
        checkWarning("甲 “乙 丙", "甲 \"乙 丙\"", "引号没有配对", "“乙 丙");
        checkWarning("甲 时间:乙", "甲 时间:乙", "没有“时间”这个字段", "时间:");
        checkWarning("年份:.. 甲", "甲", "“..”不是年份", "..");
        checkWarning("年份:二十", "*", "不是年份", "二十");
        checkWarning("年份:2022..2018", "年份:2018..2022", "颠倒", "2022..2018");
        checkWarning("类型:座淡会", "\"座淡会\"", "“类型”里没有“座淡会”，按原文查找；最接近的是“座谈会”", "座淡会");
        checkWarning("类型:会", "类型:座谈会,推进会,民主生活会", "不止一个", "会");
        checkWarning("类型:", "*", "后面没有值", "类型:");
        checkWarning("标题: ", "*", "后面没有要查的内容", "标题:");
        checkWarning("甲 OR", "甲", "缺一边", "OR");
        checkWarning("OR 甲", "甲", "缺一边", "OR");
        checkWarning("(甲 乙", "甲 乙", "括号没有配对", "(");
        checkWarning("甲) 乙", "甲 乙", "多出一个右括号", ")");
        checkWarning("甲 」", "甲", "多出一个“」”", "」");
        checkWarning("甲 ，", "甲", "没有可查的字", "，");
        checkWarning("(".repeat(51) + "甲" + ")".repeat(51) + "乙", "甲 乙", "最多套 50 层", "(");
        for (String fine : List.of("年份:2020..", "http://a.cn/b", "9:30", "甲：", "他说：“好”", "甲 - 乙")) {
            assertEquals(List.of(), PARSER.parse(fine).warnings(), fine);
        }
    }

    @Test
    void warningsComeInOrder() {
        List<Integer> starts = PARSER.parse("坏:甲 年份:.. 类型:无 OR ) “乙").warnings().stream()
                .map(warning -> warning.span().start())
                .toList();
        assertEquals(starts.stream().sorted().toList(), starts);
        assertEquals(5, starts.size());
    }

    @Test
    void aPrintedQueryIsReadBack() {
        long seed = Long.getLong("wenyuan.seed", System.nanoTime());
        System.out.println("QueryParserTest.aPrintedQuery: -Dwenyuan.seed=" + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            Query query = Samples.query(random, 4);
            String printed = PRINTER.print(query);
            assertEquals(query, parse(printed), printed);
        }
    }

    @Test
    void anythingCanBeTyped() {
        long seed = Long.getLong("wenyuan.seed", System.nanoTime());
        System.out.println("QueryParserTest.anything: -Dwenyuan.seed=" + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 50_000; round++) {
            String typed = Samples.nasty(random, 30);
            Parsed parsed = PARSER.parse(typed);
            String printed = PRINTER.print(parsed.query());
            assertEquals(parsed.query(), parse(printed), () -> typed + " printed as " + printed);
            for (Warning warning : parsed.warnings()) {
                assertTrue(new Span(0, typed.length()).contains(warning.span()), typed);
            }
        }
    }

    @Test
    void longQueriesTakeNoLongTime() {
        for (String piece : List.of(
                "“", "\"“", "(", ")", "-", "标题:", "年份:", "年份:1", "\\", "甲:", "=", "|", "…", "…1", "~", "「", "甲…")) {
            Assertions.assertTimeout(
                    Duration.ofSeconds(30),
                    () -> PARSER.parse(piece.repeat(200_000)).query());
        }
    }

    private static void check(String typed, String expected) {
        assertEquals(expected, PRINTER.print(parse(typed)), typed);
    }

    private static void checkPattern(String literal, List<String> pieces, List<Integer> gaps) {
        assertEquals(new Query.Pattern(literal, pieces, gaps, Extent.SENTENCE, TEXT), parse("\"" + literal + "\""));
    }

    private static void checkWarning(String typed, String expected, String message, String at) {
        check(typed, expected);
        List<Warning> warnings = PARSER.parse(typed).warnings();
        assertEquals(
                1,
                warnings.size(),
                () -> typed + ": " + warnings.stream().map(Warning::message).collect(joining("; ")));
        assertTrue(
                warnings.getFirst().message().contains(message),
                warnings.getFirst().message());
        assertEquals(at, warnings.getFirst().span().of(typed), typed);
    }

    private static Query parse(String typed) {
        return PARSER.parse(typed).query();
    }
}
