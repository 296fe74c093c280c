package wenyuan.ingest.enrich;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wenyuan.model.Attributes;
import wenyuan.model.Claim;
import wenyuan.model.Evidence;
import wenyuan.model.Place;

class EnrichTest {
    @Test
    void theOpeningNamesTheMeetingWhenTheTitleDoesNot() {
        checkOpening("MT16", "同志们:今天,我们召开全县城市基层党建工作座谈会,主要是听取意见。");
        checkOpening("MT11", "同志们:今天,县委在这里召开主题教育动员部署会议,任务是统一思想。");
        checkOpening("MT14", "同志们:今天,我们组织召开创新型党组织创建工作观摩会,这次观摩会既是一次促进会,更是一次推进会。");
        checkOpening("MT19", "各位学员:今天,全市党务干部培训班正式开班了。这次培训班主要任务是提高素质。");
        checkOpening("MT12", "本报讯 6月3日,全市基层党建工作推进会召开,市委书记出席。");
        checkOpening("MT07", "2月10日,局长在局机关2015年党风廉政建设工作会议上强调,要守住底线。");
        checkOpening("MT01", "近日,某镇召开2017年度民主生活会,逐一对照检查。");
        checkOpening("none", "同志们:今天,我们召开这次会议,任务是贯彻全省组织工作会议精神。");
        checkOpening("none", "前不久召开的全省组织工作座谈会,对党建工作提出了要求。");
        checkOpening("none", "这次活动既是一次总结会,也是一次鼓劲会,更是一次推进会。");
    }

    @Test
    void theFileNameServesWhenTheTextHasNoTitle() {
        Attributes attributes = Sample.untitled("大家好。我讲三点意见。")
                .path("讲话/2013-06-18_在全县警示教育大会上的讲话.txt")
                .attributes();
        assertEquals("MT07", attributes.meeting().orElseThrow().label().id());
        assertEquals(
                new Place.FileName(),
                attributes.meeting().orElseThrow().evidence().getFirst().place());
        assertEquals(
                "inferred [2013]",
                attributes.dating().status() + " " + attributes.dating().years());
    }

    @Test
    void themesNeedTwoTriggersOrATitle() {
        checkThemes("[TH10]", "在座谈会上的讲话", "发挥街道“大工委”、社区“大党委”作用。");
        checkThemes("[]", "在座谈会上的讲话", "发挥街道“大工委”作用。");
        checkThemes("[TH34]", "在座谈会上的讲话", "疫情来了,疫情重了,疫情过去了。");
        String main = "脱贫攻坚要抓实。精准扶贫要精准。脱贫不返贫,贫困户要脱贫,贫困村要脱贫。".repeat(6);
        checkThemes("[TH33]", "在座谈会上的讲话", main + "建好活动场所。党群服务中心要开门。");
        checkThemes("[TH34]", "在疫情防控座谈会上的讲话", "大家辛苦了。");
        checkThemes("[TH40]", "在座谈会上的讲话", "一、树牢正确政绩观\n要真抓实干。");
    }

    @Test
    void aMarkingIsHeldAndAWordIsNot() {
        checkMarking("机密★1年", Sample.titled("机密★1年").body("关于某事的报告\n正文。"));
        checkMarking("机密 ★ 一年", Sample.titled("机密 ★ 一年").body("关于某事的报告\n正文。"));
        checkMarking("绝密", Sample.titled("绝密").body("关于某事的报告"));
        checkMarking("【秘密】", Sample.titled("【秘密】").body("关于某事的报告"));
        checkMarking("秘密★", Sample.titled("关于某事的报告").zone("header", "第1页\n秘密★"));
        checkMarking("密级:机密", Sample.titled("密级:机密").body("正文"));
        checkMarking("【机密】", Sample.titled("报告").path("a/【机密】某某报告.docx"));
        checkMarking("none", Sample.titled("在保密工作会议上的讲话").body("严守党的秘密,保守党的秘密。"));
        checkMarking("none", Sample.titled("机密文件管理办法").path("机密文件管理办法.doc"));
        checkMarking("none", Sample.titled("成功的秘密").body("秘密在于坚持。"));
    }

    @Test
    void everyPieceOfEvidenceStandsWhereItSays() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<String> pieces = List.of(
                "在庆祝建黨９５周年座談會上的講話",
                "2013年6月18日",
                "××县委",
                "\n",
                "“四個意識”",
                "一、加强黨的建設\n",
                "　",
                "。",
                "今天,我們召開觀摩會",
                "第三季度",
                "𠮷",
                "２０２３年度述職評議",
                "***总书记",
                "街道吹哨、部门报到",
                "今年是“十四五”规划的开局之年",
                "党史学习教育",
                "新冠",
                "大工委",
                "大党委",
                "喜迎二十大",
                "既是促进会",
                "\u200B",
                "é",
                "党的八十五岁生日刚过");
        for (int round = 0; round < 400; round++) {
            Sample sample = Sample.titled(some(random, pieces).replace("\n", " "))
                    .body(some(random, pieces))
                    .path("文件/" + some(random, pieces).replace("\n", "") + ".txt")
                    .zone("masthead", some(random, pieces) + "发布时间:2022-11-15");
            for (Evidence evidence : evidence(sample.attributes())) {
                String source = switch (evidence.place()) {
                    case Place.Text text -> sample.text();
                    case Place.FileName name -> sample.path();
                    case Place.PageZone zone -> sample.zones().getFirst().text();
                };
                assertEquals(evidence.quote(), evidence.span().of(source), "seed " + seed);
                assertTrue(!evidence.quote().isEmpty(), "empty quote of " + evidence.rule() + ", seed " + seed);
            }
        }
    }

    private static String some(Random random, List<String> pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(1, 9); i > 0; i--) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        return text.toString();
    }

    private static List<Evidence> evidence(Attributes attributes) {
        List<Evidence> all = new ArrayList<>(attributes.dating().evidence());
        Stream.of(
                        attributes.meeting().stream(),
                        attributes.otherMeetings().stream(),
                        attributes.occasion().stream(),
                        attributes.kind().stream(),
                        attributes.level().stream(),
                        attributes.speaker().stream(),
                        attributes.themes().stream(),
                        attributes.status().stream())
                .flatMap(claims -> claims)
                .map(Claim::evidence)
                .forEach(all::addAll);
        attributes.workYear().ifPresent(year -> all.addAll(year.evidence()));
        attributes.pageDate().ifPresent(date -> all.add(date.evidence()));
        return all;
    }

    private static void checkOpening(String type, String body) {
        assertEquals(type, MeetingTitlesTest.types(Sample.titled("讲话提纲").body(body)), body);
    }

    private static void checkThemes(String themes, String title, String body) {
        assertEquals(
                themes,
                Sample.titled(title).body(body).attributes().themes().stream()
                        .map(claim -> claim.label().id())
                        .toList()
                        .toString());
    }

    private static void checkMarking(String quote, Sample sample) {
        assertEquals(quote, sample.marking().map(Evidence::quote).orElse("none"));
    }
}
