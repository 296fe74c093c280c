package wenyuan.web;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.http.UnauthorizedResponse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wenyuan.store.Audit;

/** Logging in and out, who may pass, and the log of what was done. */
final class Administration {
    private static final int ROWS = 100;

    private final Audit audit;
    private final Login login;
    private final Views views;

    Administration(Audit audit, Login login, Views views) {
        this.audit = audit;
        this.login = login;
        this.views = views;
    }

    /**
     * Lets only admins pass, and editors to what is theirs: strangers are shown the form, or told so in JSON; other users are
     * refused.
     */
    void adminsOnly(Context ctx) {
        if (editors(ctx.path())) {
            editorsOnly(ctx);
        } else if (login.user(ctx).isEmpty()) {
            demand(ctx);
        } else if (!login.admin(ctx)) {
            throw new ForbiddenResponse();
        }
    }

    /** Lets only those pass who may correct labels. */
    void editorsOnly(Context ctx) {
        if (login.user(ctx).isEmpty()) {
            demand(ctx);
        } else if (!login.editor(ctx)) {
            throw new ForbiddenResponse();
        }
    }

    private static boolean editors(String path) {
        return path.equals("/admin/review") || path.startsWith("/admin/review/");
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
            case IN -> ctx.redirect(landing(ctx), HttpStatus.SEE_OTHER);
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

    /** {@code /admin/audit?from=} */
    void audit(Context ctx) {
        int from = ImportPages.number(ctx.queryParam("from"), 0, Integer.MAX_VALUE);
        Window window = new Window(from, ROWS, audit.count(), "/admin/audit?from=");
        views.show(ctx, "audit", Map.of("entries", audit.entries(from, ROWS), "window", window));
    }

    private void demand(Context ctx) {
        if (ctx.path().startsWith("/api/")) {
            throw new UnauthorizedResponse();
        }
        ctx.redirect(loginFor(ctx), HttpStatus.SEE_OTHER);
        ctx.skipRemainingHandlers();
    }

    /** The login that leads back; an address that only takes forms cannot be gone to, the page with the form can. */
    static String loginFor(Context ctx) {
        String query = ctx.queryString();
        String here = ctx.method().equals(HandlerType.GET)
                ? ctx.path() + (query == null ? "" : "?" + query)
                : Language.before(ctx);
        return "/login?to=" + Address.encode(here);
    }

    private void form(Context ctx, String complaint) {
        String to = target(Optional.ofNullable(ctx.formParam("to")).orElse(ctx.queryParam("to")));
        views.show(ctx, "login", Map.of("complaint", complaint, "to", to, "typed", param(ctx.formParam("name"))));
    }

    /** Where somebody wanted to go, but never where they may not. */
    private String landing(Context ctx) {
        String to = target(ctx.formParam("to"));
        boolean theirs = editors(path(to)) ? login.editor(ctx) : login.admin(ctx);
        return to.startsWith("/admin") && !theirs ? "/" : to;
    }

    private static String path(String address) {
        int query = address.indexOf('?');
        return query < 0 ? address : address.substring(0, query);
    }

    /** Only a path of ours: a link must not lead through our login to another site. */
    static String target(@Nullable String to) {
        return to != null && ours(to) ? to : "/admin";
    }

    /** Whether that is a path of ours and can be nothing else. */
    static boolean ours(String to) {
        return to.matches("/(?![/\\\\])[\\x20-\\x7e&&[^\\\\]]*");
    }

    private static String param(@Nullable String value) {
        return value == null ? "" : value;
    }
}
