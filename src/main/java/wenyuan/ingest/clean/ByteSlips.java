package wenyuan.ingest.clean;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import wenyuan.model.Repair;
import wenyuan.model.Span;
import wenyuan.text.Familiarity;
import wenyuan.text.Readings;

/**
 * Puts back a byte that GBK text has lost. All later bytes are paired anew, until an ASCII character ends it:
 * 。總的 becomes ？偟… because the first byte of 。 is gone and A3 BF is a question mark. What follows such a place reads like
 * nothing; with the right first byte it reads like Chinese. Mended only when that is far better than what stands there and
 * clearly better than any other byte. Lives inside one call: it gives up on a text where it fails too often.
 */
final class ByteSlips {
    static final String RULE = "repair.byte-slip";
    private static final Charset GBK = Charset.forName("GBK");
    /** Knows the private characters that GBK's unused pairs are decoded to. */
    private static final Charset WIDER = Charset.forName("GB18030");

    private static final char REPLACEMENT = '\ufffd';
    private static final String MARKS = "?!？！\ufffd";
    private static final int LOOKED_AT = 3;
    /** Uncommon characters among so many that make a stretch without a mark worth a try. */
    private static final int WINDOW = 7;

    private static final int LEAST_UNCOMMON = 3;
    /** How far before the first uncommon character the byte may be missing. */
    private static final int FARTHEST = 6;

    private static final int LONGEST = 400;
    private static final int JUDGED = 24;
    /** So many characters of a good reading are common ones; a byte put in at a wrong place leaves an odd one behind it. */
    private static final int OPENING = 8;

    private static final int AROUND = 4;
    /** Advantage (in natural logarithms) over what stands there: a word in 100,000 for nothing. */
    private static final double GAIN = 11;

    private static final double LEAD = 1;

    /** Every twenty-fifth character of the genre ends a sentence; no word speaks for it. */
    private static final double ENDS = 4;

    private static final String FULL_STOP = "。";
    private static final int MOST_FAILURES = 12;

    private int failures;

    /** A way to read a stretch. */
    private record Reading(String text, double familiarity) {}

    /**
     * A stretch that may be out of step.
     *
     * @param span the stretch in the line's text
     * @param pairs its pairs as they stand; the lost byte comes before the first of their bytes
     * @param first whether a character may be the first of the mended stretch
     * @param last whether a character may be its last, when that lost its second byte
     */
    private record Shift(Span span, String pairs, Predicate<String> first, Predicate<String> last) {
        byte[] bytes() {
            return pairs.getBytes(WIDER);
        }
    }

    /** Mends a line whose glosses are already out: the place of one is a place where the page had ASCII. */
    Line mend(Line line) {
        String text = line.text();
        List<Draft.Change> changes = new ArrayList<>();
        for (int i = 1; i + 1 < text.length() && failures < MOST_FAILURES; i++) {
            if (odd(text.charAt(i)) || MARKS.indexOf(text.charAt(i)) >= 0) {
                Optional<Draft.Change> change = change(line, i);
                change.ifPresent(changes::add);
                i = Math.max(i, change.map(made -> made.span().end()).orElse(i));
            }
        }
        return line.with(line.draft().with(changes));
    }

    private Optional<Draft.Change> change(Line line, int at) {
        List<Shift> shifts = shifts(line, at);
        Optional<Draft.Change> change = shifts.stream()
                .flatMap(shift ->
                        mended(line.text(), shift).map(read -> new Draft.Change(RULE, shift.span(), read)).stream())
                .max(Comparator.comparingDouble(made -> familiarity(line.text(), Math.max(0, at - FARTHEST), made)));
        failures += shifts.isEmpty() || change.isPresent() ? 0 : 1;
        return change;
    }

    /** Of a stretch with a change inside it. */
    private static double familiarity(String text, int from, Draft.Change change) {
        return Familiarity.of(judged(text.substring(from, change.span().start()) + change.after()));
    }

