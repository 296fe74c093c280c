package wenyuan.ingest.source;

import java.nio.file.Path;
import java.util.stream.Stream;

/** Finds the files below a path, inside archives too. */
@SuppressWarnings({"DoNotCallSuggester", "ObjectToString", "UnusedVariable"}) // until it is built
public final class Archive {
    private Archive() {}

    /**
     * The leaves at and below {@code path}, in name order. Lazy; close the stream. Unpacked files stay until the stream is
     * closed or {@code Leaf} is released by deleting it.
     *
     * @param scratch folder for unpacked files
     */
    public static Stream<SourceFile> files(Path path, Path scratch) {
        throw new UnsupportedOperationException(path + " " + scratch);
    }
}
