package wenyuan.search;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import wenyuan.model.Label;
import wenyuan.model.Span;

/**
 * Some of the sentences that a search found.
 *
 * @param total number of different sentences
 * @param unfolded number of sentences before equal ones were folded together
 * @param exact whether every document that matches was read
 * @param partial whether time ran out
 * @param took time spent to find them
 * @param functions how many of the sentences that hold a match have which speech function, whatever functions were asked for
 */
public record SentencePage(
        long total,
        long unfolded,
        boolean exact,
        boolean partial,
        Duration took,
        List<SearchPage.Count> functions,
        List<Hit> hits) {
    public SentencePage {
        functions = List.copyOf(functions);
        hits = List.copyOf(hits);
    }

    /**
     * A sentence with its neighbours, as it stands in the first of its sources.
     *
     * @param marks the matches, as offsets in {@code text}
     * @param before the sentence before it; empty when there is none
     * @param after the sentence after it; empty when there is none
     * @param functions what it does in a speech
     * @param documents number of documents that have it
     * @param earliest smallest year that is known or inferred
     * @param sources some of those documents, earliest first, unknown years last
     * @param mark number of the first of {@code marks} among all marks of the first source, from 1 on; 0 without a mark
     */
    public record Hit(
            String text,
            List<Span> marks,
            String before,
            String after,
            List<Label> functions,
            int documents,
            OptionalInt earliest,
            List<Source> sources,
            int mark) {
        public Hit {
            marks = List.copyOf(marks);
            functions = List.copyOf(functions);
            sources = List.copyOf(sources);
        }
    }

    /** A document that has a sentence. */
    public record Source(String id, String title, OptionalInt year) {}
}
