package wenyuan.search;

import java.util.List;
import wenyuan.text.Normal;
import wenyuan.text.Segmenter;
import wenyuan.text.Token;

/**
 * How a chunk typed without quotes is understood. Every engine and the {@link Highlighter} take it the same way.
 *
 * @param whole letters of the whole chunk; empty when it holds none
 * @param words letters of its content words, each once, in order; the whole chunk when it has none
 */
public record Wording(String whole, List<String> words) {
    public Wording {
        words = List.copyOf(words);
    }

    /** Cuts {@code chunk} into words. */
    public static Wording of(String chunk, Segmenter segmenter) {
        String whole = Normal.of(chunk).letters().text();
        List<String> words = segmenter.segment(chunk).stream()
                .filter(Token::content)
                .map(token -> Normal.of(token.text()).letters().text())
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
        return new Wording(whole, words.isEmpty() && !whole.isEmpty() ? List.of(whole) : words);
    }
}
