package wenyuan.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import wenyuan.config.OwnWords;
import wenyuan.ops.Dictionary;
import wenyuan.store.Audit;
import wenyuan.store.Jobs;
import wenyuan.store.Store;
import wenyuan.store.Words;

/** The words of this archive: proposed, accepted, rejected, added by hand. */
final class DictionaryPages {
    private static final int ROWS = 50;
    private static final String DECISION = "word.";

    private final Store store;
    private final Dictionary dictionary;
    private final ImportQueue queue;
    private final Login login;
    private final Views views;

    DictionaryPages(WebServer.Archive archive, ImportQueue queue, Login login, Views views) {
        this.store = archive.store();
        this.dictionary = new Dictionary(store, Clock.system(ZoneId.systemDefault()));
        this.queue = queue;
        this.login = login;
        this.views = views;
    }

    /** {@code /admin/dictionary?from=} */
    void show(Context ctx) {
        show(ctx, "", "");
    }

    private void show(Context ctx, String complaint, String typed) {
        int from = ImportPages.number(ctx.queryParam("from"), 0, Integer.MAX_VALUE);
        long waiting = store.words().count(Words.State.PROPOSED);
        Map<String, Object> params = new HashMap<>();
        params.put("proposals", store.words().proposals(from, ROWS));
        params.put("window", new Window(from, ROWS, waiting, "/admin/dictionary?from="));
        params.put("reading", store.words().reading());
        params.put("rejected", store.words().count(Words.State.REJECTED));
        params.put("own", dictionary.own());
        params.put("outdated", dictionary.outdated());
        params.put("discovering", underWay(Jobs.Task.Discover.class));
        params.put("reindexing", underWay(Jobs.Task.Relabel.class));
        params.put("broken", broken(Language.of(ctx)));
        params.put("complaint", complaint);
        params.put("typed", typed);
        views.show(ctx, "dictionary", params);
    }

    /** {@code POST /admin/dictionary/decide}: {@code word.W=accept|reject} for each word decided on. */
    void decide(Context ctx) {
        login.require(ctx);
        String user = login.name(ctx);
        answer(
                ctx,
                dictionary.accept(chosen(ctx, "accept"), user).or(() -> dictionary.reject(chosen(ctx, "reject"), user)),
                "");
    }

    /** {@code POST /admin/dictionary/add}: words with blanks between them. */
    void add(Context ctx) {
        login.require(ctx);
        String typed = ImportPages.text(ctx.formParam("words")).strip();
        List<String> words = Stream.of(typed.split("[\\s\u3000，、]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        answer(ctx, dictionary.accept(words, login.name(ctx)), typed);
    }

    /** {@code POST /admin/dictionary/remove}: {@code word.W=remove} for each. */
    void remove(Context ctx) {
        login.require(ctx);
        dictionary.remove(chosen(ctx, "remove"), login.name(ctx));
        answer(ctx, Optional.empty(), "");
    }

    /** {@code POST /admin/dictionary/discover} */
    void discover(Context ctx) {
        login.require(ctx);
        begin(ctx, new Jobs.Task.Discover(), Audit.Action.DISCOVER, "job.discover");
    }

    /** {@code POST /admin/dictionary/reindex} */
    void reindex(Context ctx) {
        login.require(ctx);
        begin(ctx, new Jobs.Task.Relabel(), Audit.Action.REINDEX, "job.reindex");
    }

    private void begin(Context ctx, Jobs.Task task, Audit.Action action, String title) {
        if (!underWay(task.getClass())) {
            store.jobs().add(task, Messages.CHINESE.say(title), login.name(ctx), 0);
            store.audit().write(new Audit.Deed(login.name(ctx), action, "", ""));
            queue.wake();
        }
        answer(ctx, Optional.empty(), "");
    }

    private boolean underWay(Class<? extends Jobs.Task> task) {
        return store.jobs().queue().stream().anyMatch(job -> task.isInstance(job.task()));
    }

    /** What went wrong with the last job of this page, if nothing has gone right since. */
    private String broken(Messages say) {
        return store.jobs().broken(1).stream()
                .filter(job -> job.task() instanceof Jobs.Task.Discover || job.task() instanceof Jobs.Task.Relabel)
                .map(job -> say.say("job.broken", job.title(), job.note()))
                .findFirst()
                .orElse("");
    }

    private static String said(OwnWords.Wrong wrong, Messages say) {
        return say.say("words.wrong." + wrong.fault().name(), wrong.word(), OwnWords.LONGEST);
    }

    private static List<String> chosen(Context ctx, String decision) {
        return ctx.formParamMap().entrySet().stream()
                .filter(entry ->
                        entry.getKey().startsWith(DECISION) && entry.getValue().contains(decision))
                .map(entry -> entry.getKey().substring(DECISION.length()))
                .toList();
    }

    private void answer(Context ctx, Optional<OwnWords.Wrong> complaint, String typed) {
        if (complaint.isPresent()) {
            ctx.status(HttpStatus.BAD_REQUEST);
            show(ctx, said(complaint.get(), Language.of(ctx)), typed);
        } else {
            ctx.redirect("/admin/dictionary", HttpStatus.SEE_OTHER);
        }
    }
}
