package wenyuan.web;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import wenyuan.export.DraftJson;
import wenyuan.search.DraftCheck;
import wenyuan.search.DraftReport;

/** Compares a pasted draft with the archive. Nothing of it is kept. */
final class DraftPages {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final WebServer.Archive archive;
    private final Views views;

    DraftPages(WebServer.Archive archive, Views views) {
        this.archive = archive;
        this.views = views;
    }

    /** {@code /check}: the empty form. */
    void form(Context ctx) {
        views.show(ctx, "check", Map.of("draft", "", "view", Optional.empty()));
    }

    /** {@code /check}: the form with what the draft shares. */
    void check(Context ctx) {
        String draft = draft(ctx);
        Optional<DraftView> view =
                draft.isBlank() ? Optional.empty() : Optional.of(DraftView.of(draft, report(draft), Language.of(ctx)));
        views.show(ctx, "check", Map.of("draft", draft, "view", view));
    }

    /** {@code /api/check}, a form with {@code draft}. */
    void json(Context ctx) {
        String draft = draft(ctx);
        Problems.json(ctx, DraftJson.report(draft, report(draft)));
    }

    private static String draft(Context ctx) {
        return Optional.ofNullable(ctx.formParam("draft")).orElse("").replace("\r\n", "\n");
    }

    private DraftReport report(String draft) {
        return new DraftCheck(archive.engine(), archive.store()::document).check(draft, LIMIT);
    }
}
