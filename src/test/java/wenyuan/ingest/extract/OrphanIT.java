package wenyuan.ingest.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.ingest.source.Archive;
import wenyuan.ingest.source.SourceFile;
import wenyuan.model.Extraction;

/** What needs a second program: its death, and its locale. */
class OrphanIT {
    private static final String RTF = "{\\rtf1\\ansi Speech\\par}";

    @TempDir
    Path home;

    /** Started as a program of its own: reads every file below a folder and prints what came out, then waits. */
    public static final class Program {
        private Program() {}

        public static void main(String[] arguments) throws IOException, InterruptedException {
            Settings settings = new Settings(
                    1, Duration.ofSeconds(60), 128, Settings.standard(1).java(), 1000, 1 << 20, Optional.empty());
            try (Extractor extractor = ForkedExtractor.open(settings);
                    Stream<SourceFile> files = Archive.files(Path.of(arguments[0]), Path.of(arguments[1]));
                    var out = Files.newBufferedWriter(Path.of(arguments[1], "read"))) {
                for (SourceFile file : (Iterable<SourceFile>) files::iterator) {
                    out.write(file.path() + " = " + read(extractor, file) + "\n");
                }
                out.write("done\n");
                out.flush();
                Thread.sleep(Duration.ofMinutes(2));
            }
        }

        private static String read(Extractor extractor, SourceFile file) {
            if (!(file instanceof SourceFile.Leaf leaf)) {
                return file.toString();
            }
            Extraction extraction = extractor.extract(leaf.file(), leaf.path());
            return extraction instanceof Extraction.Text text ? text.content().strip() : extraction.toString();
        }
    }

    @Test
    void endsItsParsersWhenItIsKilledAndOpensAnyNameUnderTheCLocale() throws Exception {
        Path in = Files.createDirectories(home.resolve("in"));
        Path out = Files.createDirectories(home.resolve("out"));
        Files.writeString(in.resolve("讲话.rtf"), RTF);
        boolean bash = makeGbkName(in);
        Process program = start(in, out);
        try {
            List<String> read = await(out.resolve("read"));
            assertTrue(read.contains("讲话.rtf = Speech"), read::toString);
            assertTrue(!bash || read.contains("党建.rtf = Speech"), read::toString);
            List<ProcessHandle> parsers = program.descendants().toList();
            assertEquals(1, parsers.size());
            program.destroyForcibly().waitFor();
            parsers.getFirst().onExit().get(20, TimeUnit.SECONDS);
            assertFalse(parsers.getFirst().isAlive());
        } finally {
            program.descendants().forEach(ProcessHandle::destroyForcibly);
            program.destroyForcibly();
        }
    }

    private static boolean makeGbkName(Path folder) throws IOException, InterruptedException {
        if (!Files.isExecutable(Path.of("/bin/bash"))) {
            return false;
        }
        Process bash = new ProcessBuilder("/bin/bash", "-c", "printf %s \"$0\" > $'\\xb5\\xb3\\xbd\\xa8.rtf'", RTF)
                .directory(folder.toFile())
                .inheritIO()
                .start();
        return bash.waitFor() == 0;
    }

    private static Process start(Path in, Path out) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Settings.standard(1).java().toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName(),
                        in.toString(),
                        out.toString())
                .redirectErrorStream(true)
                .redirectOutput(new File(out.toFile(), "log"));
        builder.environment().put("LC_ALL", "C");
        return builder.start();
    }

    private static List<String> await(Path file) throws IOException, InterruptedException, TimeoutException {
        for (int i = 0; i < 600; i++) {
            if (Files.exists(file)) {
                try (BufferedReader reader = Files.newBufferedReader(file, UTF_8)) {
                    List<String> lines = reader.lines().toList();
                    if (lines.contains("done")) {
                        return lines;
                    }
                }
            }
            Thread.sleep(100);
        }
        throw new TimeoutException(
                "the program said nothing; its log: " + Files.readString(file.resolveSibling("log")));
    }
}
