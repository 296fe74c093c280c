package wenyuan.search;

import java.time.Duration;
import java.util.List;
import wenyuan.query.Query;
import wenyuan.query.Warning;

/**
 * A search.
 *
 * @param query what was typed, read
 * @param filters choices made beside the box; each holds, and a facet is counted as if its own were absent
 * @param sort order of the hits
 * @param from number of hits to leave out
 * @param size number of hits wanted; 0 when only totals and facets are
 * @param facets whether counts are wanted
 * @param limit longest time to search
 * @param warnings what reading the query already found; the page repeats them
 */
public record SearchRequest(
        Query query,
        List<Query> filters,
        Sort sort,
        int from,
        int size,
        boolean facets,
        Duration limit,
        List<Warning> warnings) {
    /** The time a search may take unless something else is said. */
    public static final Duration DEFAULT_LIMIT = Duration.ofSeconds(5);

    public SearchRequest {
        filters = List.copyOf(filters);
        warnings = List.copyOf(warnings);
    }

    /** The same request for another query. */
    public SearchRequest asking(Query other) {
        return new SearchRequest(other, filters, sort, from, size, facets, limit, warnings);
    }

    /** The first ten hits with facets, best first. */
    public static SearchRequest of(Query query) {
        return new SearchRequest(query, List.of(), Sort.RELEVANCE, 0, 10, true, DEFAULT_LIMIT, List.of());
    }

    /** The same for its totals, facets and warnings alone. */
    public SearchRequest counting() {
        return new SearchRequest(query, filters, sort, 0, 0, facets, limit, warnings);
    }

    /** The same with these filters beside the query. */
    public SearchRequest beside(List<Query> others) {
        return new SearchRequest(query, others, sort, from, size, facets, limit, warnings);
    }

    /** The same without facets. */
    public SearchRequest bare() {
        return new SearchRequest(query, filters, sort, from, size, false, limit, warnings);
    }

    /** The same with other warnings. */
    public SearchRequest warned(List<Warning> others) {
        return new SearchRequest(query, filters, sort, from, size, facets, limit, others);
    }

    /**
     * Orders of hits. Those by year use the meeting's year, then the page's date; unknown last. Left and right order the lines
     * of a {@link Concordance} by what stands beside the match; documents are then best first.
     */
    public enum Sort {
        RELEVANCE,
        NEWEST,
        OLDEST,
        LEFT,
        RIGHT
    }
}
