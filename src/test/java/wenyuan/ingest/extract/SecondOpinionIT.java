package wenyuan.ingest.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.model.Extraction;

/**
 * What we read is what others read: antiword or catdoc in .doc and .wps, pdftotext in .pdf, the bare XML in .docx and .ofd;
 * compared by pairs of neighbouring Chinese characters. {@code -Dcorpus=DIR} compares the files of a folder instead and
 * prints a line for each.
 */
class SecondOpinionIT {
    private static final double RECALL = 0.99;
    private static final double PRECISION = 0.97;

    /** With fewer pairs, the order of two lines alone makes a share of one in a hundred. */
    private static final int FEWEST = 200;

    private static final Pattern COMPARED = Pattern.compile("(?i).*\\.(?:docx?|wps|pdf|ofd)");
    private static final Pattern TEXT_CODE = Pattern.compile("(?s)<(?:ofd:)?TextCode[^>]*>(.*?)</(?:ofd:)?TextCode>");
    private static final Pattern TEMPLATE =
            Pattern.compile("TemplatePage\\b[^>]*\\bID=\"(\\d+)\"[^>]*BaseLoc=\"([^\"]+)\"");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    @TempDir
    Path home;

    @Test
    void agreesWithOthers() throws IOException, InterruptedException {
        assumeTrue(
                Stream.of("antiword", "catdoc", "pdftotext", "unzip")
                        .allMatch(name -> Programs.find(name).isPresent()),
                "antiword, catdoc, poppler-utils or unzip is not installed");
        Optional<Path> corpus =
                Optional.ofNullable(System.getProperty("corpus")).map(Path::of);
        List<Path> files = corpus.isPresent() ? files(corpus.orElseThrow()) : made();
        List<String> below = new ArrayList<>();
        try (Extractor extractor = ForkedExtractor.open(Settings.standard(1), home.resolve("parsers"))) {
            for (Path file : files) {
                String line =
                        compare(file, extractor.extract(file, file.getFileName().toString()));
                if (corpus.isPresent()) {
                    System.err.println(line);
                }
                if (line.startsWith("below")) {
                    below.add(line);
                }
            }
        }
        assertEquals(List.of(), below);
    }

    private static String compare(Path file, Extraction extraction) throws IOException, InterruptedException {
        Map<String, Integer> ours = extraction instanceof Extraction.Text text ? pairs(text.content()) : Map.of();
        Map<String, Integer> theirs = Map.of();
        double recall = 0;
        double precision = 0;
        for (String opinion : opinions(file)) {
            Map<String, Integer> other = pairs(opinion);
            double common = common(ours, other);
            if (common / Math.max(1, size(other)) + common / Math.max(1, size(ours)) >= recall + precision) {
                theirs = other;
                recall = common / Math.max(1, size(other));
                precision = common / Math.max(1, size(ours));
            }
        }
        boolean enough = size(theirs) >= FEWEST || size(ours) >= FEWEST;
        boolean below = enough && (recall < RECALL || precision < PRECISION);
        return String.format(
                Locale.ROOT,
                "%s recall %.4f precision %.4f ours %d theirs %d %s%s",
                !enough ? "short" : below ? "below" : "fine ",
                recall,
                precision,
                size(ours),
                size(theirs),
                file.getFileName(),
                extraction instanceof Extraction.Failed failed ? " " + failed : "");
    }

    /** What others read in a file; old Word files have two readers, each with faults of its own. */
    private static List<String> opinions(Path file) throws IOException, InterruptedException {
        String name = file.toString();
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(2);
        }
        if (head[0] == (byte) 0xD0) {
            return List.of(
                    run("antiword", "-m", "UTF-8.txt", "-w", "0", name), run("catdoc", "-d", "utf-8", "-w", name));
        }
        if (head[0] == '%') {
            return List.of(
                    run("pdftotext", "-enc", "UTF-8", name, "-"), run("pdftotext", "-raw", "-enc", "UTF-8", name, "-"));
        }
        if (name.toLowerCase(Locale.ROOT).endsWith(".ofd")) {
            return List.of(codes(run("unzip", "-p", name, "*Content.xml")), codes(printed(name)));
        }
        return List.of(
                TAG.matcher(run("unzip", "-p", name, "word/document.xml")).replaceAll(""),
                Stream.of("document", "header*", "footer*", "footnotes", "endnotes", "comments")
                        .map(part -> uncheckedRun("unzip", "-p", name, "word/" + part + ".xml"))
                        .map(xml -> TAG.matcher(xml).replaceAll(""))
                        .collect(Collectors.joining("\n")));
    }

    /** The pages of an OFD with the templates that they lie on; a file may hold others. */
    private static String printed(String name) throws IOException, InterruptedException {
        StringBuilder all = new StringBuilder(run("unzip", "-p", name, "*/Pages/*Content.xml"));
        for (MatchResult template : TEMPLATE.matcher(run("unzip", "-p", name, "*Document.xml"))
                .results()
                .toList()) {
            if (all.indexOf("TemplateID=\"" + template.group(1) + "\"") >= 0) {
                all.append(run("unzip", "-p", name, "*/" + template.group(2)));
            }
        }
        return all.toString();
    }

    private static String codes(String content) {
        return TEXT_CODE
                .matcher(content)
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.joining());
    }

    private List<Path> made() throws IOException, InterruptedException {
        List<Path> made = new ArrayList<>(List.of(docx()));
        if (Programs.find("soffice").isPresent()) {
            LibreOffice office = LibreOffice.required(home);
            made.add(office.convert(made.getFirst(), "doc"));
            made.add(office.convert(made.getFirst(), "pdf"));
            made.add(Files.copy(made.get(1), home.resolve("copy.wps")));
        }
        return made;
    }

    private Path docx() throws IOException {
        Path file = home.resolve("speech.docx");
        try (XWPFDocument document = new XWPFDocument();
                var out = Files.newOutputStream(file)) {
            document.createParagraph().createRun().setText("在全县“三夏”生产工作推进会上的讲话");
            for (int i = 1; i <= 60; i++) {
                document.createParagraph()
                        .createRun()
                        .setText("第" + i + "，农机要下到田间，干部要走到地头；看天气、看墒情、看机手，把" + i * 7 + "个村的麦子抢收到位。");
            }
            var table = document.createTable(2, 2);
            table.getRow(0).getCell(0).setText("乡镇名称");
            table.getRow(1).getCell(1).setText("完成面积");
            document.write(out);
        }
        return file;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> COMPARED.matcher(file.toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, Integer> pairs(String text) {
        String han = text.codePoints()
                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        Map<String, Integer> pairs = new HashMap<>();
        for (int i = 0; i + 1 < han.length(); i++) {
            pairs.merge(han.substring(i, i + 2), 1, Integer::sum);
        }
        return pairs;
    }

    private static int size(Map<String, Integer> pairs) {
        return pairs.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static double common(Map<String, Integer> some, Map<String, Integer> others) {
        return some.entrySet().stream()
                .mapToInt(entry -> Math.min(entry.getValue(), others.getOrDefault(entry.getKey(), 0)))
                .sum();
    }

    private static String uncheckedRun(String... call) {
        try {
            return run(call);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String run(String... call) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(call)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (InputStream out = process.getInputStream()) {
            String text = new String(out.readAllBytes(), UTF_8);
            process.waitFor();
            return text;
        }
    }
}
