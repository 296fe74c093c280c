package wenyuan.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wenyuan.export.CsvTable;
import wenyuan.export.ExportFormat;
import wenyuan.export.ImportJson;
import wenyuan.export.Json;
import wenyuan.model.FileFate;
import wenyuan.model.ImportRun;
import wenyuan.store.Audit;
import wenyuan.store.Jobs;
import wenyuan.store.Reports;
import wenyuan.store.Store;

/** Imports: what was asked for, what is under way, what became of each file. */
final class ImportPages {
    private static final int RUNS = 20;
    private static final int ROWS = 100;
    private static final int ROWS_IN_JSON = 200;
    private static final int MOST_ROWS = 1_000;

    private final Store store;
    private final ArchiveWork work;
    private final ImportQueue queue;
    private final Roots roots;
    private final UploadLimits limits;
    private final Login login;
    private final Views views;

    ImportPages(WebServer.Archive archive, WebServer.Settings settings, ImportQueue queue, Login login, Views views) {
        this.store = archive.store();
        this.work = archive.work();
        this.roots = new Roots(settings.importRoots());
        this.limits = settings.uploads();
        this.queue = queue;
        this.login = login;
        this.views = views;
    }

    /** {@code /admin?from=} */
    void overview(Context ctx) {
        overview(ctx, "", "");
    }

    private void overview(Context ctx, String complaint, String about) {
        int from = number(ctx.queryParam("from"), 0, Integer.MAX_VALUE);
        // before anything is read: what begins meanwhile must make the page fetch itself anew
        String version = version();
        List<ImportRun> all = store.imports();
        List<RunView> shown =
                all.stream().skip(from).limit(RUNS).map(this::view).toList();
        Map<String, Object> params = new HashMap<>();
        params.put("runs", shown);
        params.put("queue", store.jobs().queue());
        params.put("broken", store.jobs().broken(3));
        params.put("documents", store.documents());
        params.put("held", store.holding().count());
        params.put("roots", roots.suggestions());
        params.put("limits", limits);
        params.put("window", new Window(from, RUNS, all.size(), "/admin?from="));
        params.put("version", version);
        params.put("complaint", complaint);
        params.put("about", about);
        params.put("typed", text(ctx.formParam("path")));
        params.put("collection", text(ctx.formParam("collection")));
        views.show(ctx, "admin", params);
    }

    /** {@code POST /admin/imports}: a path of this machine. */
    void take(Context ctx) {
        login.require(ctx);
        String typed = text(ctx.formParam("path")).strip();
        String collection = text(ctx.formParam("collection")).strip();
        switch (roots.find(typed)) {
            case Roots.Found.Allowed allowed -> {
                String title = Messages.CHINESE.say("job.path", allowed.real());
                queue(
                        ctx,
                        new Jobs.Task.Take(List.of(allowed.real().toString()), collection),
                        title,
                        0,
                        new Audit.Deed(
                                login.name(ctx),
                                Audit.Action.IMPORT,
                                allowed.real().toString(),
                                collection));
            }
            case Roots.Found.Outside outside -> refuse(ctx, 403, "admin.path.outside", typed);
            case Roots.Found.Leaking leaking ->
                refuse(ctx, 403, "admin.path.leaking", leaking.link().toString());
            case Roots.Found.Missing missing -> refuse(ctx, 400, "admin.path.missing", typed);
        }
    }

    private void refuse(Context ctx, int status, String complaint, String about) {
        ctx.status(status);
        overview(ctx, complaint, about);
    }

    private void queue(Context ctx, Jobs.Task task, String title, long upload, Audit.Deed deed) {
        store.jobs().add(task, title, login.name(ctx), upload);
        store.audit().write(deed);
        queue.wake();
        ctx.redirect("/admin#live", HttpStatus.SEE_OTHER);
    }

    /** {@code /admin/imports/{id}?fate=&cause=&from=}: failures first, when there are any. */
    void report(Context ctx) {
        RunView view = view(find(ctx));
        Reports.Choice choice = choice(ctx, view.run().tally().failures() > 0 ? "failed" : "");
        int from = number(ctx.queryParam("from"), 0, Integer.MAX_VALUE);
        Map<String, Object> params = Map.of(
                "view",
                view,
                "choice",
                choice,
                "files",
                store.reports().files(view.run().id(), choice, from, ROWS),
                "window",
                new Window(
                        from,
                        ROWS,
                        view.count(choice.fate(), choice.cause()),
                        view.url(choice.fate(), choice.cause(), 0) + "&from="),
                "version",
                version(view));
        views.show(ctx, "import", params);
    }

    /** {@code /admin/imports/{id}.csv?fate=&cause=}: every file, for Excel. Written as it is read. */
    void csv(Context ctx) throws IOException {
        ImportRun run = find(ctx);
        Messages say = Language.of(ctx);
        Download.send(ctx, ExportFormat.CSV.mediaType(), say.say("admin.csv.name", "" + run.id()), out -> {
            CsvTable table = CsvTable.to(out);
            table.row(Stream.of("file", "fate", "cause", "code", "detail", "advice", "document")
                    .map(column -> say.say("admin.csv." + column))
                    .toList());
            store.reports().forEach(run.id(), choice(ctx, ""), file -> write(table, file, say));
            table.flush();
        });
    }

