package wenyuan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import wenyuan.search.ConcordanceLine;

class ColumnsTest {
    @Test
    void wideCharactersTakeTwoColumns() {
        check("", 0);
        check("abc 12", 6);
        check("基层治理", 8);
        check("，。《》（）", 12);
        check("“—…×", 4);
        check("ＡＢ１", 6);
        check("ｱｲ", 2);
        check("𠮷", 2);
        check("e\u0301", 1);
        check("한국", 4);
        check("①▢", 2);
    }

    private static void check(String text, int columns) {
        assertEquals(columns, Columns.width(text), text);
    }

    @Test
    void cutsAndFillsToTheColumn() {
        assertEquals("  基层", Columns.atRight("基层", 6));
        assertEquals(" 治理", Columns.atRight("基层治理", 5));
        assertEquals("基层  ", Columns.atLeft("基层", 6));
        assertEquals("基层 ", Columns.atLeft("基层治理", 5));
        assertEquals(" 𠮷", Columns.atRight("𠮷𠮷", 3));
        assertEquals("", Columns.atLeft("基", 0));
    }

    @Test
    void matchesStandBelowOneAnother() {
        List<ConcordanceLine> lines = List.of(
                new ConcordanceLine("a1", "题目", OptionalInt.of(2020), "要抓好", "基层治理", "的事", OptionalInt.of(9)),
                new ConcordanceLine("b2", "Title", OptionalInt.empty(), "App 与𠮷", "基层“治理”", "", OptionalInt.empty()));
        List<String> printed = lines.stream().map(ConcordanceLines::line).toList();
        assertEquals(
                List.of(41, 41),
                printed.stream()
                        .map(line -> Columns.width(line.substring(0, line.indexOf('【'))))
                        .toList());
        assertEquals(
                List.of("2020  题目  a1", "----  Title  b2"),
                printed.stream().map(line -> line.replaceFirst(".*】\\S* +", "")).toList());
    }
}
