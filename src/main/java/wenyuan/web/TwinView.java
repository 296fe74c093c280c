package wenyuan.web;

import java.util.ArrayList;
import java.util.List;
import wenyuan.model.Document;
import wenyuan.model.Span;
import wenyuan.text.Alignment;

/**
 * Two documents aligned sentence by sentence, ready to be printed.
 *
 * @param changes whether what is the same is left out
 */
public record TwinView(
        Side left, Side right, boolean changes, int same, int changed, int onlyLeft, int onlyRight, List<Row> rows) {
    /** Equal sentences that are not worth leaving out. */
    private static final int FEW = 2;

    /** One of the documents. */
    public record Side(String id, String title, List<Badge> badges, String path) {
        static Side of(Document document, Messages say) {
            return new Side(
                    document.id(),
                    document.title(),
                    Badge.of(document, say),
                    document.sources().getFirst().path());
        }
    }

    /** A row of the page. */
    public sealed interface Row {}

    /**
     * A sentence on either side, or one of them.
     *
     * @param kind class of its look: {@code same}, {@code changed}, {@code left}, {@code right}
     * @param opens whether it begins a line of its text
     * @param left none where the left lacks it
     */
    public record Pair(String kind, boolean opens, List<Piece> left, List<Piece> right) implements Row {}

    /** Equal sentences that are left out. */
    public record LeftOut(int sentences) implements Row {}

    /** Letters that are all marked or all not. */
    public record Piece(String text, boolean marked) {}

    static TwinView of(Document left, Document right, boolean changes, Messages say) {
        List<Alignment.Step> steps = Alignment.of(sentences(left), sentences(right));
        List<Pair> pairs = steps.stream().map(step -> pair(left, right, step)).toList();
        return new TwinView(
                Side.of(left, say),
                Side.of(right, say),
                changes,
                number(pairs, "same"),
                number(pairs, "changed"),
                number(pairs, "left"),
                number(pairs, "right"),
                changes ? shortened(pairs) : List.copyOf(pairs));
    }

    /** This page the other way round, and with or without what is the same. */
    public String url(boolean swapped, boolean onlyChanges) {
        String first = swapped ? right.id() : left.id();
        String second = swapped ? left.id() : right.id();
        return "/documents/" + first + "/with/" + second + (onlyChanges ? "?only=changes" : "");
    }

    private static List<String> sentences(Document document) {
        return document.sentences().stream()
                .map(span -> span.of(document.text()))
                .toList();
    }

    private static int number(List<Pair> pairs, String kind) {
        return (int) pairs.stream().filter(pair -> pair.kind().equals(kind)).count();
    }

    private static Pair pair(Document left, Document right, Alignment.Step step) {
        return switch (step) {
            case Alignment.Same(int a, int b) ->
                new Pair("same", opens(left, a), whole(left, a, false), whole(right, b, false));
            case Alignment.Changed(int a, int b) -> changed(left, right, a, b);
            case Alignment.OnlyLeft(int a) -> new Pair("left", opens(left, a), whole(left, a, true), List.of());
            case Alignment.OnlyRight(int b) -> new Pair("right", opens(right, b), List.of(), whole(right, b, true));
        };
    }

    private static Pair changed(Document left, Document right, int a, int b) {
        String before = left.sentences().get(a).of(left.text());
        String after = right.sentences().get(b).of(right.text());
        Alignment.Difference difference = Alignment.difference(before, after);
        return new Pair(
                "changed", opens(left, a), pieces(before, difference.left()), pieces(after, difference.right()));
    }

    private static boolean opens(Document document, int sentence) {
        int start = document.sentences().get(sentence).start();
        return sentence == 0
                || document.text()
                        .substring(document.sentences().get(sentence - 1).end(), start)
                        .contains("\n");
    }

    private static List<Piece> whole(Document document, int sentence, boolean marked) {
        return List.of(new Piece(document.sentences().get(sentence).of(document.text()), marked));
    }

    private static List<Piece> pieces(String text, List<Span> marked) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Span span : marked) {
            if (span.start() > at) {
                pieces.add(new Piece(text.substring(at, span.start()), false));
            }
            pieces.add(new Piece(span.of(text), true));
            at = span.end();
        }
        if (at < text.length()) {
            pieces.add(new Piece(text.substring(at), false));
        }
        return List.copyOf(pieces);
    }

    private static List<Row> shortened(List<Pair> pairs) {
        List<Row> rows = new ArrayList<>();
        int at = 0;
        while (at < pairs.size()) {
            int end = at;
            while (end < pairs.size() && pairs.get(end).kind().equals("same")) {
                end++;
            }
            if (end - at > FEW) {
                rows.add(new LeftOut(end - at));
            } else {
                rows.addAll(pairs.subList(at, end));
            }
            if (end < pairs.size()) {
                rows.add(pairs.get(end));
            }
            at = end + 1;
        }
        return List.copyOf(rows);
    }
}
