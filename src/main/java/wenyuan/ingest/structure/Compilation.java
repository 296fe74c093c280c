package wenyuan.ingest.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.stream.Stream;
import wenyuan.model.Cleaned;
import wenyuan.model.CompilationRules;
import wenyuan.model.Part;
import wenyuan.model.Span;
import wenyuan.text.Normal;
import wenyuan.text.Numerals;

/**
 * Finds out that a file holds several texts (精选五篇) and takes them apart. Pure.
 *
 * <p>A row of markers counts up from one and has a text behind each, longer than a heading's; and the texts begin like texts:
 * with a title of their own, a salutation, or a count of headings that starts anew. So the parts of a book (第一篇 总论) stay one
 * text, and so does a list of links at the head of a page.
 */
public final class Compilation {
    private static final int SHORTEST_TEXT = 120;
    private static final int LONGEST_LINE = 90;
    private static final int BEGINNING = 6;

    /** A list of links has one or two marks of a first text; a file of nothing else must not take for ever. */
    private static final int MOST_BEGINNINGS = 20;

    /** More would be a text that a compiler wrote in front. */
    private static final int LONGEST_PREFACE = 900;

    private Compilation() {}

    /**
     * A line that may stand between two texts.
     *
     * @param line the whole line in the clean text; empty at its beginning for a mark in a zone above it
     * @param marker the marker alone
     * @param words its words
     * @param title the title in the same line; empty when there is none
     */
    record Mark(CompilationRules.Marker rule, int number, Span line, Span marker, String words, String title) {}

    /**
     * The texts of {@code cleaned}, in order; itself alone when it is one. Nothing is lost: a marker, a compiler's preface and
     * what stands around the page become zones of the texts.
     *
     * @param path path or name of the file, which may announce several texts
     */
    public static List<Part> parts(Cleaned cleaned, String path, CompilationRules rules) {
        List<Mark> row = row(cleaned, path, rules);
        return row.isEmpty()
                ? List.of(new Part(cleaned, Optional.empty()))
                : Cutting.parts(cleaned, row, rules.label());
    }

    private static List<Mark> row(Cleaned cleaned, String path, CompilationRules rules) {
        String text = cleaned.text();
        List<Span> lines = Structure.lines(text);
        boolean announced = announced(cleaned, lines, path, rules);
        return rules.markers().stream()
                .map(rule -> longestRow(text, marks(cleaned, lines, rule)))
                .filter(row -> row.size() > 1 && (announced || beginnings(text, row) * 2 >= row.size()))
                .findFirst()
                .orElse(List.of());
    }

    private static boolean announced(Cleaned cleaned, List<Span> lines, String path, CompilationRules rules) {
        Stream<String> titles = Stream.concat(
                Stream.of(path.substring(path.lastIndexOf('/') + 1)),
                Stream.concat(
                        cleaned.pageTitle().stream(), lines.stream().limit(1).map(line -> line.of(cleaned.text()))));
        return titles.map(title -> Normal.of(title).text())
                .anyMatch(title -> rules.titles().stream().anyMatch(rule -> rule.in(title)));
    }

    /** The first mark may stand above the text, where a page repeats the title. */
    private static List<Mark> marks(Cleaned cleaned, List<Span> lines, CompilationRules.Marker marker) {
        String text = cleaned.text();
        List<Mark> marks = new ArrayList<>(above(cleaned, marker).stream().toList());
        for (Span line : lines) {
            if (line.length() <= LONGEST_LINE) {
                mark(text, line, marker).ifPresent(marks::add);
            }
        }
        return marks;
    }

    private static Optional<Mark> above(Cleaned cleaned, CompilationRules.Marker marker) {
        Span start = new Span(0, 0);
        return cleaned.zones().stream()
                .filter(zone -> zone.before() == 0)
                .flatMap(zone -> zone.text().lines())
                .filter(line -> line.length() <= LONGEST_LINE)
                .flatMap(line -> mark(line, new Span(0, line.length()), marker).stream())
                .filter(mark -> mark.number() == 1)
                .reduce((first, last) -> last)
                .map(mark -> new Mark(marker, 1, start, start, mark.words(), mark.title()));
    }

    private static Optional<Mark> mark(String text, Span line, CompilationRules.Marker marker) {
        Normal normal = Normal.of(line.of(text));
        return marker.rule().first(normal.text()).flatMap(match -> {
            OptionalInt number = number(match);
            if (number.isEmpty()) {
                return Optional.empty();
            }
            boolean titleInFront = match.namedGroups().containsKey("title");
            Span found = titleInFront
                    ? new Span(match.end("title"), normal.text().length())
                    : new Span(match.start(), match.end());
            Span at = normal.source(found).shift(line.start());
            String title = text.substring(
                            titleInFront ? line.start() : at.end(), titleInFront ? at.start() : line.end())
                    .strip();
            return Optional.of(new Mark(
                    marker,
                    number.getAsInt(),
                    line,
                    at,
                    text.substring(titleInFront ? line.start() : at.start(), at.end()),
                    title));
        });
    }

    private static OptionalInt number(MatchResult match) {
        return Stream.of("number", "nth")
                .filter(group -> match.namedGroups().containsKey(group))
                .flatMap(group -> Optional.ofNullable(match.group(group)).stream())
                .findFirst()
                .map(Numerals::parse)
                .orElse(OptionalInt.empty());
    }

    /** Of the rows that count up from one and have a text behind each mark, the longest; of equals the first. */
    private static List<Mark> longestRow(String text, List<Mark> marks) {
        List<Mark> longest = List.of();
        int tried = 0;
        for (int first = 0; first < marks.size() && tried < MOST_BEGINNINGS; first++) {
            if (marks.get(first).number() == 1) {
                tried++;
                List<Mark> row = row(marks.subList(first, marks.size()));
                longest = row.size() > longest.size() && haveTexts(text, row) ? row : longest;
            }
        }
        return longest;
    }

    private static List<Mark> row(List<Mark> marks) {
        List<Mark> row = new ArrayList<>();
        for (Mark mark : marks) {
            boolean sameTitle = row.isEmpty()
                    || !mark.rule().sameTitle()
                    || mark.title().equals(row.getFirst().title());
            if (mark.number() == row.size() + 1 && sameTitle) {
                row.add(mark);
            }
        }
        return row;
    }

    private static boolean haveTexts(String text, List<Mark> row) {
        return Structure.indices(row).allMatch(i -> behind(text, row, i).length() >= SHORTEST_TEXT)
                && row.getFirst().line().start() <= Math.max(LONGEST_PREFACE, text.length() / 3);
    }

    static Span behind(String text, List<Mark> row, int index) {
        Span line = row.get(index).line();
        int start = line.end() == 0 ? 0 : Math.min(text.length(), line.end() + 1);
        int end = index + 1 == row.size()
                ? text.length()
                : Math.max(start, row.get(index + 1).line().start() - 1);
        return new Span(start, end);
    }

    private static long beginnings(String text, List<Mark> row) {
        return Structure.indices(row)
                .filter(i -> titled(row.get(i)) || begins(behind(text, row, i).of(text)))
                .count();
    }

    private static boolean titled(Mark mark) {
        return !mark.title().isEmpty() && Opening.named(mark.title());
    }

    /** Whether a text begins here: with a title, a salutation, or a first heading. */
    private static boolean begins(String text) {
        return Structure.lines(text).stream()
                .limit(BEGINNING)
                .map(line -> line.of(text))
                .anyMatch(line -> Opening.salutation(line) || Opening.named(line) || line.startsWith("一、"));
    }
}
