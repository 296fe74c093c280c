package wenyuan.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import wenyuan.export.CorrectionJson;
import wenyuan.export.DocumentJson;
import wenyuan.model.Document;
import wenyuan.query.QueryParser;
import wenyuan.text.Normal;

/** Every address that this server answers, and what must hold before it does. */
final class Routes implements AutoCloseable {
    private final WebServer.Archive archive;
    private final Guard guard;
    private final IntSupplier port;
    private final Assets assets = new Assets();
    private final Views views;
    private final Problems problems;
    private final Searching searching;
    private final Suggesting suggesting;
    private final Reading reading;
    private final TwinPages twins;
    private final Ledger ledger;
    private final Administration administration;
    private final ImportQueue queue;
    private final ImportPages imports;
    private final ImportEvents events;
    private final UploadPages uploads;
    private final HeldPages held;
    private final ReviewPages review;
    private final CorrectionPages corrections;
    private final BulkPages bulk;
    private final RulePages rules;
    private final ThemePages themes;
    private final Trending trending;
    private final Tables tables;
    private final Exporting exporting;
    private final SavedPages saved;
    private final DictionaryPages dictionary;
    private final DraftPages drafts;
    private final ClippingPages clippings;
    private final Interface description;
    private final RemovalPages removal;
    private final UserPages users;
    private final BackupPages backups;
    private final SynonymPages synonyms;
    private final HealthPages health;

    Routes(
            WebServer.Archive archive,
            WebServer.Settings settings,
            Guard guard,
            Accounts accounts,
            SecureRandom random,
            IntSupplier port) {
        this.archive = archive;
        this.guard = guard;
        this.port = port;
        Login login = new Login(accounts, archive.store().audit(), random, System::nanoTime);
        QueryParser parser = new QueryParser(
                archive.rules().taxonomy(), typed -> Normal.of(typed).text());
        views = new Views(assets.addresses(), login);
        problems = new Problems(views);
        searching = new Searching(archive, parser, views);
        suggesting = new Suggesting(archive);
        reading = new Reading(archive, parser, views);
        twins = new TwinPages(archive, views);
        ledger = new Ledger(archive, views);
        administration = new Administration(archive.store().audit(), login, views);
        queue = new ImportQueue(archive.store(), archive.work());
        imports = new ImportPages(archive, settings, queue, login, views);
        events = new ImportEvents(archive, imports);
        uploads = new UploadPages(archive, settings, queue, login);
        held = new HeldPages(archive, queue, login, views);
        review = new ReviewPages(archive, login, views);
        corrections = new CorrectionPages(archive, login, views);
        bulk = new BulkPages(archive, parser, login, views);
        rules = new RulePages(archive, queue, login, views);
        themes = new ThemePages(archive, views);
        trending = new Trending(archive, parser, views);
        tables = new Tables(archive, parser, views);
        exporting = new Exporting(archive, parser, trending);
        Person person = new Person(guard, login);
        saved = new SavedPages(archive, parser, person, login, views);
        dictionary = new DictionaryPages(archive, queue, login, views);
        drafts = new DraftPages(archive, views);
        description = new Interface(views);
        clippings = new ClippingPages(archive, person, login, views);
        removal = new RemovalPages(archive, login, views);
        users = new UserPages(archive, login, views);
        backups = new BackupPages(archive, queue, login, views);
        synonyms = new SynonymPages(archive, login, views);
        health = new HealthPages(archive, views);
    }

    /** Begins to work on what was asked for. */
    void start() {
        queue.start();
        suggesting.start();
    }

    @Override
    public void close() {
        themes.close();
        suggesting.close();
        events.close();
        queue.close();
    }

