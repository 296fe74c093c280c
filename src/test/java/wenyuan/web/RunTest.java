package wenyuan.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import wenyuan.model.Span;

class RunTest {
    @Test
    void cutsWhereSomethingBeginsOrEnds() {
        check("一二三四五", "一|二HIT|三HIT,EVIDENCE|四EVIDENCE|五", mark(1, 3, Mark.Kind.HIT), mark(2, 4, Mark.Kind.EVIDENCE));
        check("一二", "一二");
        check("一二", "一二HIT", mark(0, 2, Mark.Kind.HIT));
        check("一二", "一|二", mark(1, 1, Mark.Kind.REPAIR));
        check("一二", "一二|", mark(2, 2, Mark.Kind.REPAIR));
        check("", "", mark(0, 0, Mark.Kind.REPAIR));
    }

    @Test
    void anEmptyMarkStartsWhereItStands() {
        List<Run> runs = Run.of("一二", new Span(0, 2), List.of(mark(1, 1, Mark.Kind.REPAIR)), List.of());
        assertEquals(
                List.of(0, 1), runs.stream().map(run -> run.starting().size()).toList());
    }

    @Test
    void namesClassesAndAnchors() {
        Mark evidence = new Mark(new Span(0, 1), Mark.Kind.EVIDENCE, 7, "");
        Run run = Run.of("一", new Span(0, 1), List.of(evidence), List.of()).getFirst();
        assertEquals("evidence e7", run.classes());
        assertEquals("e7", run.starting().getFirst().anchor());
    }

    @Test
    void randomMarksKeepTextAndMarks() {
        long seed = Long.getLong("tests.seed", System.nanoTime());
        System.out.println("RunTest seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            String text = "零一二三四五六七八九".repeat(3).substring(0, random.nextInt(30));
            int from = random.nextInt(text.length() + 1);
            Span window = new Span(from, from + random.nextInt(text.length() - from + 1));
            List<Mark> marks = marks(random, text.length());
            List<Integer> cuts =
                    random.ints(random.nextInt(4), 0, text.length() + 1).boxed().toList();
            holds(text, window, marks, Run.of(text, window, marks, cuts));
        }
    }

    private static void holds(String text, Span window, List<Mark> marks, List<Run> runs) {
        assertEquals(window.of(text), runs.stream().map(Run::text).collect(Collectors.joining()));
        for (Run run : runs) {
            for (int at = run.span().start(); at < run.span().end(); at++) {
                int here = at;
                assertEquals(
                        marks.stream()
                                .filter(mark -> mark.span().start() <= here
                                        && here < mark.span().end())
                                .toList(),
                        run.covering());
            }
        }
        for (Mark mark : marks) {
            boolean shown = mark.span().length() == 0
                    ? window.start() <= mark.span().start() && mark.span().end() <= window.end()
                    : window.length() > 0 && window.overlaps(mark.span());
            long starts =
                    runs.stream().filter(run -> run.starting().contains(mark)).count();
            assertEquals(shown ? 1 : 0, starts, () -> mark + " in " + window + ": " + runs);
        }
        assertTrue(runs.stream()
                .skip(1)
                .allMatch(run -> run.span().length() > 0 || !run.starting().isEmpty()));
    }

    private static List<Mark> marks(Random random, int length) {
        List<Mark> marks = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            int start = random.nextInt(length + 1);
            Span span = new Span(start, start + random.nextInt(length - start + 1));
            Mark.Kind[] kinds = Mark.Kind.values();
            marks.add(new Mark(span, kinds[random.nextInt(kinds.length)], i, ""));
        }
        return marks;
    }

    private static void check(String text, String expected, Mark... marks) {
        String runs = Run.of(text, new Span(0, text.length()), List.of(marks), List.of()).stream()
                .map(run -> run.text()
                        + run.covering().stream()
                                .map(mark -> mark.kind().name())
                                .collect(Collectors.joining(",")))
                .collect(Collectors.joining("|"));
        assertEquals(expected, runs);
    }

    private static Mark mark(int start, int end, Mark.Kind kind) {
        return new Mark(new Span(start, end), kind, 1, "");
    }
}
