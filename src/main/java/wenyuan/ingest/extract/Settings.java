package wenyuan.ingest.extract;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How files are read.
 *
 * @param workers parser processes, and so files parsed at once
 * @param limit time one file may take
 * @param childMegabytes heap of one parser process
 * @param java the {@code java} program that runs the parsers; 21 or newer
 * @param characters longest text; a longer one is cut there and says so in its metadata ({@code truncated=true})
 * @param bytes largest file that is read
 * @param ocr time one scan may take; empty when scans are not read. It needs what {@link Tesseract#problem()} asks for
 */
public record Settings(
        int workers,
        Duration limit,
        int childMegabytes,
        Path java,
        int characters,
        long bytes,
        Optional<Duration> ocr) {
    /** A minute a file, 512 MB a process, this program's own Java, texts of up to 2 million characters, no scans. */
    public static Settings standard(int workers) {
        return of(workers, Duration.ofSeconds(60), 512, 256L << 20, Optional.empty());
    }

    /** The same under other limits. */
    public static Settings of(int workers, Duration limit, int childMegabytes, long bytes, Optional<Duration> ocr) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new Settings(workers, limit, childMegabytes, java, 2_000_000, bytes, ocr);
    }
}
