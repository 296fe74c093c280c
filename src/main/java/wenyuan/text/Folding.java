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
    /** From here on to the compatibility forms Unicode has nothing to unify, and there are no signs. */
    private static final char FIRST_HAN = '\u3400';

    private static final char FIRST_COMPATIBILITY = '\uF900';
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
        readScript(script);
        readVariants(script);
        char[] table = new char[Character.MAX_VALUE + 1];
        for (int unit = 0; unit < table.length; unit++) {
            table[unit] = isPlain((char) unit) ? (char) unit : settled((char) unit, script);
        }
        for (char unit : script.keySet()) {
            table[unit] = settled(unit, script);
        }
        return table;
    }

    /** Where only the lists say that a unit changes. Asking nothing else there makes the start fast. */
    private static boolean isPlain(char unit) {
        return unit >= FIRST_HAN && unit < FIRST_COMPATIBILITY;
    }

    /** Folds until nothing changes, so that folding twice is folding once. */
    private static char settled(char unit, Map<Character, Character> script) {
        char before = unit;
        char now = step(unit, script);
        for (int step = 1; step < LONGEST_CHAIN && now != DROPPED && now != before; step++) {
            before = now;
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
        if (isPlain(unit)) {
            return unit;
        }
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

    /** HanLP's own list of lines {@code traditional=simplified}; phrases and what leaves the BMP is not for us. */
    private static void readScript(Map<Character, Character> pairs) {
        for (String line : lines(HanLP.class, "/data/dictionary/tc/t2s.txt")) {
            String first = line.split(" ", -1)[0];
            if (first.length() == 3 && first.charAt(1) == '=' && !Character.isSurrogate(first.charAt(0))) {
                pairs.put(first.charAt(0), first.charAt(2));
            }
        }
    }

    private static void readVariants(Map<Character, Character> pairs) {
        for (String line : lines(Folding.class, "variants.txt")) {
            for (String pair : line.startsWith("#") || line.isEmpty() ? new String[0] : line.split(" ", -1)) {
                pairs.put(pair.charAt(0), pair.charAt(1));
            }
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
