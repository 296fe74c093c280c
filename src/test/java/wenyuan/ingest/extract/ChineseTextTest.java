package wenyuan.ingest.extract;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ChineseTextTest {
    private static final String TEXT = "　　各村要把秋收和水渠修整一并安排，GDP 不是唯一的标准。\n二是抓好落实。\n";

    @Test
    void knowsChineseTextInUtf8() {
        check(TEXT, true);
        check("同志们：\r\n\t今天开会。", true);
        byte[] bytes = TEXT.getBytes(UTF_8);
        assertTrue(ChineseText.begins(Arrays.copyOf(bytes, 50)), "cut inside a character");
    }

    @Test
    void leavesAllElseToTika() {
        check("", false);
        check("A级", false);
        check("同志们<p>开会</p>", false);
        check("同志们\nSubject: 开会", false);
        check("同志们\0", false);
        check("同志们\u001b", false);
        assertFalse(ChineseText.begins(TEXT.getBytes(UTF_16LE)));
        assertFalse(ChineseText.begins(TEXT.getBytes(Charset.forName("GB18030"))));
    }

    private static void check(String text, boolean expected) {
        assertEquals(expected, ChineseText.begins(text.getBytes(UTF_8)), text);
    }
}
