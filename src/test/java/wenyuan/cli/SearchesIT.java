package wenyuan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchesIT {
    @TempDir
    Path folder;

    private Program program;

    private void bring(int from, int to) throws IOException {
        Path files = Files.createDirectories(folder.resolve("文件"));
        for (int i = from; i < to; i++) {
            Files.writeString(
                    files.resolve(i + ".txt"),
                    "在支部会议上的讲话" + i + "\n同志们：\n今天讲红色管家的第" + i + "件事。\n" + (i % 2 == 0 ? "还讲网格。" : "不讲别的。"));
        }
        program.json("import", files.toString(), "--json");
    }

    private void check(int documents, int fresh, String... words) {
        JsonNode search = program.json(words).get("searches").get(0);
        assertEquals(
                List.of(documents, fresh, fresh),
                List.of(
                        search.get("documents").asInt(),
                        search.get("new").asInt(),
                        search.get("newIds").size()),
                search::toString);
    }

    @Test
    void newIsWhatCameSinceTheLastLook() throws IOException {
        program = Program.over(folder.resolve("home"));
        bring(0, 4);
        assertEquals(0, program.run("searches", "add", "管家", "红色管家", "网格").code());
        check(2, 0, "searches", "--json");
        bring(0, 8);
        check(4, 2, "searches", "--json");
        program.json("reindex", "--json");
        check(4, 2, "searches", "--new", "--seen", "--json");
        check(4, 0, "searches", "--json");
        assertEquals(
                0, program.json("searches", "--new", "--json").get("searches").size());
        bring(0, 8);
        program.json("reindex", "--json");
        check(4, 0, "searches", "--json");
        String id = program.json("search", "网格", "--json")
                .get("hits")
                .get(0)
                .get("id")
                .asText();
        program.run("correct", id, "--type", "座谈会");
        check(4, 0, "searches", "--json");
        Program.Result list = program.run("searches");
        assertTrue(list.out().startsWith("管家\t红色管家 网格\t共 4 篇\t新增 0 篇\t"), list::out);
        assertEquals(0, program.run("searches", "remove", "管家").code());
        assertEquals(2, program.run("searches", "remove", "管家").code());
        assertEquals(2, program.run("searches", "add").code());
        assertEquals(0, program.json("searches", "--json").get("searches").size());
    }
}
