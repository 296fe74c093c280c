package wenyuan.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wenyuan.config.ConfigException;
import wenyuan.config.Overrides;
import wenyuan.model.Correctable;
import wenyuan.model.Label;
import wenyuan.model.Taxonomy;
import wenyuan.store.Audit;
import wenyuan.store.Corrections;
import wenyuan.store.Jobs;
import wenyuan.store.Store;

/** Rules that corrections suggest: what they would change, and into the home's rules with them. */
public final class RulePages {
    private static final int MOST_TRIED = 200;
    private static final int MOST_SHOWN = 50;

    private final Store store;
    private final ArchiveWork work;
    private final Taxonomy taxonomy;
    private final ImportQueue queue;
    private final Login login;
    private final Views views;

    RulePages(WebServer.Archive archive, ImportQueue queue, Login login, Views views) {
        this.store = archive.store();
        this.work = archive.work();
        this.taxonomy = archive.rules().taxonomy();
        this.queue = queue;
        this.login = login;
        this.views = views;
    }

    /** A suggestion as shown. */
    public record Shown(Suggestion suggestion, String title, String file, String line, String address) {}

    /**
     * What a line would do.
     *
     * @param tried number of documents looked at: those with the words in their title
     * @param all whether that is all of them
     * @param changes how many the rules would label differently
     * @param agreeing those of them for which people have said so already
     * @param rows some of the others
     */
    public record Trial(Shown shown, int tried, boolean all, int changes, long agreeing, List<Row> rows) {}

    /** A document that would change. */
    public record Row(String id, String title, String before, String after) {}

    /** {@code /admin/review/rules?field=&words=&label=}: all suggestions, and what that one would change. */
    void page(Context ctx) {
        Messages say = Language.of(ctx);
        Corrections corrections = store.corrections();
        List<Shown> suggestions = Suggestion.of(corrections.all(), corrections::labelled).stream()
                .map(suggestion -> shown(suggestion, say))
                .toList();
        Optional<Trial> trial =
                ctx.queryParam("words") == null ? Optional.empty() : Optional.of(trial(asked(ctx), say));
        views.show(
                ctx,
                "rules",
                Map.of("suggestions", suggestions, "trial", trial, "done", "yes".equals(ctx.queryParam("done"))));
    }

    /** {@code POST /admin/review/rules}: writes the line and has everything labelled again. */
    void add(Context ctx) {
        login.require(ctx);
        if (!login.admin(ctx)) {
            throw new ForbiddenResponse();
        }
        Suggestion suggestion = asked(ctx);
        Overrides.Line line = suggestion.line();
        try {
            new Overrides(store.home().overrides()).add(line);
        } catch (ConfigException wrong) {
            throw new Refusal(409, "rules.wrong", String.valueOf(wrong.getMessage()));
        }
        store.audit().write(new Audit.Deed(login.name(ctx), Audit.Action.RULE_ADDED, line.file(), line.entry()));
        store.jobs()
                .add(
                        new Jobs.Task.Relabel(),
                        Messages.CHINESE.say("job.relabel", suggestion.words()),
                        login.name(ctx),
                        0);
        queue.wake();
        ctx.redirect("/admin/review/rules?done=yes", HttpStatus.SEE_OTHER);
    }

    private Trial trial(Suggestion suggestion, Messages say) {
        List<String> ids = store.corrections().titled(suggestion.words(), MOST_TRIED + 1);
        List<String> tried = ids.subList(0, Math.min(ids.size(), MOST_TRIED));
        List<ArchiveWork.Preview> changes;
        try {
            changes = work.preview(
                    new Overrides(store.home().overrides()).with(suggestion.line()), suggestion.field(), tried);
        } catch (ConfigException wrong) {
            throw new Refusal(409, "rules.wrong", String.valueOf(wrong.getMessage()));
        }
        List<ArchiveWork.Preview> others =
                changes.stream().filter(change -> !agrees(suggestion, change)).toList();
        return new Trial(
                shown(suggestion, say),
                tried.size(),
                ids.size() <= MOST_TRIED,
                changes.size(),
                (long) changes.size() - others.size(),
                others.stream()
                        .limit(MOST_SHOWN)
                        .map(change -> row(change, say))
                        .toList());
    }

    private boolean agrees(Suggestion suggestion, ArchiveWork.Preview change) {
        return store.document(change.documentId()).stream()
                .flatMap(document -> store.corrections().of(document.textKey()).stream())
                .anyMatch(correction -> correction.field() == suggestion.field()
                        && correction.values().equals(change.after()));
    }

    private static Row row(ArchiveWork.Preview change, Messages say) {
        return new Row(
                change.documentId(),
                change.title(),
                CorrectionForm.names(change.before(), say),
                CorrectionForm.names(change.after(), say));
    }

    private Shown shown(Suggestion suggestion, Messages say) {
        String address = "/admin/review/rules?field=" + suggestion.field().english() + "&words="
                + Address.encode(suggestion.words()) + "&label="
                + suggestion.label().id();
        return new Shown(
                suggestion,
                say.say(
                        "rules.suggestion",
                        suggestion.corrections(),
                        suggestion.words(),
                        CorrectionForm.title(suggestion.field(), say),
                        suggestion.label().name()),
                suggestion.line().file(),
                suggestion.line().text(),
                address);
    }

    /** The suggestion of that address: nothing but plain words and a known label gets into a rule. */
    private Suggestion asked(Context ctx) {
        Correctable field = Correctable.named(param(ctx, "field"))
                .filter(known -> known == Correctable.TYPE || known == Correctable.KIND)
                .orElseThrow(BadRequestResponse::new);
        String words = param(ctx, "words");
        Label label = field.find(param(ctx, "label"), taxonomy).orElseThrow(BadRequestResponse::new);
        if (!Suggestion.usable(words)) {
            throw new BadRequestResponse();
        }
        return new Suggestion(field, words, label, 0);
    }

    private static String param(Context ctx, String name) {
        return Optional.ofNullable(ctx.queryParam(name))
                .or(() -> Optional.ofNullable(ctx.formParam(name)))
                .orElse("");
    }
}
