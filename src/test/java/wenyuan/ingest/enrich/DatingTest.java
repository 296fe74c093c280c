package wenyuan.ingest.enrich;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import wenyuan.model.Attributes;
import wenyuan.model.PageDate;

/** What a title and a body prove of the year. */
class DatingTest {
    private static final String CASES = """
            known [2020] | | 我们开展了庆祝建党99周年系列学习,大家要围绕迎接新中国成立71周年做好准备。
            known [2006] | | 在党的85岁生日刚过之际,我们相聚一堂。
            known [2021] | 在庆祝中国共产党成立100周年座谈会上的讲话 |
            known [2019] | | 今年是新中国成立七十周年。
            known [2018] | | 今年是改革开放四十周年,也是贯彻党的十九大精神的开局之年。
            known [2011] | | 值此建党九十周年之际,我代表党委向大家问好。
            known [2021] | | 今年是“十四五”规划的开局之年。
            known [2020] | | 今年是“十三五”规划收官之年。
            known [2023] | | 今年是全面贯彻党的二十大精神的开局之年。
            known [2017] | | 这次会议是在党的十九大闭幕之际召开的。
            known [2013] | 在动员大会上的讲话 | （2013年6月18日）
            known [2013] | 在动员大会上的讲话 | （２０１３年６月１８日）
            known [2023] | 在动员大会上的讲话 | 二〇二三年六月二十八日
            known [2006] | 在动员大会上的讲话 | 二○○六年七月一日
            known [2006] | 在动员大会上的讲话 | 二OO六年七月一日
            known [2018] | | 今天是2018年3月5日,我们召开会议。
            known [2015] | | 这是2015年11月23日在学习会上的讲话。
            known [2020] | | 在第36个教师节来临之际,我向全体教师问好。
            known [2025] | 在调度会上的讲话 | 当前,全县正在深入开展深入贯彻中央八项规定精神学习教育。
            inferred [2021] | 在主题党日上的讲话 | 我校党史学习教育启动以来,支部每周组织一次学习。
            known [2019] | | 今年国庆,我们将迎来新中国成立70周年,各支部要讲好身边的变化。
            known [2021] | 在主题党日上的讲话 | 党史学习教育启动以来,学了不少。今年,我们党迎来百年华诞。
            unknown [] | 在党委会上的讲话 | 去年,我们扎实开展党史学习教育,收获很大。
            unknown [] | 在党委会上的讲话 | 五年来,我们先后开展党史学习教育、主题教育。
            inferred [2014] | | 3月6日上午,区税务局召开党的群众路线教育实践活动动员部署会。
            unknown [] | | 7月8日上午,区税务局召开党的群众路线教育实践活动动员部署会。
            inferred [2022] | 集团召开党史学习教育总结会议 | 1月20日,集团召开党史学习教育总结会议。
            inferred [2022] | | 2月11日下午,某镇召开党史学习教育专题民主生活会。
            inferred [2019] | 某支部召开“不忘初心、牢记使命”主题教育动员部署会 |
            inferred [2023] | | 2月15日,某区法院召开2022年度民主生活会。
            inferred [2021] | | 12月20日,某县召开2021年度述职评议会。
            inferred [2018] | | 3月5日,某局召开2018年党风廉政建设工作会议,部署任务。
            known [2020] | | 2020年8月20日下午,巡察组进驻某局。
            known [2012] | | 眼下,全县上下正以实际行动迎接党的十八大召开。
            known [2022] | | 今年下半年,我们即将迎来党的二十大,要保持稳定。
            known [2006] | | 大会是在“十一五”规划开局之年召开的。
            disputed [2017, 2019] | 在庆“七一”座谈会上的讲话 | 今天我们庆祝中国共产党成立98周年,也为庆祝新中国成立68周年排练节目。
            unknown [] | | 1921年建党以来,我们走过了光辉历程。
            unknown [] | | 自1978年以来,面貌一新。
            unknown [] | | 到2035年基本实现现代化。
            unknown [] | | 到新中国成立100周年时,建成现代化强国。
            unknown [] | | 实现建军一百周年奋斗目标。
            unknown [] | | 2020年全面建成小康社会。
            unknown [] | | 根据〔2014〕5号文件要求,抓好落实。
            unknown [] | | 二〇××年的工作即将结束。
            unknown [] | | 学习总书记在庆祝中国共产党成立95周年大会上的讲话。
            unknown [] | | 喜迎建党100周年,我们要做好准备。
            unknown [] | | 我们隆重庆祝了新中国成立60周年,各项事业发展。
            unknown [] | 在座谈会上的讲话 | 同志们:大家好。
            unknown [] | 2025年度民主生活会对照检查材料 |
            inferred [2021] | 2021年在政府系统廉政工作会议上的讲话 |
            inferred [2023] | 在2023年学习贯彻习近平新时代中国特色社会主义思想主题教育动员会上的讲话 |
            inferred [2021] | 在党史学习教育动员大会上的讲话 |
            inferred [2015] | 在“三严三实”专题教育党课上的讲话 | 同志们,2015年要抓好三严三实专题教育集中学习。
            inferred [2019] | 在全市工作会议上的讲话 | 下面,我总结2018年工作。去年,我们完成了任务。今年要继续抓好三件工作。
            inferred [2018] | 在全市工作会议上的讲话 | 下面,我总结2018年工作。明年要继续抓好三件工作。
            unknown [] | 在全市工作会议上的讲话 | 下面,我总结2018年工作,完成了任务。
            inferred [2012] | 在区委工作会议上的讲话 | 同志们:大家好。去年干得好,今年要抓好落实。\\n三、2012年重点工作\\n抓落实。
            inferred [2009] | | 12月3日下午,本校2009-2010学年第一学期期中质量分析会召开。
            inferred [2010] | | 本校2009-2010学年第二学期开学工作会议召开。
            inferred [2008] | 在2008级新生军训动员会上的讲话 |
            inferred [2014] | 在廉政谈话会上的讲话 | 全区正在深入开展党的群众路线教育实践活动。
            unknown [] | 在廉政谈话会上的讲话 | 我们正在深入开展党的群众路线教育实践活动。
            inferred [2005] | 在先进性教育动员会上的讲话 | 会议任务是部署我区第一批先进性教育活动。
            inferred [2013] | | 党成立92年的历程说明,要靠群众。
            inferred [2013] | | 11月20日,学院党校开班,深入学习贯彻党的十八届三中全会精神。
            inferred [2014] | | 3月20日,学院党校开班,深入学习贯彻党的十八届三中全会精神。
            inferred [2016] | | 12月5日,学院深入学习贯彻十八届三中、四中、五中、六中全会精神。
            unknown [] | | 6月5日,学院深入学习贯彻党的十九大精神。
            known [1997] | 在中国共产党第十五次全国代表大会上的报告 |
            known [2001] | 在第九届全国人民代表大会第四次会议上的报告 | 过去五年很不平凡。
            inferred [2021] | | 3月19号,某局教育整顿领导小组召开座谈会,要以优异的成绩献礼建党100周年。
            unknown [] | | 11月19日,某局召开座谈会,要以优异的成绩献礼建党100周年。
            known [2013] | | 2013年1月4日,政治处召开专题会议。
            known [2016] | 在茶话会上的讲话 | 同志们:2017年的钟声就要敲响。我们欢聚一堂。
            known [2015] | 在茶话会上的讲话 | 同志们:明天就是2016年元旦,祝大家新年好。
            known [2018] | 在茶话会上的讲话 | 同志们:2018年即将过去,大家辛苦了。
            inferred [2009] | 在工作会议上的讲话 | 同志们:刚刚过去的2008年,我们经受了考验。
            unknown [] | 在工作会议上的讲话 | 同志们:刚刚过去的2008年国庆,大家坚守岗位。
            inferred [1981] | 在工作会议上的讲话 | 同志们:1981年计划正在执行。
            inferred [2006] | 在工作会议上的讲话 | 同志们:今年提前制定2007年计划。
            inferred [2014] | 在论坛上的讲话 | 增速从2012年的8%和2013年的7%,再到今年上半年的7%,总体平稳。
            unknown [] | 在论坛上的讲话 | 产值从2012年的8亿元增加到今年的9亿元。
            inferred [2003] | 在代表会上的讲话 | 本届班子从1998年3月上任,到现在已经五年了。
            unknown [] | 在代表会上的讲话 | 从1998年建厂到现在已经二十年了。
            known [2008] | 在学院的讲话 | 去年10月,中国共产党召开了第十七次全国代表大会。
            known [1982] | 在工作会议上的讲话 | 要按照今年党的十二大的精神办事。
            unknown [] | 在工作会议上的讲话 | 今年是学习贯彻党的十八大精神的重要一年。
            known [2024] | 关于决定的说明 | 今年3月,中央经过研究,决定党的二十届三中全会讨论改革问题。
            known [2002] | | 同志们:现在,我代表第十五届中央委员会向大会作报告。
            unknown [] | | 青年朋友们:现在,我代表共青团第十五届中央委员会向大会作报告。
            known [1973] | | 同志们:我代表中央委员会向第十次全国代表大会作报告。
            known [1969] | | 同志们!\\n中国共产党第九次全国代表大会意义重大。我们这次代表大会要开好。
            unknown [] | 在县党代会上的讲话 | 党的第十九次全国代表大会意义重大。要学好。
            known [1960] | | 各位代表:我受国务院委托,现在向第二届全国人民代表大会第二次会议作报告。
            unknown [] | 在工作会议上的讲话 | 要落实第十届全国人民代表大会第二次会议的报告。
            known [2005] | 在工作会议上的讲话 | 去年十届全国人大二次会议之后,我们抓了几件事。
            inferred [1998] | 政府工作报告 | 八届全国人大一次会议以来的五年,成绩很大。
            known [1986] | 政府工作报告 | 今年是实行“七五”计划的头一年。
            unknown [] | 在普法动员会上的讲话 | 今年是“七五”普法的头一年。
            known [2016] | 在中国科协第九次全国代表大会上的讲话 |
            unknown [] | 在工作会议上的讲话 | 大家学习了在中国科协第九次全国代表大会上的讲话。
            known [2011] | 在纪念李先念同志诞辰102周年座谈会上的讲话 |
            inferred [2013] | 群众路线教育实践活动工作会议上的讲话 | 今天会议的任务,是对全党教育实践活动进行部署。
            unknown [] | 群众路线教育实践活动工作会议上的讲话 | 中央召开会议,对全党教育实践活动进行了部署。
            known [2010] | | 9月10日上午,本镇召开庆祝第26个教师节暨表彰大会,向教师问好。
            unknown [] | | 7月4日上午,本局召开会议,学习在庆祝建党95周年大会上的讲话。
            inferred [2014] | | 3月14日下午,本院召开大会,传达十二届全国人大二次会议精神。
            unknown [] | | 2月14日下午,本院召开大会,传达十二届全国人大二次会议精神。
            known [2011] | 在全县工作会议上的讲话 | (2011年3月 日)
            inferred [2014] | 在座谈会上的讲话 | 今年是甲午年。大家要为实现中国梦努力。
            unknown [] | 在座谈会上的讲话 | 今年是甲午年。
            unknown [] | 在座谈会上的讲话 | 祝大家马年快乐。大家要为实现中国梦努力。
            inferred [2014] | 在党的群众路线教育实践活动推进会上的讲话 | 祝大家马年快乐。
            inferred [2012] | | 2012年11月8日,党的代表大会在北京召开。
            known [2011] | | 6月30日,集团召开会议,隆重庆祝中国共产党成立90周年。
            known [2007] | 关于学习贯彻十七大精神的通知 | 某市教〔2007〕9号\\n各学校:要抓好落实。
            known [2009] | 中共十七届四中全会在京举行 |
            known [2016] | 纪念“三八”国际妇女节106周年表彰大会召开 |
            inferred [2000] | | 去年很不容易。2000年是世纪交替之年,今年要抓好三件工作。
            inferred [2001] | | 去年很不容易。2000年是很不平凡的一年,今年要抓好三件工作。
            unknown [] | | 2000年是世纪交替之年,要抓好三件工作。
            known [2022] | 在座谈会上的讲话 | 从2012年的十八大,到2017年的十九大,再到今年的二十大,我们一路走来。
            unknown [] | 在座谈会上的讲话 | 从2008年的奥运会,到2010年的世博会,再到今年的进博会,变化很大。
            unknown [] | 在座谈会上的讲话 | 我们即将迎来2022年北京冬奥会,要做好志愿服务。
            unknown [] | 在座谈会上的讲话 | 我国即将进入2020年全面小康的决胜阶段,要抓好落实。
            unknown [] | 在座谈会上的讲话 | 今年要编制2035年远景规划。
            unknown [] | 在座谈会上的讲话 | 今年我们制定2030年前碳达峰行动方案。
            unknown [] | 在座谈会上的讲话 | 今年一开始,我们制定2025年奋斗目标。
            unknown [] | 在座谈会上的讲话 | 从2016年到今年5年,我们干成了一批大事。
            unknown [] | 在座谈会上的讲话 | 自2013年驻村到现在走过了5个年头。
            unknown [] | 在座谈会上的讲话 | 从2011年到今年五年规划执行顺利。
            unknown [] | 在座谈会上的讲话 | 2020年就要结束绝对贫困,时间紧迫。
            unknown [] | 在座谈会上的讲话 | 今年,党的十九大精神深入人心。
            unknown [] | 在座谈会上的讲话 | 去年,党的十九大精神宣讲深入基层。
            unknown [] | 在座谈会上的讲话 | 去年党的十八大以来的各项任务都已落实。
            unknown [] | 在市文联第八次代表大会上的讲话 | 同志们:大家好。
            unknown [] | 在省作协第九次代表大会上的讲话 | 同志们:大家好。
            known [2016] | 在中国文联第十次全国代表大会上的讲话 | 同志们:大家好。
            unknown [] | 兵团十九大精神宣讲会上的讲话 | 同志们:大家好。
            unknown [] | 在第一届全国文明家庭事迹报告会上的讲话 | 同志们:大家好。
            disputed [2006, 2021] | 在建党85周年大会上的讲话 | 今天,我们庆祝中国共产党成立85周年。2022年是我们党成立85周年。
            disputed [2006, 2018] | | 在党的85岁生日刚过、建军91周年来临之际,宣读了2006年度先进名单。
            """;

