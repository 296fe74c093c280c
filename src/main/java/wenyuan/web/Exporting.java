package wenyuan.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wenyuan.export.ExportFormat;
import wenyuan.export.Exports;
import wenyuan.export.TrendExport;
import wenyuan.query.QueryParser;

/** Downloads of what a page shows, as far as {@link #MOST} rows, a Word document {@link #MOST_IN_WORD}; more is said to be missing. */
final class Exporting {
    static final int MOST = 20_000;
    static final int MOST_IN_WORD = 500;

    private final WebServer.Archive archive;
    private final QueryParser parser;
    private final Trending trending;

    Exporting(WebServer.Archive archive, QueryParser parser, Trending trending) {
        this.archive = archive;
        this.parser = parser;
        this.trending = trending;
    }

    /** {@code /api/export?view=documents|sentences|concordance|trends&format=csv|jsonl|docx} and the parameters of that page. */
    void send(Context ctx) throws IOException {
        ExportFormat format = ExportFormat.named(ImportPages.text(ctx.queryParam("format")))
                .orElseThrow(() -> new Refusal(400, "export.format"));
        if ("trends".equals(ctx.queryParam("view"))) {
            Trending.Answer answer = trending.answer(ctx);
            send(
                    ctx,
                    format,
                    Language.of(ctx).say("trend.title"),
                    out -> TrendExport.write(
                            answer.lines(),
                            answer.archive(),
                            answer.params().by().field(),
                            format,
                            out));
        } else {
            hits(ctx, format);
        }
    }

    private void hits(Context ctx, ExportFormat format) throws IOException {
        Map<String, List<String>> params = new HashMap<>(ctx.queryParamMap());
        List.of("from", "size", "format").forEach(params::remove);
        SearchParams read = SearchParams.read(params, parser, archive.rules().taxonomy(), Language.of(ctx));
        String typed = read.address().q();
        String title = typed.isEmpty()
                ? Messages.CHINESE.say("export.all")
                : Messages.CHINESE.say("export.title", typed.substring(0, Math.min(40, typed.length())));
        int most = format == ExportFormat.DOCX ? MOST_IN_WORD : MOST;
        Exports.Wish wish = new Exports.Wish(read.request(), format, title, most);
        send(ctx, format, title, out -> {
            switch (read.address().view()) {
                case DOCUMENTS -> exports().documents(wish, out);
                case SENTENCES -> exports().sentences(wish, out);
                case CONCORDANCE -> exports().concordance(wish, out);
            }
        });
    }

    private static void send(Context ctx, ExportFormat format, String title, Download.Writing writing)
            throws IOException {
        Download.send(ctx, format.mediaType(), title + "." + format.word(), writing);
    }

    private Exports exports() {
        return HitExports.of(
                archive.engine(),
                archive.store()::document,
                archive.segmenter().get(),
                archive.rules().with(archive.phrasing().get()));
    }
}
