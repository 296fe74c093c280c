package wenyuan.text;

import com.hankcs.hanlp.HanLP;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * The context-free map behind {@link Normal}: one UTF-16 unit becomes one unit or nothing. Surrogates stay as they are.
 * Script comes from the single-character entries of HanLP's own {@code t2s.txt} (read out of its jar) and from
 * {@code variants.txt} beside this class; width from Unicode's compatibility forms.
 */
final class Folding {
    /** What a dropped unit folds to. No unit folds to it otherwise: NUL itself is dropped. */
    static final char DROPPED = 0;

    /** What every zero that is drawn as a circle folds to; a run of them may be a placeholder. */
    static final char CIRCLE = '〇';

    private static final char LAST_COMBINING = '\u036F';
    private static final int LONGEST_CHAIN = 5;
    private static final String SLOTS = "×✕╳✗✖〤*□▢";
    private static final String CIRCLES = "○◯〇";
    private static final String QUOTES = "“”„‟「」『』〝〞〟";
    private static final String APOSTROPHES = "‘’‚‛′`";
    private static final String DASHES = "‐‑‒–—―−─━﹣";
    private static final String DOTS = "·•‧∙⋅・";

    private static final char[] TABLE = table();

    private Folding() {}

    /** What {@code unit} becomes, or {@link #DROPPED}. */
    static char of(char unit) {
        return TABLE[unit];
    }

    private static char[] table() {
        Map<Character, Character> script = new HashMap<>();
        readPairs(HanLP.class, "/data/dictionary/tc/t2s.txt", "=", script);
        readPairs(Folding.class, "variants.txt", "", script);
        char[] table = new char[Character.MAX_VALUE + 1];
        for (int unit = 0; unit < table.length; unit++) {
            table[unit] = settled((char) unit, script);
        }
        return table;
    }

    /** Folds until nothing changes, so that folding twice is folding once. */
    private static char settled(char unit, Map<Character, Character> script) {
        char now = unit;
        for (int step = 0; step < LONGEST_CHAIN && now != DROPPED; step++) {
            now = step(now, script);
        }
        return now;
    }

    private static char step(char unit, Map<Character, Character> script) {
        if (Character.isSurrogate(unit)) {
            return unit;
        }
        char sign = sign(unit);
        if (sign != unit || dropped(unit)) {
            return sign == unit ? DROPPED : sign;
        }
        char narrow = Character.toLowerCase(narrow(unit));
        return script.getOrDefault(narrow, narrow);
    }

    private static char sign(char unit) {
        if (SLOTS.indexOf(unit) >= 0) {
            return Normal.SLOT;
        } else if (CIRCLES.indexOf(unit) >= 0) {
            return CIRCLE;
        } else if (QUOTES.indexOf(unit) >= 0) {
            return '"';
        } else if (APOSTROPHES.indexOf(unit) >= 0) {
            return '\'';
        } else if (DASHES.indexOf(unit) >= 0) {
            return '-';
        } else if (DOTS.indexOf(unit) >= 0) {
            return '·';
        }
        return blank(unit);
    }

    private static char blank(char unit) {
        return switch (unit) {
            case '\r', '\f', '\u000B', '\u0085', '\u2028', '\u2029' -> '\n';
            case '\t', '\u00A0', '\u3000' -> ' ';
            case '⋯', '‥' -> '…';
            case '〜', '∼' -> '~';
            default -> Character.getType(unit) == Character.SPACE_SEPARATOR ? ' ' : unit;
        };
    }

    /** Zero-width and control characters, accents that stand apart, variation selectors. */
    private static boolean dropped(char unit) {
        int type = Character.getType(unit);
        return type == Character.FORMAT
                || (type == Character.CONTROL && unit != '\n')
                || (unit >= '\u0300' && unit <= LAST_COMBINING)
                || (unit >= '\uFE00' && unit <= '\uFE0F')
                || unit == '\u180E';
    }

    /** The half-width, plain or unified form, when that is one unit; numbers in circles keep theirs. */
    private static char narrow(char unit) {
        int type = Character.getType(unit);
        if (type == Character.OTHER_NUMBER || type == Character.LETTER_NUMBER) {
            return unit;
        }
        String form = Normalizer.normalize(String.valueOf(unit), Normalizer.Form.NFKC);
        return form.length() == 1 ? unaccented(form.charAt(0)) : unit;
    }

    private static char unaccented(char unit) {
        String parts = Normalizer.normalize(String.valueOf(unit), Normalizer.Form.NFD);
        return parts.chars().skip(1).allMatch(part -> part >= '\u0300' && part <= LAST_COMBINING)
                ? parts.charAt(0)
                : unit;
    }

    /** Reads lines of {@code traditional=simplified}, or of words of two characters when there is no separator. */
    private static void readPairs(Class<?> owner, String resource, String separator, Map<Character, Character> pairs) {
        for (String line : lines(owner, resource)) {
            if (line.startsWith("#")) {
                continue;
            }
            for (String pair : line.split(separator.isEmpty() ? " " : "\n", -1)) {
                put(pair, separator, pairs);
            }
        }
    }

    private static void put(String pair, String separator, Map<Character, Character> pairs) {
        int gap = separator.length();
        boolean single = pair.length() >= 2 + gap
                && pair.startsWith(separator, 1)
                && (pair.length() == 2 + gap || pair.charAt(2 + gap) == ' ')
                && !Character.isSurrogate(pair.charAt(1 + gap));
        if (single) {
            pairs.put(pair.charAt(0), pair.charAt(1 + gap));
        }
    }

    private static String[] lines(Class<?> owner, String resource) {
        try (InputStream in = owner.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing beside " + owner.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\\R", -1);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }
}
