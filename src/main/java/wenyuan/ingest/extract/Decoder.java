package wenyuan.ingest.extract;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds out what charset a text is in: a byte order mark, else UTF-8 when every byte fits, else the charset under which it
 * looks most like Chinese, damaged bytes counting against it. What a page says of itself is one vote. Immutable.
 */
final class Decoder {
    /**
     * A text and how it was decoded.
     *
     * @param charset Java's name of the charset
     */
    record Decoded(String text, String charset) {}

    private record Reading(Charset charset, String text, double score) {}

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset BIG5 = Charset.forName("Big5-HKSCS");

    /** Names of pages for less than what they use. */
    private static final Map<String, Charset> WIDER =
            Map.of("gb2312", GB18030, "gbk", GB18030, "gb_2312-80", GB18030, "big5", BIG5, "big-5", BIG5);

    private static final List<Charset> CANDIDATES =
            List.of(GB18030, BIG5, StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    /** What a page's own word weighs against how the text looks. */
    private static final double VOTE = 0.15;

    private static final double WORST_TEXT = -0.25;
    private static final double MOST_NOISE = 0.05;

    private final CommonHanzi hanzi = CommonHanzi.load();

    /**
     * The text in {@code bytes}; empty when they are no text.
     *
     * @param declared the charset that the text says it is in, empty when it doesn't
     * @param cut whether bytes are missing at the end
     */
    Optional<Decoded> decode(byte[] bytes, Optional<String> declared, boolean cut) {
        Optional<Charset> marked = byteOrderMark(bytes);
        if (marked.isPresent()) {
            return Optional.of(decoded(lenient(bytes, marked.orElseThrow(), cut), marked.orElseThrow()));
        }
        Optional<String> utf8 = strictUtf8(bytes, cut).filter(text -> noise(text) <= MOST_NOISE);
        if (utf8.isPresent()) {
            return Optional.of(decoded(utf8.orElseThrow(), StandardCharsets.UTF_8));
        }
        return candidates(declared)
                .map(charset -> reading(bytes, charset, declared, cut))
                .max(Comparator.comparingDouble(Reading::score))
                .filter(best -> best.score() >= WORST_TEXT && noise(best.text()) <= MOST_NOISE)
                .map(best -> decoded(best.text(), best.charset()));
    }

    private static Optional<Charset> byteOrderMark(byte[] bytes) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return starts(bytes, 0x84, 0x31, 0x95, 0x33) ? Optional.of(GB18030) : Optional.empty();
    }

    private static boolean starts(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static Stream<Charset> candidates(Optional<String> declared) {
        List<Charset> all = new ArrayList<>(CANDIDATES);
        declared.flatMap(Decoder::charset)
                .filter(charset -> !all.contains(charset))
                .ifPresent(all::add);
        return all.stream();
    }

    private static Optional<Charset> charset(String name) {
        Charset wider = WIDER.get(name.toLowerCase(Locale.ROOT));
        try {
            return Optional.of(wider != null ? wider : Charset.forName(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // pages invent names
        }
    }

    private Reading reading(byte[] bytes, Charset charset, Optional<String> declared, boolean cut) {
        String text = lenient(bytes, charset, cut);
        boolean named =
                declared.flatMap(Decoder::charset).filter(charset::equals).isPresent();
        return new Reading(charset, text, hanzi.score(text) + (named ? VOTE : 0));
    }

    private static Optional<String> strictUtf8(byte[] bytes, boolean cut) {
        return decode(bytes, StandardCharsets.UTF_8.newDecoder(), cut);
    }

    private static String lenient(byte[] bytes, Charset charset, boolean cut) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        return decode(bytes, decoder, cut).orElseThrow();
    }

    /** Not {@code decoder.decode(in)}: that takes a character cut in two at the end for damage. */
    private static Optional<String> decode(byte[] bytes, CharsetDecoder decoder, boolean cut) {
        CharBuffer out = CharBuffer.allocate((int) Math.ceil(bytes.length * (double) decoder.maxCharsPerByte()) + 4);
        if (decoder.decode(ByteBuffer.wrap(bytes), out, !cut).isError()) {
            return Optional.empty();
        }
        if (!cut) {
            decoder.flush(out);
        }
        return Optional.of(out.flip().toString());
    }

    private static double noise(String text) {
        return text.isEmpty()
                ? 0
                : text.chars().filter(c -> CommonHanzi.isNoise((char) c)).count() / (double) text.length();
    }

    private static Decoded decoded(String text, Charset charset) {
        String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return new Decoded(unmarked, charset.name());
    }
}
