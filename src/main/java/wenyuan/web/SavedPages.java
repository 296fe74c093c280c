package wenyuan.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wenyuan.export.Json;
import wenyuan.export.SavedJson;
import wenyuan.model.Taxonomy;
import wenyuan.ops.News;
import wenyuan.query.QueryParser;
import wenyuan.store.Searches;

/**
 * Saved searches and what is new in them. Each user has their own; who is not logged in has those of this machine, as long as
 * nobody else can reach it, and else none.
 */
final class SavedPages {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_ADDRESS = 4_000;
    private static final int MOST = 200;

    /** New documents that are named in the list. */
    private static final int NAMED = 5;

    private final WebServer.Archive archive;
    private final QueryParser parser;
    private final Person person;
    private final Login login;
    private final Views views;

    SavedPages(WebServer.Archive archive, QueryParser parser, Person person, Login login, Views views) {
        this.archive = archive;
        this.parser = parser;
        this.person = person;
        this.login = login;
        this.views = views;
    }

    /** {@code /searches}, with {@code save=} and an address a form to save it. */
    void list(Context ctx) {
        show(ctx, SavedAddress.read(ImportPages.text(ctx.queryParam("save"))), ctx.queryParam("save") != null, "", "");
    }

    /** {@code /api/searches} */
    void json(Context ctx) {
        String user = person.known(ctx);
        News news = new News(archive.store(), archive.engine());
        Problems.json(
                ctx,
                Json.object()
                        .set("searches", Json.array(archive.store().searches().of(user), saved -> {
                            SavedAddress address = new SavedAddress(saved.address());
                            News.Found found = news.of(saved, address.request(parser, taxonomy()));
                            return SavedJson.search(saved, address.query(), found.documents(), found.fresh());
                        })));
    }

    /** {@code POST /searches}: {@code name}, {@code address}. */
    void save(Context ctx) {
        String name = ImportPages.text(ctx.formParam("name")).strip();
        SavedAddress address = SavedAddress.read(ImportPages.text(ctx.formParam("address")));
        String user = person.known(ctx);
        Optional<String> wrong = wrong(ctx, user, name, address);
        if (wrong.isPresent()) {
            ctx.status(login.ours(ctx) ? HttpStatus.BAD_REQUEST : HttpStatus.FORBIDDEN);
            show(ctx, address, true, name, wrong.get());
        } else {
            archive.store().searches().save(user, name, address.text(), reached());
            ctx.redirect("/searches", HttpStatus.SEE_OTHER);
        }
    }

    private Optional<String> wrong(Context ctx, String user, String name, SavedAddress address) {
        Messages say = Language.of(ctx);
        if (!login.ours(ctx)) {
            return Optional.of(say.say("saved.stale"));
        }
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            return Optional.of(say.say("saved.wrong.name", LONGEST_NAME));
        }
        if (address.text().length() > LONGEST_ADDRESS) {
            return Optional.of(say.say("saved.wrong.long"));
        }
        Searches searches = archive.store().searches();
        Optional<Searches.Saved> same = searches.find(user, name);
        if (same.filter(saved -> !saved.address().equals(address.text())).isPresent()) {
            return Optional.of(say.say("saved.wrong.there", name));
        }
        boolean full = same.isEmpty() && searches.of(user).size() >= MOST;
        return full ? Optional.of(say.say("saved.wrong.many", MOST)) : Optional.empty();
    }

    /** {@code POST /searches/look}: the search called {@code name} has been looked at. */
    void look(Context ctx) {
        change(ctx, (user, name) -> archive.store().searches().look(user, name, reached()));
    }

    /** {@code POST /searches/remove}: forgets the search called {@code name}. */
    void remove(Context ctx) {
        change(ctx, archive.store().searches()::remove);
    }

    @FunctionalInterface
    private interface Change {
        boolean make(String user, String name);
    }

    private void change(Context ctx, Change change) {
        String user = person.known(ctx);
        if (login.ours(ctx)) {
            change.make(user, ImportPages.text(ctx.formParam("name")));
            ctx.redirect("/searches", HttpStatus.SEE_OTHER);
        } else {
            ctx.status(HttpStatus.FORBIDDEN);
            show(ctx, new SavedAddress(""), false, "", Language.of(ctx).say("saved.stale"));
        }
    }

    private long reached() {
        return new News(archive.store(), archive.engine()).reached();
    }

    private Taxonomy taxonomy() {
        return archive.rules().taxonomy();
    }

    private void show(Context ctx, SavedAddress address, boolean saving, String name, String complaint) {
        Optional<String> user = person.of(ctx);
        user.ifPresent(known -> login.begin(ctx));
        Map<String, Object> params = new HashMap<>();
        params.put("rows", user.map(known -> rows(known, Language.of(ctx))).orElse(List.of()));
        params.put("user", user);
        params.put("saving", saving && user.isPresent());
        params.put("address", address);
        params.put("choices", choices(address, Language.of(ctx)));
        params.put("name", name.isEmpty() ? suggested(address, Language.of(ctx)) : name);
        params.put("complaint", complaint);
        views.show(ctx, "searches", params);
    }

    private String suggested(SavedAddress address, Messages say) {
        String words = Stream.of(address.query(), choices(address, say))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · "));
        return words.substring(0, Math.min(words.length(), LONGEST_NAME));
    }

    private List<SavedRow> rows(String user, Messages say) {
        return archive.store().searches().of(user).stream()
                .map(saved -> row(saved, say))
                .toList();
    }

    private SavedRow row(Searches.Saved saved, Messages say) {
        SavedAddress address = new SavedAddress(saved.address());
        News.Found found = new News(archive.store(), archive.engine()).of(saved, address.request(parser, taxonomy()));
        return new SavedRow(
                saved.name(),
                address.query(),
                choices(address, say),
                address.url(),
                found.documents(),
                found.exact(),
                found.fresh().size(),
                found.fresh().stream()
                        .limit(NAMED)
                        .flatMap(id -> archive.store().document(id).stream())
                        .map(document -> new ThemeView.Paper(
                                document.title(),
                                Address.of(address.query()).reading(document.id()),
                                Badge.of(document, say)))
                        .toList(),
                Moments.show(saved.seenAt()));
    }

    private String choices(SavedAddress address, Messages say) {
        return SearchParams.read(address.parameters(), parser, taxonomy(), say).address().chosen().entrySet().stream()
                .map(chosen -> say.say(
                        "list.entry",
                        say.name(chosen.getKey()),
                        chosen.getValue().stream()
                                .map(value -> Facet.label(chosen.getKey(), value, taxonomy(), say))
                                .collect(Collectors.joining(say.say("list.comma")))))
                .collect(Collectors.joining(say.say("list.semicolon")));
    }
}
