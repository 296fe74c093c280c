package wenyuan.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
     * @param every the page for whichever of the names, each as written
     */
    public record Also(String word, String synonyms, String only, String every) {}

    /** Another query and its page. */
    public record Proposal(String query, String url) {}

    static HintsView of(SearchPage.Hints hints, Address address, Messages say) {
        return new HintsView(
                hints.also().stream()
                        .map(also -> new Also(
                                also.word(),
                                String.join(say.say("list.comma"), also.synonyms()),
                                address.asking(with(address.q(), also.word(), "\"" + also.word() + "\""))
                                        .url(),
                                address.asking(with(address.q(), also.word(), every(also)))
                                        .url()))
                        .toList(),
                hints.possible().stream().map(hit -> Hit.of(hit, address, say)).toList(),
                hints.possibleTotal(),
                hints.didYouMean().stream()
                        .map(query -> new Proposal(query, address.asking(query).url()))
                        .toList());
    }

    private static String every(SearchPage.Also also) {
        return Stream.concat(Stream.of(also.word()), also.synonyms().stream())
                .map(name -> "\"" + name + "\"")
                .collect(Collectors.joining(" OR ", "(", ")"));
    }

    /** What was typed with something else for the word. */
    private static String with(String typed, String word, String other) {
        int at = typed.indexOf(word);
        return at < 0
                ? other
                : (typed.substring(0, at) + " " + other + " " + typed.substring(at + word.length()))
                        .strip()
                        .replaceAll(" +", " ");
    }
}
