package wenyuan.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenyuan.model.Document;

/** Two documents side by side. */
final class TwinPages {
    private static final Pattern ID = Pattern.compile("(?<![0-9a-fA-F])[0-9a-fA-F]{16}(?:-\\d{1,4})?(?![0-9a-fA-F])");

    private final WebServer.Archive archive;
    private final Views views;

    TwinPages(WebServer.Archive archive, Views views) {
        this.archive = archive;
        this.views = views;
    }

    /** {@code /documents/{id}/with/{other}}, with {@code only=changes} without what is the same. */
    void page(Context ctx) {
        Document left = find(ctx.pathParam("id"));
        Document right = find(ctx.pathParam("other"));
        boolean changes = "changes".equals(ctx.queryParam("only"));
        views.show(ctx, "twins", Map.of("view", TwinView.of(left, right, changes, Language.of(ctx))));
    }

    /** {@code /documents/{id}/with?other=}: leads to the page for an id, or an address with one in it, that was pasted. */
    void choose(Context ctx) {
        Document left = find(ctx.pathParam("id"));
        String pasted = ImportPages.text(ctx.queryParam("other")).strip();
        Matcher id = ID.matcher(pasted);
        String other = id.find() ? id.group().toLowerCase(java.util.Locale.ROOT) : "";
        if (archive.store().document(other).isEmpty()) {
            throw new Refusal(404, "twin.unknown", pasted.substring(0, Math.min(60, pasted.length())));
        }
        if (other.equals(left.id())) {
            throw new Refusal(400, "twin.self");
        }
        ctx.redirect("/documents/" + left.id() + "/with/" + other, HttpStatus.SEE_OTHER);
    }

    private Document find(String id) {
        return archive.store().document(id).orElseThrow(NotFoundResponse::new);
    }
}
