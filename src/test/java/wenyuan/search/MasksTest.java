package wenyuan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import wenyuan.query.Query;
import wenyuan.query.Scope;

class MasksTest {
    private static final Masks MASKS = new Masks(List.of("县委", "书记", "同志", "市", "镇"));
    private static final Scope TEXT = new Scope.Text();

    private static void check(String letters, String... expected) {
        assertEquals(List.of(expected), MASKS.of(letters), letters);
    }

    @Test
    void aNameBeforeASuffixMayBeMissing() {
        check("兰溪县委", "兰▢县委", "▢县委");
        check("中共兰溪县委", "中共兰▢县委", "中共▢县委", "中▢县委", "▢县委");
        check("县委全会");
        check("张同志", "▢同志");
        check("基层治理");
        check("");
    }

    @Test
    void twoLettersMustStandBeside() {
        check("柳河镇");
        check("柳河镇党建", "▢镇党建");
        check("城市建设");
    }

    @Test
    void aSuffixIsNoName() {
        check("景德镇市党建", "▢镇市党建", "景▢市党建", "▢市党建");
        check("兰溪县委书记", "兰▢县委书记", "▢县委书记");
        check("兰溪市柳河镇", "▢市柳河镇", "兰溪市▢镇", "▢市▢镇");
    }

    @Test
    void whatHasPlaceholdersOrIsLongIsTakenAsItIs() {
        check("▢县委兰溪县委");
        check("甲".repeat(40) + "县委");
    }

    @Test
    void onlyWhatLooksForTheStringIsChanged() {
        Query typed = new Query.Verbatim("兰溪县委", false, TEXT);
        assertTrue(MASKS.possible(typed).isPresent());
        assertTrue(MASKS.possible(new Query.And(List.of(typed, new Query.Words("党建", TEXT))))
                .isPresent());
        assertTrue(MASKS.possible(new Query.Words("兰溪县委", TEXT)).isPresent());
        assertFalse(MASKS.possible(new Query.Verbatim("兰溪县委", true, TEXT)).isPresent());
        assertFalse(MASKS.possible(new Query.Not(typed)).isPresent());
        assertFalse(MASKS.possible(new Query.All()).isPresent());
    }
}
