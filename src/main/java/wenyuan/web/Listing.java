package wenyuan.web;

import java.util.List;
import wenyuan.search.SearchPage;

/**
 * What a view of an answer lists, ready to be printed: the rows of one page, and how many there are in all. Each view has
 * one here, a template of its own that {@code search.jte} calls, a class of JSON and a class of lines for the terminal.
 */
public sealed interface Listing permits Listing.Documents, SentencesView, ConcordanceView {
    /** Number of rows that can be paged through. */
    long total();

    /** The line that says what was found. */
    String found(Messages say);

    /** The documents view. */
    record Documents(long total, boolean exact, List<Hit> hits) implements Listing {
        static Documents of(SearchPage page, Address address, Messages say) {
            return new Documents(
                    page.total(),
                    page.exact(),
                    page.hits().stream().map(hit -> Hit.of(hit, address, say)).toList());
        }

        @Override
        public String found(Messages say) {
            return say.say(exact ? "search.found" : "search.found.least", total);
        }
    }
}
