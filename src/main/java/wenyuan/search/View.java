package wenyuan.search;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** Whether it can be shown yet; what cannot is shown as documents, with a warning. */
    public boolean built() {
        return this != CONCORDANCE;
    }

    /** The view that goes by this word. */
    public static Optional<View> named(String word) {
        return Stream.of(values()).filter(view -> view.word().equals(word)).findFirst();
    }
}