    private static List<Shift> shifts(Line line, int at) {
        char c = line.text().charAt(at);
        if (MARKS.indexOf(c) >= 0) {
            return suspicious(line.text(), at) ? marked(line, at) : List.of();
        }
        return garbled(line.text(), at) ? unmarked(line, at) : List.of();
    }

    private static boolean suspicious(String text, int mark) {
        return Prose.han(text.charAt(mark - 1))
                && Prose.han(text.charAt(mark + 1))
                && IntStream.range(mark + 1, Math.min(text.length(), mark + 1 + LOOKED_AT))
                        .mapToObj(text::charAt)
                        .anyMatch(c -> Prose.han(c) && Familiarity.isRare(c));
    }

    /** What pairs out of step often make, and running text seldom holds. */
    private static boolean odd(char c) {
        return c > 0x80
                && (Familiarity.isUncommon(c) || (c >= '\ue000' && c <= '\uf8ff') || (c >= '\u0370' && c <= '\u052f'));
    }

    private static boolean garbled(String text, int from) {
        return text.substring(from, Math.min(text.length(), from + WINDOW))
                        .chars()
                        .filter(c -> odd((char) c))
                        .count()
                >= LEAST_UNCOMMON;
    }

    /** The mark may be half of a full stop, or what a decoder wrote for a byte that it could not pair. */
    private static List<Shift> marked(Line line, int mark) {
        Optional<String> half = gloss(line, mark + 1).filter(gloss -> Pinyin.letter(gloss.charAt(0)));
        Span with = new Span(mark, end(line, mark + 1));
        if (half.isPresent() || line.text().charAt(mark) == REPLACEMENT) {
            String before = line.text().substring(mark - 1, mark);
            return List.of(shift(
                    line, with, mark + 1, first -> half.isEmpty() || reads(split(before, first), half.get())));
        }
        return List.of(shift(line, with, mark, first -> true));
    }

    private static List<Shift> unmarked(Line line, int at) {
        return IntStream.rangeClosed(Math.max(1, at - FARTHEST), at)
                .filter(from -> paired(line.text().charAt(from)))
                .mapToObj(from -> shift(line, new Span(from, end(line, from)), from, first -> true))
                .toList();
    }

    private static Shift shift(Line line, Span span, int bytesFrom, Predicate<String> first) {
        String pairs = line.text().substring(bytesFrom, span.end());
        String known = widened(pairs.replace(String.valueOf(REPLACEMENT), ""));
        Optional<String> gloss = gloss(line, span.end());
        return new Shift(span, known, first, last -> gloss.isEmpty() || reads(last, gloss.get()));
    }

    /** The character that the second byte of {@code before} and the first byte of {@code after} would make. */
    private static String split(String before, String after) {
        return pair(before.getBytes(WIDER)[1], after.getBytes(GBK)[0]);
    }

