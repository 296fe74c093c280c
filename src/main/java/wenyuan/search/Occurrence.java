package wenyuan.search;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import wenyuan.model.Document;
import wenyuan.model.Span;

/**
 * One match in a document.
 *
 * @param line as it is shown
 * @param sentence that it stands in, or all it runs through
 * @param at where it stands in {@code sentence}
 */
record Occurrence(ConcordanceLine line, String sentence, Span at) {
    /** Characters of other sentences that are kept of one document. */
    private static final int OTHERS = 400;

    /**
     * What a concordance reads in one document.
     *
     * @param occurrences in text order
     * @param others sentences without a match, evenly out of the whole text
     */
    record Gleaned(List<Occurrence> occurrences, List<String> others) {}

    /** Reads {@code document}. */
    static Gleaned in(Document document, List<Sought> sought) {
        Reading reading = Reading.of(document);
        List<Span> matches = sought.stream()
                .flatMap(each -> each.matches(reading).stream())
                .sorted()
                .toList();
        return new Gleaned(
                matches.stream().map(match -> of(document, reading, match)).toList(), others(reading, matches));
    }

    private static Occurrence of(Document document, Reading reading, Span match) {
        String source = reading.source();
        List<Span> around = reading.sentences().stream().filter(match::overlaps).toList();
        int start = around.isEmpty()
                ? match.start()
                : Math.min(match.start(), around.getFirst().start());
        int end = around.isEmpty()
                ? match.end()
                : Math.max(match.end(), around.getLast().end());
        OptionalInt offset =
                match.end() <= document.text().length() ? OptionalInt.of(match.start()) : OptionalInt.empty();
        ConcordanceLine line = new ConcordanceLine(
                document.id(),
                document.title(),
                document.attributes().dating().year(),
                source.substring(before(source, match.start()), match.start()),
                match.of(source),
                source.substring(match.end(), behind(source, match.end())),
                offset);
        return new Occurrence(line, source.substring(start, end), match.shift(-start));
    }

    private static int before(String source, int start) {
        int line = source.lastIndexOf('\n', start - 1) + 1;
        int from = Math.max(line, start - Concordance.CONTEXT);
        return splitsPair(source, from) ? from + 1 : from;
    }

    private static int behind(String source, int end) {
        int line = source.indexOf('\n', end);
        int to = Math.min(line < 0 ? source.length() : line, end + Concordance.CONTEXT);
        return splitsPair(source, to) ? to - 1 : to;
    }

    private static boolean splitsPair(String source, int at) {
        return at > 0
                && at < source.length()
                && Character.isHighSurrogate(source.charAt(at - 1))
                && Character.isLowSurrogate(source.charAt(at));
    }

    private static List<String> others(Reading reading, List<Span> matches) {
        List<Span> without = reading.sentences().stream()
                .filter(sentence -> matches.stream().noneMatch(sentence::overlaps))
                .toList();
        int step = without.stream().mapToInt(Span::length).sum() / OTHERS + 1;
        List<String> others = new ArrayList<>();
        for (int i = 0; i < without.size(); i += step) {
            others.add(without.get(i).of(reading.source()));
        }
        return others;
    }
}
