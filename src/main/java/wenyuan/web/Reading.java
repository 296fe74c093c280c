package wenyuan.web;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import wenyuan.model.Document;
import wenyuan.model.Span;
import wenyuan.query.QueryParser;
import wenyuan.query.QueryPrinter;
import wenyuan.search.Highlighter;
import wenyuan.search.KeyPhrase;
import wenyuan.search.KeyPhrases;
import wenyuan.search.Skeleton;
import wenyuan.search.Synonyms;
import wenyuan.store.Holding;
import wenyuan.store.Store;

/** A document to read, as extracted, and as it came. */
final class Reading {
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cntrl}\"\\\\/:*?<>|]");

    private final WebServer.Archive archive;
    private final QueryParser parser;
    private final Views views;

    Reading(WebServer.Archive archive, QueryParser parser, Views views) {
        this.archive = archive;
        this.parser = parser;
        this.views = views;
    }

    /** {@code /documents/{id}?q=&repairs=on&raw=1}; with {@code at=} an offset in the clean text, leads to the hit there. */
    void page(Context ctx) {
        Document document = find(ctx);
        String q = text(ctx, "q").strip();
        if (text(ctx, "raw").equals("1")) {
            String raw = archive.store().rawText(document.id()).orElse("");
            views.show(ctx, "raw", Map.of("document", document, "raw", raw, "q", q));
            return;
        }
        List<Span> hits = q.isEmpty()
                ? List.of()
                : new Highlighter(archive.segmenter().get())
                        .marks(
                                new Synonyms(
                                                archive.phrasing().get(),
                                                archive.segmenter().get())
                                        .expand(parser.parse(q).query())
                                        .query(),
                                document);
        Optional<Integer> at = Optional.ofNullable(ctx.queryParam("at"))
                .filter(place -> place.matches("\\d{1,9}"))
                .map(Integer::valueOf);
        if (at.isPresent()) {
            ctx.redirect(Address.of(q).reading(document.id()) + anchor(hits, at.get()));
            return;
        }
        boolean repaired = text(ctx, "repairs").equals("on");
        DocumentView view = DocumentView.of(
                document,
                q,
                hits,
                repaired,
                Skeleton.of(document, archive.segmenter().get())
                        .map(new QueryPrinter(archive.rules().taxonomy())::print),
                named(archive.store().sameText(document)),
                named(archive.store().parts(document.id())),
                named(new Namesakes(archive).of(document)),
                archive.rules(),
                Language.of(ctx));
        views.show(
                ctx,
                "document",
                Map.of(
                        "view",
                        view,
                        "released",
                        released(document),
                        "corrections",
                        archive.store().corrections().of(document.textKey()),
                        "phrases",
                        phrases(document),
                        "form",
                        CorrectionForm.of(
                                archive.rules().taxonomy(), Optional.of(document.attributes()), Language.of(ctx))));
    }

    /** The hit at or behind this place. */
    private static String anchor(List<Span> hits, int at) {
        long before = hits.stream().filter(hit -> hit.end() <= at).count();
        return before < hits.size()
                ? "#" + new Mark(hits.get((int) before), Mark.Kind.HIT, (int) before + 1, "").anchor()
                : "";
    }

    /** What is the document's own, as things stand now. */
    List<KeyPhrase> phrases(Document document) {
        return new KeyPhrases(archive.engine(), archive.segmenter().get()).of(document);
    }

    /** {@code /api/documents/{id}/original}: the bytes as they came, for saving, never to be run here. */
    void original(Context ctx) throws IOException {
        Document document = find(ctx);
        Path file = archive.store()
                .originalOf(document.id())
                .flatMap(archive.originals()::find)
                .orElseThrow(NotFoundResponse::new);
        send(ctx, file, fileName(document));
    }

    /** Answers with bytes to be saved under {@code name}. */
    static void send(Context ctx, Path file, String name) throws IOException {
        ctx.header("Content-Security-Policy", "default-src 'none'; sandbox");
        ctx.header("Content-Disposition", attachment(name));
        ctx.header("Cache-Control", "no-store");
        ctx.header("Content-Length", "" + Files.size(file));
        ctx.disableCompression().contentType("application/octet-stream").result(Files.newInputStream(file));
    }

    /** The document that the path names. */
    Document find(Context ctx) {
        return archive.store().document(ctx.pathParam("id")).orElseThrow(NotFoundResponse::new);
    }

    /** A header that saves under {@code name}, in the form of RFC 5987 with a plain one for old clients. */
    static String attachment(String name) {
        String plain = UNSAFE.matcher(name).replaceAll("_").replaceAll("[^\\x20-\\x7e]", "_");
        String encoded = URLEncoder.encode(UNSAFE.matcher(name).replaceAll("_"), StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }

    /** The last part of the smallest path. */
    static String fileName(Document document) {
        String path = document.sources().getFirst().path();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The marking that an admin let pass. */
    private Optional<Holding.Decision> released(Document document) {
        return archive.store()
                .originalOf(document.id())
                .flatMap(archive.store().holding()::decision)
                .filter(decision -> decision.verdict() == Holding.Verdict.RELEASED);
    }

    private List<DocumentView.Other> named(List<String> ids) {
        Store store = archive.store();
        return ids.stream()
                .flatMap(id -> store.document(id).stream())
                .map(other -> new DocumentView.Other(
                        other.id(), other.title(), other.sources().getFirst().path()))
                .toList();
    }

    private static String text(Context ctx, String name) {
        return Optional.ofNullable(ctx.queryParam(name)).orElse("");
    }
}
