package wenyuan.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wenyuan.model.Correctable;
import wenyuan.model.Correction;
import wenyuan.model.Document;
import wenyuan.model.Taxonomy;
import wenyuan.store.Corrections;
import wenyuan.store.Store;

/** What an editor decides on the page of one document, and about decisions whose text is gone. */
public final class CorrectionPages {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Store store;
    private final ArchiveWork work;
    private final Taxonomy taxonomy;
    private final Login login;
    private final Views views;

    CorrectionPages(WebServer.Archive archive, Login login, Views views) {
        this.store = archive.store();
        this.work = archive.work();
        this.taxonomy = archive.rules().taxonomy();
        this.login = login;
        this.views = views;
    }

    /**
     * A decision whose text changed or is gone.
     *
     * @param target the document that it could be attached to, if there is one still
     * @param title of the target as it is now, else of the document it was made on
     */
    public record Stray(Correction correction, String field, String values, Optional<String> target, String title) {}

    /** {@code POST /documents/{id}/corrections} */
    void correct(Context ctx) {
        login.require(ctx);
        Document document = find(ctx);
        switch (CorrectionForm.read(ctx, taxonomy)) {
            case CorrectionForm.Filled.Wrong wrong ->
                throw new Refusal(400, "correct.wrong", wrong.field(), wrong.typed());
            case CorrectionForm.Filled.Decisions filled -> {
                if (!filled.decisions().isEmpty()) {
                    store.corrections().decide(document.id(), filled.decisions(), login.name(ctx));
                    work.follow(PATIENCE);
                }
            }
        }
        ctx.redirect("/documents/" + document.id() + "#claims", HttpStatus.SEE_OTHER);
    }

    /** {@code POST /documents/{id}/corrections/withdraw}, with the field's name. */
    void withdraw(Context ctx) {
        login.require(ctx);
        Document document = find(ctx);
        store.corrections().decide(document.id(), List.of(Corrections.Decision.withdraw(field(ctx))), login.name(ctx));
        work.follow(PATIENCE);
        ctx.redirect("/documents/" + document.id() + "#claims", HttpStatus.SEE_OTHER);
    }

    /** {@code /admin/review/detached} */
    void detached(Context ctx) {
        views.show(
                ctx,
                "detached",
                Map.of(
                        "detached",
                        strays(store.corrections().detached(), Language.of(ctx)),
                        "moved",
                        strays(store.corrections().moved(), Language.of(ctx))));
    }

    /** {@code POST /admin/review/detached}: what is to become of one of them. */
    void settle(Context ctx) {
        login.require(ctx);
        String textKey = ImportPages.text(ctx.formParam("text"));
        Correctable field = field(ctx);
        switch (ImportPages.text(ctx.formParam("do"))) {
            case "attach" -> {
                String target = ImportPages.text(ctx.formParam("document")).strip();
                if (!store.corrections().attach(textKey, field, target, login.name(ctx))) {
                    throw new Refusal(400, "detached.missing", target);
                }
            }
            case "keep" -> store.corrections().keep(textKey, field);
            case "withdraw" -> store.corrections().withdraw(textKey, field, login.name(ctx));
            default -> throw new BadRequestResponse();
        }
        work.follow(PATIENCE);
        ctx.redirect("/admin/review/detached", HttpStatus.SEE_OTHER);
    }

    private List<Stray> strays(List<Correction> corrections, Messages say) {
        return corrections.stream().map(correction -> stray(correction, say)).toList();
    }

    private Stray stray(Correction correction, Messages say) {
        Optional<Document> target = store.document(correction.documentId());
        return new Stray(
                correction,
                CorrectionForm.title(correction.field(), say),
                CorrectionForm.names(correction.values(), say),
                target.map(Document::id),
                target.map(Document::title).orElse(correction.title()));
    }

    private static Correctable field(Context ctx) {
        return Correctable.named(ImportPages.text(ctx.formParam("field"))).orElseThrow(BadRequestResponse::new);
    }

    private Document find(Context ctx) {
        return store.document(ctx.pathParam("id")).orElseThrow(NotFoundResponse::new);
    }
}
