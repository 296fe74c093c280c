package wenyuan.ingest.enrich;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import wenyuan.model.Attributes;
import wenyuan.model.Claim;

/** Kinds, levels, speakers and occasions of titles and openings. */
class LabelsTest {
    private static final String KINDS = """
            讲话 | 在全县教育工作会议上的讲话
            讲话 | 全市组织工作会议讲话稿(全文)
            讲话 | 在培训班开班式上的动员讲话_1
            讲话 | 在基层治理论坛上的演讲
            主持词 | 全县党建工作推进会主持词
            主持词 | 在述职评议会上的主持讲话
            发言/交流发言/表态发言 | 在党建经验交流会上的发言
            发言/交流发言/表态发言 | 新任职干部表态发言
            工作报告 | 在镇第九次党代会上的工作报告
            述职报告 | 2020年度党支部书记抓党建工作述职报告
            汇报 | 街道基层党建工作情况汇报
            方案/意见/要点/计划 | 主题党日活动方案
            方案/意见/要点/计划 | 机关党委2021年工作要点
            总结 | 社区党支部2019年工作总结
            党课讲稿 | 专题党课:永远跟党走
            致辞/祝酒 | 在党群服务中心揭牌仪式上的致辞
            致辞/祝酒 | 在新春招待会上的讲话
            心得体会 | 参加读书班心得体会
            对照检查材料 | 领导班子民主生活会对照检查材料
            调研报告 | 关于农村党员队伍建设的调研报告
            经验材料 | 红色物业党建典型材料
            通知/通报 | 关于召开组织生活会的通知
            通知/通报 | 关于违反纪律典型问题的通报
            点评 | 述职评议会点评
            新闻报道 | 全市国企党建工作推进会召开
            新闻报道 | 张某某在某某县调研时强调 抓好基层党建
            新闻报道 | 市委召开座谈会 书记出席并讲话
            新闻报道 | 讲话在干部群众中引发热烈反响
            文章 | 本报评论员:把纪律挺在前面
            文章 | 奋斗正当时（青年论坛）
            文章 | 浅谈社区党建
            文章 | 怎样写好会议主持词
            党课讲稿 | 先进性教育活动專題黨課講稿
            新闻报道 | 县委书记就作风建设讲专题党课
            新闻报道 | 我校党员集体学习全会精神
            新闻报道 | 教工支部开展主题党日参观活动
            """;

    private static final String LEVELS = """
            省 | 在全省组织工作会议上的讲话
            市 | 在全市领导干部大会上的讲话
            市 | 市委书记在理论学习中心组学习会上的讲话
            县 | 在全县教育工作会议上的讲话
            县 | 县委召开民主生活会
            区 | 在全区社区党建观摩会上的讲话
            区 | 区委书记在座谈会上的讲话
            功能区 | 高新区党工委书记在讲评会上的讲话
            街道 | 某街道党工委书记在庆七一座谈会上的讲话
            乡镇 | 镇党委召开党员大会
            村 | 在某某村党支部换届选举会议上的讲话
            社区 | 阳光社区党委召开组织生活会
            高校/学校 | 在某某大学党建工作会议上的讲话
            高校/学校 | 校长在学校廉政工作会议上的讲话
            国企/企业 | 某律师事务所党支部召开动员会
            高校/学校 | 某某大学召开学习贯彻习近平重要讲话宣讲会
            乡镇 | 镇年终会议主持词
            医院 | 市人民医院召开警示教育大会
            国企/企业 | 在集团公司党建工作会议上的讲话
            机关 | 县财政局党组召开民主生活会
            军警 | 支队召开党员大会
            中央 | 中央政治局召开民主生活会
            none | 在动员大会上的讲话
            none | 在节省办公经费动员会上的讲话
            none | 在加强市场监督动员会上的讲话
            """;

    private static final String SPEAKERS = """
            党(工)委书记 | 街道党工委书记在座谈会上的讲话
            党(工)委书记 | 县委书记李某某在全县大会上的讲话
            副书记 | 县委副书记在调度会上的讲话
            组织部长 | 市委组织部长在培训班上的讲话
            纪委书记 | 纪委书记在警示教育大会上的讲话
            支部书记/第一书记 | 第一书记在主题党日上的讲话
            行政首长(市长/县长/局长/主任) | 区长在动员大会上的讲话
            校长/院长/董事长 | 校长在开学典礼上的讲话
            none | 在村党支部书记培训班上的讲话
            none | 在党委书记述职会上的讲话
            """;

