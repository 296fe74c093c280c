package wenyuan.ingest.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecoderTest {
    private static final String SIMPLIFIED =
            "同志们：今天召开基层党建工作座谈会，主要任务是交流各街道的做法，研究下一步的安排。朱镕基、李喆、王珺三位同志先后发言。" + "一要把责任压实到支部，二要把服务送到网格，三要把群众的评价当作最后的标准。";
    private static final String TRADITIONAL =
            "各位同事：今日召開社區服務工作會議，主要任務是總結去年的經驗，討論今年的計劃。大家要把責任落實到每一個人，" + "讓群眾真正滿意，這是我們最重要的標準。";

    private final Decoder decoder = new Decoder();

    @Test
    void readsEveryCharsetWithoutBeingTold() {
        for (String charset : List.of("UTF-8", "GB18030", "UTF-16LE", "UTF-16BE")) {
            check(SIMPLIFIED, charset, SIMPLIFIED.getBytes(Charset.forName(charset)));
            check(TRADITIONAL, charset, TRADITIONAL.getBytes(Charset.forName(charset)));
        }
        check(TRADITIONAL, "Big5-HKSCS", TRADITIONAL.getBytes(Charset.forName("Big5-HKSCS")));
        check("plain ASCII, 2019\n", "UTF-8", "plain ASCII, 2019\n".getBytes(StandardCharsets.US_ASCII));
        check("plain ASCII, 2019\n", "UTF-16LE", "plain ASCII, 2019\n".getBytes(StandardCharsets.UTF_16LE));
    }

    /** Every cut of 8 characters and more: a title is enough. */
    @Test
    void readsShortTexts() {
        int wrong = 0;
        int all = 0;
        for (String charset : List.of("GB18030", "UTF-16LE", "UTF-16BE")) {
            for (int start = 0; start + 8 <= SIMPLIFIED.length(); start++) {
                String cut = SIMPLIFIED.substring(start, start + 8);
                wrong += text(cut.getBytes(Charset.forName(charset))).equals(Optional.of(cut)) ? 0 : 1;
                all++;
            }
        }
        for (int start = 0; start + 8 <= TRADITIONAL.length(); start++) {
            String cut = TRADITIONAL.substring(start, start + 8);
            wrong += text(cut.getBytes(Charset.forName("Big5-HKSCS"))).equals(Optional.of(cut)) ? 0 : 1;
            all++;
        }
        assertTrue(wrong * 100 <= all, wrong + " of " + all + " short texts were read wrong");
    }

    @Test
    void believesByteOrderMarks() {
        check(
                "甲",
                "UTF-8",
                bytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, "甲".getBytes(StandardCharsets.UTF_8)));
        check("甲", "UTF-16LE", bytes(new byte[] {(byte) 0xFF, (byte) 0xFE}, "甲".getBytes(StandardCharsets.UTF_16LE)));
        check("甲", "UTF-16BE", bytes(new byte[] {(byte) 0xFE, (byte) 0xFF}, "甲".getBytes(StandardCharsets.UTF_16BE)));
    }

    @Test
    void readsDamagedTexts() {
        byte[] utf8 = SIMPLIFIED.getBytes(StandardCharsets.UTF_8);
        utf8[31] = (byte) 0xFF;
        assertTrue(text(utf8).orElseThrow().endsWith("最后的标准。"));
        byte[] gbk = SIMPLIFIED.getBytes(Charset.forName("GB18030"));
        gbk[30] = (byte) 0xFF;
        assertTrue(text(gbk).orElseThrow().endsWith("最后的标准。"));
        byte[] cut = Arrays.copyOf(SIMPLIFIED.getBytes(StandardCharsets.UTF_8), 100);
        assertEquals(
                Optional.of(SIMPLIFIED.substring(0, 33)),
                decoder.decode(cut, Optional.empty(), true).map(Decoder.Decoded::text));
    }

    @Test
    void doesNotBelieveALie() {
        byte[] gbk = SIMPLIFIED.getBytes(Charset.forName("GB18030"));
        for (String lie : List.of("utf-8", "big5", "iso-8859-1", "shift_jis", "no such charset")) {
            assertEquals(
                    Optional.of(SIMPLIFIED),
                    decoder.decode(gbk, Optional.of(lie), false).map(Decoder.Decoded::text),
                    lie);
        }
        assertEquals(
                Optional.of("Résumé"),
                decoder.decode("Résumé".getBytes(StandardCharsets.ISO_8859_1), Optional.of("iso-8859-1"), false)
                        .map(Decoder.Decoded::text));
    }

    @Test
    void refusesBinaryJunk() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            byte[] junk = new byte[500 + random.nextInt(3000)];
            random.nextBytes(junk);
            junk[0] = 0;
            assertEquals(Optional.empty(), text(junk), "seed " + seed);
        }
    }

    private void check(String expected, String charset, byte[] bytes) {
        assertEquals(
                Optional.of(new Decoder.Decoded(expected, charset)), decoder.decode(bytes, Optional.empty(), false));
    }

    private Optional<String> text(byte[] bytes) {
        return decoder.decode(bytes, Optional.empty(), false).map(Decoder.Decoded::text);
    }

    private static byte[] bytes(byte[] first, byte[] second) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(first);
        all.writeBytes(second);
        return all.toByteArray();
    }
}
