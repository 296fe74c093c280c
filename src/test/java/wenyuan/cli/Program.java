package wenyuan.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The real program in a process of its own, over a home of the test's.
 *
 * @param home given as {@code --home}
 * @param environment added to that of the test
 * @param options of its JVM, behind the usual ones
 * @param before class path in front of the program's
 */
public record Program(Path home, Map<String, String> environment, List<String> options, List<Path> before) {
    private static final int LONGEST_MINUTES = Integer.getInteger("minutes", 2);

    /** The packed program, where Maven has made it; otherwise the classes of the test are run. */
    private static final Optional<String> JAR = Optional.ofNullable(System.getProperty("wenyuan.jar"));

    private static final ObjectMapper MAPPER = new ObjectMapper();

    public static Program over(Path home) {
        return new Program(home, Map.of("LC_ALL", "C.UTF-8"), List.of(), List.of());
    }

    /** What a call came to. */
    record Result(int code, String out, String err) {
        JsonNode json() {
            return parse(out.strip().lines().reduce("", (earlier, line) -> line));
        }
    }

    /** Starts a call and does not wait; output goes to the two files. */
    public Process start(Path out, Path err, String... words) {
        return start(
                isPacked() ? List.of("-Xlog:disable", "-XX:SharedArchiveFile=" + LoadedClasses.ARCHIVE) : List.of(),
                out,
                err,
                words);
    }

    private Process start(List<String> more, Path out, Path err, String... words) {
        List<String> call = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dsun.jnu.encoding=UTF-8",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx1g"));
        call.addAll(more);
        call.addAll(options);
        call.addAll(List.of("-cp", classPath(), "wenyuan.cli.Main", "--home", home.toString()));
        call.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(call);
        builder.environment().putAll(environment);
        try {
            return builder.redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String classPath() {
        String first = before.stream().map(path -> path + File.pathSeparator).collect(Collectors.joining());
        return isPacked() ? JAR.orElseThrow() : first + System.getProperty("java.class.path");
    }

    /** Whether the packed program is run: what stands in front of it may need classes of the tests. */
    private boolean isPacked() {
        return JAR.isPresent() && before.isEmpty();
    }

    /** What the program loads at each start, kept for the next: two hundred starts take a third less. */
    private static final class LoadedClasses {
        static final Path ARCHIVE = made();

        private static Path made() {
            try {
                Path folder =
                        Files.createTempDirectory(Path.of(JAR.orElseThrow()).getParent(), "loaded-classes");
                Path archive = folder.resolve("classes.jsa");
                Path file = Files.writeString(folder.resolve("a.txt"), "在座谈会上的讲话\n\n同志们，今天开会。");
                Path output = folder.resolve("output");
                over(folder.resolve("home"))
                        .start(
                                List.of("-XX:ArchiveClassesAtExit=" + archive),
                                output,
                                output,
                                "import",
                                file.toString())
                        .waitFor();
                return archive;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Runs a call to its end, for at most two minutes, or {@code -Dminutes=N}. */
    Result run(String... words) {
        try {
            Path out = Files.createTempFile("wenyuan", ".out");
            Path err = Files.createTempFile("wenyuan", ".err");
            Process process = start(out, err, words);
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("does not end: " + String.join(" ", words));
            }
            Result result = new Result(
                    process.exitValue(),
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
            Files.delete(out);
            Files.delete(err);
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs a call that must succeed, and reads its last line as JSON. */
    JsonNode json(String... words) {
        Result result = run(words);
        if (result.code() != 0) {
            throw new AssertionError(String.join(" ", words) + " ended with " + result.code() + ": " + result.err());
        }
        return result.json();
    }

    static JsonNode parse(String line) {
        try {
            return MAPPER.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON: " + line, e);
        }
    }
}
