package wenyuan.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import wenyuan.model.Attributes;
import wenyuan.model.FormulaUse;
import wenyuan.model.Label;

class JsonTest {
    /** Whoever wrote them knew of no formulas. */
    @Test
    void attributesStoredBeforeThereWereFormulasAreRead() {
        String stored = Json.write(Attributes.NONE);
        String older = stored.replaceFirst(",?\"formulas\":\\[]", "");
        assertFalse(older.equals(stored), stored);
        assertEquals(Attributes.NONE, Json.read(older, Attributes.class));
    }

    @Test
    void formulasAreReadAsWritten() {
        FormulaUse use = new FormulaUse(new Label("三个自信", "三个自信"), List.of(), 2);
        assertEquals(use, Json.read(Json.write(use), FormulaUse.class));
    }
}
