package wenyuan.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import wenyuan.config.ConfigException;
import wenyuan.config.Overrides;
import wenyuan.config.OwnSynonyms;
import wenyuan.store.Audit;
import wenyuan.store.Store;

/** The home's {@code synonyms.txt}: whole, by adding a line, or by taking shipped lines away. */
final class SynonymPages {
    private final Store store;
    private final ArchiveWork work;
    private final Login login;
    private final Views views;

    SynonymPages(WebServer.Archive archive, Login login, Views views) {
        this.store = archive.store();
        this.work = archive.work();
        this.login = login;
        this.views = views;
    }

    /** {@code /admin/synonyms?done=yes} */
    void page(Context ctx) {
        show(ctx, own(), "", "yes".equals(ctx.queryParam("done")));
    }

    /** {@code POST /admin/synonyms}: the whole file. */
    void save(Context ctx) {
        login.require(ctx);
        write(ctx, ImportPages.text(ctx.formParam("content")).replace("\r\n", "\n"));
    }

    /** {@code POST /admin/synonyms/add}: one line. */
    void add(Context ctx) {
        login.require(ctx);
        write(ctx, own().with(ImportPages.text(ctx.formParam("line")).replaceAll("[\r\n]+", " ")));
    }

    /** {@code POST /admin/synonyms/remove}: shipped lines, each as {@code line}. */
    void remove(Context ctx) {
        login.require(ctx);
        OwnSynonyms changed = own();
        for (OwnSynonyms.Shipped shipped : own().shipped()) {
            if (shipped.inForce() && ctx.formParams("line").contains(shipped.line())) {
                changed = OwnSynonyms.of(changed.without(shipped.line()));
            }
        }
        write(ctx, changed.content());
    }

    private void write(Context ctx, String content) {
        if (content.equals(own().content())) {
            ctx.redirect("/admin/synonyms", HttpStatus.SEE_OTHER);
            return;
        }
        try {
            new Overrides(store.home().overrides()).write(OwnSynonyms.FILE, content);
            work.rephrase();
            store.audit().write(new Audit.Deed(login.name(ctx), Audit.Action.SYNONYMS, OwnSynonyms.FILE, ""));
            ctx.redirect("/admin/synonyms?done=yes", HttpStatus.SEE_OTHER);
        } catch (ConfigException wrong) {
            ctx.status(HttpStatus.BAD_REQUEST);
            show(ctx, OwnSynonyms.of(content), String.valueOf(wrong.getMessage()), false);
        }
    }

    private OwnSynonyms own() {
        return OwnSynonyms.read(store.home().overrides());
    }

    private void show(Context ctx, OwnSynonyms synonyms, String complaint, boolean done) {
        views.show(ctx, "synonyms", Map.of("synonyms", synonyms, "complaint", complaint, "done", done));
    }
}
