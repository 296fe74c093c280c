package wenyuan.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wenyuan.model.Correctable;
import wenyuan.model.Document;
import wenyuan.model.Doubt;
import wenyuan.model.Label;
import wenyuan.model.Taxonomy;
import wenyuan.store.Corrections;
import wenyuan.store.ReviewQueue;
import wenyuan.store.Store;

/** The queue of texts whose labels a person should look at: one at a time, decided, passed over or undone. */
public final class ReviewPages {
    private static final String STEPS = "reviewed";
    private static final int MOST_STEPS = 200;
    private static final int MOST_TWINS = 20;

    private final Store store;
    private final ArchiveWork work;
    private final Taxonomy taxonomy;
    private final Login login;
    private final Views views;

    ReviewPages(WebServer.Archive archive, Login login, Views views) {
        this.store = archive.store();
        this.work = archive.work();
        this.taxonomy = archive.rules().taxonomy();
        this.login = login;
        this.views = views;
    }

    /** Something done in this session, that can be undone; {@code earlier} is empty when the text was passed over. */
    private record Step(String documentId, String textKey, Optional<Corrections.Earlier> earlier) {}

    /**
     * A choice of reasons above the queue.
     *
     * @param reason in the address; empty for all
     */
    public record Chip(String reason, String name, long count, boolean chosen) {}

    /** {@code /admin/review?reason=&id=&done=} */
    void page(Context ctx) {
        show(ctx, "");
    }

    /** {@code POST /admin/review/decide}: what is chosen in each field of the form is decided. */
    void decide(Context ctx) {
        login.require(ctx);
        Document document = document(ctx);
        Optional<ReviewQueue.Item> item = store.reviews().find(document.textKey());
        if (item.isEmpty()) {
            back(ctx, "gone", "");
            return;
        }
        List<Corrections.Decision> decisions = new ArrayList<>();
        for (Correctable field : Doubt.fields(item.get().doubts())) {
            Optional<List<Label>> values = chosen(ctx, field);
            if (values.isEmpty()) {
                ctx.status(HttpStatus.BAD_REQUEST);
                show(ctx, Language.of(ctx).say("review.wrong", CorrectionForm.title(field, Language.of(ctx))));
                return;
            }
            decisions.add(Corrections.Decision.set(field, values.get()));
        }
        Optional<Corrections.Earlier> earlier = store.corrections().decide(document.id(), decisions, login.name(ctx));
        work.follow(Duration.ZERO);
        remember(ctx, new Step(document.id(), document.textKey(), earlier));
        back(ctx, "decided", "");
    }

    /** {@code POST /admin/review/skip}: the text goes to the end. */
    void skip(Context ctx) {
        login.require(ctx);
        Document document = document(ctx);
        store.reviews().skip(document.textKey());
        remember(ctx, new Step(document.id(), document.textKey(), Optional.empty()));
        back(ctx, "skipped", "");
    }

    /** {@code POST /admin/review/undo}: what this session did last. */
    void undo(Context ctx) {
        login.require(ctx);
        List<Step> steps = steps(ctx);
        if (steps.isEmpty()) {
            back(ctx, "", "");
            return;
        }
        Step last = steps.getLast();
        ctx.sessionAttribute(STEPS, List.copyOf(steps.subList(0, steps.size() - 1)));
        back(ctx, undone(last, login.name(ctx)) ? "undone" : "others", last.documentId());
    }

    private boolean undone(Step step, String user) {
        boolean done = step.earlier()
                .map(earlier -> store.corrections().restore(earlier, user))
                .orElse(true);
        if (step.earlier().isEmpty()) {
            store.reviews().unskip(step.textKey());
        }
        work.follow(Duration.ZERO);
        return done;
    }

    private void show(Context ctx, String complaint) {
        Optional<Doubt.Reason> reason = reason(ctx);
        Optional<ReviewQueue.Item> item = item(ctx, reason);
        Map<Doubt.Reason, Long> counts = store.reviews().counts();
        List<Step> steps = steps(ctx);
        views.show(
                ctx,
                "review",
                Map.of(
                        "view",
                        item.flatMap(one -> view(one, Language.of(ctx))),
                        "chips",
                        chips(reason, counts, Language.of(ctx)),
                        "reason",
                        reason.map(ReviewPages::word).orElse(""),
                        "detached",
                        store.corrections().detached().size()
                                + store.corrections().moved().size(),
                        "done",
                        done(ctx),
                        "undo",
                        steps.isEmpty() ? "" : title(steps.getLast()),
                        "complaint",
                        complaint));
    }

