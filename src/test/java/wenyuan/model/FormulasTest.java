package wenyuan.model;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FormulasTest {
    private static final Formulas FORMULAS = new Formulas(List.of(
            formula("甲乙", "2001", "丙", "甲\"乙\"重要思想"),
            formula("丙", "2002-05", "丁", "丙丙"),
            formula("丁", "2003-01-02", "", "丁丁、戊戊"),
            formula("题", "2004", "", "主题教育"),
            formula("长题", "2004", "", "新思想主题教育"),
            formula("新", "2004", "", "新思想")));

    private static Formula formula(String id, String date, String successor, String spelling) {
        return new Formula(
                new Label(id, id),
                List.of(id + id, spelling),
                new Formula.FirstSeen(date, "source", true),
                Optional.of(successor).filter(next -> !next.isEmpty()),
                List.of(),
                "");
    }

    @Test
    void theLongestThatBeginsFirstCounts() {
        check("开展新思想主题教育，再开展主题教育，学新思想", "长题@2-9 题@13-17 新@19-22");
        check("甲乙甲乙重要思想", "甲乙@0-4");
        check("甲乙重要思想", "甲乙@0-6");
        check("甲乙重要思", "");
        check("", "");
    }

    @Test
    void signsInsideCountForNothingButSentencesDo() {
        check("\"甲乙\"重要思想", "甲乙@1-8");
        check("甲、乙·重要 思想", "甲乙@0-9");
        check("丁丁戊戊;丁丁 戊戊", "丁@0-4 丁@5-10");
        check("丁丁。戊戊", "丁@0-2");
        check("丁丁\n戊戊", "丁@0-2");
        check("甲乙重要", "");
    }

    @Test
    void theCurrentWordingIsTheLastOfAChain() {
        Formula first = FORMULAS.find("甲乙").orElseThrow();
        assertEquals(FORMULAS.find("丁"), FORMULAS.current(first));
        assertTrue(FORMULAS.current(FORMULAS.find("丁").orElseThrow()).isEmpty());
        assertTrue(FORMULAS.find("戊").isEmpty());
        assertEquals(6, FORMULAS.all().size());
    }

    @Test
    void datesAreComparedAsFarAsTheyAreKnown() {
        checkAfter("2012", "2012-11", false);
        checkAfter("2012-11", "2012", false);
        checkAfter("2012-11-08", "2012-11", false);
        checkAfter("2012-12", "2012-11-08", true);
        checkAfter("2011", "2012-11-08", false);
        checkAfter("2013", "2012-11-08", true);
    }

    /** Against looking for each spelling at each place. */
    @Test
    void agreesWithASlowSearch() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String letters = "甲乙丙丁戊新思想主题教育重要、\"。";
        for (int round = 0; round < 500; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 60; i++) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            assertEquals(slow(text.toString()), print(FORMULAS.in(text.toString())), () -> "seed " + seed + " " + text);
        }
    }

    private static String slow(String text) {
        List<String> found = new ArrayList<>();
        for (int start = 0; start < text.length(); ) {
            int end = start;
            String id = "";
            for (Formula formula : FORMULAS.all()) {
                for (String spelling : formula.spellings()) {
                    int stop = end(text, start, spelling.replaceAll("[\"、]", ""));
                    if (stop > end) {
                        end = stop;
                        id = formula.label().id();
                    }
                }
            }
            if (!id.isEmpty()) {
                found.add(id + "@" + start + "-" + end);
            }
            start = Math.max(end, start + 1);
        }
        return String.join(" ", found);
    }

    private static int end(String text, int start, String letters) {
        int at = start;
        for (int i = 0; i < letters.length(); i++) {
            while (i > 0 && at < text.length() && "\"、".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            if (at == text.length() || text.charAt(at++) != letters.charAt(i)) {
                return -1;
            }
        }
        return at;
    }

    private static void check(String text, String expected) {
        assertEquals(expected, print(FORMULAS.in(text)), text);
    }

    private static void checkAfter(String one, String other, boolean expected) {
        Formula.FirstSeen first = new Formula.FirstSeen(one, "", true);
        assertEquals(expected, first.after(new Formula.FirstSeen(other, "", true)), one + " " + other);
    }

    private static String print(List<Formulas.Found> found) {
        return found.stream()
                .map(one -> one.formula().label().id() + "@" + one.span().start() + "-"
                        + one.span().end())
                .collect(joining(" "));
    }
}
