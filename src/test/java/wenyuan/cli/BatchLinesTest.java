package wenyuan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchLinesTest {
    private static final String TEXT = "基层治理\r\n\r\n# 说明\n  \"街道吹哨\"  \n\n标题:座谈会";

    private static void check(byte[] bytes) {
        assertEquals(
                List.of(
                        new BatchLines.Line(1, "基层治理"),
                        new BatchLines.Line(4, "\"街道吹哨\""),
                        new BatchLines.Line(6, "标题:座谈会")),
                BatchLines.of(BatchLines.decoded(bytes)));
    }

    @Test
    void everyCharsetThatANotepadWrites() {
        check(TEXT.getBytes(StandardCharsets.UTF_8));
        check(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8));
        check(TEXT.getBytes(Charset.forName("GBK")));
        check(TEXT.getBytes(Charset.forName("GB18030")));
        check(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16LE));
        check(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16BE));
    }

    @Test
    void nothingIsNoQuery() {
        assertEquals(List.of(), BatchLines.of(BatchLines.decoded(new byte[0])));
        assertEquals(List.of(), BatchLines.of("#\n\n  \r\n# x"));
    }
}
