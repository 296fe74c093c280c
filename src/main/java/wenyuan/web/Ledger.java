package wenyuan.web;

import static java.util.stream.Collectors.toMap;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import wenyuan.export.FormulaJson;
import wenyuan.model.Formulas;
import wenyuan.query.Field;
import wenyuan.query.Query;
import wenyuan.search.SearchPage;
import wenyuan.search.SearchRequest;

/** The formulas with their history, as a page and as JSON. */
final class Ledger {
    private final WebServer.Archive archive;
    private final Views views;

    Ledger(WebServer.Archive archive, Views views) {
        this.archive = archive;
        this.views = views;
    }

    /** {@code /formulas} */
    void page(Context ctx) {
        views.show(ctx, "formulas", Map.of("view", FormulasView.of(formulas(), documents())));
    }

    /** {@code /api/formulas} */
    void json(Context ctx) {
        Problems.json(ctx, FormulaJson.ledger(formulas(), documents()));
    }

    private Formulas formulas() {
        return archive.rules().formulas();
    }

    /** How many documents use each formula: the facet of a search for everything. */
    private Map<String, Long> documents() {
        SearchRequest everything = new SearchRequest(
                new Query.All(),
                List.of(),
                SearchRequest.Sort.RELEVANCE,
                0,
                0,
                true,
                SearchRequest.DEFAULT_LIMIT,
                List.of());
        return archive.engine().search(everything).facets().getOrDefault(Field.FORMULA, List.of()).stream()
                .collect(toMap(SearchPage.Count::value, SearchPage.Count::count));
    }
}
