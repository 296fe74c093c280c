package wenyuan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchIT {
    @TempDir
    Path folder;

    @Test
    void whatComesLaterIsTakenIn() throws IOException, InterruptedException {
        Path files = Files.createDirectories(folder.resolve("材料"));
        Files.writeString(files.resolve("a.txt"), "在全市党建工作推进会上的讲话\n同志们：今天我们开会。");
        Program program = Program.over(folder.resolve("home"));
        Path out = folder.resolve("out");
        Process watch = program.start(out, folder.resolve("err"), "import", files.toString(), "--watch", "--json");
        try {
            lines(out, 1);
            Files.writeString(files.resolve("b.txt"), "在全县组织工作座谈会上的讲话\n同志们：今天我们座谈。");
            String second = lines(out, 2);
            assertTrue(second.contains("\"stored\":1,\"unchanged\":1"), second);
            assertEquals(
                    2, program.run("stats", "--json").json().get("documents").asInt());
        } finally {
            watch.destroy();
            assertTrue(watch.waitFor(30, TimeUnit.SECONDS));
        }
        assertEquals(0, program.run("verify").code());
    }

    /** The last of so many lines, once they are there. */
    private static String lines(Path file, int count) throws IOException, InterruptedException {
        for (int i = 0; i < 600; i++) {
            String text = Files.readString(file);
            if (text.lines().count() >= count && text.endsWith("\n")) {
                return text.lines().toList().getLast();
            }
            Thread.sleep(100);
        }
        throw new AssertionError("There are not yet " + count + " lines: " + Files.readString(file));
    }
}
