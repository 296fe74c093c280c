package wenyuan.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wenyuan.ingest.extract.Extractor;
import wenyuan.model.Attributes;
import wenyuan.model.Block;
import wenyuan.model.Cleaned;
import wenyuan.model.Evidence;
import wenyuan.model.Extraction;
import wenyuan.model.FailureCause;
import wenyuan.model.Layout;
import wenyuan.model.Span;

/**
 * The simplest parser and stages: the bytes are UTF-8, nothing is cleaned, the first line is the title. 坏 cannot be
 * parsed, 炸 makes a stage throw, 机密 in text or path is a marking.
 */
final class PlainText implements Extractor {
    @Override
    public Extraction extract(Path file, String name) {
        try {
            String content = Files.readString(file, StandardCharsets.UTF_8);
            return content.contains("坏")
                    ? new Extraction.Failed(FailureCause.CORRUPT, "坏了")
                    : new Extraction.Text(content, Extraction.Form.PLAIN, "text/plain", "UTF-8", Map.of());
        } catch (IOException e) {
            return new Extraction.Failed(FailureCause.UNREADABLE, e.toString());
        }
    }

    static Inspection inspect(Extraction extraction, String path) {
        return switch (extraction) {
            case Extraction.Failed failed -> Inspection.failed(failed);
            case Extraction.Text text -> inspect(text, text.content().strip(), path);
        };
    }

    private static Inspection inspect(Extraction.Text extraction, String text, String path) {
        if (text.contains("炸")) {
            throw new IllegalStateException("炸");
        }
        Span line = new Span(0, text.indexOf('\n') < 0 ? text.length() : text.indexOf('\n'));
        Cleaned cleaned = new Cleaned(
                text,
                extraction.content(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of());
        Layout layout = new Layout(
                Optional.of(line.of(text) + "（" + path + "）"),
                Optional.of(line),
                List.of(new Block(Block.Kind.TITLE, line)),
                List.of(),
                List.of(line));
        return new Inspection(
                extraction,
                extraction.content(),
                List.of(new Inspection.Text(cleaned, layout, Attributes.NONE, Optional.empty())),
                marking(text, path));
    }

    private static Optional<Evidence> marking(String text, String path) {
        if (text.contains("机密")) {
            int at = text.indexOf("机密");
            return Optional.of(Evidence.inText("secret", text, new Span(at, at + 2)));
        }
        return path.contains("机密")
                ? Optional.of(Evidence.inFileName("secret", path, new Span(path.indexOf("机密"), path.indexOf("机密") + 2)))
                : Optional.empty();
    }

    @Override
    public void close() {}
}
