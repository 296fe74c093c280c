package wenyuan.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import wenyuan.export.ExportFormat;
import wenyuan.export.TrendExport;
import wenyuan.export.TrendJson;
import wenyuan.query.QueryParser;
import wenyuan.search.Frequencies;
import wenyuan.search.SearchRequest;
import wenyuan.search.Trends;

/** What was said through the years, as a page, as JSON and as a table. */
final class Trending {
    private final WebServer.Archive archive;
    private final QueryParser parser;
    private final Views views;

    Trending(WebServer.Archive archive, QueryParser parser, Views views) {
        this.archive = archive;
        this.parser = parser;
        this.views = views;
    }

    /** What was asked and found. */
    record Answer(TrendParams params, List<TrendJson.Line> lines, Frequencies archive) {}

    /** {@code /trends?q=…&q=…&by=year|type} */
    void page(Context ctx) {
        Answer answer = answer(ctx);
        Messages say = Language.of(ctx);
        List<SearchView.Chip> chips = SearchView.chips(
                answer.params().all().address(), archive.rules().taxonomy(), say);
        TrendView view = TrendView.of(answer.params(), answer.lines(), answer.archive(), chips, say);
        views.show(ctx, "trends", Map.of("view", view));
    }

    /** {@code /api/trends}: JSON, or with {@code format=csv} a table. */
    void api(Context ctx) throws IOException {
        Answer answer = answer(ctx);
        if ("csv".equals(ctx.queryParam("format"))) {
            csv(ctx, answer);
        } else {
            Problems.json(ctx, TrendJson.trends(answer.lines(), answer.archive()));
        }
    }

    private static void csv(Context ctx, Answer answer) throws IOException {
        Download.send(
                ctx,
                ExportFormat.CSV.mediaType(),
                Language.of(ctx).say("trend.file") + ".csv",
                out -> TrendExport.write(
                        answer.lines(), answer.archive(), answer.params().by().field(), ExportFormat.CSV, out));
    }

    /** Follows what the request asks. */
    Answer answer(Context ctx) {
        TrendParams params =
                TrendParams.read(ctx.queryParamMap(), parser, archive.rules().taxonomy(), Language.of(ctx));
        Trends trends = new Trends(archive.engine(), archive.store()::document);
        Frequencies all = trends.archive(params.all().request());
        List<TrendJson.Line> lines = params.asked().stream()
                .map(asked -> {
                    SearchRequest request = asked.request();
                    return new TrendJson.Line(asked.address().q(), request.warnings(), trends.of(request, all));
                })
                .toList();
        return new Answer(params, lines, all);
    }
}
