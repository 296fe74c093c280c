package wenyuan.ingest.structure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenyuan.model.Heading;
import wenyuan.model.Span;
import wenyuan.text.Numerals;

/** Points in running text: 一是 … 二是, 一要 … 二要, 第一， … 第二，, 首先 … 其次. One alone is no series. */
final class Points {
    static final int LEVEL = 5;
    /** What a point begins with, but for a blank: at most places there is none, and nothing more is tried. */
    private static final String BEGINNINGS = "一二三四五六七八九十第首其再最";

    private static final Pattern POINT = Pattern.compile("(?:(?<=[。；;：:！？!?\\n])|(?<![\\s\\S]))\\s?"
            + "(?:(?<number>[一二三四五六七八九十]{1,2})(?<verb>[是要])(?!否)|第(?<nth>[一二三四五六七八九十]{1,2})[，,、]"
            + "|(?<word>首先|其次|再次|最后)(?=[，,]|要|是))");
    private static final List<String> WORDS = List.of("首先", "其次", "再次", "最后");

    private Points() {}

    /** A point with the series it belongs to. */
    private record Point(String series, int ordinal, Span span) {
        boolean precedes(Point other) {
            return series.equals(other.series) && ordinal + 1 == other.ordinal;
        }
    }

    /** Points of the paragraphs that belong to a series, none at a place where a heading already stands. */
    static List<Heading> find(String text, List<Span> paragraphs, List<Heading> headings) {
        Set<Integer> taken = new HashSet<>();
        headings.forEach(heading -> taken.add(heading.span().start()));
        List<Point> points = new ArrayList<>();
        for (Span paragraph : paragraphs) {
            points.addAll(inParagraph(text, paragraph));
        }
        return inSeries(points, headings, text).stream()
                .filter(point -> !taken.contains(point.span().start()))
                .map(point -> new Heading(LEVEL, point.ordinal(), point.span()))
                .toList();
    }

    private static List<Point> inParagraph(String text, Span paragraph) {
        List<Point> points = new ArrayList<>();
        Matcher matcher = POINT.matcher(text).useTransparentBounds(true);
        int at = paragraph.start();
        while (at < paragraph.end()) {
            char c = text.charAt(at);
            boolean found = (BEGINNINGS.indexOf(c) >= 0 || Character.isWhitespace(c))
                    && matcher.region(at, paragraph.end()).lookingAt();
            if (found) {
                points.add(point(text, matcher, paragraph));
            }
            at = found ? Math.max(matcher.end(), at + 1) : at + 1;
        }
        return points;
    }

    private static Point point(String text, Matcher matcher, Span paragraph) {
        int start = Character.isWhitespace(text.charAt(matcher.start())) ? matcher.start() + 1 : matcher.start();
        Span words = Numbers.words(text, new Span(start, paragraph.end()));
        Optional<String> verb = Optional.ofNullable(matcher.group("verb"));
        if (verb.isPresent()) {
            return new Point(verb.get(), Numerals.parse(matcher.group("number")).orElse(0), words);
        }
        Optional<String> nth = Optional.ofNullable(matcher.group("nth"));
        return nth.map(number -> new Point("第", Numerals.parse(number).orElse(0), words))
                .orElseGet(() -> new Point("首先", WORDS.indexOf(matcher.group("word")) + 1, words));
    }

    /** Points with a neighbour of their series before or after; a heading with the next number counts as one. */
    private static List<Point> inSeries(List<Point> points, List<Heading> headings, String text) {
        Set<Integer> kept = new HashSet<>();
        for (int i = 0; i < points.size(); i++) {
            for (int j = i + 1; j < Math.min(points.size(), i + 40); j++) {
                if (points.get(i).series().equals(points.get(j).series())) {
                    if (points.get(i).precedes(points.get(j))) {
                        kept.add(i);
                        kept.add(j);
                    }
                    break;
                }
            }
        }
        List<Point> result = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            if (kept.contains(i)
                    || Continuation.continued(
                            text, points.get(i).span(), points.get(i).ordinal(), headings)) {
                result.add(points.get(i));
            }
        }
        return result;
    }
}
