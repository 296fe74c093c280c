package wenyuan.ingest.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.model.Extraction;
import wenyuan.model.FailureCause;

/** What a password protects is told so, and not taken for damaged or empty. */
class PasswordsIT {
    private static final String PASSWORD = "password";

    @TempDir
    static Path home;

    private static Extractor extractor;

    private interface Writer {
        void write(OutputStream out) throws IOException, GeneralSecurityException;
    }

    @BeforeAll
    static void open() {
        extractor = ForkedExtractor.open(Settings.standard(1));
    }

    @AfterAll
    static void close() {
        extractor.close();
    }

    @Test
    void newOfficeFiles() throws IOException, GeneralSecurityException {
        for (EncryptionMode mode : new EncryptionMode[] {EncryptionMode.agile, EncryptionMode.standard}) {
            check("a.docx", out -> locked(mode, new XWPFDocument()::write, out));
            check("a.xlsx", out -> locked(mode, new XSSFWorkbook()::write, out));
            check("a.pptx", out -> locked(mode, new XMLSlideShow()::write, out));
        }
    }

    @Test
    void oldOfficeFiles() throws IOException, GeneralSecurityException {
        check(
                "a.xls",
                out -> underPassword(() -> {
                    HSSFWorkbook book = new HSSFWorkbook();
                    book.createSheet("x").createRow(0).createCell(0).setCellValue("讲话");
                    book.write(out);
                }));
        check(
                "a.ppt",
                out -> underPassword(() -> {
                    HSLFSlideShow show = new HSLFSlideShow();
                    show.createSlide().createTextBox().setText("讲话");
                    show.write(out);
                }));
    }

    @Test
    void oldWord() throws IOException, InterruptedException, GeneralSecurityException {
        LibreOffice office = LibreOffice.required(home);
        Path docx = home.resolve("plain.docx");
        try (XWPFDocument document = new XWPFDocument();
                OutputStream out = Files.newOutputStream(docx)) {
            document.createParagraph().createRun().setText("在全市工作会议上的讲话");
            document.write(out);
        }
        Path plain = office.convert(docx, "doc");
        check(
                "a.doc",
                out -> underPassword(() -> {
                    try (HWPFDocument document = new HWPFDocument(Files.newInputStream(plain))) {
                        document.write(out);
                    }
                }));
    }

    @Test
    void openDocuments() throws IOException, GeneralSecurityException {
        String manifest = """
                <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
                <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml" manifest:size="9">
                <manifest:encryption-data><manifest:algorithm
                manifest:algorithm-name="http://www.w3.org/2001/04/xmlenc#aes256-cbc"/></manifest:encryption-data>
                </manifest:file-entry></manifest:manifest>
                """;
        check("a.odt", out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                part(zip, "mimetype", "application/vnd.oasis.opendocument.text");
                part(zip, "content.xml", "no longer XML");
                part(zip, "META-INF/manifest.xml", manifest);
            }
        });
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
    }

    private static void check(String name, Writer writer) throws IOException, GeneralSecurityException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(out);
        Path file = Files.write(home.resolve(name), out.toByteArray());
        Extraction.Failed failed = assertInstanceOf(Extraction.Failed.class, extractor.extract(file, name), name);
        assertEquals(FailureCause.ENCRYPTED, failed.cause(), () -> name + ": " + failed);
    }

    private static void locked(EncryptionMode mode, Writer plain, OutputStream out)
            throws IOException, GeneralSecurityException {
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(mode).getEncryptor();
            encryptor.confirmPassword(PASSWORD);
            try (OutputStream data = encryptor.getDataStream(container)) {
                plain.write(data);
            }
            container.writeFilesystem(out);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void underPassword(Work work) throws IOException {
        Biff8EncryptionKey.setCurrentUserPassword(PASSWORD);
        try {
            work.run();
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }
}
