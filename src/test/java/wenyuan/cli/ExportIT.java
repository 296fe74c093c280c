package wenyuan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFootnote;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every view in every format. */
class ExportIT {
    private static final int DOCUMENTS = 12;

    @TempDir
    static Path folder;

    private static Program program;

    @BeforeAll
    static void fill() throws IOException {
        Path files = Files.createDirectory(folder.resolve("文件"));
        for (int i = 0; i < DOCUMENTS; i++) {
            Files.writeString(
                    files.resolve("讲话" + i + ".txt"),
                    "=在第" + i + "次座谈会上的讲话\n（" + (2012 + i) + "年6月2日）\n同志们：\n今天召开座谈会，请大家说话。\n" + "要让红色管家走进楼道。第" + i
                            + "件事，也要请红色管家来办。\n谢谢大家。");
        }
        program = Program.over(folder.resolve("home"));
        program.json("import", files.toString(), "--json");
    }

    private static String exported(String... words) {
        Program.Result result =
                program.run(Stream.concat(Stream.of("export"), Stream.of(words)).toArray(String[]::new));
        assertEquals(0, result.code(), result::err);
        return result.out();
    }

    private static XWPFDocument word(String name, String... words) throws IOException {
        Path file = folder.resolve(name + ".docx");
        exported(Stream.concat(Stream.of(words), Stream.of("--format", "docx", "--out", file.toString()))
                .toArray(String[]::new));
        try (InputStream in = Files.newInputStream(file)) {
            return new XWPFDocument(in);
        }
    }

    private static List<String> notes(XWPFDocument document) {
        return document.getFootnotes().stream()
                .map(XWPFFootnote::getParagraphs)
                .map(paragraphs ->
                        paragraphs.stream().map(XWPFParagraph::getText).collect(Collectors.joining()))
                .filter(text -> !text.isBlank())
                .toList();
    }

    @Test
    void documents() throws IOException {
        List<JsonNode> lines = exported("红色管家", "--format", "jsonl")
                .lines()
                .map(Program::parse)
                .toList();
        assertEquals(DOCUMENTS, lines.size());
        assertTrue(lines.getFirst().get("meetingType").asText().contains("座谈会"));
        List<String> rows =
                exported("红色管家", "--format", "csv", "--sort", "oldest").lines().toList();
        assertTrue(rows.getFirst().startsWith("\uFEFFid,source,"), rows.getFirst());
        assertTrue(rows.get(1).contains(",'=在第0次座谈会上的讲话,"), rows.get(1));
        XWPFDocument word = word("documents", "红色管家", "--sort", "oldest");
        assertEquals(DOCUMENTS, notes(word).size());
        assertTrue(
                notes(word).getFirst().matches(" ?《=在第0次座谈会上的讲话》，2012 年.*，座谈会，讲话0.txt（[0-9a-f]{16}）"),
                notes(word)::toString);
        String text = word.getParagraphs().stream().map(XWPFParagraph::getText).collect(Collectors.joining("\n"));
        assertTrue(text.contains("1. =在第0次座谈会上的讲话") && text.contains("红色管家走进楼道"), text);
    }

    @Test
    void sentences() throws IOException {
        List<JsonNode> lines = exported("\"红色管家\"", "--view", "sentences", "--format", "jsonl")
                .lines()
                .map(Program::parse)
                .toList();
        assertEquals(1 + DOCUMENTS, lines.size());
        JsonNode most = lines.stream()
                .filter(line -> line.get("documents").asInt() == DOCUMENTS)
                .findFirst()
                .orElseThrow();
        assertEquals("要让红色管家走进楼道。", most.get("text").asText());
        assertEquals(2012, most.get("earliest").asInt());
        List<String> rows = exported("\"红色管家\"", "--view", "sentences", "--format", "csv")
                .lines()
                .toList();
        assertEquals("\uFEFFtext,before,after,documents,earliest,functions,sources", rows.getFirst());
        assertEquals(2 + DOCUMENTS, rows.size());
        XWPFDocument word = word("sentences", "\"红色管家\"", "--view", "sentences");
        assertEquals(1 + DOCUMENTS, notes(word).size());
        assertTrue(notes(word).stream().anyMatch(note -> note.contains("同句见于 12 篇，最早 2012 年")), notes(word)::toString);
        assertTrue(word.getParagraphs().stream()
                .flatMap(paragraph -> paragraph.getRuns().stream())
                .anyMatch(run -> run.isBold() && run.text().equals("红色管家")));
    }

