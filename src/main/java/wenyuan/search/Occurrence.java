package wenyuan.search;

import java.util.List;
import wenyuan.model.Document;
import wenyuan.model.Span;

/**
 * One match in a document.
 *
 * @param line as it is shown
 * @param sentence that it stands in, or all it runs through; of a sentence of thousands of characters what is near
 * @param at where it stands in {@code sentence}
 */
record Occurrence(ConcordanceLine line, String sentence, Span at) {
    /**
     * What a concordance reads in one document.
     *
     * @param occurrences in text order, at most {@link Concordance#MOST_LINES}
     * @param others sentences without a match, evenly out of the whole text
     */
    record Gleaned(List<Occurrence> occurrences, List<String> others) {}

    /** Reads {@code document}. */
    static Gleaned in(Document document, List<Sought> sought) {
        Reading reading = Reading.of(document);
        List<Span> matches = sought.stream()
                .flatMap(each -> each.matches(reading).stream())
                .sorted()
                .limit(Concordance.MOST_LINES)
                .toList();
        return new Gleaning(document, reading, matches).gleaned();
    }
}
