package wenyuan.ingest.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MarkdownTest {
    @Test
    void marksGo() {
        check("在座谈会上的讲话", "# 在座谈会上的讲话");
        check("一、抓基层", "## 一、抓基层 ##");
        check("抓好支部建设", "抓好**支部**建设");
        check("抓好支部建设", "抓好__支部__建设");
        check("重在落实", "重在*落实*");
        check("第一项\n第二项\n", "- 第一项\n* 第二项\n");
        check("办完", "- [x] 办完");
        check("引用的话", "> 引用的话");
        check("见通知全文", "见[通知](https://example.org/a)全文");
        check("上\n\n下", "上\n\n下");
        check("上\n\n下", "上\n---\n下");
        check("|甲|乙|\n\n|1|2|", "|甲|乙|\n|---|---|\n|1|2|");
    }

    @Test
    void whatIsNoMarkStays() {
        check("1. 第一", "1. 第一");
        check("***同志在***县", "***同志在***县");
        check("2*3=6", "2*3=6");
        check("#1 楼", "#1 楼");
        check("a_b_c", "a_b_c");
        check("[2019]5号", "[2019]5号");
    }

    @Test
    @Timeout(30)
    void noLineIsTooOdd() {
        for (String odd : List.of(" ", "#", "-", "- ", ">", "*", "|--", "[", "` ", "_a", "# ")) {
            String line = "# " + odd.repeat(200_000) + "x";
            assertTrue(Markdown.plain(line).endsWith("x"), odd);
            assertTrue(Markdown.plain(odd.repeat(200_000) + "x").endsWith("x"), odd);
        }
    }

    private static void check(String expected, String markdown) {
        assertEquals(expected, Markdown.plain(markdown));
    }
}
