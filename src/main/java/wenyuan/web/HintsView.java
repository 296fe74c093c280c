package wenyuan.web;

import java.util.List;
import wenyuan.search.SearchPage;

/**
 * What stands beside the hits, ready to be printed.
 *
 * @param also words that were looked for under other names too
 * @param possible documents with a placeholder for what was typed
 * @param possibleTotal how many there are
 * @param didYouMean other queries
 */
public record HintsView(List<Also> also, List<Hit> possible, long possibleTotal, List<Proposal> didYouMean) {
    /**
     * A word and its other names.
     *
     * @param only the page for the word alone
     */
    public record Also(String word, String synonyms, String only) {}

    /** Another query and its page. */
    public record Proposal(String query, String url) {}

    static HintsView of(SearchPage.Hints hints, Address address, Messages say) {
        return new HintsView(
                hints.also().stream()
                        .map(also -> new Also(
                                also.word(),
                                String.join("、", also.synonyms()),
                                address.asking(only(address.q(), also.word())).url()))
                        .toList(),
                hints.possible().stream().map(hit -> Hit.of(hit, address, say)).toList(),
                hints.possibleTotal(),
                hints.didYouMean().stream()
                        .map(query -> new Proposal(query, address.asking(query).url()))
                        .toList());
    }

    /** What was typed with the word in quotes. */
    private static String only(String typed, String word) {
        int at = typed.indexOf(word);
        return at < 0
                ? "\"" + word + "\""
                : (typed.substring(0, at) + " \"" + word + "\" " + typed.substring(at + word.length()))
                        .strip()
                        .replaceAll(" +", " ");
    }
}
