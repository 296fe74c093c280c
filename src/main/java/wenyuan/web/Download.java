package wenyuan.web;

import io.javalin.http.Context;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/**
 * An answer that is made while it is sent, to be saved as a file. What fails on the way is never taken for the whole file: its
 * beginning is held back so that a page can say what went wrong, and later on the connection breaks.
 */
final class Download {
    private static final int HELD_BACK = 1 << 16;

    private Download() {}

    /** Writes the file. Closes nothing. */
    @FunctionalInterface
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** Answers with a file of that type and name. */
    static void send(Context ctx, String mediaType, String name, Writing writing) throws IOException {
        Late late = new Late(ctx, mediaType, name);
        BufferedOutputStream held = new BufferedOutputStream(late, HELD_BACK);
        try {
            writing.to(held);
            held.flush();
        } catch (IOException | RuntimeException | Error broken) {
            late.abort(broken);
            throw broken;
        }
    }

    /** An answer that begins with its first bytes. */
    private static final class Late extends OutputStream {
        private final Context ctx;
        private final String mediaType;
        private final String name;
        private Optional<OutputStream> begun = Optional.empty();

        Late(Context ctx, String mediaType, String name) {
            this.ctx = ctx;
            this.mediaType = mediaType;
            this.name = name;
        }

        @Override
        public void write(int unit) throws IOException {
            begun().write(unit);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            begun().write(bytes, from, length);
        }

        @Override
        public void flush() throws IOException {
            begun().flush();
        }

        void abort(Throwable cause) {
            if (begun.isPresent()) {
                ServletContextRequest.getServletContextRequest(ctx.req())
                        .getServletChannel()
                        .abort(cause);
            }
        }

        private OutputStream begun() {
            return begun.orElseGet(() -> {
                ctx.contentType(mediaType);
                ctx.header("Cache-Control", "no-store");
                ctx.header("Content-Disposition", Reading.attachment(name));
                OutputStream out = ctx.outputStream();
                begun = Optional.of(out);
                return out;
            });
        }
    }
}