    @TestFactory
    Stream<DynamicTest> cases() {
        return CASES.lines()
                .map(line -> line.split("\\s*\\|\\s*", 3))
                .map(row -> DynamicTest.dynamicTest(row[1] + " " + row[2], () -> {
                    var dating = Sample.titled(row[1].strip())
                            .body(row[2].replace("\\n", "\n"))
                            .attributes()
                            .dating();
                    assertEquals(row[0], dating.status() + " " + dating.years());
                }));
    }

    @Test
    void aPageDateIsAnUpperBoundAndNeverAYear() {
        Sample dated = Sample.titled("在座谈会上的讲话").body("同志们:大家好。").zone("masthead", "发布时间:2022-11-15 18:54:02");
        assertEquals("pageOnly", dated.attributes().dating().status());
        Attributes ahead = Sample.untitled("以优异成绩迎接新中国成立70周年!")
                .zone("masthead", "2018-12-08 发布")
                .attributes();
        assertEquals(
                "inferred [2018]",
                ahead.dating().status() + " " + ahead.dating().years());
    }

    @Test
    void anAgencysDayAndThePrintingPaperGiveTheYear() {
        checkPrinted("inferred [2020]", "要抓好落实。(新华社北京7月21日电)《 人民日报 》( 2020年07月22日 02 版)");
        checkPrinted("pageOnly []", "要抓好落实。《 人民日报 》( 2020年07月22日 02 版)");
        checkPrinted("pageOnly []", "要抓好落实。(新华社北京9月21日电)《 人民日报 》( 2020年07月22日 02 版)");
        checkPrinted("inferred [2019]", "要抓好落实。(新华社北京12月31日电)《 人民日报 》( 2020年01月01日 02 版)");
    }

