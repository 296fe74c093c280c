package wenyuan.ingest.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenyuan.model.Heading;
import wenyuan.model.Span;
import wenyuan.text.Numerals;

/** The numbers that headings open with, in the order of GB/T 9704: 一、 （一） 1. （1）. */
final class Numbers {
    private static final int LONGEST_LINE = 50;
    private static final int LONGEST_WORDS = 40;
    private static final String NUMERAL = "[一二三四五六七八九十]{1,3}";
    private static final List<Pattern> LEVELS = List.of(
            Pattern.compile("^(?:(" + NUMERAL + ")[、．]|第(" + NUMERAL + ")(?:部分|章|编)[、：:，,\\s]?)"),
            Pattern.compile("^[（(](" + NUMERAL + ")[）)][、，,]?"),
            Pattern.compile("^([0-9０-９]{1,2})(?:[、．]|[.](?![0-9]))"),
            Pattern.compile("^[（(]([0-9０-９]{1,2})[）)][、，,]?|^([①-⑳])"));
    private static final String CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";
    private static final String STOPS = "。：；:;！？!?";

    private Numbers() {}

    /** Level of the number a line opens with, 1 to 4; 0 when it opens with none. */
    static int level(String line) {
        for (int i = 0; i < LEVELS.size(); i++) {
            if (LEVELS.get(i).matcher(line).lookingAt()) {
                return i + 1;
            }
        }
        return 0;
    }

    /** Headings at line starts: the whole line when it is short and no sentence, else its first words. */
    static List<Heading> lineHeadings(String text, List<Span> lines) {
        List<Heading> headings = new ArrayList<>();
        for (Span line : lines) {
            String words = line.of(text);
            int level = level(words);
            if (level > 0) {
                headings.add(new Heading(level, ordinal(level, words), span(text, line)));
            }
        }
        return headings;
    }

    private static Span span(String text, Span line) {
        char last = text.charAt(line.end() - 1);
        return line.length() <= LONGEST_LINE && STOPS.indexOf(last) < 0 && stop(text, line) == line.end()
                ? line
                : words(text, line);
    }

    /** Number and words up to the first stop; at the last comma, or cut, when there is none within 40 characters. */
    static Span words(String text, Span line) {
        int end = stop(text, line);
        if (end - line.start() <= LONGEST_WORDS) {
            return new Span(line.start(), end);
        }
        int comma = Math.max(
                text.lastIndexOf('，', line.start() + LONGEST_WORDS),
                text.lastIndexOf(',', line.start() + LONGEST_WORDS));
        return new Span(line.start(), comma > line.start() + 4 ? comma : line.start() + LONGEST_WORDS);
    }

    private static int stop(String text, Span line) {
        int at = line.start();
        while (at < line.end() && STOPS.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private static int ordinal(int level, String line) {
        Matcher matcher = LEVELS.get(level - 1).matcher(line);
        if (!matcher.find()) {
            return 0;
        }
        String number = matcher.groupCount() > 1 && matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        int circled = CIRCLED.indexOf(number);
        return circled >= 0 ? circled + 1 : Numerals.parse(number).orElse(0);
    }
}
