package wenyuan.web;

import java.util.List;
import wenyuan.search.SearchPage;

/**
 * What a view of an answer lists, ready to be printed: the rows of one page, and how many there are in all. Each view has
 * one here, a template of its own that {@code search.jte} calls, a class of JSON and a class of lines for the terminal.
 */
public sealed interface Listing {
    /** Number of rows that can be paged through. */
    long total();

    /** The concordance. */
    record Lines(ConcordanceView view) implements Listing {
        @Override
        public long total() {
            return view.reachable();
        }
    }

    /** The documents view. */
    record Documents(long total, List<Hit> hits) implements Listing {
        static Documents of(SearchPage page, Address address) {
            return new Documents(
                    page.total(),
                    page.hits().stream()
                            .map(hit -> Hit.of(hit, address, Messages.CHINESE))
                            .toList());
        }
    }
}
