package wenyuan.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wenyuan.export.ClippingExport;
import wenyuan.export.ExportFormat;
import wenyuan.model.Document;
import wenyuan.model.Span;
import wenyuan.store.Clippings;
import wenyuan.text.Normal;

/** A writer's own folders of passages with their sources. */
final class ClippingPages {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_NOTE = 2_000;

    private final WebServer.Archive archive;
    private final Person person;
    private final Login login;
    private final Views views;

    ClippingPages(WebServer.Archive archive, Person person, Login login, Views views) {
        this.archive = archive;
        this.person = person;
        this.login = login;
        this.views = views;
    }

    /** {@code /clippings?folder=&taken=}: the folders, one of them open, and a name that another has. */
    void list(Context ctx) {
        Optional<String> user = person.of(ctx);
        user.ifPresent(known -> login.begin(ctx));
        Map<String, Object> params = new HashMap<>();
        params.put("taken", text(ctx.queryParam("taken")));
        params.put("view", user.map(known -> view(known, number(ctx.queryParam("folder")))));
        views.show(ctx, "clippings", params);
    }

    private ClippingsView view(String user, long wanted) {
        List<Clippings.Folder> folders = archive.store().clippings().folders(user);
        Optional<Clippings.Folder> chosen = folders.stream()
                .filter(folder -> folder.id() == wanted)
                .findFirst()
                .or(() -> folders.stream().findFirst());
        return new ClippingsView(
                user, folders, chosen, chosen.map(open -> rows(user, open)).orElse(List.of()));
    }

    private List<ClippingsView.Row> rows(String user, Clippings.Folder folder) {
        return archive.store().clippings().in(user, folder.id()).stream()
                .map(clip -> row(user, folder, clip))
                .toList();
    }

    private ClippingsView.Row row(String user, Clippings.Folder folder, Clippings.Clip clip) {
        boolean there = archive.store().document(clip.document()).isPresent();
        List<String> others = archive.store().clippings().foldersOf(user, clip.id()).stream()
                .filter(name -> !name.equals(folder.name()))
                .toList();
        String url = there ? Address.of(quoted(clip.quote())).reading(clip.document()) + "#h1" : "";
        return new ClippingsView.Row(clip.id(), clip.quote(), source(clip), url, clip.note(), others);
    }

    /** The source line that goes with a passage wherever it is copied to. */
    private static String source(Clippings.Clip clip) {
        return "《" + clip.title() + "》" + clip.year().map(year -> "，" + year).orElse("");
    }

    /** The beginning of a passage as a quoted string of the query language: enough to find it again. */
    private static String quoted(String quote) {
        String line = quote.strip().lines().findFirst().orElse("");
        return "\"" + line.substring(0, Math.min(line.length(), 60)).replaceAll("[\\\\＼\"＂“”…*＊⋯]", "") + "\"";
    }

    /** {@code /clippings/new?document=&quote=}: a form to keep a passage. */
    void form(Context ctx) {
        Document document = document(text(ctx.queryParam("document")));
        String quote = find(document, text(ctx.queryParam("quote")))
                .map(span -> span.of(document.text()))
                .orElseThrow(() -> new Refusal(400, "clip.lost"));
        Optional<String> user = person.of(ctx);
        user.ifPresent(known -> login.begin(ctx));
        List<Clippings.Folder> folders =
                user.map(known -> archive.store().clippings().folders(known)).orElse(List.of());
        views.show(ctx, "clip", Map.of("user", user, "document", document, "quote", quote, "folders", folders));
    }

    /** The address of the form to keep {@code quote}. */
    static String keeping(String documentId, String quote) {
        return "/clippings/new?document=" + documentId + "&quote=" + Address.encode(quote);
    }

    /** {@code POST /clippings}: {@code document}, {@code quote}, {@code folder}, {@code note}. */
    void add(Context ctx) {
        String user = person.changing(ctx);
        Document document = document(text(ctx.formParam("document")));
        Span span = find(document, text(ctx.formParam("quote"))).orElseThrow(() -> new Refusal(400, "clip.lost"));
        Clippings clippings = archive.store().clippings();
        long folder = clippings.add(user, name(ctx), document, span);
        String note = note(ctx);
        if (!note.isEmpty()) {
            clippings.in(user, folder).stream()
                    .filter(clip ->
                            clip.document().equals(document.id()) && clip.span().equals(span))
                    .forEach(clip -> clippings.note(user, clip.id(), note));
        }
        back(ctx, folder);
    }

    /**
     * Where a passage stands that somebody selected: their browser may have changed blanks and line ends, so the letters
     * decide.
     */
    static Optional<Span> find(Document document, String quote) {
        String sought = Normal.of(quote).letters().text();
        Normal letters = Normal.of(document.text()).letters();
        int place = sought.isEmpty() ? -1 : letters.text().indexOf(sought);
        if (place < 0) {
            return Optional.empty();
        }
        Span found = letters.source(new Span(place, place + sought.length()));
        return Optional.of(new Span(found.start(), afterMarks(document.text(), found.end())));
    }

