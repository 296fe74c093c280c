package wenyuan.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FamiliarityTest {
    @Test
    void wordsAreMoreFamiliarThanTheSameCharactersMixed() {
        check("党员干部", "部员党干");
        check("党员。干部", "党员梢干部");
        check("發言。總的來看", "發言？偟膩看");
        check("楷模", "楷哉");
        check("你好，大家", "你好＃大家");
    }

    @Test
    void scriptMakesNoDifference() {
        assertEquals(Familiarity.of("总的来看，组织"), Familiarity.of("總的來看，組織"));
    }

    @Test
    void anyTextHasAValue() {
        assertEquals(0, Familiarity.of(""));
        assertTrue(Double.isFinite(Familiarity.of("𠮷a\uD840 1×\u200B\n")));
    }

    @Test
    void rareCharactersAreNoWords() {
        assertTrue(Familiarity.isRare('偟') && Familiarity.isRare('膩'));
        assertTrue(!Familiarity.isRare('的') && !Familiarity.isRare('們'));
    }

    private static void check(String more, String less) {
        assertTrue(Familiarity.of(more) > Familiarity.of(less) + 1, more + " " + less);
    }
}
