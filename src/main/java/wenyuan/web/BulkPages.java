package wenyuan.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wenyuan.model.Document;
import wenyuan.query.QueryParser;
import wenyuan.search.SearchPage;
import wenyuan.search.SearchRequest;
import wenyuan.store.Corrections;

/** The same label for everything that a search found: first seen, then confirmed. */
public final class BulkPages {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int SAMPLE = 10;
    private static final int PAGE = 500;

    /** More than this takes longer than a browser waits. */
    private static final int MOST = 10_000;

    private final WebServer.Archive archive;
    private final QueryParser parser;
    private final Login login;
    private final Views views;

    BulkPages(WebServer.Archive archive, QueryParser parser, Login login, Views views) {
        this.archive = archive;
        this.parser = parser;
        this.login = login;
        this.views = views;
    }

    /**
     * A document of the sample.
     *
     * @param changes what would change, in words; empty before anything is chosen
     */
    public record Sample(String id, String title, List<String> changes) {}

    /** {@code /admin/review/bulk} with the parameters of the search page. */
    void page(Context ctx) {
        show(ctx, List.of(), "");
    }

    /** {@code POST /admin/review/bulk} with the same parameters: shows what would change, or with {@code confirm} does it. */
    void correct(Context ctx) {
        login.require(ctx);
        switch (CorrectionForm.read(ctx, archive.rules().taxonomy())) {
            case CorrectionForm.Filled.Wrong wrong -> refuse(ctx, wrong.complaint(Language.of(ctx)));
            case CorrectionForm.Filled.Decisions filled -> {
                if (filled.decisions().isEmpty()) {
                    refuse(ctx, Language.of(ctx).say("bulk.nothing"));
                } else {
                    correct(ctx, filled.decisions());
                }
            }
        }
    }

    private void correct(Context ctx, List<Corrections.Decision> decisions) {
        SearchParams params = params(ctx);
        SearchPage found = search(params, 0, 0);
        boolean same = ImportPages.text(ctx.formParam("count")).equals("" + found.total());
        if (!"yes".equals(ctx.formParam("confirm")) || !same || found.total() > MOST || found.partial()) {
            boolean asked = "yes".equals(ctx.formParam("confirm"));
            show(ctx, decisions, asked ? Language.of(ctx).say("bulk.changed") : "");
            return;
        }
        String scope = URLDecoder.decode(params.address().url(), StandardCharsets.UTF_8);
        archive.store().corrections().decideAll(ids(params), decisions, login.name(ctx), scope);
        archive.work().follow(PATIENCE);
        ctx.redirect(params.address().url(), HttpStatus.SEE_OTHER);
    }

    private void refuse(Context ctx, String complaint) {
        ctx.status(HttpStatus.BAD_REQUEST);
        show(ctx, List.of(), complaint);
    }

    private void show(Context ctx, List<Corrections.Decision> decisions, String complaint) {
        Messages say = Language.of(ctx);
        SearchParams params = params(ctx);
        SearchPage found = search(params, 0, SAMPLE);
        views.show(
                ctx,
                "bulk",
                Map.of(
                        "query", params.address().url().substring(1),
                        "total", found.total(),
                        "tooMany", found.total() > MOST,
                        "sample",
                                found.hits().stream()
                                        .map(hit -> sample(hit.document(), decisions, say))
                                        .toList(),
                        "form",
                                CorrectionForm.of(archive.rules().taxonomy(), Optional.empty(), say)
                                        .filled(ctx),
                        "wishes",
                                decisions.stream()
                                        .map(decision -> wish(decision, say))
                                        .toList(),
                        "complaint", complaint));
    }

    private static Sample sample(Document document, List<Corrections.Decision> decisions, Messages say) {
        List<String> changes = decisions.stream()
                .filter(decision -> decision.values()
                        .filter(values -> !values.equals(decision.field().of(document.attributes())))
                        .isPresent())
                .map(decision -> say.say(
                        "list.entry",
                        CorrectionForm.title(decision.field(), say),
                        CorrectionForm.names(decision.field().of(document.attributes()), say) + " → "
                                + CorrectionForm.names(decision.values().orElse(List.of()), say)))
                .toList();
        return new Sample(document.id(), document.title(), changes);
    }

    /**
     * A decision to be sent again with the confirmation.
     *
     * @param name of the parameter
     * @param shown for people
     */
    public record Wish(String name, String value, String title, String shown) {}

    private static Wish wish(Corrections.Decision decision, Messages say) {
        List<String> ids = decision.values().orElse(List.of()).stream()
                .map(label -> label.id())
                .toList();
        return new Wish(
                decision.field().english(),
                ids.isEmpty() ? CorrectionForm.NONE : String.join(",", ids),
                CorrectionForm.title(decision.field(), say),
                CorrectionForm.names(decision.values().orElse(List.of()), say));
    }

    private List<String> ids(SearchParams params) {
        List<String> ids = new ArrayList<>();
        List<SearchPage.Hit> hits;
        do {
            hits = search(params, ids.size(), PAGE).hits();
            hits.forEach(hit -> ids.add(hit.document().id()));
        } while (hits.size() == PAGE);
        return ids;
    }

    private SearchPage search(SearchParams params, int from, int size) {
        SearchRequest asked = params.request();
        return archive.engine()
                .search(new SearchRequest(
                        asked.query(),
                        asked.filters(),
                        asked.sort(),
                        from,
                        size,
                        false,
                        asked.limit(),
                        asked.warnings()));
    }

    private SearchParams params(Context ctx) {
        return SearchParams.read(ctx.queryParamMap(), parser, archive.rules().taxonomy(), Language.of(ctx));
    }
}
