package wenyuan.ingest.extract;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How files are read.
 *
 * @param workers parser processes, and so files parsed at once
 * @param limit time one file may take
 * @param childMegabytes heap of one parser process
 * @param java the {@code java} program that runs the parsers; 21 or newer
 * @param characters longest text; a longer one is cut there and says so in its metadata ({@code truncated=true})
 */
public record Settings(int workers, Duration limit, int childMegabytes, Path java, int characters) {
    /** A minute a file, 512 MB a process, this program's own Java, texts of up to 2 million characters. */
    public static Settings standard(int workers) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new Settings(workers, Duration.ofSeconds(60), 512, java, 2_000_000);
    }
}
