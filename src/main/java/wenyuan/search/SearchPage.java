package wenyuan.search;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import wenyuan.model.Document;
import wenyuan.model.Span;
import wenyuan.query.Field;
import wenyuan.query.Warning;

/**
 * The answer to a search.
 *
 * @param total number of documents that match
 * @param exact whether {@code total} is exact rather than a lower bound
 * @param partial whether time ran out
 * @param took time spent
 * @param warnings for the user, of the parser and of the engine
 * @param hits the documents asked for
 * @param facets counts by field; empty when not asked for. Where very many documents match, an engine counts formulas only if
 *     no hits are wanted, because that takes longer than to find them
 * @param hints what else may be wanted
 */
public record SearchPage(
        long total,
        boolean exact,
        boolean partial,
        Duration took,
        List<Warning> warnings,
        List<Hit> hits,
        Map<Field, List<Count>> facets,
        Hints hints) {
    /** An answer without hints. */
    public SearchPage(
            long total,
            boolean exact,
            boolean partial,
            Duration took,
            List<Warning> warnings,
            List<Hit> hits,
            Map<Field, List<Count>> facets) {
        this(total, exact, partial, took, warnings, hits, facets, Hints.NONE);
    }

    public SearchPage {
        warnings = List.copyOf(warnings);
        hits = List.copyOf(hits);
        EnumMap<Field, List<Count>> copy = new EnumMap<>(Field.class);
        copy.putAll(facets);
        facets = copy;
    }

    /** The same answer with these hints. */
    public SearchPage with(Hints more) {
        return new SearchPage(total, exact, partial, took, warnings, hits, facets, more);
    }

    /**
     * What stands beside the hits; only the first page of an answer with facets has it.
     *
     * @param also words that were looked for under other names too
     * @param possible documents, outside totals and facets, that may hold what was typed: they have a placeholder for a name in
     *     it; at most ten
     * @param possibleTotal how many of those there are
     * @param didYouMean queries that find something where this one does not
     */
    public record Hints(List<Also> also, List<Hit> possible, long possibleTotal, List<String> didYouMean) {
        /** Nothing. */
        public static final Hints NONE = new Hints(List.of(), List.of(), 0, List.of());

        public Hints {
            also = List.copyOf(also);
            possible = List.copyOf(possible);
            didYouMean = List.copyOf(didYouMean);
        }
    }

    /**
     * A word that was also looked for under other names.
     *
     * @param word as typed
     * @param synonyms the other names
     */
    public record Also(String word, List<String> synonyms) {
        public Also {
            synonyms = List.copyOf(synonyms);
        }
    }

    /**
     * One document found.
     *
     * @param document as stored
     * @param score of the engine; comparable only inside one answer
     * @param snippets at most three, in text order
     */
    public record Hit(Document document, double score, List<Snippet> snippets) {
        public Hit {
            snippets = List.copyOf(snippets);
        }
    }

    /**
     * A piece of text around a match.
     *
     * @param text part of the clean text
     * @param start where it begins in the clean text
     * @param marks the matches, as offsets in {@code text}
     */
    public record Snippet(String text, int start, List<Span> marks) {
        public Snippet {
            marks = List.copyOf(marks);
        }
    }

    /**
     * How many of the hits carry a label.
     *
     * @param value id of the label (a year in digits, a collection's name)
     * @param label its name
     * @param count documents
     */
    public record Count(String value, String label, long count) {}
}
