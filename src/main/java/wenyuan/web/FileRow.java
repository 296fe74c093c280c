package wenyuan.web;

import java.util.List;
import wenyuan.model.Fate;
import wenyuan.model.FileFate;

/**
 * What became of a file, in words.
 *
 * @param fate name of the fate
 * @param cause name of the cause of failure or skipping; else empty
 * @param detail what the program noted
 * @param documents ids of what became of it
 */
public record FileRow(String path, String fate, String cause, String detail, List<String> documents) {
    /** The words for a row of a report. */
    public static FileRow of(FileFate row) {
        String path = row.path();
        String fate = row.fate().name();
        return switch (row.fate()) {
            case Fate.Stored stored -> new FileRow(path, fate, "", "", List.of(stored.documentId()));
            case Fate.Unchanged same -> new FileRow(path, fate, "", "", List.of(same.documentId()));
            case Fate.Duplicate twin -> new FileRow(path, fate, "", "", List.of(twin.documentId()));
            case Fate.Split split -> new FileRow(path, fate, "", "", split.documentIds());
            case Fate.Held held -> new FileRow(path, fate, "", held.marking().quote(), List.of());
            case Fate.Failed failed -> new FileRow(path, fate, failed.cause().name(), failed.detail(), List.of());
            case Fate.Skipped skipped -> new FileRow(path, fate, skipped.cause().name(), skipped.detail(), List.of());
        };
    }

    /** What to do about it; empty when there is nothing to do. */
    public String advice(Messages say) {
        String key = "advice." + (cause.isEmpty() ? fate : cause);
        return say.has(key) ? say.say(key) : "";
    }

    /** The cells of a table: file, fate, cause, code of the cause, detail, advice, documents. */
    List<String> cells(Messages say) {
        String causeName = cause.isEmpty() ? "" : say.name("cause", cause);
        return List.of(
                path, say.name("fate", fate), causeName, cause, detail, advice(say), String.join(" ", documents));
    }
}
