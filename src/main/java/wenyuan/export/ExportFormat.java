package wenyuan.export;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How an export is written. */
public enum ExportFormat {
    /** One JSON object a line. */
    JSONL("application/x-ndjson; charset=utf-8"),
    /** A table for Excel: UTF-8 with a byte order mark. */
    CSV("text/csv; charset=utf-8"),
    /** A Word document with the sources in footnotes. */
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** What HTTP calls it. */
    public String mediaType() {
        return mediaType;
    }

    /** The word for it in addresses and on the command line, and the ending of its files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format that goes by this word. */
    public static Optional<ExportFormat> named(String word) {
        return Stream.of(values()).filter(format -> format.word().equals(word)).findFirst();
    }
}