    private static final String OCCASIONS = """
            七一 | 在庆七一座谈会上的讲话
            七一 | 庆祝建党95周年表彰大会召开
            八一 | 在庆八一座谈会上的讲话
            五四 | 在“五四”青年座谈会上的讲话
            三八 | 在庆三八表彰会上的讲话
            春节/新年 | 在新年茶话会上的讲话
            换届 | 在换届工作部署会上的讲话
            季度 | 在第三季度讲评会上的讲话
            年度 | 2019年度述职评议会
            none | 在推进会上的讲话
            """;

    private static final String BYLINES = """
            党(工)委书记 | 市 | 中共临川市委书记 某某
            组织部长 | 县 | （青石县委常委、组织部部长）
            副书记 | 区 | （区委副书记）
            纪委书记 | 区 | （区纪委书记 在第二次谈话会上）
            党(工)委书记 | 乡镇 | 镇党委书记 某某
            党(工)委书记 | 街道 | 街道党工委书记 某某
            党组书记 | 机关 | 局党组书记 某某
            支部书记/第一书记 | 高校/学校 | 某某师范学院第三党支部书记 某某
            党(工)委书记 | 医院 | 县人民医院党委书记
            党(工)委书记 | 国企/企业 | 某某集团党委书记、董事长 某某
            none | none | 大家好,我们开会。
            none | none | 办公室整理
            """;

    private static final String OPENINGS = """
            医院 | 3月5日下午,我院召开党员大会,医护人员参加。
            高校/学校 | 9月1日,我校召开党员大会。
            乡镇 | 1月19日,石龙镇召开述职评议会。
            机关 | 2月15日上午,某区法院党组召开民主生活会。
            社区 | 6月27日,阳光社区开展主题党日活动。
            国企/企业 | 7月1日,某某集团召开座谈会。
            区 | 受区委委托,今天同大家谈话。
            none | 我们在人民医院门口参观。
            """;

    private static final String NEWS = """
            新闻报道 | 4月20日,某校召开警示教育大会,通报情况。
            讲话 | 同志们:4月20日,县里召开了会议。
            none | 我们要看到成绩,也要看到不足。
            """;

    @TestFactory
    Stream<DynamicTest> bylines() {
        return BYLINES.lines()
                .map(line -> line.split(" \\| ", 3))
                .map(row -> DynamicTest.dynamicTest(row[2], () -> {
                    Attributes attributes = Sample.titled("在会上的讲话")
                            .body(row[2] + "\n同志们:\n下面我讲几句。")
                            .attributes();
                    assertEquals(row[0] + " " + row[1], name(attributes.speaker()) + " " + name(attributes.level()));
                }));
    }

    @TestFactory
    Stream<DynamicTest> openings() {
        return Stream.concat(openings(OPENINGS, Attributes::level), openings(NEWS, Attributes::kind));
    }

    private static Stream<DynamicTest> openings(String cases, Function<Attributes, Optional<Claim>> question) {
        return cases.lines()
                .map(line -> line.split(" \\| ", 2))
                .map(row -> DynamicTest.dynamicTest(
                        row[1],
                        () -> assertEquals(
                                row[0],
                                name(question.apply(Sample.untitled(row[1]).attributes())))));
    }

    private static String name(Optional<Claim> claim) {
        return claim.map(known -> known.label().name()).orElse("none");
    }

    @TestFactory
    Stream<DynamicTest> kinds() {
        return cases(KINDS, Attributes::kind);
    }

    @TestFactory
    Stream<DynamicTest> levels() {
        return cases(LEVELS, Attributes::level);
    }

    @TestFactory
    Stream<DynamicTest> speakers() {
        return cases(SPEAKERS, Attributes::speaker);
    }

    @TestFactory
    Stream<DynamicTest> occasions() {
        return cases(OCCASIONS, Attributes::occasion);
    }

    private static Stream<DynamicTest> cases(String cases, Function<Attributes, Optional<Claim>> question) {
        return cases.lines()
                .map(line -> line.split(" \\| ", 2))
                .map(row -> DynamicTest.dynamicTest(
                        row[1],
                        () -> assertEquals(
                                row[0],
                                name(question.apply(Sample.titled(row[1]).attributes())))));
    }
}
