package wenyuan.ingest.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The program that reads characters in pictures; from Debian's tesseract-ocr and tesseract-ocr-chi-sim. */
public final class Tesseract {
    /** Simplified Chinese; the default, English, misreads 96 of 100 characters. */
    static final String LANGUAGE = "chi_sim";

    /** System property of a parser process that may read scans: the folder of its {@code tesseract}. */
    private static final String FOLDER = "wenyuan.tesseract";

    private Tesseract() {}

    /** What is to be installed before scans can be read, as a sentence for the admin; empty when nothing is missing. */
    public static Optional<String> problem() {
        Optional<Path> program = Programs.find("tesseract");
        if (program.isEmpty()) {
            return Optional.of("Reading scans (--ocr) needs the program tesseract, which is not on the PATH;"
                    + " on Debian: apt-get install tesseract-ocr tesseract-ocr-chi-sim");
        }
        return languages(program.orElseThrow()).contains(LANGUAGE)
                ? Optional.empty()
                : Optional.of("Reading scans (--ocr) needs tesseract's Chinese (" + LANGUAGE
                        + "), which is not installed; on Debian: apt-get install tesseract-ocr-chi-sim");
    }

    /**
     * Options of parser processes that read scans. They start tesseract through a script in {@code folder}: so it takes one
     * core, and ends with them.
     *
     * @throws IllegalStateException when there is a {@link #problem()}
     */
    static List<String> options(Path folder) throws IOException {
        problem().ifPresent(problem -> {
            throw new IllegalStateException(problem);
        });
        String call = Programs.mortal(
                        List.of(Programs.find("tesseract").orElseThrow().toString()))
                .stream()
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
        String data = Optional.ofNullable(System.getenv("TESSDATA_PREFIX"))
                .map(prefix -> "export TESSDATA_PREFIX='" + prefix.replace("'", "'\\''") + "'\n")
                .orElse("unset TESSDATA_PREFIX\n"); // Tika sets it to the folder of the script
        Path script = folder.resolve("tesseract");
        Files.writeString(script, "#!/bin/sh\n" + data + "export OMP_THREAD_LIMIT=1\nexec " + call + " \"$@\"\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return List.of("-D" + FOLDER + "=" + folder);
    }

    /** In a parser process that may read scans: where tesseract is. */
    static Optional<String> folder() {
        return Optional.ofNullable(System.getProperty(FOLDER));
    }

    private static List<String> languages(Path program) {
        try {
            Process process = new ProcessBuilder(program.toString(), "--list-langs")
                    .redirectErrorStream(true)
                    .start();
            try (InputStream out = process.getInputStream()) {
                return new String(out.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .map(String::strip)
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("tesseract can't be started", e);
        }
    }
}
