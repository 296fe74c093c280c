package wenyuan.search;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Asks for a concordance.
 *
 * @param search what is looked for, in which order ({@link SearchRequest.Sort#RELEVANCE} is by document), and which lines
 * @param with what is wanted beside the lines
 */
public record ConcordanceRequest(SearchRequest search, Set<Part> with) {
    public ConcordanceRequest {
        with = Set.copyOf(with);
    }

    /** What a concordance can tell beside its lines. All but groups take time. */
    public enum Part {
        GROUPS,
        COLLOCATES,
        FILLERS,
        EXTENSIONS;

        /** The word for it in addresses. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The part that goes by this word. */
        public static Optional<Part> named(String word) {
            return Stream.of(values()).filter(part -> part.word().equals(word)).findFirst();
        }
    }
}