    /** A passage ends with the punctuation behind its last letter. */
    private static int afterMarks(String text, int end) {
        int at = end;
        while (at < text.length() && "。！？；，、：”’）》】!?;,".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    /** {@code POST /clippings/{id}/{deed}}: what is done with a passage of the folder {@code id}. */
    void change(Context ctx) {
        long folder = number(ctx.pathParam("id"));
        String user = person.changing(ctx);
        Clippings clippings = archive.store().clippings();
        long clip = number(ctx.formParam("clip"));
        String taken = "";
        switch (ctx.pathParam("deed")) {
            case "note" -> clippings.note(user, clip, note(ctx));
            case "file" -> clippings.file(user, clip, name(ctx));
            case "remove" -> clippings.remove(user, clip, folder);
            case "up" -> move(user, folder, clip, -1);
            case "down" -> move(user, folder, clip, 1);
            case "order" -> clippings.order(user, folder, numbers(text(ctx.formParam("clips"))));
            case "rename" -> taken = clippings.rename(user, folder, name(ctx)) ? "" : name(ctx);
            case "drop" -> drop(ctx, user, folder);
            default -> throw new NotFoundResponse();
        }
        back(ctx, folder, taken);
    }

    /** What is in a folder is gone with it: only when somebody is sure. */
    private void drop(Context ctx, String user, long folder) {
        Clippings clippings = archive.store().clippings();
        if (!clippings.in(user, folder).isEmpty() && !"yes".equals(ctx.formParam("sure"))) {
            throw new Refusal(400, "clip.folder.unsure");
        }
        clippings.removeFolder(user, folder);
    }

    private void move(String user, long folder, long clip, int distance) {
        List<Long> order = new ArrayList<>(archive.store().clippings().in(user, folder).stream()
                .map(Clippings.Clip::id)
                .toList());
        int place = order.indexOf(clip);
        int next = place + distance;
        if (place >= 0 && next >= 0 && next < order.size()) {
            Collections.swap(order, place, next);
            archive.store().clippings().order(user, folder, order);
        }
    }

    /** {@code POST /clippings/folders}: {@code folder}, a new one. */
    void folder(Context ctx) {
        back(ctx, archive.store().clippings().folder(person.changing(ctx), name(ctx)));
    }

    /** {@code /clippings/{id}.docx}: the passages as a Word document with their sources in footnotes. */
    void word(Context ctx) throws IOException {
        String user = person.known(ctx);
        Clippings.Folder folder = own(user, ctx);
        List<Clippings.Clip> clips = archive.store().clippings().in(user, folder.id());
        Download.send(
                ctx,
                ExportFormat.DOCX.mediaType(),
                folder.name() + ".docx",
                out -> ClippingExport.write(folder.name(), clips, archive.store()::document, out));
    }

    private Clippings.Folder own(String user, Context ctx) {
        return archive.store().clippings().folders(user).stream()
                .filter(own -> own.id() == number(ctx.pathParam("id")))
                .findFirst()
                .orElseThrow(NotFoundResponse::new);
    }

    /** {@code /clippings/{id}.txt}: the passages with their sources as a plain list. */
    void plain(Context ctx) throws IOException {
        String user = person.known(ctx);
        Clippings.Folder folder = own(user, ctx);
        String list = archive.store().clippings().in(user, folder.id()).stream()
                .map(clip -> Stream.of(clip.quote(), "——" + source(clip), clip.note())
                        .filter(line -> !line.isBlank())
                        .collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n\n"));
        Download.send(
                ctx,
                "text/plain; charset=utf-8",
                folder.name() + ".txt",
                out -> out.write((list + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    private static void back(Context ctx, long folder) {
        back(ctx, folder, "");
    }

    /** @param taken a name that it could not be given */
    private static void back(Context ctx, long folder, String taken) {
        String complaint = taken.isEmpty() ? "" : "&taken=" + Address.encode(taken);
        ctx.redirect("/clippings?folder=" + folder + complaint, HttpStatus.SEE_OTHER);
    }

    private Document document(String id) {
        return archive.store().document(id).orElseThrow(NotFoundResponse::new);
    }

    /** The folder's name that was typed; without one, the first folder everybody has. */
    private static String name(Context ctx) {
        String name = text(ctx.formParam("folder")).strip().replaceAll("\\p{Cntrl}", " ");
        return name.isEmpty()
                ? Language.of(ctx).say("clip.folder.first")
                : name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    private static String note(Context ctx) {
        String note = text(ctx.formParam("note")).strip();
        return note.substring(0, Math.min(note.length(), LONGEST_NOTE));
    }

    private static String text(@Nullable String param) {
        return ImportPages.text(param);
    }

    private static long number(@Nullable String param) {
        String digits = text(param);
        return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : 0;
    }

    private static List<Long> numbers(String list) {
        return Stream.of(list.split(",", -1)).map(ClippingPages::number).toList();
    }
}
