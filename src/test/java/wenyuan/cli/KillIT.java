package wenyuan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An import that is killed at random moments ends as one that was never disturbed. {@code -Dkills=20 -Dfiles=10000} for a
 * longer run.
 */
class KillIT {
    private static final int FILES = Integer.getInteger("files", 400);

    @Test
    void killedAtRandomMomentsThenFinished(@TempDir Path folder) throws IOException, InterruptedException {
        long seed = Long.getLong("tests.seed", System.nanoTime());
        Random random = new Random(seed);
        Path files = write(folder.resolve("files"), random);
        Program program = Program.over(folder.resolve("home"));
        for (int kill = 0; kill < Integer.getInteger("kills", 5); kill++) {
            Process process =
                    program.start(folder.resolve("out"), folder.resolve("err"), "import", files.toString(), "--json");
            process.waitFor(800 + random.nextInt(2_500), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
        }
        JsonNode tally = program.json("import", files.toString(), "--json");
        String told = "-Dtests.seed=" + seed + " " + tally;
        assertEquals(FILES, tally.get("seen").asInt(), told);
        assertEquals(FILES, tally.get("stored").asInt() + tally.get("unchanged").asInt(), told);
        Program.Result verified = program.run("verify", "--deep");
        assertEquals(0, verified.code(), () -> told + verified.out());
        Program undisturbed = Program.over(folder.resolve("undisturbed"));
        undisturbed.json("import", files.toString(), "--json");
        assertEquals(documents(undisturbed), documents(program), told);
        assertEquals(FILES, documents(program).size(), told);
    }

    private static List<String> documents(Program program) {
        return program.run("export", "--format", "jsonl")
                .out()
                .strip()
                .lines()
                .sorted()
                .toList();
    }

    private static Path write(Path files, Random random) throws IOException {
        Files.createDirectories(files);
        for (int i = 0; i < FILES; i++) {
            StringBuilder text = new StringBuilder("在第" + i + "次党建工作推进会上的讲话\n同志们：\n");
            for (int line = 0; line < 20; line++) {
                for (int word = 0; word < 12; word++) {
                    text.append(WORDS.get(random.nextInt(WORDS.size())));
                }
                text.append("。\n");
            }
            Files.writeString(files.resolve("讲话" + i + ".txt"), text);
        }
        return files;
    }

    private static final List<String> WORDS =
            List.of("基层", "支部", "党员", "治理", "网格", "群众", "责任", "抓好", "推进", "落实", "我们", "必须", "要", "把", "和");
}