    void register(RoutesConfig routes) {
        problems.register(routes);
        routes.before(Routes::protect);
        routes.before(this::checkHost);
        routes.before(Routes::checkSender);
        routes.before(Routes::checkEncoding);
        routes.beforeMatched(this::checkReader);
        routes.beforeMatched("/admin", administration::adminsOnly);
        routes.beforeMatched("/admin/*", administration::adminsOnly);
        routes.beforeMatched("/api/imports", administration::adminsOnly);
        routes.beforeMatched("/api/imports/*", administration::adminsOnly);
        routes.beforeMatched("/api/uploads", administration::adminsOnly);
        routes.beforeMatched("/api/uploads/*", administration::adminsOnly);
        routes.beforeMatched("/documents/{id}/corrections", administration::editorsOnly);
        routes.beforeMatched("/documents/{id}/corrections/*", administration::editorsOnly);
        routes.beforeMatched("/documents/{id}/delete", administration::adminsOnly);
        pages(routes);
        admin(routes);
        api(routes);
    }

    private void pages(RoutesConfig routes) {
        routes.get("/", searching::page);
        routes.get("/documents/{id}", reading::page);
        routes.get("/documents/{id}/with", twins::choose);
        routes.get("/documents/{id}/with/{other}", twins::page);
        routes.post("/documents/{id}/corrections", corrections::correct);
        routes.post("/documents/{id}/corrections/withdraw", corrections::withdraw);
        routes.get("/documents/{id}/delete", removal::ask);
        routes.post("/documents/{id}/delete", removal::remove);
        routes.get("/formulas", ledger::page);
        routes.get("/themes", themes::all);
        routes.get("/themes/{id}", themes::one);
        routes.get("/trends", trending::page);
        routes.get("/tables", tables::page);
        routes.get("/searches", saved::list);
        routes.post("/searches", saved::save);
        routes.post("/searches/look", saved::look);
        routes.post("/searches/remove", saved::remove);
        routes.get("/check", drafts::form);
        routes.post("/check", drafts::check);
        routes.get("/clippings", clippings::list);
        routes.post("/clippings", clippings::add);
        routes.get("/clippings/new", clippings::form);
        routes.post("/clippings/folders", clippings::folder);
        routes.get("/clippings/{id}.docx", clippings::word);
        routes.get("/clippings/{id}.txt", clippings::plain);
        routes.post("/clippings/{id}/{deed}", clippings::change);
        routes.get("/help", ctx -> views.show(ctx, "help", Map.of("examples", Help.examples(Language.of(ctx)))));
        routes.get("/login", administration::form);
        routes.post("/login", administration::enter);
        routes.post("/logout", administration::leave);
        routes.get("/language/{name}", Language::choose);
        routes.get("/assets/{hash}/{name}", assets::serve);
    }

    private void admin(RoutesConfig routes) {
        routes.get("/admin", imports::overview);
        routes.post("/admin/uploads", uploads::form);
        routes.post("/admin/imports", imports::take);
        routes.get("/admin/imports/{id}.csv", imports::csv);
        routes.get("/admin/imports/{id}", imports::report);
        routes.post("/admin/imports/{id}/stop", imports::stop);
        routes.post("/admin/imports/{id}/retry", imports::retry);
        routes.post("/admin/imports/{id}/drop", imports::drop);
        routes.post("/admin/jobs/{id}/withdraw", imports::withdraw);
        routes.get("/admin/held", held::list);
        routes.get("/admin/held/{sha256}", held::one);
        routes.get("/admin/held/{sha256}/original", held::original);
        routes.post("/admin/held/{sha256}/release", held::release);
        routes.post("/admin/held/{sha256}/discard", held::discard);
        routes.get("/admin/review", review::page);
        routes.post("/admin/review/decide", review::decide);
        routes.post("/admin/review/skip", review::skip);
        routes.post("/admin/review/undo", review::undo);
        routes.get("/admin/review/detached", corrections::detached);
        routes.post("/admin/review/detached", corrections::settle);
        routes.get("/admin/review/rules", rules::page);
        routes.post("/admin/review/rules", rules::add);
        routes.get("/admin/review/bulk", bulk::page);
        routes.post("/admin/review/bulk", bulk::correct);
        routes.get("/admin/dictionary", dictionary::show);
        routes.post("/admin/dictionary/decide", dictionary::decide);
        routes.post("/admin/dictionary/add", dictionary::add);
        routes.post("/admin/dictionary/remove", dictionary::remove);
        routes.post("/admin/dictionary/discover", dictionary::discover);
        routes.post("/admin/dictionary/reindex", dictionary::reindex);
        routes.get("/admin/synonyms", synonyms::page);
        routes.post("/admin/synonyms", synonyms::save);
        routes.post("/admin/synonyms/add", synonyms::add);
        routes.post("/admin/synonyms/remove", synonyms::remove);
        routes.get("/admin/users", users::page);
        routes.post("/admin/users/{deed}", users::change);
        routes.get("/admin/backup", backups::page);
        routes.post("/admin/backup", backups::begin);
        routes.get("/admin/backup/{name}", backups::download);
        routes.post("/admin/backup/{name}/delete", backups::delete);
        routes.get("/admin/health", health::page);
        routes.get("/admin/audit", administration::audit);
    }

