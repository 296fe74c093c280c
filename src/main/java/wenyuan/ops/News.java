package wenyuan.ops;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import wenyuan.search.SearchEngine;
import wenyuan.search.SearchPage;
import wenyuan.search.SearchRequest;
import wenyuan.search.SentenceFilter;
import wenyuan.store.Searches;
import wenyuan.store.Store;

/** What a saved search finds that was not there at the last look. As thread-safe as store and engine are. */
public record News(Store store, SearchEngine engine) {
    /**
     * What a search finds now.
     *
     * @param documents all of them
     * @param exact whether {@code documents} is exact rather than a lower bound
     * @param fresh ids of those that came after the last look, newest first; relabelled ones are not among them
     */
    public record Found(long documents, boolean exact, List<String> fresh) {
        public Found {
            fresh = List.copyOf(fresh);
        }
    }

    /** How far a look reaches that is taken now: what is not in the index yet will be new to the next one. */
    public long reached() {
        return engine.position().change();
    }

    /** What {@code request}, as {@code saved} holds it, finds. */
    public Found of(Searches.Saved saved, SearchRequest request) {
        SearchRequest documents = SentenceFilter.of(request).documents();
        SearchPage page = engine.search(asking(documents, 0));
        Set<String> came =
                page.total() == 0 ? Set.of() : new HashSet<>(store.searches().cameAfter(saved.seenChange()));
        List<String> fresh = came.isEmpty()
                ? List.of()
                : engine.ids(asking(documents, (int) Math.min(page.total(), Integer.MAX_VALUE))).stream()
                        .filter(came::contains)
                        .toList();
        return new Found(page.total(), page.exact(), fresh);
    }

    private static SearchRequest asking(SearchRequest request, int size) {
        return new SearchRequest(
                request.query(),
                request.filters(),
                SearchRequest.Sort.NEWEST,
                0,
                size,
                false,
                request.limit(),
                request.warnings());
    }
}
