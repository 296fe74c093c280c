package wenyuan.web;

import io.javalin.http.Context;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** A form with files. */
record Multipart(List<Part> parts) {
    private static final int IN_MEMORY = 64 << 10;

    /** Bytes of a field that are read. */
    private static final int LONGEST_FIELD = 8 << 20;

    /**
     * Reads the whole form; empty when it brings more than that.
     *
     * @param folder where large parts lie until the request ends
     */
    static Optional<Multipart> of(Context ctx, Path folder, long fileBytes, long totalBytes) throws IOException {
        ctx.req()
                .setAttribute(
                        ServletContextRequest.MULTIPART_CONFIG_ELEMENT,
                        new MultipartConfigElement(folder.toString(), fileBytes, totalBytes, IN_MEMORY));
        try {
            return Optional.of(new Multipart(List.copyOf(ctx.req().getParts())));
        } catch (ServletException | IllegalStateException tooMuch) {
            return Optional.empty();
        }
    }

    /** What was typed into a field, in UTF-8, of a huge one the beginning; empty when there is no such field. */
    String field(String name) throws IOException {
        for (Part part : parts) {
            if (part.getName().equals(name)) {
                try (InputStream in = part.getInputStream()) {
                    return new String(in.readNBytes(LONGEST_FIELD), StandardCharsets.UTF_8);
                }
            }
        }
        return "";
    }

    /** Files that were chosen. */
    List<Part> files() {
        return parts.stream()
                .filter(part -> !ImportPages.text(part.getSubmittedFileName()).isEmpty())
                .toList();
    }
}
