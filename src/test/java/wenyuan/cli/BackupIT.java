package wenyuan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.ops.Restore;

/** The real program backs an archive up while others work on it, restores it elsewhere, and deletes documents. */
class BackupIT {
    @TempDir
    Path folder;

    private Program program;
    private Path files;
    private Path zip;

    @BeforeEach
    void importSome() throws IOException {
        program = Program.over(folder.resolve("home"));
        files = Files.createDirectories(folder.resolve("材料"));
        zip = folder.resolve("备份.zip");
        write("务虚.txt", "在全县工作务虚会上的讲话\n同志们：\n今天我们坐在一起，谋划明年的打算。\n");
        write("座谈.txt", "在青年干部座谈会上的讲话\n同志们：\n听了大家的发言，很受启发。\n");
        write("密.txt", "机密★1年\n在保密工作会议上的讲话\n同志们：\n今天部署密码管理工作。\n");
        Files.write(files.resolve("空.docx"), new byte[] {1, 2, 3});
        JsonNode tally = program.json("import", files.toString(), "--json");
        assertEquals(2, tally.get("stored").asInt());
        assertEquals(1, tally.get("held").asInt());
    }

    @Test
    void whatIsRestoredIsWhatWasBackedUpBesideAServer() throws Exception {
        program.json("correct", id("务虚"), "--type", "座谈会", "--json");
        Files.createDirectories(folder.resolve("home/index-config"));
        Files.writeString(folder.resolve("home/index-config/synonyms.txt"), "谋划=盘算\n");
        Process server = serve();
        try {
            JsonNode told = program.json("backup", zip.toString(), "--json");
            assertEquals(2, told.get("documents").asInt());
            assertEquals(1, told.get("heldLeftOut").asInt());
            assertEquals(0, told.get("missing").size());
            assertEquals(2, program.run("restore", zip.toString(), "--force").code(), "a served home stays as it is");
            String owned = program.run("restore", zip.toString(), "--force").err();
            assertTrue(owned.contains("in use by process " + server.pid()), owned);
        } finally {
            end(server);
        }
        assertEquals(List.of("备份.zip"), names("备份"), "no half file is left");
        Program again = Program.over(folder.resolve("另一处"));
        Program.Result restored = again.run("restore", zip.toString());
        assertEquals(0, restored.code(), restored.err());
        Path queries = Files.writeString(folder.resolve("查"), "类型:座谈会\n盘算\n\"很受启发\"\n密码管理\n");
        List<List<String>> found = answers(program, queries);
        assertEquals(List.of(2, 1, 1, 0), found.stream().map(List::size).toList());
        assertEquals(found, answers(again, queries));
        assertEquals(
                program.json("corrections", "--json").get("corrections"),
                again.json("corrections", "--json").get("corrections"));
        Program.Result verified = again.run("verify", "--deep");
        assertEquals(0, verified.code(), verified.out());
        assertFalse(Files.exists(folder.resolve("另一处/held")), "what is held was not asked for");
        assertEquals(
                1,
                again.json("import", files.toString(), "--json").get("held").asInt(),
                "and is held again when it comes again");
        assertEquals(2, again.run("backup", zip.toString()).code(), "nothing is overwritten unasked");
    }

    @Test
    void aBackupBesideAnImportIsWhole() throws Exception {
        for (int i = 0; i < 400; i++) {
            write("批/" + i + ".txt", "在第" + i + "次支部大会上的讲话\n同志们：\n要把第" + i + "件事办好。\n");
        }
        Path out = folder.resolve("import.out");
        Process importing = program.start(out, folder.resolve("import.err"), "import", files.toString(), "--json");
        JsonNode told;
        try {
            String owner = importing.pid() + " ";
            await(() -> Files.readString(folder.resolve("home/lock")).matches(owner + "[1-9].*\\s*"));
            told = program.json("backup", zip.toString(), "--with-held", "--json");
        } finally {
            assertTrue(importing.waitFor(2, TimeUnit.MINUTES));
        }
        assertEquals(402, Program.parse(Files.readString(out)).get("seen").asInt() - 2);
        Program again = Program.over(folder.resolve("另一处"));
        again.json("restore", zip.toString(), "--json");
        Program.Result verified = again.run("verify", "--deep");
        assertEquals(0, verified.code(), verified.out());
        assertEquals(
                told.get("documents"), again.json("search", "同志们", "--json").get("total"), told::toString);
        assertEquals(1, told.get("held").asInt());
        assertEquals(
                402,
                again.json("import", files.toString(), "--json").get("stored").asInt()
                        + told.get("documents").asInt());
    }

    @Test
    void whatIsNotWholeIsRefusedAndNothingChanges() throws Exception {
        program.json("backup", zip.toString(), "--json");
        byte[] whole = Files.readAllBytes(zip);
        Path bad = folder.resolve("坏.zip");
        Files.write(bad, Arrays.copyOf(whole, whole.length * 2 / 3));
        refused(bad, "cut off or not a zip");
        assertEquals(2, program.run("restore", bad.toString(), "--force").code());
        assertEquals(
                2,
                Program.over(folder.resolve("不该有"))
                        .run("restore", bad.toString())
                        .code());
        assertFalse(Files.exists(folder.resolve("不该有")), "nothing was touched");
        assertEquals(1, hits(program, "\"很受启发\"").size(), "what was there is there");
        byte[] turned = whole.clone();
        turned[whole.length / 3] ^= 1;
        Files.write(bad, turned);
        refused(bad, "its entry ");
        with(bad, "../x", "out");
        refused(bad, "it holds an entry ../x, which no backup holds");
        with(bad, "index-config/../../x", "out");
        refused(bad, "which no backup holds");
        with(bad, "index-config/more.txt", "more");
        refused(bad, "entries, and holds");
        changed(bad, "\"schema\" : ", "\"schema\" : 9");
        refused(bad, "restore it with the newer Wenyuan");
        changed(bad, "\"format\" : ", "\"format\" : 9");
        refused(bad, "this program knows 1");
        refused(folder.resolve("无.zip"), "There is no backup at");
        assertFalse(Files.exists(folder.resolve("x")));
    }

