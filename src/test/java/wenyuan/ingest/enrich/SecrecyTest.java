package wenyuan.ingest.enrich;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import wenyuan.model.Evidence;

class SecrecyTest {
    private static final String BODY = "同志们：\n" + "各支部要把保密教育纳入学习计划，管好涉密载体。\n".repeat(12);

    @Test
    void aMarkingAtHeadOrFoot() {
        held("机密★1年", "机密★1年\n" + BODY);
        held("秘 密", "秘 密\n" + BODY);
        held("绝密", "市委文件\n绝密\n" + BODY);
        held("机密★三年", BODY + "机密★三年");
        held("密级：秘密", BODY + "密级：秘密\n共印20份");
    }

    @Test
    void aMarkingOnEveryPageOrInTheName() {
        assertEquals(
                Optional.of("秘密★5年"),
                Sample.untitled(BODY).zone("pageFurniture", "秘密★5年").marking().map(Evidence::quote));
        assertEquals(
                Optional.of("zone:tail"),
                Sample.untitled(BODY)
                        .zone("tail", "机密")
                        .marking()
                        .map(marking -> marking.place().label()));
        assertEquals(
                Optional.of("【机密】"),
                Sample.untitled(BODY).path("会议/【机密】纪要.doc").marking().map(Evidence::quote));
    }

    @Test
    void theWordInASentenceIsNone() {
        free(BODY);
        free("保守党的秘密\n" + BODY);
        free("秘密战线上的丰碑\n" + BODY);
        free(BODY + "要严守党的机密。");
        free(BODY + "机密文件管理办法");
        free("中间一行写着\n" + BODY + "机密\n" + BODY);
    }

    private static void held(String quote, String text) {
        assertEquals(Optional.of(quote), Sample.untitled(text).marking().map(Evidence::quote));
    }

    private static void free(String text) {
        assertEquals(Optional.empty(), Sample.untitled(text).marking(), text);
    }
}
