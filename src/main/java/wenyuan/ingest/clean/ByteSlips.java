package wenyuan.ingest.clean;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import wenyuan.model.Span;
import wenyuan.text.Familiarity;

/**
 * Puts back a byte that GBK text has lost. All later bytes are paired anew, until an ASCII character ends it:
 * 。總的 becomes ？偟… because the first byte of 。 is gone and A3 BF is a question mark. What follows such a mark reads like
 * nothing; with the right first byte it reads like Chinese. Mended only when that is far better than what stands there and
 * clearly better than any other byte.
 */
final class ByteSlips {
    static final String RULE = "repair.byte-slip";
    private static final Charset GBK = Charset.forName("GBK");
    private static final char REPLACEMENT = '\ufffd';
    private static final String MARKS = "?!？！";
    private static final int LOOKED_AT = 3;
    private static final int LONGEST = 24;
    private static final int AROUND = 4;
    /** Advantage (in natural logarithms) over what stands there: a word in 100,000 for nothing. */
    private static final double GAIN = 11;

    private static final double LEAD = 1;

    private ByteSlips() {}

    /** A way to read a stretch. */
    private record Reading(String text, double familiarity) {}

    /** Mends a line whose glosses are already out: the place of one is a place where the page had ASCII. */
    static Line mend(Line line) {
        String text = line.text();
        List<Draft.Change> changes = new ArrayList<>();
        for (int i = 1; i + 1 < text.length(); i++) {
            if (MARKS.indexOf(text.charAt(i)) >= 0 && suspicious(text, i)) {
                Span shifted = new Span(i, end(line, i + 1));
                mended(text, shifted).ifPresent(read -> changes.add(new Draft.Change(RULE, shifted, read)));
            }
        }
        return line.with(line.draft().with(changes));
    }

    private static boolean suspicious(String text, int mark) {
        return Prose.han(text.charAt(mark - 1))
                && Prose.han(text.charAt(mark + 1))
                && IntStream.range(mark + 1, Math.min(text.length(), mark + 1 + LOOKED_AT))
                        .mapToObj(text::charAt)
                        .anyMatch(c -> Prose.han(c) && Familiarity.isRare(c));
    }

    /** Where pairs are right again; a letter that can be the second byte of a pair was one. */
    private static int end(Line line, int from) {
        String text = line.text();
        int at = from;
        while (at < text.length() && text.charAt(at) >= 0x80 && !glossed(line, at)) {
            at++;
        }
        return at < text.length() && !glossed(line, at) && second(text.charAt(at)) ? at + 1 : at;
    }

    private static boolean glossed(Line line, int at) {
        return line.draft().repairs().stream()
                .anyMatch(repair -> repair.span().start() == at && repair.span().length() == 0);
    }

    private static boolean second(int c) {
        return c >= 0x40 && c <= 0x7e;
    }

    private static Optional<String> mended(String text, Span shifted) {
        byte[] bytes = widened(shifted.of(text)).getBytes(GBK);
        if (shifted.length() > LONGEST) {
            return Optional.empty();
        }
        String before = text.substring(Math.max(0, shifted.start() - AROUND), shifted.start());
        String after = text.substring(shifted.end(), Math.min(text.length(), shifted.end() + AROUND));
        double now = Familiarity.of(before + shifted.of(text) + after);
        String middle = new String(bytes, 1, (bytes.length - 1) / 2 * 2, GBK);
        return last(bytes, middle, after)
                .flatMap(last -> best(before, lead -> pair(lead, bytes[0]), middle + last + after)
                        .map(first -> first + middle + last))
                .filter(read -> Familiarity.of(before + read + after) > now + GAIN);
    }

    /** The last pair when its second byte is lost too, as it is before ASCII that cannot be one. */
    private static Optional<String> last(byte[] bytes, String middle, String after) {
        return bytes.length % 2 == 1
                ? Optional.of("")
                : best(middle, second -> pair(bytes[bytes.length - 1], second), after);
    }

    /** The pair that reads best between two stretches, if it is clearly the best. */
    private static Optional<String> best(String before, IntFunction<String> pair, String after) {
        List<Reading> readings = IntStream.rangeClosed(0x40, 0xfe)
                .mapToObj(pair)
                .filter(read -> read.length() == 1 && read.charAt(0) != REPLACEMENT)
                .map(read -> new Reading(read, Familiarity.of(before + read + after)))
                .sorted(Comparator.comparingDouble(Reading::familiarity).reversed())
                .toList();
        boolean clear = readings.size() > 1
                && readings.get(0).familiarity() > readings.get(1).familiarity() + LEAD;
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
