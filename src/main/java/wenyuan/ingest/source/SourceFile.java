package wenyuan.ingest.source;

import java.nio.file.Path;
import wenyuan.model.FailureCause;
import wenyuan.model.SkipCause;

/** One leaf that an import sees. */
public sealed interface SourceFile {
    /**
     * Path as shown: relative to the imported folder (a file imported by itself: its name), or {@code archive.zip!/path};
     * always readable, {@code /} between its parts, composed (NFC). Two leaves of one import never share it.
     */
    String path();

    /**
     * A file whose bytes can be read.
     *
     * @param file where the bytes lie; its own name may not be a {@code String}'s, so keep the {@code Path}
     * @param temporary whether {@code file} was unpacked for this import; delete it when done, else the stream does on close
     */
    record Leaf(String path, Path file, boolean temporary) implements SourceFile {}

    /** A file or archive that cannot be read. */
    record Broken(String path, FailureCause cause, String detail) implements SourceFile {}

    /** A file that is passed over on purpose. */
    record Ignored(String path, SkipCause cause, String detail) implements SourceFile {}
}