    private static boolean reads(String character, String gloss) {
        String letters = gloss.chars()
                .filter(c -> Pinyin.letter((char) c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return character.length() == 1
                && Pinyin.syllables(letters).stream().anyMatch(Readings.of(character.charAt(0))::contains);
    }

    /** Where pairs are right again; a letter that can be the second byte of a pair was one. */
    private static int end(Line line, int from) {
        String text = line.text();
        int at = from;
        while (at < text.length()
                && paired(text.charAt(at))
                && (at == from || gloss(line, at).isEmpty())) {
            at++;
        }
        if (at < text.length() && text.charAt(at) == REPLACEMENT) {
            return at + 1;
        }
        return at < text.length() && gloss(line, at).isEmpty() && second(text.charAt(at)) ? at + 1 : at;
    }

    /** The letters of a gloss that was taken out at {@code at}. */
    private static Optional<String> gloss(Line line, int at) {
        return line.draft().repairs().stream()
                .filter(repair -> repair.span().start() == at
                        && repair.span().length() == 0
                        && repair.rule().equals(Glosses.RULE))
                .map(Repair::before)
                .findFirst();
    }

    private static boolean paired(char c) {
        return c >= 0x80 && c != REPLACEMENT;
    }

    private static boolean second(int c) {
        return c >= 0x40 && c <= 0x7e;
    }

    private static Optional<String> mended(String text, Shift shift) {
        byte[] bytes = shift.bytes();
        Span span = shift.span();
        if (bytes.length < 2 || span.length() > LONGEST) {
            return Optional.empty();
        }
        String middle = new String(bytes, 1, bytes.length - 1 - (dangling(bytes) ? 1 : 0), GBK);
        if (!plausible(middle)) {
            return Optional.empty();
        }
        String before = text.substring(Math.max(0, span.start() - AROUND), span.start());
        String after = text.substring(span.end(), Math.min(text.length(), span.end() + AROUND));
        return last(shift, middle, after)
                .or(() -> rest(span.of(text)))
                .flatMap(last -> best(
                                before,
                                lead -> pair(lead, bytes[0]),
                                shift.first(),
                                judged(middle + last + after),
                                ENDS)
                        .map(first -> first + middle + last))
                .filter(read -> better(before, read, span.of(text), after));
    }

    /** Where a decoder has seen that a byte is missing, the character that is lost stays marked so. */
    private static Optional<String> rest(String shifted) {
        return Optional.of(String.valueOf(REPLACEMENT)).filter(shifted::endsWith);
    }

    /** Whether a reading that goes on with {@code middle} may be a good one; spares trying its first and last bytes. */
    private static boolean plausible(String middle) {
        int lost = middle.indexOf(REPLACEMENT);
        return (lost < 0 || lost == middle.length() - 1)
                && middle.substring(0, Math.min(middle.length(), OPENING - 1))
                        .chars()
                        .noneMatch(c -> odd((char) c));
    }

    private static boolean better(String before, String read, String now, String after) {
        int lost = read.indexOf(REPLACEMENT);
        String opening = read.substring(0, Math.min(read.length(), OPENING));
        return opening.chars().noneMatch(c -> odd((char) c))
                && (lost < 0 || (lost == read.length() - 1 && read.length() > JUDGED / 2))
                && Familiarity.of(before + judged(read + after)) > Familiarity.of(before + judged(now + after)) + GAIN;
    }

    /** Whether the last byte has no second one, once all behind the first are paired anew; ASCII needs none. */
    private static boolean dangling(byte[] bytes) {
        int at = 1;
        while (at < bytes.length) {
            at += bytes[at] < 0 ? 2 : 1;
        }
        return at > bytes.length;
    }

    private static String judged(String text) {
        return text.substring(0, Math.min(text.length(), JUDGED));
    }

    /** The last pair when its second byte is lost too, as it is before ASCII that cannot be one. */
    private static Optional<String> last(Shift shift, String middle, String after) {
        byte[] bytes = shift.bytes();
        String end = middle.substring(Math.max(0, middle.length() - JUDGED));
        return !dangling(bytes)
                ? Optional.of("")
                : best(end, second -> pair(bytes[bytes.length - 1], second), shift.last(), after, 0);
    }

    /** The pair that reads best between two stretches, if it is clearly the best; {@code fullStop} is in favour of one. */
    private static Optional<String> best(
            String before, IntFunction<String> pair, Predicate<String> allowed, String after, double fullStop) {
        List<Reading> readings = IntStream.rangeClosed(0x40, 0xfe)
                .mapToObj(pair)
                .filter(read -> read.length() == 1 && read.charAt(0) != REPLACEMENT && allowed.test(read))
                .map(read -> new Reading(
                        read, Familiarity.of(before + read + after) + (read.equals(FULL_STOP) ? fullStop : 0)))
                .sorted(Comparator.comparingDouble(Reading::familiarity).reversed())
                .toList();
        boolean clear = readings.size() == 1
                || (readings.size() > 1
                        && readings.get(0).familiarity() > readings.get(1).familiarity() + LEAD);
        return clear ? Optional.of(readings.getFirst().text()) : Optional.empty();
    }

    private static String pair(int first, int second) {
        return new String(new byte[] {(byte) first, (byte) second}, GBK);
    }

    /** Sites write the full-width marks that the bytes were as half-width ones. */
    private static String widened(String shifted) {
        return shifted.replace('?', '？').replace('!', '！');
    }
}
