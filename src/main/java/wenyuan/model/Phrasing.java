package wenyuan.model;

import java.util.List;

/**
 * How the same is written otherwise: what a search looks for beside what was typed. Everything is letters of the normal form.
 *
 * @param synonyms groups of words that mean the same; no word stands in two of them
 * @param suffixes what follows the name of a place, a body or a person, where texts write ×× for the name
 */
public record Phrasing(List<List<String>> synonyms, List<String> suffixes) {
    /** Nothing is written otherwise. */
    public static final Phrasing NONE = new Phrasing(List.of(), List.of());

    public Phrasing {
        synonyms = synonyms.stream().map(List::copyOf).toList();
        suffixes = List.copyOf(suffixes);
    }
}
