package wenyuan.search;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import wenyuan.search.SearchRequest.Sort;

/** A way to see the answer to a search. */
public enum View {
    /** Documents, ranked. */
    DOCUMENTS,
    /** Sentences that hold a match, equal ones folded together. */
    SENTENCES,
    /** Every single match with the words to its left and right (KWIC). */
    CONCORDANCE;

    /** The word for it in addresses and on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The orders that its rows can have. */
    public List<Sort> orders() {
        return switch (this) {
            case DOCUMENTS, SENTENCES -> List.of(Sort.RELEVANCE, Sort.NEWEST, Sort.OLDEST);
            case CONCORDANCE -> List.of(Sort.values());
        };
    }

    /** Rows on a page unless something else is said. */
    public int rows() {
        return this == CONCORDANCE ? 30 : 10;
    }

    /** The view that goes by this word. */
    public static Optional<View> named(String word) {
        return Stream.of(values()).filter(view -> view.word().equals(word)).findFirst();
    }
}
