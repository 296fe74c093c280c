package wenyuan.ingest.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.model.Extraction;
import wenyuan.model.FailureCause;

class ForkedExtractorIT {
    private static final String TEXT = "在全区基层治理工作推进会上的讲话";

    @TempDir
    static Path home;

    private static Extractor extractor;

    @BeforeAll
    static void open() {
        extractor = ForkedExtractor.open(settings(1, Duration.ofSeconds(60), 256));
    }

    @AfterAll
    static void close() {
        extractor.close();
    }

    @Test
    void readsTextsAndPages() throws IOException {
        check("a.txt", TEXT.getBytes(Charset.forName("GB18030")), Extraction.Form.PLAIN, "text/plain", TEXT);
        check(
                "b",
                (TEXT + "\r\n二").getBytes(Charset.forName("UTF-16LE")),
                Extraction.Form.PLAIN,
                "text/plain",
                TEXT + "\n二");
        String likePcx = "\n党建工作";
        check("f.txt", likePcx.getBytes(Charset.forName("UTF-16LE")), Extraction.Form.PLAIN, "text/plain", "党建工作");
        String page = "<html><head><meta charset=gb2312><title>朱镕基</title></head><body>" + TEXT + "</body></html>";
        check("c.htm", page.getBytes(Charset.forName("GB18030")), Extraction.Form.PAGE, "text/html", page);
        check("d.doc", page.getBytes(UTF_8), Extraction.Form.PAGE, "text/html", page);
        check("e.html", TEXT.getBytes(UTF_8), Extraction.Form.PLAIN, "text/plain", TEXT);
    }

    @Test
    void readsOfficeFilesByTheirContent() throws IOException {
        check("a.docx", docx(TEXT), Extraction.Form.OFFICE, docxType(), TEXT);
        check("讲话.wps", docx(TEXT), Extraction.Form.OFFICE, docxType(), TEXT);
        check("no extension", pdf("Speech of 2019", ""), Extraction.Form.PRINTED, "application/pdf", "Speech of 2019");
        check(
                "a.rtf",
                "{\\rtf1\\ansi Speech\\par two}".getBytes(UTF_8),
                Extraction.Form.OFFICE,
                "application/rtf",
                "Speech\ntwo");
    }

