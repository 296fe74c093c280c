package wenyuan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import wenyuan.model.Span;

class SlottedTest {
    @Test
    void aNameOfOneToFourCharacters() {
        check("在▢县委", "在兰溪县委", "在兰溪县委");
        check("在▢县委", "我在▢县委会上", "在▢县委");
        check("在▢县委", "在县委");
        check("在▢县委", "在这个地方的县委");
        check("在▢县委", "在𠮷𠮷𠮷𠮷县委", "在𠮷𠮷𠮷𠮷县委");
        check("▢县委", "兰溪县委和▢县委", "县委", "▢县委");
        check("▢县委", "县委", "县委");
        check("县委▢", "到县委", "县委");
        check("县委▢", "县委办", "县委");
        check("甲▢乙▢丙", "甲一乙二三丙甲一乙丙", "甲一乙二三丙");
        check("党▢党", "党党党党党", "党党党");
    }

    /** Every name may be of four lengths, which must not multiply. */
    @Test
    @Timeout(30)
    void manyPlaceholdersInMuchOfTheSame() {
        String asked = "党▢".repeat(60) + "完";
        assertTrue(found(asked, "党".repeat(20_000)).isEmpty());
        assertEquals(1, found(asked, "党".repeat(200) + "完").size());
    }

    private static void check(String asked, String letters, String... matches) {
        assertEquals(List.of(matches), found(asked, letters), asked + " in " + letters);
    }

    private static List<String> found(String asked, String letters) {
        return Slotted.of(asked).orElseThrow().in(letters, new Span(0, letters.length())).stream()
                .map(span -> span.of(letters))
                .toList();
    }
}