    private static void write(CsvTable table, FileFate file, Messages say) {
        try {
            table.row(FileRow.of(file).cells(say));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code POST /admin/imports/{id}/stop} */
    void stop(Context ctx) {
        login.require(ctx);
        ImportRun run = find(ctx);
        queue.stop(run.id());
        store.audit().write(new Audit.Deed(login.name(ctx), Audit.Action.STOP, number(run), ""));
        ctx.redirect("/admin/imports/" + run.id(), HttpStatus.SEE_OTHER);
    }

    /** {@code POST /admin/imports/{id}/retry}: the rest of what was stopped, else the failed files. */
    void retry(Context ctx) {
        login.require(ctx);
        RunView view = view(find(ctx));
        if (!view.again()) {
            throw new Refusal(409, "admin.retry.gone");
        }
        Audit.Deed deed = new Audit.Deed(login.name(ctx), Audit.Action.RETRY, number(view.run()), "");
        Optional<Jobs.Task> whole = view.continued().or(() -> unkept(view));
        if (whole.isPresent()) {
            queue(ctx, whole.get(), view.title(), view.upload(), deed);
        } else {
            long id = view.run().id();
            queue(ctx, new Jobs.Task.Retry(id), Messages.CHINESE.say("job.retry", "" + id), 0, deed);
        }
    }

    /** The whole upload again, when bytes of failed files are nowhere else. */
    private Optional<Jobs.Task> unkept(RunView view) {
        return view.upload() == 0
                ? Optional.empty()
                : store.jobs().ofImport(view.run().id()).map(Jobs.Job::task);
    }

    /** {@code POST /admin/imports/{id}/drop}: the files of its upload, which nobody wants to try again. */
    void drop(Context ctx) {
        login.require(ctx);
        RunView view = view(find(ctx));
        if (view.upload() == 0 || store.jobs().works(view.upload())) {
            throw new Refusal(409, "admin.drop.gone");
        }
        store.uploads().drop(view.upload());
        store.audit().write(new Audit.Deed(login.name(ctx), Audit.Action.UPLOAD_DROPPED, view.title(), ""));
        ctx.redirect("/admin/imports/" + view.run().id(), HttpStatus.SEE_OTHER);
    }

    /** {@code POST /admin/jobs/{id}/withdraw}: a job that still waits. */
    void withdraw(Context ctx) {
        login.require(ctx);
        Jobs.Job job = id(ctx).flatMap(store.jobs()::find).orElseThrow(NotFoundResponse::new);
        if (store.jobs().withdraw(job.id())) {
            store.audit().write(new Audit.Deed(login.name(ctx), Audit.Action.STOP, job.title(), ""));
        }
        ctx.redirect("/admin#live", HttpStatus.SEE_OTHER);
    }

    /** {@code /api/imports} */
    void importsJson(Context ctx) {
        ObjectNode body = Json.object();
        body.set("imports", Json.array(store.imports(), this::json));
        Problems.json(ctx, body);
    }

    /** {@code /api/imports/{id}?failed=1&fate=&cause=&from=&size=} */
    void importJson(Context ctx) {
        ImportRun run = find(ctx);
        boolean failedOnly = Stream.of("1", "true").anyMatch(text(ctx.queryParam("failed"))::equals);
        int from = number(ctx.queryParam("from"), 0, Integer.MAX_VALUE);
        int size = number(ctx.queryParam("size"), ROWS_IN_JSON, MOST_ROWS);
        ObjectNode body = json(run);
        Reports.Choice choice = choice(ctx, failedOnly ? "failed" : "");
        body.set("files", Json.array(store.reports().files(run.id(), choice, from, size), ImportJson::fate));
        Problems.json(ctx, body);
    }

    /** What a page that shows all imports shows now; it is fetched anew when this differs. */
    String version() {
        List<String> parts = new ArrayList<>();
        parts.add("running " + work.running());
        store.jobs().queue().forEach(job -> parts.add(job.id() + " " + job.state()));
        return String.join(", ", parts);
    }

    /** What the page of one import shows now, but for the numbers. */
    String version(RunView view) {
        return view.state().name() + " " + view.run().tally().failures();
    }

    /** An import as events and answers tell it: with whether it runs. */
    ObjectNode json(ImportRun run) {
        RunView view = view(run);
        return ImportJson.run(run)
                .put("state", view.state().name().toLowerCase(Locale.ROOT))
                .put("perSecond", Moments.rate(run.tally()));
    }

    RunView view(ImportRun run) {
        return RunView.of(run, store, work.running());
    }

    /** The import that the path names, also as {@code 7.csv}. */
    ImportRun find(Context ctx) {
        return id(ctx).flatMap(store::importRun).orElseThrow(NotFoundResponse::new);
    }

    private static Optional<Long> id(Context ctx) {
        String id = ctx.pathParam("id");
        return id.matches("\\d{1,18}") ? Optional.of(Long.parseLong(id)) : Optional.empty();
    }

    private static Reports.Choice choice(Context ctx, String usual) {
        String fate = Optional.ofNullable(ctx.queryParam("fate")).orElse(usual);
        return new Reports.Choice(fate.equals("all") ? "" : fate, text(ctx.queryParam("cause")));
    }

    private static String number(ImportRun run) {
        return Messages.CHINESE.say("admin.import", "" + run.id());
    }

    static int number(@Nullable String value, int usual, int most) {
        return value != null && value.matches("\\d{1,9}") ? Math.min(most, Integer.parseInt(value)) : usual;
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
