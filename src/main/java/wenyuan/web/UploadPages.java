package wenyuan.web;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import wenyuan.export.Json;
import wenyuan.store.Audit;
import wenyuan.store.Jobs;
import wenyuan.store.Uploads;

/**
 * Files that come from a browser: one request a file when its scripts run, else one form. Either way the bytes go to the
 * disk as they come.
 */
final class UploadPages {
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_NAME = 120;
    private static final Received NOTHING = new Received(0, 0, "");

    /** After this time nobody comes back to an upload. */
    private static final Duration ABANDONED = Duration.ofHours(24);

    private final Uploads uploads;
    private final Audit audit;
    private final UploadLimits limits;
    private final ImportQueue queue;
    private final Login login;
    private final Map<Long, Received> received = new ConcurrentHashMap<>();

    /** What an upload has brought so far. */
    private record Received(int files, long bytes, String top) {
        Received plus(String path, long more) {
            String folder = path.contains("/") ? path.substring(0, path.indexOf('/')) : path;
            return new Received(files + 1, bytes + more, files == 0 || folder.equals(top) ? folder : "");
        }
    }

    UploadPages(WebServer.Archive archive, WebServer.Settings settings, ImportQueue queue, Login login) {
        this.uploads = archive.store().uploads();
        this.audit = archive.store().audit();
        this.limits = settings.uploads();
        this.queue = queue;
        this.login = login;
    }

    /** {@code POST /api/uploads}: begins one. */
    void begin(Context ctx) {
        login.require(ctx);
        uploads.sweep(ABANDONED);
        long id = uploads.begin(login.name(ctx));
        received.put(id, NOTHING);
        ctx.status(HttpStatus.CREATED);
        Problems.json(ctx, Json.object().put("id", id));
    }

    /** {@code PUT /api/uploads/{id}/files?path=}: the bytes of one file. */
    void receive(Context ctx) throws IOException {
        login.require(ctx);
        long id = open(ctx);
        String path = ImportPages.text(ctx.queryParam("path"));
        checkSize(ctx.req().getContentLengthLong(), id, room(id));
        uploads.receive(id, path, file -> {
            try (InputStream in = ctx.req().getInputStream()) {
                copy(in, file, room(id));
            }
            count(id, path, Files.size(file));
        });
        ctx.status(HttpStatus.NO_CONTENT);
    }

    /** {@code POST /api/uploads/{id}/finish?collection=}: no more files come; they are imported. */
    void finish(Context ctx) {
        login.require(ctx);
        long id = open(ctx);
        finish(ctx, id, ImportPages.text(ctx.queryParam("collection")));
        Problems.json(ctx, Json.object().put("location", "/admin"));
    }

    /** {@code DELETE /api/uploads/{id}} */
    void drop(Context ctx) {
        login.require(ctx);
        long id = open(ctx);
        received.remove(id);
        uploads.drop(id);
        ctx.status(HttpStatus.NO_CONTENT);
    }

    /** {@code POST /admin/uploads}: all at once, for browsers without scripts. */
    void form(Context ctx) throws IOException {
        long id = uploads.begin(login.name(ctx));
        received.put(id, NOTHING);
        boolean done = false;
        try {
            checkSize(ctx.req().getContentLengthLong(), id, limits.totalBytes());
            Multipart form = Multipart.of(ctx, uploads.folder(id), limits.fileBytes(), limits.totalBytes())
                    .orElseThrow(this::tooMuch);
            if (!login.ours(ctx, form.field("csrf"))) {
                throw new ForbiddenResponse();
            }
            for (Part file : form.files()) {
                take(id, file);
            }
            finish(ctx, id, form.field("collection"));
            done = true;
        } finally {
            if (!done) {
                received.remove(id);
                uploads.drop(id);
            }
        }
        ctx.redirect("/admin#live", HttpStatus.SEE_OTHER);
    }

    private void take(long id, Part part) throws IOException {
        String path = part.getSubmittedFileName();
        uploads.receive(id, path, file -> part.write(file.toString()));
        count(id, path, part.getSize());
    }

    private void finish(Context ctx, long id, String typed) {
        Received all = received.getOrDefault(id, NOTHING);
        if (all.files() == 0) {
            throw new Refusal(400, "upload.nothing");
        }
        String collection = collection(typed, all, id);
        String title = Messages.CHINESE.say("job.upload", collection, all.files(), Sizes.show(all.bytes()));
        Jobs.Job job = uploads.finish(id, collection, title, login.name(ctx));
        received.remove(id);
        audit.write(new Audit.Deed(job.user(), Audit.Action.UPLOAD, collection, title));
        queue.wake();
    }

    /** The name given, else that of the folder or file everything is in, else a number. */
    private static String collection(String typed, Received all, long id) {
        String name = typed.isBlank() ? all.top() : typed;
        String clean = name.replaceAll("\\p{Cntrl}", " ").strip();
        String cut = clean.codePoints()
                .limit(LONGEST_NAME)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        return cut.isEmpty() ? Messages.CHINESE.say("upload.unnamed", "" + id) : cut;
    }

    private long open(Context ctx) {
        String id = ctx.pathParam("id");
        if (!id.matches("\\d{1,18}") || !uploads.receiving(Long.parseLong(id), login.name(ctx))) {
            throw new NotFoundResponse();
        }
        return Long.parseLong(id);
    }

    private void count(long id, String path, long bytes) {
        Received now = received.merge(id, NOTHING.plus(path, bytes), (before, first) -> before.plus(path, bytes));
        if (now.files() > limits.files() || now.bytes() > limits.totalBytes()) {
            throw tooMuch();
        }
    }

    /** Before anything is read: a browser hears a refusal only while it still sends. */
    private void checkSize(long announced, long id, long most) {
        if (received.getOrDefault(id, NOTHING).files() >= limits.files() || announced > most) {
            throw tooMuch();
        }
    }

    private long room(long id) {
        Received before = received.getOrDefault(id, NOTHING);
        return Math.min(limits.fileBytes(), limits.totalBytes() - before.bytes());
    }

    private void copy(InputStream in, Path file, long most) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > most) {
                    throw tooMuch();
                }
                write(out, buffer, read);
            }
        }
    }

    private static void write(OutputStream out, byte[] buffer, int count) {
        try {
            out.write(buffer, 0, count);
        } catch (IOException full) {
            throw new Refusal(507, "upload.disk");
        }
    }

    private Refusal tooMuch() {
        return new Refusal(
                413, "upload.limits", limits.files(), Sizes.show(limits.fileBytes()), Sizes.show(limits.totalBytes()));
    }
}
