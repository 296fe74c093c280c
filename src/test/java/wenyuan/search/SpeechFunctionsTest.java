package wenyuan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wenyuan.config.RuleBookReader;
import wenyuan.model.Document;
import wenyuan.model.FunctionRules;
import wenyuan.model.Label;
import wenyuan.model.Span;

/** The shipped rules on sentences of our own. */
class SpeechFunctionsTest {
    private static final SpeechFunctions FUNCTIONS =
            new SpeechFunctions(RuleBookReader.shipped().functions());
    private static final FunctionRules.Parallel PARALLEL =
            new FunctionRules.Parallel(new Label("parallel", "排比"), 3, 30);

    @Test
    void opens() {
        check("同志们，今天，我们召开全镇网格工作推进会，主要是总结经验、部署任务。", "开场");
        check("这次会议的主要任务是总结去年工作、部署今年任务。", "开场");
        check("今天，我们去看了三个村。", "");
    }

    @Test
    void thanks() {
        check("在此，我代表镇党委，向奋战在一线的网格员表示衷心的感谢！", "致谢");
        check("谢谢大家！", "致谢");
        check("老人送来锦旗，纷纷向网格员表示感谢。", "");
    }

    @Test
    void namesProblems() {
        check("我们的网格工作还存在一些薄弱环节。", "问题");
        check("有的支部开会走过场，有的党员学习不深入。", "问题");
        check("要着力解决一些地方作风不实的问题。", "任务");
        check("经查，甲某还存在其他违纪违法问题，受到处分。", "");
        check("有的村今年修了路。", "");
    }

    @Test
    void setsTasksAndGuarantees() {
        check("要把网格建在楼栋里。", "任务");
        check("二要抓好阵地建设。", "任务");
        check("要不要设网格，大家有过争论。", "");
        check("要强化经费保障。", "任务、保障");
        check("为网格建设提供坚强组织保证。", "保障");
        check("多年的积累为我们提供了有力保障。", "");
    }

    @Test
    void callsAtTheEndOnly() {
        String call = "让我们携起手来，为建设和美乡村而努力奋斗！";
        assertEquals("号召", functions(document("一句。", "两句。", "三句。", "四句。", call), call));
        assertEquals("", functions(document(call, "一句。", "两句。", "三句。", "四句。", "五句。", "六句。", "七句。", "八句。"), call));
    }

    @Test
    void leadsOver() {
        check("下面，我讲三点意见。", "过渡");
        check("借此机会，我再强调几点。", "过渡");
        check("下面的路还很长。", "");
    }

    @Test
    void quotesSayings() {
        check("俗话说：“人心齐，泰山移。”", "俗语/金句");
        check("基础不牢，地动山摇。", "俗语/金句");
        check("所谓网格，就是把楼栋连起来。", "");
    }

    @Test
    void headingsAndTitlesHaveNone() {
        Document document = document("一、要抓好网格建设", "要抓好网格建设。");
        assertEquals("", functions(document, "一、要抓好网格建设"));
        assertEquals("任务", functions(document, "要抓好网格建设。"));
        Document titled = TestDocuments.of("t", "谢谢大家！", "正文。").document();
        assertEquals("", functions(titled, "谢谢大家！"));
    }

    @Test
    void tellsParallelClauses() {
        parallel(true, "把责任扛在肩上,把群众放在心上,把工作抓在手上。");
        parallel(true, "坚持党建引领,坚持重心下移,坚持为民服务。");
        parallel(true, "一是敢于担当;二是敢于碰硬;三是敢于负责。");
        parallel(true, "哪里有困难,哪里就有党员;哪里有需要,哪里就有支部。");
        parallel(true, "讲政治有信念,讲规矩有纪律,讲道德有品行。");
        parallel(true, "以学铸心魂、以学增才智、以学正作风。");
        parallel(false, "我们的经验不够,我们的人手不多,我们就先试点。");
        parallel(false, "尊敬的张书记,尊敬的李主任,尊敬的各位来宾。");
        parallel(false, "加强领导,完善制度,落实责任。");
        parallel(false, "甲村、乙村、丙村都来了人。");
        parallel(false, "");
    }

    @Test
    void takesTimeInProportion() {
        String clauses = "把责任扛在肩上的同志越来越多了,甲乙丙丁戊己庚辛".repeat(20_000);
        assertTimeout(Duration.ofSeconds(5), () -> assertTrue(Parallelism.in(clauses, PARALLEL)));
        assertTimeout(Duration.ofSeconds(5), () -> assertFalse(Parallelism.in("党".repeat(500_000), PARALLEL)));
        assertTimeout(Duration.ofSeconds(5), () -> assertFalse(Parallelism.in("党、".repeat(500_000), PARALLEL)));
    }

    private static void parallel(boolean expected, String normal) {
        assertEquals(expected, Parallelism.in(normal, PARALLEL), normal);
    }

    private static void check(String sentence, String functions) {
        assertEquals(functions, functions(document(sentence), sentence), sentence);
    }

    private static String functions(Document document, String sentence) {
        int start = document.text().lastIndexOf(sentence);
        return FUNCTIONS.in(Reading.of(document)).of(new Span(start, start + sentence.length())).stream()
                .map(Label::name)
                .collect(Collectors.joining("、"));
    }

    private static Document document(String... paragraphs) {
        return TestDocuments.of(
                        "a",
                        Stream.concat(Stream.of("在全镇网格工作推进会上的讲话"), List.of(paragraphs).stream())
                                .toArray(String[]::new))
                .document();
    }
}