    private String title(Step step) {
        return store.document(step.documentId()).map(Document::title).orElse(step.documentId());
    }

    private Optional<ReviewView> view(ReviewQueue.Item item, Messages say) {
        List<Document> twins = store.corrections().documents(item.textKey()).stream()
                .filter(id -> !id.equals(item.documentId()))
                .limit(MOST_TWINS)
                .flatMap(id -> store.document(id).stream())
                .toList();
        return store.document(item.documentId())
                .map(document ->
                        ReviewView.of(item, document, twins, store.corrections().of(item.textKey()), taxonomy, say));
    }

    private Optional<ReviewQueue.Item> item(Context ctx, Optional<Doubt.Reason> reason) {
        return Optional.ofNullable(ctx.queryParam("id"))
                .or(() -> Optional.ofNullable(ctx.formParam("document")))
                .flatMap(store::document)
                .flatMap(document -> store.reviews().find(document.textKey()))
                .or(() -> store.reviews().first(reason, 1).stream().findFirst());
    }

    private List<Chip> chips(Optional<Doubt.Reason> reason, Map<Doubt.Reason, Long> counts, Messages say) {
        Chip all = new Chip("", say.say("admin.all"), store.reviews().count(), reason.isEmpty());
        Stream<Chip> reasons = Stream.of(Doubt.Reason.values())
                .map(one -> new Chip(
                        word(one),
                        say.say("review.reason." + one.name()),
                        counts.getOrDefault(one, 0L),
                        reason.equals(Optional.of(one))))
                .filter(chip -> chip.count() > 0 || chip.chosen());
        return Stream.concat(Stream.of(all), reasons).toList();
    }

    private Optional<List<Label>> chosen(Context ctx, Correctable field) {
        String value = ImportPages.text(ctx.formParam(field.english()));
        String typed = value.equals("other") ? ImportPages.text(ctx.formParam("other-" + field.english())) : value;
        return typed.isBlank() ? Optional.empty() : CorrectionForm.values(field, typed.strip(), taxonomy);
    }

    private Document document(Context ctx) {
        return store.document(ImportPages.text(ctx.formParam("document"))).orElseThrow(BadRequestResponse::new);
    }

    private void back(Context ctx, String done, String documentId) {
        String query = Stream.of(
                        pair("reason", reason(ctx).map(ReviewPages::word).orElse("")),
                        pair("done", done),
                        pair("id", documentId))
                .filter(pair -> !pair.isEmpty())
                .reduce((a, b) -> a + "&" + b)
                .map(pairs -> "?" + pairs)
                .orElse("");
        ctx.redirect("/admin/review" + query, HttpStatus.SEE_OTHER);
    }

    private static String pair(String name, String value) {
        return value.isEmpty() ? "" : name + "=" + value;
    }

    private static Optional<Doubt.Reason> reason(Context ctx) {
        String word = Optional.ofNullable(ctx.queryParam("reason"))
                .or(() -> Optional.ofNullable(ctx.formParam("reason")))
                .orElse("");
        return Stream.of(Doubt.Reason.values())
                .filter(reason -> word(reason).equals(word))
                .findFirst();
    }

    private static String word(Doubt.Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String done(Context ctx) {
        String done = ImportPages.text(ctx.queryParam("done"));
        return done.matches("decided|skipped|undone|others|gone") ? done : "";
    }

    private void remember(Context ctx, Step step) {
        List<Step> steps = new ArrayList<>(steps(ctx));
        steps.add(step);
        ctx.sessionAttribute(STEPS, List.copyOf(steps.subList(Math.max(0, steps.size() - MOST_STEPS), steps.size())));
    }

    private static List<Step> steps(Context ctx) {
        @Nullable List<Step> steps = ctx.sessionAttribute(STEPS);
        return steps == null ? List.of() : steps;
    }
}
