package wenyuan.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.model.Chronology.Epoch;
import wenyuan.model.Formula;
import wenyuan.model.Formulas;
import wenyuan.model.Label;
import wenyuan.model.RuleBook;
import wenyuan.text.Normal;

class FormulasReaderTest {
    private static final String FULL = "{id: 甲法, wording: “甲”法, variants: [甲之法], firstSeen: 2011-05, source: 手册, "
            + "successor: 乙法, related: [丙法], note: 说明, dates: [{id: term.甲, match: '甲法'}]}";

    @TempDir
    Path home = Path.of(".");

    /** Each is what it is called, however it is written, and only that. */
    @Test
    void everyShippedFormulaIsFoundAsItself() {
        Formulas formulas = RuleBookReader.shipped().formulas();
        assertTrue(formulas.all().size() >= 80, () -> "only " + formulas.all().size());
        for (Formula formula : formulas.all()) {
            found(formulas, formula.label().name(), formula, Function.identity());
            found(formulas, formula.label().name(), formula, text -> "“" + text.charAt(0) + "”" + text.substring(1));
            formula.spellings().forEach(spelling -> found(formulas, spelling, formula, text -> "我们要" + text + "。"));
        }
    }

    private static void found(Formulas formulas, String text, Formula formula, Function<String, String> written) {
        List<Formulas.Found> found = formulas.in(Normal.of(written.apply(text)).text());
        assertEquals(1, found.size(), () -> text + " is read as " + found);
        assertEquals(formula.label(), found.getFirst().formula().label());
    }

    @Test
    void everyShippedFormulaSaysWhereItsDateIsFrom() {
        RuleBook rules = RuleBookReader.shipped();
        rules.formulas().all().forEach(formula -> {
            assertFalse(formula.firstSeen().source().isBlank());
            int year = formula.firstSeen().year();
            assertTrue(year >= 1949 && year <= 2026, formula::toString);
        });
        assertEquals(
                rules.formulas().all().stream().map(Formula::label).toList(),
                rules.taxonomy().formulas());
    }

    @Test
    void readsEveryField() throws IOException {
        Formula formula = read(FULL, "{id: 乙法, firstSeen: 2011, source: 手册}", "{id: 丙法, firstSeen: 1999, source: 手册}")
                .formulas()
                .find("甲法")
                .orElseThrow();
        assertEquals(new Label("甲法", "“甲”法"), formula.label());
        assertEquals(List.of("\"甲\"法", "甲之法"), formula.spellings());
        assertEquals(List.of("甲之法"), formula.variants());
        assertEquals(new Formula.FirstSeen("2011-05", "手册", true), formula.firstSeen());
        assertEquals("乙法", formula.successor().orElse(""));
        assertEquals(List.of("丙法"), formula.related());
        assertEquals("说明", formula.note());
    }

    @Test
    void datesComeFromFirstUse() throws IOException {
        String date = "dates: [{id: term.x, match: '甲法'";
        checkTerm(date + "}]", 2011, true);
        checkTerm("checked: false, " + date + "}]", 2011, false);
        checkTerm(date + ", from: 2013, slack: true}]", 2013, false);
        checkTerm("checked: false, " + date + ", slack: false}]", 2011, true);
    }

    private void checkTerm(String fields, int from, boolean exact) throws IOException {
        Epoch term = read("{id: 甲法, firstSeen: 2011-05, source: 手册, " + fields + "}").chronology().terms().stream()
                .filter(epoch -> epoch.rule().id().equals("term.x"))
                .findFirst()
                .orElseThrow();
        assertEquals(from, term.from());
        assertEquals(exact, term.checked());
    }

    @Test
    void aHomeReplacesAndTakesAway() throws IOException {
        RuleBook rules = read("{id: 国之大者, off: true}", "{id: 中国梦, firstSeen: 2012, source: 我们自己}");
        RuleBook shipped = RuleBookReader.shipped();
        assertEquals(shipped.formulas().all().size() - 1, rules.formulas().all().size());
        assertEquals(
                "2012", rules.formulas().find("中国梦").orElseThrow().firstSeen().date());
        assertNotEquals(shipped.hash(), rules.hash());
    }

    @Test
    void aWrongLineStopsTheStart() throws IOException {
        check("{id: 甲法, firstSeen: 2011, source: s, successor: 乙法}", ":2: expected the id of a formula, found \"乙法\"");
        check("{id: 甲法, firstSeen: 2011, source: s, related: [乙法]}", ":2: expected the id of a formula, found \"乙法\"");
        check(
                "{id: 甲法, firstSeen: 2011, source: s, variants: [甲之法, 甲黨法]}",
                ":2: expected the normal form \"甲党法\", found \"甲黨法\"");
        check(
                "{id: 甲法, firstSeen: 2011-13, source: s}",
                ":2: expected a date such as 2017, 2017-10 or 2017-10-18, found \"2011-13\"");
        check("{id: 甲法, firstSeen: 2011}", ":2: expected a map with the key source, found a map with the keys ");
        check("{id: 甲法, seen: 2011, source: s}", ":2: expected one of the keys id, wording, ");
        check("{id: 甲, firstSeen: 2011, source: s}", ":2: expected a wording of two letters or more, found \"甲\"");
    }

    @Test
    void formulasMustFitTogether() throws IOException {
        check(
                "{id: 甲法, firstSeen: 2011, source: s, successor: 乙法}\n"
                        + "  - {id: 乙法, firstSeen: 2011, source: s, successor: 甲法}",
                ":2: expected a successor that does not lead back here, found \"乙法\"");
        check(
                "{id: 甲法, firstSeen: 2012-11, source: s, successor: 乙法}\n  - {id: 乙法, firstSeen: 2012-10-01, source: s}",
                ":2: expected a date not after 2012-10-01, when its successor was first seen, found \"2012-11\"");
        check(
                "{id: 甲法, firstSeen: 2011, source: s}\n  - {id: 乙法, variants: ['\"甲\"法'], firstSeen: 2012, source: s}",
                ":3: expected a wording that does not stand at ");
        check(
                "{id: 甲法, variants: [中国梦], firstSeen: 2011, source: s}",
                ":2: expected a wording that does not stand at index-config/formulas.yaml:");
        check("{id: 甲法, variants: [甲法], firstSeen: 2011, source: s}", ":2: expected a wording that does not stand at ");
    }

    private RuleBook read(String... entries) throws IOException {
        write(String.join("\n  - ", entries));
        return RuleBookReader.read(home);
    }

    private void check(String entries, String message) throws IOException {
        write(entries);
        String actual = assertThrows(ConfigException.class, () -> RuleBookReader.read(home))
                .getMessage();
        assertTrue(actual.contains(home.resolve("formulas.yaml") + message), actual);
    }

    private void write(String entries) throws IOException {
        Files.writeString(home.resolve("formulas.yaml"), "formulas:\n  - " + entries + "\n");
    }
}
