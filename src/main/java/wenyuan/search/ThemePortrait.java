package wenyuan.search;

import java.util.List;
import wenyuan.model.Document;

/**
 * What a reading of some of a theme's documents says about it.
 *
 * @param read number of documents read
 * @param phrases what they say more often than the archive does, most surprising first
 * @param documents of those read, the ones most certainly about the theme
 */
public record ThemePortrait(int read, List<Phrase> phrases, List<Document> documents) {
    public ThemePortrait {
        phrases = List.copyOf(phrases);
        documents = List.copyOf(documents);
    }

    /**
     * An expression typical of a theme.
     *
     * @param phrase letters in normal form
     * @param read documents with it among those read
     * @param documents documents with it in the archive
     * @param surprise G² of standing there, see {@link LogLikelihood}
     */
    public record Phrase(String phrase, int read, long documents, double surprise) {}
}
