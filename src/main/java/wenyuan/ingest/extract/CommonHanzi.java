package wenyuan.ingest.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How much a text looks like Chinese. A wrong charset turns common characters into rare ones, so the mean weight of the
 * characters tells the right one. Immutable.
 */
final class CommonHanzi {
    /** What a text without any character that counts (plain ASCII) looks like. */
    static final double NEUTRAL = 0.5;

    private static final int COUNTED = 20_000;

    private static final float OTHER = -0.6f;
    private static final Map<Character.UnicodeBlock, Float> BLOCKS = Map.of(
            Character.UnicodeBlock.CJK_UNIFIED_IDEOGRAPHS,
            -0.3f,
            Character.UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION,
            0.6f,
            Character.UnicodeBlock.GENERAL_PUNCTUATION,
            0.6f,
            Character.UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS,
            0.6f,
            Character.UnicodeBlock.PRIVATE_USE_AREA,
            -1.5f,
            Character.UnicodeBlock.CJK_UNIFIED_IDEOGRAPHS_EXTENSION_A,
            -1f);

    private final float[] weights = new float[Character.MIN_SUPPLEMENTARY_CODE_POINT];

    private CommonHanzi(String commonest) {
        for (int c = 0; c < weights.length; c++) {
            weights[c] = uncommon((char) c);
        }
        for (int rank = 0; rank < commonest.length(); rank++) {
            weights[commonest.charAt(rank)] =
                    (float) (1 - 0.8 * Math.log1p(rank / 20.0) / Math.log1p(commonest.length() / 20.0));
        }
    }

    static CommonHanzi load() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                CommonHanzi.class.getResourceAsStream("/wenyuan/extract/common.txt"), StandardCharsets.UTF_8))) {
            return new CommonHanzi(
                    lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.joining()));
        } catch (IOException e) {
            throw new UncheckedIOException("common.txt is missing from the program", e);
        }
    }

    /** From about -3 (noise) to 1 (nothing but the commonest characters); over the first 20,000 characters that count. */
    double score(String text) {
        double sum = 0;
        int counted = 0;
        for (int i = 0; i < text.length() && counted < COUNTED; i++) {
            char c = text.charAt(i);
            if (!isPlain(c)) {
                sum += weights[c];
                counted++;
            }
        }
        return counted == 0 ? NEUTRAL : sum / counted;
    }

    /** Characters that no text has: control characters, replacements, unassigned ones. */
    static boolean isNoise(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> !isPlain(c);
            case Character.UNASSIGNED -> true;
            default -> c == '\uFFFD';
        };
    }

    /** ASCII says nothing about the charset. U+001A is how DOS ended a file, U+000B and U+000C break lines and pages. */
    private static boolean isPlain(char c) {
        return (c >= ' ' && c < 0x7F) || (c >= '\t' && c <= '\r') || c == 0x1A;
    }

    private static float uncommon(char c) {
        if (isNoise(c)) {
            return -3;
        }
        if (c >= '\uFF61' && c <= '\uFFDC') {
            return -1; // half-width katakana and hangul: what GBK becomes in a Japanese charset
        }
        if (c < '\u0500') {
            return -0.2f; // Latin, Greek, Cyrillic
        }
        Character.UnicodeBlock block = Character.UnicodeBlock.of(c);
        return block == null ? OTHER : BLOCKS.getOrDefault(block, OTHER);
    }
}
