package wenyuan.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import wenyuan.export.ConcordanceJson;
import wenyuan.export.SearchJson;
import wenyuan.export.SentencesJson;
import wenyuan.model.Phrasing;
import wenyuan.query.Field;
import wenyuan.query.QueryParser;
import wenyuan.search.Concordance;
import wenyuan.search.ConcordancePage;
import wenyuan.search.ConcordanceRequest;
import wenyuan.search.FoundSentences;
import wenyuan.search.Note;
import wenyuan.search.Notes;
import wenyuan.search.SearchPage;
import wenyuan.search.SearchRequest;
import wenyuan.search.SentenceFilter;
import wenyuan.search.SentencePage;
import wenyuan.search.Sentences;
import wenyuan.search.SpeechFunctions;
import wenyuan.search.Synonyms;

/** Searches, as a page and as JSON. */
final class Searching {
    private final WebServer.Archive archive;
    private final QueryParser parser;
    private final Views views;
    private final Concordance concordance;
    private final RecentSentences recent = new RecentSentences();

    Searching(WebServer.Archive archive, QueryParser parser, Views views) {
        this.archive = archive;
        this.parser = parser;
        this.views = views;
        this.concordance = new Concordance(archive.engine(), archive.store()::document);
    }

    /** {@code /} */
    void page(Context ctx) {
        Messages say = Language.of(ctx);
        SearchParams params = read(ctx.queryParamMap(), say);
        switch (params.address().view()) {
            case CONCORDANCE -> {
                ConcordancePage lines = concordance(params);
                SearchPage answer = archive.engine()
                        .search(params.request().warned(lines.warnings()).counting());
                show(
                        ctx,
                        params,
                        answer.with(others(params)),
                        ConcordanceView.of(lines, params, archive.rules().taxonomy(), say));
            }
            case DOCUMENTS -> {
                SearchRequest request = params.request();
                // the first page shows figures and no documents
                SearchPage answer = archive.engine().search(params.first() ? request.counting() : request);
                show(ctx, params, answer, Listing.Documents.of(answer, params.address(), say));
            }
            case SENTENCES -> {
                SentencePage sentences = sentences(params.request());
                show(
                        ctx,
                        params,
                        counts(params, sentences).with(others(params)),
                        SentencesView.of(sentences, params.address()));
            }
        }
    }

    private SentencePage sentences(SearchRequest request) {
        Phrasing phrasing = archive.phrasing().get();
        Sentences sentences = new Sentences(
                archive.engine(),
                archive.store()::document,
                archive.segmenter().get(),
                new SpeechFunctions(archive.rules().functions()),
                phrasing);
        FoundSentences found = recent.find(request, archive.engine().position(), phrasing, sentences::find);
        return sentences.page(found, request.from(), request.size());
    }

    /** Totals, facets and warnings of the documents, with what only sentences tell. */
    private SearchPage counts(SearchParams params, SentencePage sentences) {
        SearchPage counts = archive.engine()
                .search(SentenceFilter.of(params.request()).documents().counting());
        Map<Field, List<SearchPage.Count>> facets = new EnumMap<>(counts.facets());
        facets.put(Field.FUNCTION, sentences.functions());
        return new SearchPage(
                counts.total(),
                counts.exact(),
                counts.partial() || sentences.partial(),
                counts.took().plus(sentences.took()),
                counts.warnings(),
                List.of(),
                facets);
    }

    /** The other names of words, which sentences follow and concordances do not. */
    private SearchPage.Hints others(SearchParams params) {
        Synonyms synonyms =
                new Synonyms(archive.phrasing().get(), archive.segmenter().get());
        return new SearchPage.Hints(synonyms.expand(params.request().query()).also(), List.of(), 0, List.of());
    }

    private void show(Context ctx, SearchParams params, SearchPage answer, Listing listing) {
        SearchView view = SearchView.of(
                params,
                answer,
                listing,
                archive.rules().taxonomy(),
                Language.of(ctx),
                notes(params),
                archive.engine().documents(),
                archive.waiting().getAsLong());
        views.show(ctx, "search", Map.of("view", view));
    }

    /** {@code /api/search}, by GET or as a form by POST. */
    void json(Context ctx) {
        Map<String, List<String>> params =
                ctx.req().getMethod().equals("POST") ? ctx.formParamMap() : ctx.queryParamMap();
        Problems.json(ctx, json(read(params, Language.of(ctx))));
    }

    private ObjectNode json(SearchParams params) {
        return switch (params.address().view()) {
            case CONCORDANCE -> ConcordanceJson.page(concordance(params), params.with(), notes(params));
            case DOCUMENTS -> SearchJson.page(archive.engine().search(params.request()), notes(params));
            case SENTENCES -> {
                SentencePage sentences = sentences(params.request());
                yield SentencesJson.page(counts(params, sentences), sentences, notes(params));
            }
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

    private SearchParams read(Map<String, List<String>> params, Messages say) {
        return SearchParams.read(params, parser, archive.rules().taxonomy(), say);
    }
}