    @Test
    void tellsWhyThereIsNoText() throws IOException, GeneralSecurityException {
        checkFailure("locked.docx", lockedDocx(), FailureCause.ENCRYPTED);
        checkFailure("locked.pdf", pdf("secret", "password"), FailureCause.ENCRYPTED);
        checkFailure("scan.pdf", pdf("", ""), FailureCause.EMPTY);
        checkFailure("blank.txt", " \r\n\t".getBytes(UTF_8), FailureCause.EMPTY);
        checkFailure(
                "blank.html",
                "<html><body><p>&nbsp;</p></body></html>".replace("&nbsp;", " ").getBytes(UTF_8),
                FailureCause.EMPTY);
        checkFailure("empty.docx", docx(""), FailureCause.EMPTY);
        checkFailure("cut.pdf", "%PDF-1.4\n%bad".getBytes(UTF_8), FailureCause.CORRUPT);
        byte[] whole = docx(TEXT);
        checkFailure("cut.docx", Arrays.copyOf(whole, whole.length / 2), FailureCause.CORRUPT);
        checkFailure("junk.txt", new byte[500], FailureCause.CORRUPT);
        checkFailure("junk", new byte[500], FailureCause.UNSUPPORTED);
        checkFailure("a.zip", zip("x.txt", TEXT.getBytes(UTF_8)), FailureCause.UNSUPPORTED);
        checkFailure(
                "a.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}, FailureCause.UNSUPPORTED);
        assertEquals(FailureCause.UNREADABLE, failure(extractor.extract(home.resolve("absent.docx"), "absent.docx")));
    }

    @Test
    void outlivesBombs() throws IOException {
        Path bomb = put("bomb.docx", bomb());
        try (Extractor small = ForkedExtractor.open(settings(1, Duration.ofSeconds(60), 64))) {
            assertEquals(FailureCause.OUT_OF_MEMORY, failure(small.extract(bomb, "bomb.docx")));
            assertEquals(
                    TEXT,
                    text(small.extract(put("after.docx", docx(TEXT)), "after.docx"))
                            .content()
                            .strip());
        }
        try (Extractor hasty = ForkedExtractor.open(settings(1, Duration.ofMillis(50), 256))) {
            assertEquals(FailureCause.TIMEOUT, failure(hasty.extract(bomb, "bomb.docx")));
        }
    }

    @Test
    void survivesTheDeathOfItsProcess() throws IOException {
        Path file = put("b.docx", docx(TEXT));
        assertEquals(TEXT, text(extractor.extract(file, "b.docx")).content().strip());
        ProcessHandle.current().children().filter(ForkedExtractorIT::isParser).forEach(child -> {
            child.destroyForcibly();
            child.onExit().join();
        });
        assertEquals(TEXT, text(extractor.extract(file, "b.docx")).content().strip());
    }

    @Test
    void saysThatATextWasCut() throws IOException {
        Settings short10 = new Settings(
                1, Duration.ofSeconds(60), 256, Settings.standard(1).java(), 10, 1 << 20, Optional.empty());
        try (Extractor cutting = ForkedExtractor.open(short10)) {
            for (Extraction.Text text : List.of(
                    text(cutting.extract(put("long.txt", TEXT.getBytes(UTF_8)), "long.txt")),
                    text(cutting.extract(put("long.docx", docx(TEXT)), "long.docx")))) {
                assertEquals(TEXT.substring(0, 10), text.content().strip());
                assertEquals("true", text.metadata().get("truncated"));
            }
        }
    }

    @Test
    void readsSeveralAtOnce() throws IOException {
        try (Extractor two = ForkedExtractor.open(settings(2, Duration.ofSeconds(60), 128))) {
            List<Path> files = IntStream.range(0, 12)
                    .mapToObj(i -> put("n" + i + ".docx", docx(TEXT + i)))
                    .toList();
            List<String> read = IntStream.range(0, 12)
                    .parallel()
                    .mapToObj(i ->
                            text(two.extract(files.get(i), "n.docx")).content().strip())
                    .toList();
            assertEquals(IntStream.range(0, 12).mapToObj(i -> TEXT + i).toList(), read);
        }
    }

    static boolean isParser(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains("ParserProcess");
    }

    private static Settings settings(int workers, Duration limit, int megabytes) {
        return new Settings(
                workers, limit, megabytes, Settings.standard(1).java(), 2_000_000, 256 << 20, Optional.empty());
    }

    private static void check(String name, byte[] bytes, Extraction.Form form, String type, String content) {
        Extraction.Text text = text(extractor.extract(put(name, bytes), name));
        assertEquals(content, text.content().strip(), name);
        assertEquals(form, text.form(), name);
        assertEquals(type, text.mediaType(), name);
    }

    private static void checkFailure(String name, byte[] bytes, FailureCause cause) {
        Extraction extraction = extractor.extract(put(name, bytes), name);
        assertEquals(cause, failure(extraction), () -> name + ": " + extraction);
    }

    private static Extraction.Text text(Extraction extraction) {
        assertTrue(extraction instanceof Extraction.Text, () -> "no text: " + extraction);
        return (Extraction.Text) extraction;
    }

    private static FailureCause failure(Extraction extraction) {
        assertTrue(extraction instanceof Extraction.Failed, () -> "a text: " + extraction);
        return ((Extraction.Failed) extraction).cause();
    }

    private static String docxType() {
        return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    }

    private static Path put(String name, byte[] bytes) {
        try {
            return Files.write(home.resolve(name), bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private interface Writer {
        void write(OutputStream out) throws IOException;
    }

    private static byte[] bytes(Writer writer) {
        try (var out = new java.io.ByteArrayOutputStream()) {
            writer.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] docx(String text) {
        return bytes(out -> {
            try (XWPFDocument document = new XWPFDocument()) {
                document.createParagraph().createRun().setText(text);
                document.write(out);
            }
        });
    }

    private static byte[] pdf(String text, String password) {
        return bytes(out -> {
            try (PDDocument document = new PDDocument()) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    content.newLineAtOffset(100, 700);
                    content.showText(text);
                    content.endText();
                }
                if (!password.isEmpty()) {
                    document.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
                }
                document.save(out);
            }
        });
    }

    private static byte[] lockedDocx() throws IOException, GeneralSecurityException {
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("password");
            try (OutputStream out = encryptor.getDataStream(container)) {
                out.write(docx(TEXT));
            }
            return bytes(container::writeFilesystem);
        }
    }

    private static byte[] zip(String name, byte[] content) {
        return bytes(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(content);
            }
        });
    }

    /** A small docx whose one paragraph unpacks to 60 MB. */
    private static byte[] bomb() throws IOException {
        Path honest = put("honest.docx", docx(TEXT));
        return bytes(out -> {
            try (ZipFile in = new ZipFile(honest.toFile());
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                for (ZipEntry entry : java.util.Collections.list(in.entries())) {
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    String xml = new String(in.getInputStream(entry).readAllBytes(), UTF_8);
                    int body = xml.indexOf(TEXT);
                    zip.write((body < 0 ? xml : xml.substring(0, body)).getBytes(UTF_8));
                    if (body >= 0) {
                        byte[] run = "1</w:t></w:r><w:r><w:t>".repeat(1000).getBytes(UTF_8);
                        for (int i = 0; i < 3000; i++) {
                            zip.write(run);
                        }
                        zip.write(xml.substring(body).getBytes(UTF_8));
                    }
                }
            }
        });
    }
}
