package wenyuan.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import wenyuan.store.Home;
import wenyuan.store.HomeLock;
import wenyuan.store.Originals;

/** An import of files that mean harm ends with one fate for each, and leaves nothing behind. */
@Isolated("its limits are of time and memory")
class HostileFilesIT {
    private static final int LARGE_MEGABYTES = 300;

    @TempDir
    Path folder;

    @Test
    void everyHostileFileHasOneFate() throws IOException {
        Program program = hardened();
        Path secret = Files.writeString(folder.resolve("secret.txt"), HostileFiles.SECRET);
        List<HostileFiles.Hostile> files = HostileFiles.all(secret);
        assertTrue(files.size() >= 40, "only " + files.size());
        Path zip = HostileFiles.write(folder.resolve("hostile.zip"), HostileFiles.zip(files));
        Path many = HostileFiles.write(folder.resolve("many.zip"), many());
        Path large = large();

        JsonNode tally = program.json("import", zip.toString(), many.toString(), large.toString(), "--json");

        Map<String, JsonNode> fates = fates(program);
        assertEquals(fates.size(), tally.get("seen").asInt(), "one each");
        Map<String, String> expected = expected(files);
        expected.put("many.zip", "TOO_LARGE");
        expected.put("large.txt", "TOO_LARGE");
        List<String> wrong = new ArrayList<>();
        expected.forEach((path, wanted) -> {
            String fate = word(fates.get(path));
            if (!List.of(wanted.split("\\|", -1)).contains(fate)) {
                wrong.add(path + ": " + fates.get(path) + " instead of " + wanted);
            }
        });
        assertEquals(List.of(), wrong);
        List<String> others = fates.keySet().stream()
                .filter(path -> !expected.containsKey(path) && !path.startsWith("many.zip!/"))
                .toList();
        assertEquals(List.of(), others, "nothing else was seen");
        assertTrue(fates.values().stream().allMatch(HostileFilesIT::explained), "each failure says why");

        assertEquals(
                0,
                program.json("search", "\"" + HostileFiles.SECRET + "\"", "--json")
                        .get("total")
                        .asInt());
        assertTrue(isKept(large), "the original of the large text");
        assertNothingIsLeft();
        assertEquals(0, program.run("verify", "--deep").code());
    }

    private Program hardened() throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.writeString(home.resolve("config.yaml"), """
                archives: {entries: 3000, entry-megabytes: 72, total-megabytes: 1024, ratio: 200}
                file-megabytes: 64
                parser: {seconds: 5, megabytes: 96}
                """);
        return new Program(
                home,
                Map.of("LC_ALL", "C.UTF-8", "PATH", folder.toString()), // the same where LibreOffice is installed
                List.of("-Xmx512m", "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("temporary"))),
                List.of(mockingParsers()));
    }

    /** A folder for the front of the class path: with it, parser processes know Tika's MockParser. */
    private Path mockingParsers() throws IOException {
        Path classes = folder.resolve("mock");
        String config;
        try (InputStream in = HostileFilesIT.class.getResourceAsStream("/wenyuan/extract/tika-config.xml")) {
            config = new String(in.readAllBytes(), UTF_8);
        }
        String with = config.replace(
                "<parsers>", "<parsers>\n    <parser class=\"org.apache.tika.parser.mock.MockParser\"/>");
        assertFalse(with.equals(config), "the configuration has a list of parsers");
        Path file = classes.resolve("wenyuan/extract/tika-config.xml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, with);
        return classes;
    }

    /** More entries than an archive may have. */
    private static byte[] many() {
        List<HostileFiles.Hostile> files = new ArrayList<>();
        for (int i = 0; i < 4000; i++) {
            files.add(new HostileFiles.Hostile(i + ".tmp", () -> new byte[0], List.of()));
        }
        return HostileFiles.zip(files);
    }

    private Path large() throws IOException {
        Path file = folder.resolve("large.txt");
        byte[] text = (HostileFiles.TEXT + "。\n").repeat(20_000).getBytes(UTF_8);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (long written = 0; written < (long) LARGE_MEGABYTES << 20; written += text.length) {
                out.write(text);
            }
        }
        return file;
    }

    private boolean isKept(Path file) throws IOException {
        return new Originals(new Home(folder.resolve("home")))
                .find(Originals.hash(file))
                .isPresent();
    }

    private static Map<String, String> expected(List<HostileFiles.Hostile> files) {
        Map<String, String> expected = new TreeMap<>();
        files.stream().flatMap(file -> file.leaves().stream()).forEach(leaf -> {
            int arrow = leaf.lastIndexOf(" -> ");
            expected.put("hostile.zip!/" + leaf.substring(0, arrow), leaf.substring(arrow + 4));
        });
        return expected;
    }

    private static Map<String, JsonNode> fates(Program program) {
        Program.Result listed = program.run("imports", "1", "--json");
        assertEquals(0, listed.code(), listed::err);
        return listed.out()
                .lines()
                .map(Program::parse)
                .filter(line -> line.has("fate"))
                .collect(Collectors.toMap(line -> line.get("path").asText(), line -> line));
    }

    private static String word(JsonNode fate) {
        return fate == null
                ? "missing"
                : fate.path("cause").asText(fate.get("fate").asText());
    }

    private static boolean explained(JsonNode fate) {
        return !Set.of("failed", "skipped").contains(fate.get("fate").asText())
                || !fate.get("detail").asText().isBlank();
    }

    private void assertNothingIsLeft() throws IOException {
        Path home = folder.resolve("home");
        assertInstanceOf(HomeLock.Acquired.class, HomeLock.acquire(new Home(home)), "the lock")
                .lock()
                .close();
        assertFalse(Files.exists(home.resolve("parsers")), "the parsers' files");
        for (Path gone : List.of(home.resolve("incoming"), folder.resolve("temporary"))) {
            try (Stream<Path> left = Files.exists(gone) ? Files.list(gone) : Stream.of()) {
                assertEquals(
                        List.of(),
                        left.map(Path::toString)
                                .filter(path -> !path.contains("hsperfdata"))
                                .toList());
            }
        }
        List<String> running = ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .filter(line -> line.contains(folder.toString()))
                .toList();
        assertEquals(List.of(), running, "processes");
    }
}
