package wenyuan.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import wenyuan.store.Users;

/** Prints pages from the templates that the build has compiled. Thread-safe. */
final class Views {
    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "wenyuan.web.pages");
    private final Map<String, String> assets;
    private final Login login;

    Views(Map<String, String> assets, Login login) {
        this.assets = assets;
        this.login = login;
    }

    /** Answers with the page {@code name}, whose parameters are these and the frame. */
    void show(Context ctx, String name, Map<String, Object> params) {
        Map<String, Object> all = new HashMap<>(params);
        all.put("frame", frame(ctx));
        StringOutput page = new StringOutput();
        templates.render(name + ".jte", all, page);
        ctx.header("Cache-Control", "no-store")
                .header("Content-Language", Language.of(ctx).language())
                .contentType("text/html; charset=utf-8")
                .result(page.toString());
    }

    private Frame frame(Context ctx) {
        Optional<Users.User> user = login.user(ctx);
        return new Frame(
                Language.of(ctx),
                Language.link(ctx),
                assets,
                user.map(Users.User::name),
                user.filter(it -> it.role() == Users.Role.ADMIN).isPresent(),
                login.editor(ctx),
                login.csrf(ctx));
    }
}
