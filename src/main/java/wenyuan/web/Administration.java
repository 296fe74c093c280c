package wenyuan.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.UnauthorizedResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import wenyuan.export.ImportJson;
import wenyuan.export.Json;
import wenyuan.model.Fate;
import wenyuan.model.FileFate;
import wenyuan.model.ImportRun;
import wenyuan.store.Store;

/** Logging in, and what admins see: imports, what became of their files, held files. */
final class Administration {
    private static final int ROWS = 200;
    private static final int MOST_ROWS = 1_000;

    private final Store store;
    private final Login login;
    private final Views views;

    Administration(Store store, Login login, Views views) {
        this.store = store;
        this.login = login;
        this.views = views;
    }

    /** Lets only admins pass: others are shown the form, or told so in JSON. */
    void adminsOnly(Context ctx) {
        if (!login.admin(ctx)) {
            demand(ctx);
        }
    }

    /** Lets only users pass. */
    void usersOnly(Context ctx) {
        if (login.user(ctx).isEmpty()) {
            demand(ctx);
        }
    }

    /** {@code GET /login} */
    void form(Context ctx) {
        login.begin(ctx);
        form(ctx, "");
    }

    /** {@code POST /login} */
    void enter(Context ctx) {
        if (!login.ours(ctx)) {
            ctx.status(HttpStatus.FORBIDDEN);
            login.begin(ctx);
            form(ctx, "login.stale");
            return;
        }
        String name = param(ctx.formParam("name")).strip();
        switch (login.enter(ctx, name, param(ctx.formParam("password")))) {
            case IN -> ctx.redirect(target(ctx.formParam("to")), HttpStatus.SEE_OTHER);
            case WRONG -> {
                ctx.status(HttpStatus.UNAUTHORIZED);
                form(ctx, "login.wrong");
            }
            case TOO_MANY -> {
                ctx.status(HttpStatus.TOO_MANY_REQUESTS);
                form(ctx, "login.many");
            }
        }
    }

    /** {@code POST /logout} */
    void leave(Context ctx) {
        if (!login.ours(ctx)) {
            throw new ForbiddenResponse();
        }
        login.leave(ctx);
        ctx.redirect("/", HttpStatus.SEE_OTHER);
    }

    /** {@code /admin} */
    void overview(Context ctx) {
        views.show(
                ctx, "admin", Map.of("imports", store.imports(), "held", store.held(), "documents", store.documents()));
    }

    /** {@code /admin/imports/{id}}: failures first, then the rest in the order of arrival. */
    void importRun(Context ctx) {
        ImportRun run = find(ctx);
        int from = number(ctx.queryParam("from"), 0, Integer.MAX_VALUE);
        List<FileFate> failed = from == 0 ? store.fates(run.id(), true, 0, MOST_ROWS) : List.of();
        List<FileFate> rows = store.fates(run.id(), false, from, ROWS);
        List<FileFate> others = rows.stream()
                .filter(row -> !(row.fate() instanceof Fate.Failed))
                .toList();
        views.show(ctx, "import", Map.of("run", run, "failed", failed, "others", others, "from", from, "rows", ROWS));
    }

    /** {@code /api/imports} */
    void importsJson(Context ctx) {
        ObjectNode body = Json.object();
        body.set("imports", Json.array(store.imports(), ImportJson::run));
        Problems.json(ctx, body);
    }

    /** {@code /api/imports/{id}?failed=1&from=&size=} */
    void importJson(Context ctx) {
        ImportRun run = find(ctx);
        boolean failedOnly = Stream.of("1", "true").anyMatch(param(ctx.queryParam("failed"))::equals);
        int from = number(ctx.queryParam("from"), 0, Integer.MAX_VALUE);
        int size = number(ctx.queryParam("size"), ROWS, MOST_ROWS);
        ObjectNode body = ImportJson.run(run);
        body.set("files", Json.array(store.fates(run.id(), failedOnly, from, size), ImportJson::fate));
        Problems.json(ctx, body);
    }

    private void demand(Context ctx) {
        if (ctx.path().startsWith("/api/")) {
            throw new UnauthorizedResponse();
        }
        String query = ctx.queryString();
        String here = ctx.path() + (query == null ? "" : "?" + query);
        ctx.redirect("/login?to=" + Address.encode(here), HttpStatus.SEE_OTHER);
        ctx.skipRemainingHandlers();
    }

    private void form(Context ctx, String complaint) {
        String to = target(Optional.ofNullable(ctx.formParam("to")).orElse(ctx.queryParam("to")));
        views.show(ctx, "login", Map.of("complaint", complaint, "to", to));
    }

    /** Only a path of ours: a link must not lead through our login to another site. */
    static String target(@org.jspecify.annotations.Nullable String to) {
        return to != null && to.matches("/(?![/\\\\])[\\x20-\\x7e&&[^\\\\]]*") ? to : "/admin";
    }

    private ImportRun find(Context ctx) {
        OptionalLong id = ctx.pathParam("id").matches("\\d{1,18}")
                ? OptionalLong.of(Long.parseLong(ctx.pathParam("id")))
                : OptionalLong.empty();
        return id.stream()
                .mapToObj(store::importRun)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(NotFoundResponse::new);
    }

    private static int number(@org.jspecify.annotations.Nullable String value, int usual, int most) {
        return value != null && value.matches("\\d{1,9}") ? Math.min(most, Integer.parseInt(value)) : usual;
    }

    private static String param(@org.jspecify.annotations.Nullable String value) {
        return value == null ? "" : value;
    }
}
