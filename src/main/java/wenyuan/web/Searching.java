package wenyuan.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import wenyuan.export.ConcordanceJson;
import wenyuan.export.SearchJson;
import wenyuan.query.QueryParser;
import wenyuan.search.Concordance;
import wenyuan.search.ConcordancePage;
import wenyuan.search.ConcordanceRequest;
import wenyuan.search.Note;
import wenyuan.search.Notes;
import wenyuan.search.SearchPage;

/** Searches, as a page and as JSON. */
final class Searching {
    private final WebServer.Archive archive;
    private final QueryParser parser;
    private final Views views;
    private final Concordance concordance;

    Searching(WebServer.Archive archive, QueryParser parser, Views views) {
        this.archive = archive;
        this.parser = parser;
        this.views = views;
        this.concordance = new Concordance(archive.engine(), archive.store()::document);
    }

    /** {@code /} */
    void page(Context ctx) {
        SearchParams params = read(ctx.queryParamMap());
        switch (params.address().view()) {
            case CONCORDANCE -> {
                SearchPage answer = archive.engine().search(params.request().counting());
                ConcordancePage lines = concordance(params);
                show(
                        ctx,
                        params,
                        answer.with(lines.warnings()),
                        new Listing.Lines(ConcordanceView.of(
                                lines, params, archive.rules().taxonomy())));
            }
            case DOCUMENTS, SENTENCES -> {
                SearchPage answer = archive.engine().search(params.request());
                show(ctx, params, answer, Listing.Documents.of(answer, params.address()));
            }
        }
    }

    private void show(Context ctx, SearchParams params, SearchPage answer, Listing listing) {
        SearchView view = SearchView.of(
                params,
                answer,
                listing,
                archive.rules().taxonomy(),
                notes(params),
                archive.engine().documents(),
                archive.waiting().getAsLong());
        views.show(ctx, "search", Map.of("view", view));
    }

    /** {@code /api/search}, by GET or as a form by POST. */
    void json(Context ctx) {
        Map<String, List<String>> params =
                ctx.req().getMethod().equals("POST") ? ctx.formParamMap() : ctx.queryParamMap();
        Problems.json(ctx, json(read(params)));
    }

    private ObjectNode json(SearchParams params) {
        return switch (params.address().view()) {
            case CONCORDANCE -> ConcordanceJson.page(concordance(params), params.with(), notes(params));
            case DOCUMENTS, SENTENCES -> SearchJson.page(archive.engine().search(params.request()), notes(params));
        };
    }

    private ConcordancePage concordance(SearchParams params) {
        return concordance.answer(
                new ConcordanceRequest(params.request(), params.with()),
                archive.segmenter().get());
    }

    private List<Note> notes(SearchParams params) {
        return Notes.of(
                params.address().q(), params.request().query(), archive.rules().formulas());
    }

    private SearchParams read(Map<String, List<String>> params) {
        return SearchParams.read(params, parser, archive.rules().taxonomy());
    }
}
