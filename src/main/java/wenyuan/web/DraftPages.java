package wenyuan.web;

import io.javalin.http.Context;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import wenyuan.export.DraftJson;
import wenyuan.search.DraftCheck;
import wenyuan.search.DraftReport;

/** Compares a draft, pasted or in a file, with the archive. Nothing of it is kept. */
final class DraftPages {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long MOST_BYTES = 64L << 20;

    /** Characters of a file's name that are kept: four bytes each fit into what a file system takes. */
    private static final int LONGEST_NAME = 60;

    /** Characters of a draft: a thick book. */
    private static final int LONGEST = 1_000_000;

    private final WebServer.Archive archive;
    private final Views views;
    private final Turn reading = new Turn(PATIENCE, "check.busy");

    /** What came: a text, or a complaint, with what stood in the field. */
    private record Given(String text, Optional<Refusal> complaint) {}

    DraftPages(WebServer.Archive archive, Views views) {
        this.archive = archive;
        this.views = views;
    }

    /** {@code /check}: the empty form. */
    void form(Context ctx) {
        show(ctx, new Given("", Optional.empty()));
    }

    /** {@code /check}: the form with what the draft shares. */
    void check(Context ctx) throws IOException {
        Given given = given(ctx);
        show(ctx, given.text().isBlank() && given.complaint().isEmpty() ? refused("", 400, "check.nothing") : given);
    }

    private void show(Context ctx, Given given) {
        given.complaint().ifPresent(refusal -> ctx.status(refusal.getStatus()));
        Optional<DraftView> view = given.text().isBlank() || given.complaint().isPresent()
                ? Optional.empty()
                : Optional.of(DraftView.of(given.text(), report(given.text()), Language.of(ctx)));
        String complaint =
                given.complaint().map(refusal -> refusal.said(Language.of(ctx))).orElse("");
        views.show(ctx, "check", Map.of("draft", given.text(), "view", view, "complaint", complaint));
    }

    /** {@code /api/check}, a form with {@code draft} or {@code file}. */
    void json(Context ctx) throws IOException {
        Given given = given(ctx);
        given.complaint().ifPresent(refusal -> {
            throw refusal;
        });
        Problems.json(ctx, DraftJson.report(given.text(), report(given.text())));
    }

    private Given given(Context ctx) throws IOException {
        if (!ctx.isMultipartFormData()) {
            return text(ImportPages.text(ctx.formParam("draft")));
        }
        Path folder = Files.createTempDirectory("wenyuan-draft-");
        try {
            Optional<Multipart> form = ctx.req().getContentLengthLong() > MOST_BYTES
                    ? Optional.empty()
                    : Multipart.of(ctx, folder, MOST_BYTES, MOST_BYTES);
            return form.isEmpty()
                    ? refused("", 413, "check.large", Sizes.show(MOST_BYTES))
                    : given(form.get(), folder, Language.of(ctx));
        } finally {
            delete(folder);
        }
    }

    /** A file counts more than what still stands in the field. */
    private Given given(Multipart form, Path folder, Messages say) throws IOException {
        String typed = form.field("draft");
        if (form.files().isEmpty()) {
            return text(typed);
        }
        Part part = form.files().getFirst();
        String name = name(part.getSubmittedFileName());
        Path file = folder.resolve(name);
        part.write(file.toString());
        try {
            return switch (reading.take(() -> archive.work().read(file))) {
                case ArchiveWork.Draft.Text draft -> text(draft.text());
                case ArchiveWork.Draft.Unreadable unreadable -> {
                    String cause = say.name("cause", unreadable.why().cause().name());
                    yield refused(typed, 422, "check.unreadable", name, cause);
                }
            };
        } catch (Refusal busy) {
            return new Given(typed, Optional.of(busy));
        }
    }

    private static Given text(String draft) {
        String text = draft.replace("\r\n", "\n");
        return text.length() > LONGEST ? refused("", 413, "check.long", LONGEST) : new Given(text, Optional.empty());
    }

    private static Given refused(String typed, int status, String key, Object... values) {
        return new Given(typed, Optional.of(new Refusal(status, key, values)));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** The last step of a path, without what no file name can hold. */
    private static String name(String path) {
        String last = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("\\p{Cntrl}", "").strip();
        if (clean.isEmpty() || clean.chars().allMatch(c -> c == '.')) {
            return "draft";
        }
        int characters = clean.codePointCount(0, clean.length());
        return clean.substring(clean.offsetByCodePoints(0, Math.max(0, characters - LONGEST_NAME)));
    }

    private DraftReport report(String draft) {
        return new DraftCheck(archive.engine(), archive.store()::document).check(draft, LIMIT);
    }
}
