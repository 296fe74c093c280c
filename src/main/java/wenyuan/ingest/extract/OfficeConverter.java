package wenyuan.ingest.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import wenyuan.model.Extraction;

/**
 * Has LibreOffice rewrite old Word files that POI can't read; WPS is known to leave out a file's last sector. Each call has
 * a folder and a profile of its own, so several can run at once and none touches the user's. Thread-safe.
 *
 * @param program {@code soffice.bin}, which is the process that does the work: started through {@code soffice}, it would
 *     outlive us
 */
record OfficeConverter(Path program, Path scratch, Duration limit) {
    private static final byte[] OLD_OFFICE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    /** What a fresh profile makes {@code soffice.bin} end with: start me again. */
    private static final int AGAIN = 81;

    /** A converter, where LibreOffice is installed. */
    static Optional<OfficeConverter> find(Path scratch, Duration limit) {
        return Stream.of("soffice", "libreoffice")
                .flatMap(name -> Programs.find(name).stream())
                .flatMap(script -> binary(script).stream())
                .findFirst()
                .map(program -> new OfficeConverter(program, scratch, limit));
    }

    /** Whether this is a file that LibreOffice may read. */
    static boolean suits(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return java.util.Arrays.equals(in.readNBytes(OLD_OFFICE.length), OLD_OFFICE);
        }
    }

    /**
     * Hands the rewritten file to {@code reader}; empty when there is none in time.
     *
     * @throws CancellationException when the thread is interrupted, which it stays
     */
    Optional<Extraction> convert(Path file, Function<Path, Extraction> reader) throws IOException {
        Path folder = Files.createTempDirectory(scratch, "office-");
        try {
            Path source = Files.copy(file, folder.resolve("file.doc"));
            Path target = folder.resolve("file.docx");
            int code = run(folder, source);
            if (code == AGAIN) {
                run(folder, source);
            }
            return Files.exists(target) ? Optional.of(reader.apply(target)) : Optional.empty();
        } finally {
            ForkedExtractor.deleteAll(folder);
        }
    }

    private int run(Path folder, Path source) throws IOException {
        Process office = new ProcessBuilder(Programs.mortal(List.of(
                        program.toString(),
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--norestore",
                        "--infilter=MS Word 97",
                        "--convert-to",
                        "docx",
                        "--outdir",
                        folder.toString(),
                        source.toString())))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return office.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS) ? office.exitValue() : -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while LibreOffice read a file");
        } finally {
            office.descendants().forEach(ProcessHandle::destroyForcibly);
            office.destroyForcibly().onExit().join();
        }
    }

    private static Optional<Path> binary(Path script) {
        try {
            Path program = script.toRealPath().resolveSibling("soffice.bin");
            return Files.isExecutable(program) ? Optional.of(program) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("A program on the PATH can't be looked at: " + script, e);
        }
    }
}