    private static void checkPrinted(String expected, String body) {
        var dating = Sample.untitled(body).attributes().dating();
        assertEquals(expected, dating.status() + " " + dating.years(), body);
    }

    @Test
    void aReportsDayAndThePageDoNot() {
        Sample report = Sample.untitled("8月26日上午,某局召开党建工作会议。").zone("masthead", "2020-08-28 发布");
        assertEquals("pageOnly", report.attributes().dating().status());
    }

    @Test
    void whatTheTitleCelebratesIsTheBestReading() {
        Attributes attributes = Sample.titled("在庆“七一”座谈会上的讲话")
                .body("今天我们庆祝中国共产党成立98周年,也为庆祝新中国成立68周年排练节目。")
                .attributes();
        assertEquals(2019, attributes.dating().year().orElseThrow());
    }

    @Test
    void aTitleThatTheBodyContradictsIsRenovated() {
        Attributes attributes =
                Sample.titled("2022年在庆七一座谈会上的讲话").body("今年是建党85周年。").attributes();
        assertEquals(
                "known [2006]",
                attributes.dating().status() + " " + attributes.dating().years());
        assertTrue(attributes.status().stream()
                .anyMatch(claim -> claim.label().id().equals("titleYear")));
    }

    @Test
    void theTitleOfACompilationDatesNoneOfItsTexts() {
        Sample part = Sample.untitled("同志们：\n今天的座谈会开得很活泼。").path("网页/2022年建军节座谈会讲话稿(精选3篇).html");
        assertEquals("inferred", part.attributes().dating().status());
        assertEquals("unknown", part.collected().attributes().dating().status());
    }

