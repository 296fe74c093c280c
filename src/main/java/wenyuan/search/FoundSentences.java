package wenyuan.search;

import java.util.List;
import java.util.OptionalInt;
import wenyuan.model.Label;
import wenyuan.model.Span;
import wenyuan.query.Query;

/**
 * All sentences that a search found, in order, without their texts: some 200 bytes each, so that an answer can be kept
 * for the next page. Immutable.
 */
public final class FoundSentences {
    private final Query query;
    private final List<Fold> folds;
    private final SentencePage figures;

    FoundSentences(Query query, List<Fold> folds, SentencePage figures) {
        this.query = query;
        this.folds = List.copyOf(folds);
        this.figures = figures;
    }

    /** Where a sentence stands. */
    record Use(SentencePage.Source source, Span sentence) {}

    /**
     * Equal sentences.
     *
     * @param uses one for each document, earliest first
     * @param held how many things that were asked for it holds
     * @param length in UTF-16 units
     */
    record Fold(List<Use> uses, int held, int length, OptionalInt earliest, List<Label> functions) {
        Fold {
            uses = List.copyOf(uses);
            functions = List.copyOf(functions);
        }
    }

    /** Whether time ran out, so that another search may find more. */
    public boolean partial() {
        return figures.partial();
    }

    Query query() {
        return query;
    }

    List<Fold> folds() {
        return folds;
    }

    /** The figures with these sentences. */
    SentencePage page(List<SentencePage.Hit> hits) {
        return new SentencePage(
                figures.total(),
                figures.unfolded(),
                figures.exact(),
                figures.partial(),
                figures.took(),
                figures.functions(),
                hits);
    }
}
