package wenyuan.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.TooManyRequestsResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import wenyuan.export.Json;
import wenyuan.model.ImportRun;
import wenyuan.store.Store;

/**
 * Tells browsers how imports go on, as server-sent events. What is told is read from the store, so that any number of
 * browsers see the same at any time. A connection ends after a minute; the browser then asks again, and whether it may is
 * looked at anew.
 */
final class ImportEvents implements AutoCloseable {
    private static final int MOST_LISTENERS = 32;
    private static final long PAUSE_MILLIS = 500;
    private static final long LONGEST_NANOS = 60_000_000_000L;

    /** A comment now and then, by which a browser that has gone is noticed. */
    private static final int QUIET_ROUNDS = 6;

    private final Store store;
    private final ArchiveWork work;
    private final ImportPages pages;
    private final Semaphore listeners = new Semaphore(MOST_LISTENERS);
    private final CountDownLatch closing = new CountDownLatch(1);

    ImportEvents(WebServer.Archive archive, ImportPages pages) {
        this.store = archive.store();
        this.work = archive.work();
        this.pages = pages;
    }

    /** {@code /api/imports/events}: the import under way and the queue. */
    void all(Context ctx) {
        tell(
                ctx,
                () -> body(
                        pages.version(),
                        work.running().stream()
                                .mapToObj(store::importRun)
                                .flatMap(Optional::stream)
                                .toList()));
    }

    /** {@code /api/imports/{id}/events}: one import. */
    void one(Context ctx) {
        long id = pages.find(ctx).id();
        tell(ctx, () -> {
            ImportRun run = store.importRun(id).orElseThrow();
            return body(pages.version(pages.view(run)), List.of(run));
        });
    }

    /** Ends all connections while they can still be ended in good order. */
    @Override
    public void close() {
        closing.countDown();
        try {
            listeners.tryAcquire(MOST_LISTENERS, PAUSE_MILLIS * 4, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ObjectNode body(String version, List<ImportRun> runs) {
        ObjectNode body = Json.object().put("version", version);
        body.set("imports", Json.array(runs, pages::json));
        return body;
    }

    private void tell(Context ctx, Supplier<ObjectNode> now) {
        if (!listeners.tryAcquire()) {
            throw new TooManyRequestsResponse();
        }
        try {
            ctx.disableCompression().contentType("text/event-stream; charset=utf-8");
            ctx.header("Cache-Control", "no-store").header("X-Accel-Buffering", "no");
            follow(ctx.res().getOutputStream(), now);
        } catch (IOException gone) {
            // the browser has closed the page
        } finally {
            listeners.release();
        }
    }

    /** On the thread of the request: one that waits apart would outlive the request when the browser goes. */
    private void follow(OutputStream out, Supplier<ObjectNode> now) throws IOException {
        long end = System.nanoTime() + LONGEST_NANOS;
        String told = "";
        int quiet = 0;
        do {
            String news = Json.line(now.get());
            if (!news.equals(told)) {
                send(out, "event: imports\ndata: " + news + "\n\n");
                told = news;
                quiet = 0;
            } else if (++quiet % QUIET_ROUNDS == 0) {
                send(out, ":\n\n");
            }
        } while (System.nanoTime() < end && pause());
    }

    private static void send(OutputStream out, String event) throws IOException {
        out.write(event.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Whether to go on after a while. */
    private boolean pause() {
        try {
            return !closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
