package wenyuan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trends and batches as scripts see them. */
class TrendsIT {
    @TempDir
    static Path folder;

    private static Program program;

    @BeforeAll
    static void fill() throws IOException {
        Path files = Files.createDirectory(folder.resolve("文件"));
        for (int year = 2015; year <= 2019; year++) {
            for (int i = 0; i < year - 2013; i++) {
                String said = i == 0 || year < 2017 ? "" : "要把红色管家的作用发挥好，红色管家要上门。";
                Files.writeString(
                        files.resolve(year + "-" + i + ".txt"),
                        "在全县党建工作推进会上的讲话\n（" + year + "年3月" + (i + 1) + "日）\n同志们：\n今天召开全县党建工作推进会，部署任务。\n各支部要抓在日常。" + said
                                + "\n谢谢大家。");
            }
        }
        program = Program.over(folder.resolve("home"));
        program.json("import", files.toString(), "--json");
    }

    @Test
    void aPhraseThroughTheYears() {
        JsonNode all = program.json("trends", "红色管家", "抓在日常", "--json");
        JsonNode one = all.get("queries").get(0);
        assertEquals(20, all.get("archive").get("documents").asInt(), all::toString);
        assertEquals(
                List.of(12, 24),
                List.of(one.get("documents").asInt(), one.get("occurrences").asInt()));
        StringBuilder years = new StringBuilder();
        one.get("years")
                .forEach(year -> years.append(year.get("year").asInt())
                        .append(':')
                        .append(year.get("documents").asInt())
                        .append('/')
                        .append(year.get("archive").asInt())
                        .append(' '));
        assertEquals("2015:0/2 2016:0/3 2017:3/4 2018:4/5 2019:5/6 ", years.toString());
        assertEquals(7_500, one.get("years").get(2).get("per10000").asDouble());
        assertEquals(2017, one.get("first").get("year").asInt());
        assertTrue(one.get("first").get("quote").asText().contains("红色管家"));
        Program.Result table = program.run("trends", "红色管家", "--by", "type");
        assertEquals(0, table.code(), table::err);
        assertTrue(table.out().contains("推进会\t12\t24\t20\t6000"), table::out);
    }

    @Test
    void fiveHundredLinesAndABadOneInOneProcess() throws IOException {
        Path file = folder.resolve("检索.txt");
        String lines = "\"红色管家\"\n# 说明\n\n\"没有关上\n年份:abc\n" + "(".repeat(4_000) + "\n" + "长".repeat(6_000) + "\n"
                + IntStream.range(0, 500).mapToObj(i -> "抓在日常 " + i).collect(Collectors.joining("\n"));
        Files.writeString(file, lines, Charset.forName("GB18030"));
        Program.Result run = program.run("search", "--batch", file.toString(), "--json");
        assertEquals(0, run.code(), run::err);
        List<JsonNode> answers = run.out().lines().map(Program::parse).toList();
        assertEquals(505, answers.size());
        JsonNode first = answers.getFirst();
        assertEquals(
                List.of(1, 12, 24, 2017, 3),
                List.of(
                        first.get("line").asInt(),
                        first.get("documents").asInt(),
                        first.get("occurrences").asInt(),
                        first.get("firstYear").asInt(),
                        first.get("hits").size()));
        assertEquals(4, answers.get(1).get("line").asInt());
        assertTrue(answers.get(1).get("warnings").size() > 0);
        assertTrue(answers.get(4).get("error").asText().contains("最多"), answers.get(4)::toString);
        assertEquals(507, answers.getLast().get("line").asInt());
        Program.Result csv = program.run("search", "--batch", file.toString(), "--csv", "--size", "1");
        assertTrue(
                csv.out().startsWith("\uFEFFline,query,documents,occurrences,warnings,firstYear,hits\r\n"), csv::out);
        assertEquals(506, csv.out().lines().count());
        assertEquals(
                2,
                program.run("search", "--batch", folder.resolve("没有").toString())
                        .code());
    }
}
