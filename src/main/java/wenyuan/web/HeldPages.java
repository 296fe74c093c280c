package wenyuan.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import wenyuan.store.Audit;
import wenyuan.store.Holding;
import wenyuan.store.Jobs;
import wenyuan.store.Originals;
import wenyuan.store.Store;

/** Files held for a secrecy marking: why, and what an admin decides on them. */
final class HeldPages {
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final int LONGEST_REASON = 500;

    private final Store store;
    private final Originals originals;
    private final ArchiveWork work;
    private final ImportQueue queue;
    private final Login login;
    private final Views views;

    HeldPages(WebServer.Archive archive, ImportQueue queue, Login login, Views views) {
        this.store = archive.store();
        this.originals = archive.originals();
        this.work = archive.work();
        this.queue = queue;
        this.login = login;
        this.views = views;
    }

    /** {@code /admin/held?done=&document=} */
    void list(Context ctx) {
        String done = ImportPages.text(ctx.queryParam("done"));
        String document = ImportPages.text(ctx.queryParam("document"));
        views.show(
                ctx,
                "held",
                Map.of(
                        "held",
                        store.holding().all(),
                        "done",
                        done.matches("released|discarded|waiting") ? done : "",
                        "document",
                        document.matches("[0-9a-f]{16}(-\\d+)?") ? document : ""));
    }

    /** {@code /admin/held/{sha256}} */
    void one(Context ctx) {
        show(ctx, find(ctx), "");
    }

    /** {@code /admin/held/{sha256}/original}: looking at it is written down too. */
    void original(Context ctx) throws IOException {
        Holding.Held held = find(ctx);
        Path file = originals.findHeld(held.sha256()).orElseThrow(NotFoundResponse::new);
        String path = held.origins().getFirst().path();
        store.audit().write(new Audit.Deed(login.name(ctx), Audit.Action.HELD_READ, path, ""));
        Reading.send(ctx, file, path.substring(path.lastIndexOf('/') + 1));
    }

    /** {@code POST /admin/held/{sha256}/release} */
    void release(Context ctx) {
        login.require(ctx);
        Holding.Held held = find(ctx);
        if (!confirmed(ctx, held)) {
            return;
        }
        Jobs.Job asked = store.jobs()
                .add(
                        new Jobs.Task.Release(held.sha256(), reason(ctx)),
                        Messages.CHINESE.say(
                                "job.release", held.origins().getFirst().path()),
                        login.name(ctx),
                        0);
        queue.wake();
        Jobs.Job job = queue.await(asked.id(), PATIENCE);
        if (job.state() == Jobs.State.BROKEN) {
            ctx.status(HttpStatus.CONFLICT);
            show(ctx, held, Language.of(ctx).say("held.failed", job.note()));
        } else {
            boolean done = job.state() == Jobs.State.DONE;
            String document = done ? "&document=" + document(held.sha256()) : "";
            ctx.redirect("/admin/held?done=" + (done ? "released" : "waiting") + document, HttpStatus.SEE_OTHER);
        }
    }

    /** Its first document: the only one, or part 1 of a compilation. */
    private String document(String sha256) {
        String only = sha256.substring(0, 16);
        return store.document(only).isPresent() ? only : only + "-1";
    }

    /** {@code POST /admin/held/{sha256}/discard} */
    void discard(Context ctx) {
        login.require(ctx);
        Holding.Held held = find(ctx);
        if (confirmed(ctx, held)) {
            work.discard(held.sha256(), new Holding.Ruling(login.name(ctx), reason(ctx)));
            ctx.redirect("/admin/held?done=discarded", HttpStatus.SEE_OTHER);
        }
    }

    private boolean confirmed(Context ctx, Holding.Held held) {
        boolean confirmed = "yes".equals(ctx.formParam("sure")) && !reason(ctx).isEmpty();
        if (!confirmed) {
            ctx.status(HttpStatus.BAD_REQUEST);
            show(ctx, held, Language.of(ctx).say("held.unconfirmed"));
        }
        return confirmed;
    }

    private void show(Context ctx, Holding.Held held, String complaint) {
        String size = originals.findHeld(held.sha256()).map(HeldPages::size).orElse("");
        views.show(ctx, "held-file", Map.of("held", held, "size", size, "complaint", complaint, "reason", reason(ctx)));
    }

    private static String size(Path file) {
        try {
            return Sizes.show(Files.size(file));
        } catch (IOException gone) {
            return "";
        }
    }

    private static String reason(Context ctx) {
        String reason = ImportPages.text(ctx.formParam("reason")).strip();
        return reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
    }

    private Holding.Held find(Context ctx) {
        return store.holding().find(ctx.pathParam("sha256")).orElseThrow(NotFoundResponse::new);
    }
}
