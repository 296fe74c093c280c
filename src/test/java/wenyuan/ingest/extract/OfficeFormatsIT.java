package wenyuan.ingest.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.sl.usermodel.SlideShow;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.model.Extraction;

/** Each kind of office file gives its lines. */
class OfficeFormatsIT {
    private static final String TITLE = "在全区基层治理工作推进会上的讲话";
    private static final String FIRST = "同志们：今天召开会议，部署工作。";

    @TempDir
    static Path home;

    private static Extractor extractor;

    @BeforeAll
    static void open() {
        extractor = ForkedExtractor.open(Settings.standard(1));
    }

    @AfterAll
    static void close() {
        extractor.close();
    }

    @Test
    void readsOpenDocumentLineByLine() throws IOException {
        check("a.odt", odt(), TITLE, FIRST);
    }

    @Test
    void readsTablesAndSlides() throws IOException {
        try (Workbook old = new HSSFWorkbook();
                Workbook young = new XSSFWorkbook()) {
            check("a.xls", table(old), "Sheet0", TITLE + "\t12");
            check("a.xlsx", table(young), "Sheet0", TITLE + "\t12");
        }
        try (SlideShow<?, ?> old = new HSLFSlideShow();
                SlideShow<?, ?> young = new XMLSlideShow()) {
            assertTrue(lines("a.ppt", slide(old)).contains(TITLE));
            assertTrue(lines("a.pptx", slide(young)).contains(TITLE));
        }
    }

    @Test
    void readsMail() throws IOException {
        String head = """
                From: a@example.org
                To: b@example.org
                Subject: x
                MIME-Version: 1.0
                Content-Type: text/plain; charset="gb2312"
                Content-Transfer-Encoding: 8bit

                """;
        check("a.eml", (head + TITLE + "\n" + FIRST + "\n").getBytes(Charset.forName("GB18030")), TITLE, FIRST);
    }

    @Test
    void readsRichText() throws IOException {
        String head = "{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fnil\\fcharset134 SimSun;}}\\f0 ";
        check("bytes.rtf", (head + bytes(TITLE) + "\\par " + bytes(FIRST) + "}").getBytes(UTF_8), TITLE, FIRST);
        check("one-line.rtf", (head + bytes(TITLE) + "}").getBytes(UTF_8), TITLE);
        check(
                "bare.rtf",
                ("{\\rtf1\\ansi\\uc1 " + unicode(TITLE) + "\\par " + unicode(FIRST) + "}").getBytes(UTF_8),
                TITLE,
                FIRST);
        check("bare-bytes.rtf", ("{\\rtf1\\ansi\\ansicpg936\n" + bytes(TITLE) + "}").getBytes(UTF_8), TITLE);
        check("unicode.rtf", (head + "\\pard " + unicode(TITLE) + "\\par}").getBytes(UTF_8), TITLE);
    }

    @Test
    void readsWhatLibreOfficeWrites() throws IOException, InterruptedException {
        LibreOffice office = LibreOffice.required(home);
        Path source = Files.write(home.resolve("source.odt"), odt());
        for (String format : List.of(
                "rtf", "doc", "docx", "epub", "fodt", "docm:MS Word 2007 XML VBA", "dotx:MS Word 2007 XML Template")) {
            Path made = office.convert(source, format);
            check(made.getFileName().toString(), Files.readAllBytes(made), TITLE, FIRST);
        }
        for (String other : List.of("a.wps", "a.wpt", "a.dot", "a.docx", "a.txt", "a")) {
            check(other, Files.readAllBytes(home.resolve("source.doc")), TITLE, FIRST);
            check(other, Files.readAllBytes(home.resolve("source.docx")), TITLE, FIRST);
        }
    }

    @Test
    void readsMarkdownAsText() throws IOException {
        Path file = Files.writeString(home.resolve("a.md"), "# " + TITLE + "\n\n" + FIRST);
        Extraction.Text text = assertInstanceOf(Extraction.Text.class, extractor.extract(file, "a.md"));
        assertEquals(TITLE + "\n\n" + FIRST, text.content());
    }

    private static void check(String name, byte[] bytes, String... expected) throws IOException {
        assertEquals(List.of(expected), lines(name, bytes), name);
    }

    private static List<String> lines(String name, byte[] bytes) throws IOException {
        Path file = Files.write(home.resolve("file-" + name), bytes);
        Extraction extraction = extractor.extract(file, name);
        Extraction.Text text = assertInstanceOf(Extraction.Text.class, extraction, () -> name + ": " + extraction);
        assertEquals(Extraction.Form.OFFICE, text.form(), name);
        return text.content()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static byte[] table(Workbook book) throws IOException {
        Row row = book.createSheet("Sheet0").createRow(0);
        row.createCell(0).setCellValue(TITLE);
        row.createCell(1).setCellValue(12);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        book.write(out);
        return out.toByteArray();
    }

    private static byte[] slide(SlideShow<?, ?> show) throws IOException {
        show.createSlide().createTextBox().setText(TITLE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        show.write(out);
        return out.toByteArray();
    }

    private static byte[] odt() throws IOException {
        String content = "<office:document-content office:version=\"1.2\""
                + " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:text>"
                + "<text:h text:outline-level=\"1\">" + TITLE + "</text:h><text:p>" + FIRST + "</text:p>"
                + "</office:text></office:body></office:document-content>";
        String manifest = "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">"
                + "<manifest:file-entry manifest:full-path=\"/\""
                + " manifest:media-type=\"application/vnd.oasis.opendocument.text\"/>"
                + "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>"
                + "</manifest:manifest>";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : List.of(
                    Map.entry("mimetype", "application/vnd.oasis.opendocument.text"),
                    Map.entry("content.xml", content),
                    Map.entry("META-INF/manifest.xml", manifest))) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static String bytes(String text) {
        return HexFormat.of().withPrefix("\\'").formatHex(text.getBytes(Charset.forName("GB18030")));
    }

    private static String unicode(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append("\\u").append((short) c).append('?'));
        return escaped.toString();
    }
}
