package wenyuan.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTableTest {
    /** Full-width signs as well: an Excel in Chinese begins a formula with them. */
    @Test
    void aCellThatWouldRunAsAFormulaIsDisarmed() throws IOException {
        for (String start : List.of("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t")) {
            check(start + "1+1", "'" + start + "1+1");
        }
        check("\r\n=1+1", "\"'\r\n=1+1\"");
        check("\n=1+1", "\"'\n=1+1\"");
    }

    @Test
    void otherCellsStayAsTheyAre() throws IOException {
        for (String cell : List.of("", "党课", "1-2", "甲=乙", "…＝…")) {
            check(cell, cell);
        }
        check("甲,\"乙\"", "\"甲,\"\"乙\"\"\"");
    }

    private static void check(String cell, String expected) throws IOException {
        StringBuilder out = new StringBuilder();
        CsvTable table = new CsvTable(out);
        table.row(List.of("x", cell));
        table.add(Json.object().put("number", 1).put("name", cell));
        assertEquals("\uFEFFx," + expected + "\r\nnumber,name\r\n1," + expected + "\r\n", out.toString());
    }
}
