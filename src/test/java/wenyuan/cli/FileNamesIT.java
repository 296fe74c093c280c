package wenyuan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** File names are bytes: Chinese in UTF-8 and in GBK are imported and shown right, whatever the locale. */
class FileNamesIT {
    private static final String GBK_NAME = "\\265\\263\\275\\250"; // 党建

    @Test
    void namesInAnyEncodingUnderAnyLocale(@TempDir Path folder) throws IOException, InterruptedException {
        Path files = Files.createDirectories(folder.resolve("files"));
        Files.writeString(files.resolve("讲话.txt"), "在全市党建工作推进会上的讲话\n同志们：\n要抓好落实。\n");
        assumeTrue(shell("printf '在座谈会上的发言\\n要说实话。\\n' > \"$(printf '" + GBK_NAME + "').txt\"", files), "needs bash");
        for (String locale : List.of("C.UTF-8", "C")) {
            Program program =
                    new Program(folder.resolve("home-" + locale), Map.of("LC_ALL", locale), List.of(), List.of());
            assertEquals(
                    2,
                    program.json("import", files.toString(), "--json")
                            .get("stored")
                            .asInt(),
                    locale);
            Set<String> sources = program.run("export", "--format", "jsonl")
                    .out()
                    .strip()
                    .lines()
                    .map(row -> Program.parse(row).get("source").asText())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(Set.of("讲话.txt", "党建.txt"), sources, locale);
        }
    }

    private static boolean shell(String command, Path folder) throws InterruptedException {
        try {
            return new ProcessBuilder("bash", "-c", command)
                            .directory(folder.toFile())
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noShell) {
            return false;
        }
    }
}
