package wenyuan.text;

import wenyuan.model.Span;

/**
 * A word as HanLP cuts it.
 *
 * @param text the word in normal form
 * @param span where it stands in the string that was cut
 * @param nature HanLP's part of speech, for example {@code n}, {@code v}, {@code w} for punctuation
 */
public record Token(String text, Span span, String nature) {
    /** Whether this is a word that says something: not punctuation, not a particle, preposition, pronoun or the like. */
    public boolean content() {
        return !nature.startsWith("w");
    }
}
