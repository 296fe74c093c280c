package wenyuan.ingest.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import wenyuan.model.PageRules.ZoneRule;
import wenyuan.model.Span;

/**
 * Tells a notice from the author's words when a site prints both on one line: sentence by sentence. A notice stands at the
 * line's beginning or end, so what reads like one in the middle is the author's.
 */
final class Glued {
    /** Share of a line from which on all of it is a notice. */
    private static final double MOSTLY = 0.4;
    /** Sentences looked at from each end of a line. */
    private static final int FARTHEST = 5;

    private Glued() {}

    /** Whether a line in normal form holds one sentence at most. */
    static boolean single(String sight) {
        return sentences(sight).size() == 1;
    }

    /** The pieces of {@code line}; {@code notice} says which rule a sentence in normal form falls under. */
    static List<Placed> part(Line line, Function<String, Optional<ZoneRule>> notice) {
        List<Span> sentences = sentences(line.sight());
        List<Optional<ZoneRule>> marks = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            boolean near = i < FARTHEST || i >= sentences.size() - FARTHEST;
            marks.add(near ? notice.apply(sentences.get(i).of(line.sight())) : Optional.empty());
        }
        Optional<ZoneRule> first = marks.stream().flatMap(Optional::stream).findFirst();
        if (first.isEmpty() || share(sentences, marks) >= MOSTLY) {
            return List.of(new Placed(line, first));
        }
        return pieces(line, sentences, marks);
    }

    private static List<Placed> pieces(Line line, List<Span> sentences, List<Optional<ZoneRule>> marks) {
        int start = 0;
        while (marks.get(start).isPresent()) {
            start++;
        }
        int end = marks.size();
        while (marks.get(end - 1).isPresent()) {
            end--;
        }
        List<Placed> pieces = new ArrayList<>();
        int from = start == 0 ? 0 : sentences.get(start).start();
        int to =
                end == marks.size() ? line.sight().length() : sentences.get(end).start();
        add(pieces, line, new Span(0, from), marks.getFirst());
        add(pieces, line, new Span(from, to), Optional.empty());
        add(pieces, line, new Span(to, line.sight().length()), marks.getLast());
        return pieces;
    }

    private static void add(List<Placed> pieces, Line line, Span sight, Optional<ZoneRule> mark) {
        if (sight.length() == line.sight().length()) {
            pieces.add(new Placed(line, mark));
        } else if (sight.length() > 0) {
            Line.Origin origin = sight.start() == 0 ? line.origin() : new Line.Origin.Split("");
            Line part = Line.of(line.draft().part(within(line, sight)), line.linked(), line.indented(), origin);
            if (!part.draft().blank()) {
                pieces.add(new Placed(part, mark));
            }
        }
    }

    /** What folds to nothing at a border goes with the piece before it. */
    private static Span within(Line line, Span sight) {
        int start = sight.start() == 0
                ? 0
                : line.normal()
                        .source(new Span(sight.start(), sight.start() + 1))
                        .start();
        int end = sight.end() == line.sight().length()
                ? line.length()
                : line.normal().source(new Span(sight.end(), sight.end() + 1)).start();
        return new Span(start, end);
    }

    private static double share(List<Span> sentences, List<Optional<ZoneRule>> marks) {
        int marked = 0;
        for (int i = 0; i < sentences.size(); i++) {
            marked += marks.get(i).isPresent() ? sentences.get(i).length() : 0;
        }
        return (double) marked / sentences.getLast().end();
    }

    /** Stretches that end with a full stop and what closes it; together they are the whole line. */
    private static List<Span> sentences(String sight) {
        List<Span> sentences = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < sight.length(); i++) {
            if ("。!?".indexOf(sight.charAt(i)) >= 0) {
                while (i + 1 < sight.length() && "。!?\")》】]".indexOf(sight.charAt(i + 1)) >= 0) {
                    i++;
                }
                sentences.add(new Span(start, i + 1));
                start = i + 1;
            }
        }
        if (start < sight.length() || sentences.isEmpty()) {
            sentences.add(new Span(start, sight.length()));
        }
        return sentences;
    }
}