    @Test
    void anArchiveInTheWayIsMovedAside() throws Exception {
        program.json("backup", zip.toString(), "--json");
        write("新.txt", "在全县宣传工作会议上的讲话\n同志们：\n要讲好山区巨变的故事。\n");
        program.json("import", files.toString(), "--json");
        Program.Result refused = program.run("restore", zip.toString());
        assertEquals(2, refused.code());
        assertTrue(refused.err().contains("--force moves it aside"), refused.err());
        Path aside = Path.of(program.json("restore", zip.toString(), "--force", "--json")
                .get("aside")
                .asText());
        assertEquals(0, hits(program, "山区巨变").size());
        assertEquals(0, program.run("verify", "--deep").code());
        assertEquals(1, hits(Program.over(aside), "山区巨变").size(), "the old archive is whole");
    }

    @Test
    void aDeletedDocumentStaysDeleted() throws Exception {
        String id = id("座谈");
        Process asked = program.start(folder.resolve("o"), folder.resolve("e"), "delete", id);
        asked.getOutputStream().write('n');
        asked.getOutputStream().close();
        assertTrue(asked.waitFor(1, TimeUnit.MINUTES));
        assertEquals(1, asked.exitValue());
        assertTrue(Files.readString(folder.resolve("e")).contains("Delete 1 document for good? [y/N]"));
        assertEquals(1, hits(program, "\"很受启发\"").size());
        Process server = serve();
        try {
            assertEquals(
                    1,
                    program.json("delete", id, "--yes", "--json").get("deleted").asInt());
            assertEquals(0, hits(program, "\"很受启发\"").size(), "the index has heard of it");
        } finally {
            end(server);
        }
        JsonNode again = program.json("import", files.toString(), "--json");
        assertEquals(1, again.get("skipped").get("DELETED").asInt(), again::toString);
        assertEquals("1 documents: sound", program.run("verify", "--deep").out().strip(), "no bytes are left either");
        assertEquals(0, program.run("delete", "--undo", id).code());
        assertEquals(2, program.run("delete", "--undo", id).code());
        assertEquals(
                1,
                program.json("import", files.toString(), "--json").get("stored").asInt());
        assertEquals(
                2,
                program.json("delete", "标题:讲话", "--yes", "--json")
                        .get("deleted")
                        .asInt());
        assertEquals(0, program.json("search", "同志们", "--json").get("total").asInt());
    }

    private void refused(Path bad, String message) {
        String said = String.valueOf(assertThrows(IllegalArgumentException.class, () -> Restore.check(bad))
                .getMessage());
        assertTrue(said.contains(message), said);
    }

    private void with(Path bad, String name, String content) throws IOException {
        rewrite(bad, "", "", name, content);
    }

    private void changed(Path bad, String before, String after) throws IOException {
        rewrite(bad, before, after, "", "");
    }

    private void rewrite(Path bad, String before, String after, String name, String content) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip));
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(bad))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                copy(entry.getName(), in, out, before, after);
            }
            if (!name.isEmpty()) {
                out.putNextEntry(new ZipEntry(name));
                out.write(content.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static void copy(String name, InputStream in, OutputStream out, String before, String after)
            throws IOException {
        byte[] bytes = in.readAllBytes();
        out.write(
                name.equals("manifest.json") && !before.isEmpty()
                        ? new String(bytes, StandardCharsets.UTF_8)
                                .replace(before, after)
                                .getBytes(StandardCharsets.UTF_8)
                        : bytes);
    }

    private Process serve() throws Exception {
        Path out = folder.resolve("serve.out");
        Process server = program.start(out, folder.resolve("serve.err"), "serve", "--port", "0");
        await(() -> Files.exists(out) && Files.readString(out).contains("serves at"));
        return server;
    }

    private static void end(Process process) throws InterruptedException {
        process.destroy();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    }

    /** Something that may throw. */
    @FunctionalInterface
    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void await(Condition condition) throws Exception {
        for (int i = 0; i < 600 && !condition.holds(); i++) {
            Thread.sleep(100);
        }
        assertTrue(condition.holds());
    }

    private static List<String> hits(Program program, String query) {
        return program.json("search", query, "--json").get("hits").findValuesAsText("id").stream()
                .sorted()
                .toList();
    }

    /** The documents found by each query of a file. */
    private static List<List<String>> answers(Program program, Path queries) {
        return program.run("search", "--batch", queries.toString(), "--json")
                .out()
                .lines()
                .map(line -> Program.parse(line).get("hits").findValuesAsText("id").stream()
                        .sorted()
                        .toList())
                .toList();
    }

    private String id(String word) {
        return hits(program, word).getFirst();
    }

    private List<String> names(String start) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.startsWith(start))
                    .toList();
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = files.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
