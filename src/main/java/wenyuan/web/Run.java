package wenyuan.web;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import wenyuan.model.Span;

/**
 * A stretch of text that looks the same from end to end.
 *
 * @param span where it stands
 * @param text its characters; empty only where an empty mark stands at the end of a window
 * @param covering marks that cover all of it
 * @param starting marks that begin with it, empty ones among them: each mark starts in exactly one run
 */
public record Run(Span span, String text, List<Mark> covering, List<Mark> starting) {
    /** Copies the lists. */
    public Run {
        covering = List.copyOf(covering);
        starting = List.copyOf(starting);
    }

    /**
     * Cuts a window of a text into runs: together they are the window, none overlaps another, and no mark or cut begins or
     * ends inside one.
     *
     * @param window the part of {@code text} to show; marks are cut off at its ends
     * @param marks in any order, overlapping as they like
     * @param cuts further offsets at which a run must end
     */
    static List<Run> of(String text, Span window, List<Mark> marks, List<Integer> cuts) {
        List<Mark> here =
                marks.stream().filter(mark -> touches(window, mark.span())).toList();
        TreeSet<Integer> edges = new TreeSet<>(cuts);
        here.forEach(mark -> {
            edges.add(mark.span().start());
            edges.add(mark.span().end());
        });
        List<Run> runs = new ArrayList<>();
        int start = window.start();
        for (int edge : edges.subSet(window.start(), false, window.end(), false)) {
            runs.add(run(text, new Span(start, edge), window, here));
            start = edge;
        }
        runs.add(run(text, new Span(start, window.end()), window, here));
        Span end = new Span(window.end(), window.end());
        if (window.length() > 0 && here.stream().anyMatch(mark -> mark.span().equals(end))) {
            runs.add(run(text, end, window, here));
        }
        return List.copyOf(runs);
    }

    /** Whether a mark of that kind lies on it. */
    public boolean is(Mark.Kind kind) {
        return covering.stream().anyMatch(mark -> mark.kind() == kind);
    }

    /** Classes of an element around it: {@code hit evidence e3}. */
    public String classes() {
        return covering.stream()
                .map(mark -> mark.kind().name().toLowerCase(Locale.ROOT)
                        + (mark.kind() == Mark.Kind.EVIDENCE ? " " + mark.anchor() : ""))
                .distinct()
                .collect(joining(" "));
    }

    private static Run run(String text, Span span, Span window, List<Mark> marks) {
        List<Mark> covering = marks.stream()
                .filter(mark -> span.length() > 0 && mark.span().contains(span))
                .toList();
        List<Mark> starting =
                marks.stream().filter(mark -> starts(span, window, mark.span())).toList();
        return new Run(span, span.of(text), covering, starting);
    }

    private static boolean starts(Span span, Span window, Span mark) {
        int start = Math.max(mark.start(), window.start());
        return start == span.start() && (mark.length() == 0 || span.length() > 0);
    }

    private static boolean touches(Span window, Span mark) {
        return mark.length() == 0
                ? window.start() <= mark.start() && mark.end() <= window.end()
                : window.overlaps(mark);
    }
}
