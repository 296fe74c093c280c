package wenyuan.ingest.enrich;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DatedTest {
    @Test
    void findsTheSentencesThatNameAYear() {
        check("[今天是2017年,开会]", "同志们。今天是2017年,开会。去年很好。");
        check("[二〇二三年六月]", "讲话\n二〇二三年六月\n大家好");
        check("[2013 年和2014年]", "2013 年和2014年!");
        check("[]", "今年、去年、青年");
        check("[]", "");
    }

    private static void check(String expected, String text) {
        assertEquals(
                expected,
                Dated.sentences(text).stream()
                        .map(span -> span.of(text))
                        .toList()
                        .toString());
    }
}
