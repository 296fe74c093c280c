package wenyuan.web;

import java.util.List;
import wenyuan.model.Document;
import wenyuan.query.Query;
import wenyuan.query.Scope;
import wenyuan.search.SearchRequest;
import wenyuan.text.Normal;

/** Documents that go by the same title. */
record Namesakes(WebServer.Archive archive) {
    private static final int MOST = 20;
    private static final int SHORTEST = 4;

    /** Ids of others with the same letters in the title, and another text. */
    List<String> of(Document document) {
        String title = letters(document.title());
        if (title.length() < SHORTEST) {
            return List.of();
        }
        Query query = new Query.Verbatim(document.title(), false, new Scope.Title());
        SearchRequest request = new SearchRequest(
                query, List.of(), SearchRequest.Sort.RELEVANCE, 0, MOST, false, SearchRequest.DEFAULT_LIMIT, List.of());
        return archive.engine().ids(request).stream()
                .flatMap(id -> archive.store().document(id).stream())
                .filter(other -> !other.textKey().equals(document.textKey())
                        && letters(other.title()).equals(title))
                .map(Document::id)
                .toList();
    }

    private static String letters(String title) {
        return Normal.of(title).letters().text();
    }
}
