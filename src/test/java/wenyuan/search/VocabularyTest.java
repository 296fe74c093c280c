package wenyuan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VocabularyTest {
    private static final Vocabulary WORDS =
            Vocabulary.of(Map.of("治理", 9L, "智力", 2L, "治党", 5L, "基层", 8L, "基层治理", 1L, "振兴", 3L, "abc", 7L, "治", 99L));

    private static void check(List<Vocabulary.Word> found, String... expected) {
        assertEquals(
                List.of(expected), found.stream().map(Vocabulary.Word::text).toList());
    }

    @Test
    void beginnings() {
        check(WORDS.beginning("治", 9), "治理", "治党");
        check(WORDS.beginning("zhi", 9), "治理", "治党", "智力");
        check(WORDS.beginning("jc", 9), "基层", "基层治理");
        check(WORDS.beginning("zh", 1), "治理");
        check(WORDS.beginning("没有", 9));
    }

    @Test
    void sounds() {
        check(WORDS.sounding("zhili", 9), "治理", "智力");
        check(WORDS.sounding("zhil", 9));
        check(WORDS.initialled("jczl", 9), "基层治理");
        check(WORDS.initialled("zl", 9), "治理", "智力");
    }

    @Test
    void looks() {
        check(WORDS.oneApart("振心", 9), "振兴");
        check(WORDS.oneApart("治理", 9), "治党");
        check(WORDS.oneApart("基层治里", 9), "基层治理");
        check(WORDS.oneApart("振", 9));
    }
}
