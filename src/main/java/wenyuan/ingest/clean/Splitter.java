package wenyuan.ingest.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import wenyuan.model.Span;

/** Splits lines in which a site has lost the line ends: title, salutation and all paragraphs in one. */
final class Splitter {
    static final String RULE = "repair.line-split";
    private static final int HUGE = 300;
    private static final int OPENING = 120;
    private static final Pattern SALUTATION =
            Pattern.compile("(?:(?:尊敬的|各位)[\\p{IsHan}]{1,10}[、，,]\\s?){0,4}(?:同志们|同志們|各位代表|各位同志|朋友们|朋友們)[:：]");
    /** One of these stands before every gap and every heading; few places have one. */
    private static final String BEFORE = "。！？；…：:”）\"";

    private static final Pattern GAP =
            Pattern.compile("(?:(?<=[。！？；…：:])|(?<=[。！？…][”）\"]))[ \\u3000\\u00a0\\t]{1,20}(?=\\S)");
    private static final Pattern HEADING =
            Pattern.compile("(?:(?<=[。！？；…：:])|(?<=[。！？…][”）]))(?=[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])");

    private Splitter() {}

    static List<Line> split(List<Line> lines) {
        return lines.stream().flatMap(Splitter::split).toList();
    }

    private static Stream<Line> split(Line line) {
        SortedMap<Integer, Span> seams = line.length() < HUGE ? new TreeMap<>() : seams(line.text());
        return seams.isEmpty() ? Stream.of(line) : pieces(line, List.copyOf(seams.values()));
    }

    private static Stream<Line> pieces(Line line, List<Span> seams) {
        List<Line> pieces = new ArrayList<>();
        int from = 0;
        String seam = "";
        for (Span next : Stream.concat(seams.stream(), Stream.of(new Span(line.length(), line.length())))
                .toList()) {
            Line.Origin origin = from == 0 ? line.origin() : new Line.Origin.Split(seam);
            pieces.add(Line.of(line.draft().part(new Span(from, next.start())), line.linked(), false, origin));
            from = next.end();
            seam = line.draft().part(next).raw();
        }
        return pieces.stream().filter(piece -> !piece.draft().blank());
    }

    private static SortedMap<Integer, Span> seams(String text) {
        SortedMap<Integer, Span> seams = new TreeMap<>();
        add(seams, text, GAP);
        add(seams, text, HEADING);
        if (seams.size() < 2) {
            seams.clear();
        }
        Matcher salutation = SALUTATION.matcher(text).region(0, Math.min(OPENING, text.length()));
        if (salutation.find() && text.substring(0, salutation.start()).chars().noneMatch(Prose::stop)) {
            put(seams, text, salutation.start());
            put(seams, text, salutation.end());
        }
        return seams;
    }

    private static void add(SortedMap<Integer, Span> seams, String text, Pattern seam) {
        Matcher matcher = seam.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
        for (int at = 1; at < text.length(); at++) {
            if (BEFORE.indexOf(text.charAt(at - 1)) >= 0
                    && matcher.region(at, text.length()).lookingAt()) {
                seams.put(at, new Span(at, matcher.end()));
                at = Math.max(at, matcher.end() - 1);
            }
        }
    }

    /** A seam at an offset, together with the blanks around it. */
    private static void put(SortedMap<Integer, Span> seams, String text, int at) {
        int start = at;
        int end = at;
        while (start > 0 && Draft.blank(text.charAt(start - 1))) {
            start--;
        }
        while (end < text.length() && Draft.blank(text.charAt(end))) {
            end++;
        }
        if (start > 0) {
            seams.put(start, new Span(start, end));
        }
    }
}
