package wenyuan.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.model.FunctionRules;
import wenyuan.model.Label;
import wenyuan.model.RuleBook;

class FunctionRulesReaderTest {
    @TempDir
    Path home = Path.of(".");

    @Test
    void everyShippedFunctionHasARule() {
        RuleBook rules = RuleBookReader.shipped();
        assertEquals(9, rules.taxonomy().functions().size());
        List<Label> told = Stream.concat(
                        rules.functions().rules().stream().map(FunctionRules.Sign::label),
                        rules.functions().parallels().stream().map(FunctionRules.Parallel::label))
                .distinct()
                .toList();
        assertTrue(told.containsAll(rules.taxonomy().functions()), told::toString);
    }

    @Test
    void aHomeAddsAFunctionAndDocumentsNeedNoNewLabels() throws IOException {
        write("""
                functions:
                  - {id: praise, name: 表扬}
                rules:
                  - {id: praise.表扬, label: praise, at: end, longest: 50, match: '提出表扬'}
                  - {id: saying.名句, enabled: false}
                """);
        RuleBook rules = RuleBookReader.read(home);
        FunctionRules.Sign sign = rules.functions().rules().getLast();
        assertEquals(new Label("praise", "表扬"), sign.label());
        assertEquals(FunctionRules.Where.END, sign.where());
        assertEquals(50, sign.longest());
        assertEquals(RuleBookReader.shipped().hash(), rules.hash());
    }

    @Test
    void aWrongLineIsNamed() throws IOException {
        check("rules:\n  - {id: a, label: nobody, match: '某'}\n", ":2: expected one of the ids [opening, ");
        check(
                "rules:\n  - {id: a, label: call, at: middle, match: '某'}\n",
                ":2: expected beginning or end, found \"middle\"");
        check("rules:\n  - {id: a, label: call, match: '某', longest: 0}\n", ":2: expected 1 or more, found \"0\"");
        check("rules:\n  - {id: a, label: call, match: '號召'}\n", ":2: expected the normal form \"号\" instead of \"號\"");
        check("parallels:\n\n  - {id: a, label: parallel, clauses: 1}\n", ":3: expected 2 or more, found \"1\"");
        check("rules:\n  - {id: a, label: call, match: '某', where: end}\n", ":2: expected one of the keys id, label, ");
    }

    private void check(String content, String message) throws IOException {
        write(content);
        String actual = assertThrows(ConfigException.class, () -> RuleBookReader.read(home))
                .getMessage();
        assertTrue(actual.contains(home.resolve("functions.yaml") + message), actual);
    }

    private void write(String content) throws IOException {
        Files.writeString(home.resolve("functions.yaml"), content);
    }
}
