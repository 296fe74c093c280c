package wenyuan.search;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wenyuan.model.Formula;
import wenyuan.model.Formulas;
import wenyuan.model.Label;
import wenyuan.query.QueryParser;
import wenyuan.text.Normal;

class NotesTest {
    private static final QueryParser PARSER =
            new QueryParser(TestDocuments.TAXONOMY, typed -> Normal.of(typed).text());
    private static final Formulas FORMULAS = new Formulas(List.of(
            formula("三个自信", "四个自信", "三个自信", "道路自信、理论自信、制度自信"),
            formula("四个自信", "", "四个自信", "道路自信、理论自信、制度自信、文化自信"),
            formula("旧学习", "新学习", "旧学习活动"),
            formula("新学习", "", "\"新\"学习活动")));

    private static Formula formula(String id, String successor, String... spellings) {
        return new Formula(
                new Label(id, spellings[0]),
                List.of(spellings),
                new Formula.FirstSeen("2012", "source", true),
                Optional.of(successor).filter(next -> !next.isEmpty()),
                List.of(),
                "");
    }

    @Test
    void namesWhatIsSaidToday() {
        check("三个自信", "“三个自信”是旧提法，现为：“四个自信” 0-4 | \"四个自信\" | 三个自信 OR \"四个自信\"");
        check("“三个自信”", "“三个自信”是旧提法，现为：“四个自信” 1-5 | “四个自信” | “三个自信” OR “四个自信”");
        check("三個自信", "“三個自信”是旧提法，现为：“四个自信” 0-4 | \"四个自信\" | 三個自信 OR \"四个自信\"");
        check("旧学习活动", "“旧学习活动”是旧提法，现为：“新学习活动” 0-5 | \"新学习活动\" | 旧学习活动 OR \"新学习活动\"");
        check(
                "\"坚定道路自信、理论自信、制度自信\"",
                "“道路自信、理论自信、制度自信”是旧提法，现为：“四个自信” 3-17 | \"坚定四个自信\" | \"坚定道路自信、理论自信、制度自信\" OR \"坚定四个自信\"");
    }

    @Test
    void theRestOfTheQueryStays() {
        check(
                "年份:2013 三个自信 座谈",
                "“三个自信”是旧提法，现为：“四个自信” 8-12 | 年份:2013 \"四个自信\" 座谈" + " | (年份:2013 三个自信 座谈) OR (年份:2013 \"四个自信\" 座谈)");
        check("标题:旧学习活动讲话", "“旧学习活动”是旧提法，现为：“新学习活动” 3-8 | 标题:\"新学习活动\"讲话 | 标题:旧学习活动讲话 OR 标题:\"新学习活动\"讲话");
    }

    @Test
    void saysEachThingOnceAndNothingWithoutNeed() {
        check("", "");
        check("四个自信", "");
        check("道路自信、理论自信、制度自信、文化自信", "");
        check("-三个自信 座谈", "");
        check("三个自信 OR 四个自信", "");
        check("类型:座谈会", "");
        assertEquals(1, notes("三个自信 \"三个自信\"").size());
        assertEquals(2, notes("三个自信 旧学习活动").size());
    }

    /** Where the words cannot be found as typed, the whole query is meant. */
    @Test
    void spansAreInsideTheQuery() {
        check("\"\\\"旧\\\"学习活动\"", "“旧学习活动”是旧提法，现为：“新学习活动” 0-11 | \"新学习活动\" | \"\\\"旧\\\"学习活动\" OR \"新学习活动\"");
    }

    private static List<Note> notes(String typed) {
        return Notes.of(typed, PARSER.parse(typed).query(), FORMULAS);
    }

    private static void check(String typed, String expected) {
        String actual = notes(typed).stream()
                .map(note -> note.message() + " " + note.span().start() + "-"
                        + note.span().end() + " | " + note.instead() + " | " + note.both())
                .collect(joining("\n"));
        assertEquals(expected, actual, typed);
    }
}