    @Test
    void aSitesPrefixIsNoYear() {
        Attributes attributes = Sample.titled("2022年在全县党建工作座谈会上的讲话(全文)")
                .body("在全县党建工作座谈会上的讲话\n同志们:大家好。")
                .attributes();
        assertEquals("unknown", attributes.dating().status());
    }

    @Test
    void theWorkYearIsNotTheMeetingsYear() {
        Attributes attributes = Sample.titled("2023年度党委书记抓基层党建述职评议会上的讲话").attributes();
        assertEquals(2023, attributes.workYear().orElseThrow().year());
        assertEquals("unknown", attributes.dating().status());
        Attributes planned = Sample.untitled("这次会议是对2024年工作的谋划部署。").attributes();
        assertEquals(2023, planned.workYear().orElseThrow().year());
    }

    @Test
    void readsTheDatesOfPages() {
        checkPage("2021-05-08 发布", "2021-05-08");
        checkPage("发布时间:2022-11-15 18:54:02 来源:网友", "2022-11-15");
        checkPage("發表時間:2017/11/5 8:35:11", "2017-11-05");
        checkPage("上一篇 2024年1月10日", "2024-01-10");
        checkPage("2019-13-45\n2020年2月3日", "2020-02-03");
        assertTrue(Sample.titled("讲话")
                .zone("masthead", "第1-2-3号")
                .attributes()
                .pageDate()
                .isEmpty());
    }

    private static void checkPage(String zone, String date) {
        PageDate pageDate = Sample.titled("讲话")
                .zone("masthead", zone)
                .attributes()
                .pageDate()
                .orElseThrow();
        assertEquals(date, pageDate.date().toString());
    }
}
