package wenyuan.ingest.source;

import java.nio.file.Path;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Finds the files below a path, inside archives too. What is an archive is decided by content, not by name. */
public final class Archive {
    private Archive() {}

    /** The leaves at and below {@code path} within {@link Limits#STANDARD}. */
    public static Stream<SourceFile> files(Path path, Path scratch) {
        return files(path, scratch, Limits.STANDARD);
    }

    /**
     * The leaves at and below {@code path}, in name order; each once. Sequential and lazy: one folder's names and one
     * archive's directory are held per level, an entry is unpacked when it is asked for. Close the stream. What is wrong
     * with a file is a {@link SourceFile.Broken}; only a {@code scratch} that cannot be written throws
     * ({@code UncheckedIOException}).
     *
     * @param scratch folder for unpacked files, made when missing; they stay until deleted by the taker or by closing
     * @param limits where an archive becomes a failure ({@code TOO_LARGE})
     */
    public static Stream<SourceFile> files(Path path, Path scratch, Limits limits) {
        Leaves leaves = new Leaves(path, new Scratch(scratch), limits);
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(
                                leaves, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.DISTINCT),
                        false)
                .onClose(leaves::close);
    }
}
