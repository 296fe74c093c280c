package wenyuan.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import wenyuan.store.Audit;
import wenyuan.store.Jobs;
import wenyuan.store.Store;

/** Backups: asked for here, made in the background, to be taken away as files. */
public final class BackupPages {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'wenyuan-'yyyyMMdd-HHmmss'.zip'", Locale.ROOT);

    private final Store store;
    private final ImportQueue queue;
    private final Login login;
    private final Views views;
    private final Clock clock = Clock.system(ZoneId.systemDefault());

    BackupPages(WebServer.Archive archive, ImportQueue queue, Login login, Views views) {
        this.store = archive.store();
        this.queue = queue;
        this.login = login;
        this.views = views;
    }

    /** A backup in the folder. */
    public record Row(String name, long bytes, Instant at) {}

    /** {@code /admin/backup?deleted=} */
    void page(Context ctx) {
        String deleted = ImportPages.text(ctx.queryParam("deleted"));
        show(ctx, "", deleted.matches(BackupFolder.NAMES) ? deleted : "");
    }

    private void show(Context ctx, String complaint, String deleted) {
        BackupFolder folder = BackupFolder.of(store.home());
        String broken = store.jobs().broken(1).stream()
                .filter(job -> job.task() instanceof Jobs.Task.Backup)
                .map(Jobs.Job::note)
                .findFirst()
                .orElse("");
        views.show(
                ctx,
                "backup",
                Map.of(
                        "folder", folder.folder().toString(),
                        "rows", folder.rows(),
                        "held", store.holding().all().size(),
                        "underWay", underWay(),
                        "broken", broken,
                        "complaint", complaint,
                        "deleted", deleted));
    }

    /** {@code POST /admin/backup}, with {@code held=yes} for one that holds the held files too. */
    void begin(Context ctx) {
        login.require(ctx);
        if (!underWay()) {
            String name = NAME.format(clock.instant().atZone(clock.getZone()));
            boolean held = "yes".equals(ctx.formParam("held"));
            store.jobs()
                    .add(
                            new Jobs.Task.Backup(name, held),
                            Messages.CHINESE.say("job.backup", name),
                            login.name(ctx),
                            0);
            queue.wake();
        }
        ctx.redirect("/admin/backup", HttpStatus.SEE_OTHER);
    }

    /** {@code /admin/backup/{name}}: taking the archive away is written down. */
    void download(Context ctx) throws IOException {
        String name = ctx.pathParam("name");
        Path file = BackupFolder.of(store.home()).find(name).orElseThrow(NotFoundResponse::new);
        store.audit().write(new Audit.Deed(login.name(ctx), Audit.Action.BACKUP_READ, name, ""));
        Reading.send(ctx, file, name);
    }

    /** {@code POST /admin/backup/{name}/delete}, with {@code sure=yes}: for good, and written down. */
    void delete(Context ctx) {
        login.require(ctx);
        String name = ctx.pathParam("name");
        Path file = BackupFolder.of(store.home()).find(name).orElseThrow(NotFoundResponse::new);
        if (!"yes".equals(ctx.formParam("sure"))) {
            ctx.status(HttpStatus.BAD_REQUEST);
            show(ctx, Language.of(ctx).say("backup.unsure", name), "");
            return;
        }
        try {
            Files.delete(file);
            store.audit().write(new Audit.Deed(login.name(ctx), Audit.Action.BACKUP_REMOVED, file.toString(), ""));
            ctx.redirect("/admin/backup?deleted=" + name, HttpStatus.SEE_OTHER);
        } catch (IOException e) {
            ctx.status(HttpStatus.CONFLICT);
            show(ctx, Language.of(ctx).say("backup.undeletable", name, String.valueOf(e.getMessage())), "");
        }
    }

    private boolean underWay() {
        return store.jobs().queue().stream().anyMatch(job -> job.task() instanceof Jobs.Task.Backup);
    }
}
