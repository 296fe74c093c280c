package wenyuan.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wenyuan.model.Document;
import wenyuan.ops.Removal;
import wenyuan.store.Store;

/** Taking a document out of the archive for good. */
final class RemovalPages {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Store store;
    private final ArchiveWork work;
    private final Login login;
    private final Views views;

    RemovalPages(WebServer.Archive archive, Login login, Views views) {
        this.store = archive.store();
        this.work = archive.work();
        this.login = login;
        this.views = views;
    }

    /** {@code /documents/{id}/delete}: what would go; with {@code done} in the address, what has gone. */
    void ask(Context ctx) {
        Optional<Document> document = store.document(ctx.pathParam("id"));
        if (document.isEmpty() && ctx.queryParam("done") == null) {
            throw new NotFoundResponse();
        }
        show(ctx, document, false);
    }

    /** {@code POST /documents/{id}/delete}, with {@code sure=yes}. */
    void remove(Context ctx) {
        login.require(ctx);
        Document document = store.document(ctx.pathParam("id")).orElseThrow(NotFoundResponse::new);
        if (!"yes".equals(ctx.formParam("sure"))) {
            ctx.status(HttpStatus.BAD_REQUEST);
            show(ctx, Optional.of(document), true);
            return;
        }
        Removal.run(List.of(document.id()), login.name(ctx), "", store);
        work.follow(PATIENCE);
        ctx.redirect("/documents/" + document.id() + "/delete?done=yes", HttpStatus.SEE_OTHER);
    }

    private void show(Context ctx, Optional<Document> document, boolean unsure) {
        List<Document> others = document.stream()
                .flatMap(one -> store.parts(one.id()).stream().filter(id -> !id.equals(one.id())))
                .flatMap(id -> store.document(id).stream())
                .toList();
        views.show(
                ctx,
                "delete",
                Map.of("document", document, "others", others, "unsure", unsure, "id", ctx.pathParam("id")));
    }
}
