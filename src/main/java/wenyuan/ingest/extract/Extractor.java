package wenyuan.ingest.extract;

import java.nio.file.Path;
import wenyuan.model.Extraction;

/** Reads the text out of files. Thread-safe; up to as many files at once as there are workers. */
public interface Extractor extends AutoCloseable {
    /**
     * Reads one file.
     *
     * @param file its bytes
     * @param name its name as shown; only a hint at the format
     */
    Extraction extract(Path file, String name);

    /** Ends the child processes. */
    @Override
    void close();
}