    private void api(RoutesConfig routes) {
        routes.get("/api/search", searching::json);
        routes.post("/api/search", searching::json);
        routes.get("/api/suggest", suggesting::json);
        routes.get("/api/documents/{id}", this::document);
        routes.get("/api/documents/{id}/original", reading::original);
        routes.post("/api/check", drafts::json);
        routes.get("/api/formulas", ledger::json);
        routes.get("/api/trends", trending::api);
        routes.get("/api/tables", tables::api);
        routes.get("/api/export", exporting::send);
        routes.get("/api/searches", saved::json);
        routes.get("/api/imports", imports::importsJson);
        routes.get("/api/imports/events", events::all);
        routes.get("/api/imports/{id}/events", events::one);
        routes.get("/api/imports/{id}", imports::importJson);
        routes.post("/api/uploads", uploads::begin);
        routes.put("/api/uploads/{id}/files", uploads::receive);
        routes.post("/api/uploads/{id}/finish", uploads::finish);
        routes.delete("/api/uploads/{id}", uploads::drop);
        routes.get("/api/health", health::json);
        routes.get("/api/openapi.yaml", Interface::file);
        routes.get("/api/docs", description::page);
    }

    private static void protect(Context ctx) {
        ctx.header("Content-Security-Policy", Guard.POLICY);
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("Referrer-Policy", "same-origin");
        ctx.header("Cross-Origin-Opener-Policy", "same-origin");
        ctx.header("Cross-Origin-Resource-Policy", "same-origin");
    }

    private void checkHost(Context ctx) {
        if (!guard.admits(Optional.ofNullable(ctx.header("Host")), port.getAsInt())) {
            problems.answer(ctx, 421, "");
            ctx.skipRemainingHandlers();
        }
    }

    private static void checkSender(Context ctx) {
        if (Guard.foreign(ctx.method(), Optional.ofNullable(ctx.header("Sec-Fetch-Site")))) {
            throw new ForbiddenResponse();
        }
    }

    /** What is badly encoded would be left out, and something else found than was asked for. */
    private static void checkEncoding(Context ctx) {
        try {
            URLDecoder.decode(Optional.ofNullable(ctx.queryString()).orElse(""), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException badlyEncoded) {
            throw new BadRequestResponse();
        }
    }

    private void checkReader(Context ctx) {
        boolean open = ctx.path().equals("/login")
                || ctx.path().startsWith("/assets/")
                || ctx.path().startsWith("/language/");
        if (guard.readersLogIn() && !open) {
            administration.usersOnly(ctx);
        }
    }

    private void document(Context ctx) {
        Document document = reading.find(ctx);
        Optional<String> raw = ctx.queryParam("raw") == null
                ? Optional.empty()
                : archive.store().rawText(document.id());
        ObjectNode whole = DocumentJson.whole(
                document,
                raw,
                archive.store().sameText(document),
                archive.store().parts(document.id()),
                archive.rules().formulas());
        whole.set(
                "corrections", CorrectionJson.list(archive.store().corrections().of(document.textKey())));
        whole.set("keyPhrases", DocumentJson.keyPhrases(reading.phrases(document)));
        Problems.json(ctx, whole);
    }
}
