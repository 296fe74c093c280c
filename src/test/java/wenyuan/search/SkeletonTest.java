package wenyuan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static wenyuan.search.TestDocuments.SEGMENTER;
import static wenyuan.search.TestDocuments.TAXONOMY;

import org.junit.jupiter.api.Test;
import wenyuan.query.Query;
import wenyuan.query.QueryParser;
import wenyuan.query.QueryPrinter;

class SkeletonTest {
    private static void check(String expected, String... lines) {
        String typed = Skeleton.of(TestDocuments.of("a", lines).document(), SEGMENTER)
                .map(SkeletonTest::print)
                .orElse("");
        assertEquals(expected, typed);
    }

    /** What is printed is read as the same query. */
    private static String print(Query query) {
        String printed = new QueryPrinter(TAXONOMY).print(query);
        assertEquals(query, new QueryParser(TAXONOMY).parse(printed).query(), printed);
        return printed;
    }

    @Test
    void theFirstWordsOfTheOutermostHeadings() {
        check(
                "分论点:3 (小标题1:提高认识 OR (小标题1:突出 小标题1:重点) OR (小标题1:加强 小标题1:领导))",
                "在推进会上的讲话",
                "同志们：",
                "一、提高认识，增强抓好基层党建的责任感",
                "说几句。",
                "二、突出重点，抓好落实",
                "（一）建强队伍",
                "再说几句。",
                "三、加强领导，形成合力",
                "最后说几句。");
    }

    @Test
    void oneWordIsEnoughForAHeading() {
        check("分论点:2 (小标题1:成绩 OR 小标题1:问题)", "总结", "一、成绩", "好。", "二、问题", "不好。");
    }

    @Test
    void aTextWithoutPartsHasNone() {
        check("", "在座谈会上的讲话", "同志们：一是要快。二是要好。");
        check("", "通知", "一、时间", "明天。");
    }
}
