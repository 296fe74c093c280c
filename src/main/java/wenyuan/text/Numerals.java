package wenyuan.text;

import java.util.OptionalInt;

/** Reads numbers as Chinese documents write them. */
@SuppressWarnings({"DoNotCallSuggester", "ObjectToString", "UnusedVariable"}) // until it is built
public final class Numerals {
    private Numerals() {}

    /**
     * The number that the whole of {@code text} writes, in digits of any width or in characters: 85, ８５, 八十五, 一百零五,
     * 二〇二三, 二○二三, 二OO六, 廿八; empty when it is none or too large.
     */
    public static OptionalInt parse(String text) {
        throw new UnsupportedOperationException(text);
    }
}
