package wenyuan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Labels decided on the command line, by the real program. */
class CorrectIT {
    @TempDir
    private static Path folder;

    private static Program program = Program.over(Path.of("."));
    private static Path files = Path.of(".");

    @BeforeAll
    static void importSome() throws IOException {
        program = Program.over(folder.resolve("home"));
        files = Files.createDirectories(folder.resolve("材料"));
        write("务虚.txt", "在全县工作务虚会上的讲话\n同志们：\n今天我们坐在一起，谋划明年的打算。\n");
        write("座谈.txt", "在青年干部座谈会上的讲话\n同志们：\n听了大家的发言，很受启发。\n");
        write("夜谈.txt", "在老干部座谈会上的讲话\n同志们：\n各位老同志讲得很好。\n");
        assertEquals(
                3,
                program.json("import", files.toString(), "--json").get("stored").asInt());
    }

    @Test
    void aDecisionIsSeenEverywhereUntilItIsWithdrawn() throws IOException {
        String id = id("务虚");
        assertEquals(
                1,
                program.json("correct", id, "--type", "座谈会", "--year", "2021", "--themes", "TH01,TH02", "--json")
                        .get("changed")
                        .asInt());
        JsonNode shown = program.json("show", id, "--json");
        assertEquals("MT16", shown.get("meetingTypeId").asText());
        assertEquals("known", shown.get("yearStatus").asText());
        assertEquals(2, shown.get("themeIds").size());
        JsonNode correction = shown.get("corrections").get(0);
        assertEquals("type", correction.get("field").asText());
        assertEquals("座谈会", correction.get("values").get(0).get("value").asText());
        assertEquals("(command line)", correction.get("user").asText());
        assertEquals(3, program.json("search", "类型:座谈会", "--json").get("total").asInt(), "the index heard of it");
        assertTrue(program.run("show", id).out().contains("更正 type：座谈会（(command line)，"));
        assertTrue(program.run("corrections").out().contains("在全县工作务虚会上的讲话"));
        Program.Result labels = program.run("corrections", "--labels");
        Path answers = Files.writeString(folder.resolve("labels.jsonl"), labels.out());
        JsonNode scores = program.json("evaluate", answers.toString(), "--json").get("scores");
        assertEquals(1, scores.get("meetingTypeId").get("right").asInt(), scores::toString);
        assertEquals(1, scores.get("year").get("right").asInt(), scores::toString);
        assertEquals(2, scores.get("themeIds").get("right").asInt(), scores::toString);
        program.json("reindex", "--json");
        assertEquals(
                "MT16", program.json("show", id, "--json").get("meetingTypeId").asText());
        assertEquals(0, program.run("verify").code());
        program.json("correct", id, "--withdraw", "type,year,themes", "--json");
        assertEquals(0, program.json("corrections", "--json").get("corrections").size());
        assertEquals(2, program.json("search", "类型:座谈会", "--json").get("total").asInt());
    }

    @Test
    void allThatAQueryFindsAreAskedForOnce() throws IOException, InterruptedException {
        Path err = folder.resolve("asked.err");
        Process asked = program.start(
                folder.resolve("asked.out"), err, "correct", "--query", "标题:\"座谈会上的讲话\"", "--none", "level");
        asked.getOutputStream().write('n');
        asked.getOutputStream().close();
        assertTrue(asked.waitFor(1, TimeUnit.MINUTES));
        assertEquals(1, asked.exitValue());
        assertTrue(Files.readString(err).contains("Change 2 documents? [y/N]"));
        assertTrue(Files.readString(err).contains("在青年干部座谈会上的讲话"));
        JsonNode changed = program.json("correct", "--query", "标题:\"座谈会上的讲话\"", "--none", "level", "--yes", "--json");
        assertEquals(2, changed.get("changed").asInt());
        JsonNode all = program.json("corrections", "--json").get("corrections");
        assertEquals(2, all.size());
        assertEquals(0, all.get(0).get("values").size());
        assertEquals(
                2,
                program.json("correct", "--query", "标题:\"座谈会上的讲话\"", "--withdraw", "level", "--yes", "--json")
                        .get("changed")
                        .asInt());
    }

    @Test
    void wrongCallsSayWhatIsRight() {
        String id = id("座谈");
        check("takes one of 民主生活会 (MT01), ", "correct", id, "--type", "茶话会");
        check("--year takes a year from 1900 to 2100, not \"去年\"", "correct", id, "--year", "去年");
        check("no field that can be corrected; there are type, year, workYear, kind", "correct", id, "--none", "标题");
        for (String query : new String[] {"座谈会 飞船", "年份:去年", "功能:排比"}) {
            check("The query was not taken at its word", "correct", "--query", query, "--none", "level", "--yes");
        }
        check("told two things about type", "correct", id, "--type", "MT16", "--none", "type");
        check("takes at least one label", "correct", id);
        check("takes the ID of a document or --query", "correct", "--type", "MT16");
        check("There is no document 00", "correct", "00", "--type", "MT16");
        check("at most 5 themes", "correct", id, "--themes", "TH01,TH02,TH03,TH04,TH05,TH06");
    }

    private static void check(String message, String... words) {
        Program.Result result = program.run(words);
        assertEquals(2, result.code(), result::err);
        assertTrue(result.err().contains(message), result::err);
    }

    private static String id(String word) {
        List<String> ids = new ArrayList<>();
        program.json("search", "\"" + (word.equals("务虚") ? "谋划明年的打算" : "听了大家的发言") + "\"", "--json")
                .get("hits")
                .forEach(hit -> ids.add(hit.get("id").asText()));
        return ids.getFirst();
    }

    private static void write(String name, String text) throws IOException {
        Files.writeString(files.resolve(name), text);
    }
}
