package wenyuan.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.Map;
import wenyuan.export.Json;
import wenyuan.ops.Health;

/** Whether the archive is well: for people, and for programs that watch over it. */
final class HealthPages {
    private final WebServer.Archive archive;
    private final Views views;

    HealthPages(WebServer.Archive archive, Views views) {
        this.archive = archive;
        this.views = views;
    }

    /** {@code /admin/health} */
    void page(Context ctx) {
        views.show(
                ctx,
                "health",
                Map.of(
                        "documents", archive.store().documents(),
                        "searchable", archive.engine().documents(),
                        "waiting", archive.waiting().getAsLong(),
                        "health", Health.of(archive.store())));
    }

    /** {@code /api/health} */
    void json(Context ctx) {
        Health health = Health.of(archive.store());
        ObjectNode node = Json.object()
                .put("status", "ok")
                .put("documents", archive.store().documents())
                .put("searchable", archive.engine().documents())
                .put("waiting", archive.waiting().getAsLong())
                .put("jobs", health.jobs())
                .put("indexBytes", health.indexBytes())
                .put("diskFree", health.diskFree())
                .put("heapUsed", health.heapUsed())
                .put("heapMost", health.heapMost())
                .put("version", health.version())
                .put("schema", health.schema());
        health.lastBackup()
                .ifPresentOrElse(at -> node.put("lastBackup", at.toString()), () -> node.putNull("lastBackup"));
        Problems.json(ctx, node);
    }
}
