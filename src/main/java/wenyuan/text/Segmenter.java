package wenyuan.text;

import java.util.List;

/** Cuts text into words with HanLP. Thread-safe. */
@SuppressWarnings({"DoNotCallSuggester", "ObjectToString", "UnusedVariable"}) // until it is built
public final class Segmenter {
    private Segmenter() {}

    /** A segmenter with HanLP's own dictionary and {@code words} besides, private to this instance. */
    public static Segmenter with(List<String> words) {
        throw new UnsupportedOperationException(words.toString());
    }

    /** The words of {@code text} in order, normalised; spans count in {@code text} as given. Any length. */
    public List<Token> segment(String text) {
        throw new UnsupportedOperationException(text);
    }
}
