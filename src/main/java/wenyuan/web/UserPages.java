package wenyuan.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import wenyuan.store.Audit;
import wenyuan.store.Store;
import wenyuan.store.Users;

/** Who may log in. Nobody changes their own role or removes themselves, so there is always an admin. */
public final class UserPages {
    private static final int LONGEST = 64;

    private final Store store;
    private final Users users;
    private final Login login;
    private final Views views;

    UserPages(WebServer.Archive archive, Login login, Views views) {
        this.store = archive.store();
        this.users = archive.store().users();
        this.login = login;
        this.views = views;
    }

    /**
     * What was typed into the form for a new user and could not be taken.
     *
     * @param adds whether anything was
     * @param password whether it is the password that is wrong, else the name
     */
    public record Wrong(boolean adds, boolean password, String name, String role) {
        private static final Wrong NOTHING = new Wrong(false, false, "", "");
    }

    /** {@code /admin/users?done=} */
    void page(Context ctx) {
        String done = ImportPages.text(ctx.queryParam("done"));
        show(ctx, "", done.matches("add|role|password|remove") ? done : "", Wrong.NOTHING);
    }

    /** {@code POST /admin/users/{deed}}: {@code add}, {@code role}, {@code password} or {@code remove}, with {@code name}. */
    void change(Context ctx) {
        login.require(ctx);
        String deed = ctx.pathParam("deed");
        String name = ImportPages.text(ctx.formParam("name")).strip();
        Optional<String> complaint = complaint(ctx, deed, name);
        if (complaint.isPresent()) {
            ctx.status(HttpStatus.BAD_REQUEST);
            show(ctx, complaint.get(), "", wrong(ctx, deed, name));
            return;
        }
        try {
            Audit.Action action = carryOut(ctx, deed, name);
            String detail = action == Audit.Action.USER_ADDED || action == Audit.Action.USER_ROLE
                    ? role(ctx).name()
                    : "";
            store.audit().write(new Audit.Deed(login.name(ctx), action, name, detail));
            ctx.redirect("/admin/users?done=" + deed, HttpStatus.SEE_OTHER);
        } catch (IllegalArgumentException changedMeanwhile) {
            ctx.status(HttpStatus.CONFLICT);
            show(ctx, Language.of(ctx).say("users.wrong.changed", name), "", Wrong.NOTHING);
        }
    }

    private Audit.Action carryOut(Context ctx, String deed, String name) {
        return switch (deed) {
            case "add" -> {
                users.add(name, role(ctx), Passwords.hash(password(ctx)));
                yield Audit.Action.USER_ADDED;
            }
            case "role" -> {
                users.change(name, role(ctx));
                yield Audit.Action.USER_ROLE;
            }
            case "password" -> {
                users.changePassword(name, Passwords.hash(password(ctx)));
                yield Audit.Action.USER_PASSWORD;
            }
            case "remove" -> {
                users.remove(name);
                yield Audit.Action.USER_REMOVED;
            }
            default -> throw new BadRequestResponse();
        };
    }

    private Optional<String> complaint(Context ctx, String deed, String name) {
        boolean adds = deed.equals("add");
        boolean secret = adds || deed.equals("password");
        if (name.isEmpty() || name.length() > LONGEST) {
            return said(ctx, "users.wrong.name", LONGEST);
        } else if (adds == users.find(name).isPresent()) {
            return said(ctx, adds ? "users.wrong.there" : "users.wrong.gone", name);
        } else if (secret && password(ctx).length() < Passwords.SHORTEST) {
            return said(ctx, "users.wrong.password", Passwords.SHORTEST);
        } else if (!adds && !secret && name.equals(login.name(ctx))) {
            return said(ctx, "users.wrong.self");
        } else if (deed.equals("remove") && !"yes".equals(ctx.formParam("sure"))) {
            return said(ctx, "users.wrong.unsure", name);
        }
        return Optional.empty();
    }

    private Wrong wrong(Context ctx, String deed, String name) {
        if (!deed.equals("add")) {
            return Wrong.NOTHING;
        }
        boolean named =
                !name.isEmpty() && name.length() <= LONGEST && users.find(name).isEmpty();
        return new Wrong(true, named, name, ImportPages.text(ctx.formParam("role")));
    }

    private static Optional<String> said(Context ctx, String key, Object... values) {
        return Optional.of(Language.of(ctx).say(key, values));
    }

    private static Users.Role role(Context ctx) {
        String typed = ImportPages.text(ctx.formParam("role"));
        return Stream.of(Users.Role.values())
                .filter(role -> role.name().equals(typed))
                .findFirst()
                .orElseThrow(BadRequestResponse::new);
    }

    private static String password(Context ctx) {
        return ImportPages.text(ctx.formParam("password"));
    }

    private void show(Context ctx, String complaint, String done, Wrong wrong) {
        views.show(
                ctx,
                "users",
                Map.of(
                        "users",
                        users.list(),
                        "roles",
                        List.of(Users.Role.values()),
                        "self",
                        login.name(ctx),
                        "shortest",
                        Passwords.SHORTEST,
                        "complaint",
                        complaint,
                        "done",
                        done,
                        "wrong",
                        wrong));
    }
}
