package wenyuan.ingest.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.EntryUtils;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.model.Extraction;
import wenyuan.model.FailureCause;

/** What the parsers can't read, other programs may: LibreOffice damaged files, tesseract scans. */
class SecondChanceIT {
    private static final List<String> LINES = List.of("在全市基层党建工作座谈会上的讲话", "要把支部建在网格上，把服务送到家门口。", "年轻干部要到一线去，到群众中去。");

    private static final String TEXT_STREAM = "WordDocument";

    @TempDir
    Path home;

    @Test
    void libreOfficeReadsWhatWpsCutOff() throws IOException, InterruptedException {
        LibreOffice office = LibreOffice.required(home);
        Path whole = office.convert(document(), "doc");
        byte[] bytes = asWpsOrdersIt(whole);
        try (Extractor extractor = ForkedExtractor.open(Settings.standard(1), home.resolve("parsers"))) {
            Extraction.Text read = Stream.iterate(512, cut -> cut <= 4096, cut -> cut + 512)
                    .map(cut ->
                            extractor.extract(write("cut.doc", Arrays.copyOf(bytes, bytes.length - cut)), "cut.doc"))
                    .filter(extraction -> extraction instanceof Extraction.Text text
                            && text.metadata().containsKey("converted"))
                    .map(Extraction.Text.class::cast)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no cut needed LibreOffice"));
            assertTrue(read.content().contains("要把支部建在网格上，把服务送到家门口。"), read.content());
            assertEquals("application/msword", read.mediaType());
            assertFalse(read.metadata().get("converted").isBlank(), "says what was wrong");
            Extraction noise = extractor.extract(write("noise.doc", Arrays.copyOf(bytes, 512)), "noise.doc");
            assertEquals(FailureCause.CORRUPT, ((Extraction.Failed) noise).cause());
            try (Stream<Path> left = Files.list(home.resolve("parsers"))) {
                assertFalse(left.anyMatch(path -> path.toString().contains("office-")), "its folders are gone");
            }
        }
        assertFalse(
                ProcessHandle.allProcesses()
                        .anyMatch(process -> process.info()
                                .commandLine()
                                .orElse("")
                                .contains(home.resolve("parsers").toString())),
                "no process stays");
    }

    @Test
    void scansAreReadWhenAskedFor() throws IOException {
        Path scan = write("scan.pdf", scan());
        Path word = write("scan.docx", pictures());
        try (Extractor plain = ForkedExtractor.open(Settings.standard(1), home.resolve("plain"))) {
            Extraction.Failed failed = assertInstanceOf(Extraction.Failed.class, plain.extract(scan, "scan.pdf"));
            assertEquals(FailureCause.EMPTY, failed.cause());
            assertEquals("1 of 1 pages are pictures without text: a scan; import --ocr reads it", failed.detail());
        }
        assumeTrue(Tesseract.problem().isEmpty(), () -> Tesseract.problem().orElse(""));
        Settings settings = Settings.of(1, Duration.ofSeconds(60), 512, 1 << 28, Optional.of(Duration.ofMinutes(3)));
        try (Extractor reading = ForkedExtractor.open(settings, home.resolve("reading"))) {
            for (Path file : List.of(scan, word)) {
                Extraction extraction = reading.extract(file, file.getFileName().toString());
                Extraction.Text text = assertInstanceOf(Extraction.Text.class, extraction, extraction::toString);
                assertEquals("true", text.metadata().get("scanned"), file::toString);
                assertTrue(text.content().contains("年轻干部要到一线去"), text::content);
                assertTrue(text.content().strip().startsWith("在"), "nothing but what the picture shows");
                assertFalse(text.content().contains("支 部"), "no spaces between characters");
            }
        }
    }

    /** LibreOffice puts the table of sectors last, WPS the text. */
    private static byte[] asWpsOrdersIt(Path file) throws IOException {
        ByteArrayOutputStream without = new ByteArrayOutputStream();
        ByteArrayOutputStream with = new ByteArrayOutputStream();
        try (POIFSFileSystem from = new POIFSFileSystem(file.toFile());
                POIFSFileSystem to = new POIFSFileSystem()) {
            for (Entry entry : from.getRoot()) {
                if (!entry.getName().equals(TEXT_STREAM)) {
                    EntryUtils.copyNodeRecursively(entry, to.getRoot());
                }
            }
            to.writeFilesystem(without);
            try (POIFSFileSystem last = new POIFSFileSystem(new ByteArrayInputStream(without.toByteArray()))) {
                last.createDocument(from.createDocumentInputStream(TEXT_STREAM), TEXT_STREAM);
                last.writeFilesystem(with);
            }
        }
        return with.toByteArray();
    }

    private Path document() throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            for (int i = 0; i < 40; i++) {
                LINES.forEach(line -> document.createParagraph().createRun().setText(line));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.write(out);
            return write("speech.docx", out.toByteArray());
        }
    }

    private static byte[] scan() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(LosslessFactory.createFromImage(document, picture()), 20, 500, 570, 200);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] pictures() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(picture(), "png", png);
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph()
                    .createRun()
                    .addPicture(
                            new ByteArrayInputStream(png.toByteArray()),
                            PictureType.PNG,
                            "scan.png",
                            Units.toEMU(450),
                            Units.toEMU(160));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        } catch (org.apache.poi.openxml4j.exceptions.InvalidFormatException e) {
            throw new IOException(e);
        }
    }

    private static BufferedImage picture() {
        Font font = Stream.of(GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts())
                .filter(candidate -> candidate.canDisplayUpTo(LINES.get(1)) < 0)
                .findFirst()
                .orElse(null);
        assumeTrue(font != null, "no Chinese font (fonts-noto-cjk) is installed");
        BufferedImage picture = new BufferedImage(1140, 400, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        pen.setColor(Color.BLACK);
        pen.setFont(font.deriveFont(44f));
        for (int i = 0; i < LINES.size(); i++) {
            pen.drawString(LINES.get(i), 40, 100 + 110 * i);
        }
        pen.dispose();
        return picture;
    }

    private Path write(String name, byte[] bytes) {
        try {
            return Files.write(home.resolve(name), bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