    @Test
    void concordance() throws IOException {
        String[] asked = {"\"红色管家\"", "--view", "concordance", "--sort", "oldest", "--format"};
        List<String> rows = exported(
                        Stream.concat(Stream.of(asked), Stream.of("csv")).toArray(String[]::new))
                .lines()
                .toList();
        assertEquals("\uFEFFid,title,year,left,match,right,offset", rows.getFirst());
        assertEquals(1 + 2 * DOCUMENTS, rows.size());
        assertTrue(rows.get(1).contains(",2012,要让,红色管家,走进楼道。"), rows.get(1));
        assertEquals(
                2 * DOCUMENTS,
                exported(Stream.concat(Stream.of(asked), Stream.of("jsonl")).toArray(String[]::new))
                        .lines()
                        .map(Program::parse)
                        .filter(line -> line.get("match").asText().equals("红色管家"))
                        .count());
        XWPFDocument word = word("concordance", "\"红色管家\"", "--view", "concordance");
        assertEquals(2 * DOCUMENTS, notes(word).size());
    }

    @Test
    void trends() throws IOException {
        List<JsonNode> lines = exported("红色管家", "第3件事", "--view", "trends", "--format", "jsonl")
                .lines()
                .map(Program::parse)
                .toList();
        assertEquals(
                List.of("红色管家", "第3件事"),
                lines.stream().map(line -> line.get("query").asText()).toList());
        assertEquals(
                1 + 2 * DOCUMENTS,
                exported("红色管家", "第3件事", "--view", "trends", "--format", "csv")
                        .lines()
                        .count());
        XWPFDocument word = word("trends", "红色管家", "第3件事", "--view", "trends");
        assertEquals(2, word.getTables().size());
        assertEquals(2, notes(word).size());
        assertEquals("2015", word.getTables().get(1).getRow(4).getCell(0).getText());
        assertEquals("1", word.getTables().get(1).getRow(4).getCell(1).getText());
    }

    @Test
    void whatCannotBeIsRefused() {
        assertEquals(2, program.run("export", "--format", "pdf").code());
        assertEquals(2, program.run("export", "--format", "docx").code());
        assertEquals(
                2, program.run("export", "--view", "trends", "--format", "csv").code());
        assertEquals("\uFEFF", exported("\"绝无此语\"", "--format", "csv"));
        assertEquals("", exported("\"绝无此语\"", "--format", "jsonl"));
    }

    @Test
    void anOfficeOpensIt() throws IOException, InterruptedException {
        Optional<Path> office = Stream.of(
                        System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator, -1))
                .map(path -> Path.of(path, "soffice"))
                .filter(Files::isExecutable)
                .findFirst();
        Assumptions.assumeTrue(office.isPresent(), "no soffice on the PATH");
        word("office", "红色管家", "--sort", "oldest").close();
        Process process = new ProcessBuilder(
                        office.orElseThrow().toString(),
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        "html",
                        "--outdir",
                        folder.toString(),
                        folder.resolve("office.docx").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("office.log").toFile())
                .start();
        assertTrue(process.waitFor(100, TimeUnit.SECONDS));
        String page = Files.readString(folder.resolve("office.html"));
        assertTrue(page.contains("sdfootnote12sym"), "twelve footnotes");
        String text = page.replaceAll("<[^>]*>|\\s", "");
        assertTrue(text.contains("红色管家") && text.contains("讲话11.txt"), text);
    }
}
