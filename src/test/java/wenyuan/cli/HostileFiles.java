package wenyuan.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Files that mean harm, each with the fates that it may have. */
final class HostileFiles {
    /** In no file that may be read; external entities point to it. */
    static final String SECRET = "墙外的秘密口令";

    /** In every file that has honest text. */
    static final String TEXT = "在全镇河道清淤工作推进会上的讲话";

    private static final int MEGABYTE = 1 << 20;

    /**
     * A file.
     *
     * @param name in the zip that holds them all
     * @param leaves expected: {@code path below the zip -> fate, or cause; several with |}
     */
    record Hostile(String name, Supplier<byte[]> bytes, List<String> leaves) {}

    private interface Writer {
        void write(OutputStream out) throws IOException, GeneralSecurityException;
    }

    private final List<Hostile> files = new ArrayList<>();
    private final String secret;

    private HostileFiles(Path secret) {
        this.secret = secret.toUri().toString();
    }

    /**
     * All of them.
     *
     * @param secret a file that nobody who reads a document has to open
     */
    static List<Hostile> all(Path secret) {
        HostileFiles all = new HostileFiles(secret);
        all.bombs();
        all.cut();
        all.misnamed();
        all.badNames();
        all.mocks();
        all.entities();
        all.locked();
        all.odd();
        return all.files;
    }

    /** A zip of these, duplicate names and all. */
    static byte[] zip(List<Hostile> files) {
        return bytes(out -> {
            try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
                for (Hostile file : files) {
                    add(zip, file.name(), file.bytes().get());
                }
            }
        });
    }

    private void bombs() {
        byte[] flat = zipped("x.txt", zeros(100));
        add("flat.zip", flat, "flat.zip -> TOO_LARGE");
        add("nested.zip", zipped("inner.zip", flat), "nested.zip!/inner.zip -> TOO_LARGE");
        add("large.zip", zipped("x.txt", noise(20_000, 81)), "large.zip!/x.txt -> TOO_LARGE");
        add(
                "gzip.gz",
                bytes(out -> {
                    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                        gzip.write(zeros(100));
                    }
                }),
                "gzip.gz -> TOO_LARGE");
        byte[] deep = TEXT.getBytes(UTF_8);
        for (int i = 0; i < 200; i++) {
            deep = zipped(i == 0 ? "x.txt" : "z", deep);
        }
        add("deep.zip", deep, "deep.zip!/z!/z!/z!/z!/z -> TOO_LARGE");
        byte[] body =
                ("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p>"
                                + "<w:r><w:t>1</w:t></w:r>".repeat(2_500_000))
                        .getBytes(UTF_8);
        add("bomb.docx", docx(body), "bomb.docx -> OUT_OF_MEMORY|TOO_LARGE|CORRUPT|TIMEOUT");
    }

    private void cut() {
        byte[] docx = docx(TEXT);
        add("cut.docx", Arrays.copyOf(docx, docx.length / 2), "cut.docx -> CORRUPT");
        byte[] book = book();
        add("cut.xls", Arrays.copyOf(book, 700), "cut.xls -> CORRUPT");
        add("cut.doc", Arrays.copyOf(book, 512), "cut.doc -> CORRUPT");
        byte[] pdf = pdf("Report", "");
        add("cut.pdf", Arrays.copyOf(pdf, 60), "cut.pdf -> CORRUPT|EMPTY");
        byte[] zip = zipped("x.txt", TEXT.getBytes(UTF_8));
        add("cut.zip", Arrays.copyOf(zip, zip.length - 30), "cut.zip -> CORRUPT");
        byte[] ofd = zipped("OFD.xml", "<ofd:OFD xmlns:ofd=\"http://www.ofdspec.org/2016\"/>".getBytes(UTF_8));
        add("cut.ofd", Arrays.copyOf(ofd, ofd.length - 30), "cut.ofd -> CORRUPT");
        byte[] seven = sevenZip("x.txt", "");
        add("cut.7z", Arrays.copyOf(seven, seven.length - 20), "cut.7z -> CORRUPT");
        add("flipped.zip", flipped(zip), "flipped.zip!/x.txt -> CORRUPT");
        byte[] loop = new String(pdf, ISO_8859_1)
                .replace("/Count 1", "/Parent 2 0 R/Count 1")
                .getBytes(ISO_8859_1);
        add("loop.pdf", loop, "loop.pdf -> stored|CORRUPT|EMPTY");
    }

    private void misnamed() {
        add("text.docx", (TEXT + "。纯文本").getBytes(UTF_8), "text.docx -> stored");
        add("word.pdf", docx(TEXT + "甲"), "word.pdf -> stored");
        add("page.doc", pdf("Minutes of 2019", ""), "page.doc -> stored");
        add("zip.txt", zipped("a.txt", (TEXT + "乙").getBytes(UTF_8)), "zip.txt!/a.txt -> stored");
        add("program.doc", ("MZ" + "\0\1\2".repeat(300)).getBytes(ISO_8859_1), "program.doc -> UNSUPPORTED|CORRUPT");
        add("nothing.doc", new byte[0], "nothing.doc -> ZERO_BYTES");
        add("noise.txt", noise(5000, 0), "noise.txt -> CORRUPT");
        add("zeros.doc", new byte[5000], "zeros.doc -> UNSUPPORTED|CORRUPT");
    }

    private void badNames() {
        add("../../../up.txt", (TEXT + "丙").getBytes(UTF_8), "up.txt -> stored");
        add("/etc/root.txt", (TEXT + "丁").getBytes(UTF_8), "etc/root.txt -> stored");
        add("C:\\windows\\drive.txt", (TEXT + "戊").getBytes(UTF_8), "C:/windows/drive.txt -> stored");
        add("nul\0.txt", (TEXT + "己").getBytes(UTF_8), "nul\uFFFD.txt -> stored");
        String name = "长".repeat(5000) + ".txt";
        add(name, (TEXT + "庚").getBytes(UTF_8), name + " -> stored");
        add("twice.txt", (TEXT + "辛").getBytes(UTF_8), "twice.txt -> stored");
        add("twice.txt", (TEXT + "壬").getBytes(UTF_8), "twice.txt#2 -> stored");
    }

    /** By Tika's MockParser, which the parser processes have here. */
    private void mocks() {
        mock("hang", "<hang millis=\"600000\" heavy=\"true\" pulse_millis=\"100\"/>", "TIMEOUT");
        mock("sleep", "<hang millis=\"600000\" heavy=\"false\" interruptible=\"false\"/>", "TIMEOUT");
        mock("memory", "<oom/>", "OUT_OF_MEMORY|TIMEOUT");
        mock("exit", "<system_exit/>", "CRASH");
        mock("null", "<throw class=\"java.lang.NullPointerException\">null</throw>", "CORRUPT");
        mock("stack", "<throw class=\"java.lang.StackOverflowError\">deep</throw>", "CRASH|CORRUPT|OUT_OF_MEMORY");
        mock("noisy", "<print_out>PARSE_SUCCESS\0\1\2</print_out><write element=\"p\">" + TEXT + "癸</write>", "stored");
        mock("quiet", "<print_err>no text</print_err>", "EMPTY");
    }

    private void mock(String name, String action, String fate) {
        byte[] xml = ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<mock>" + action.replaceAll("[\0\1\2]", "")
                        + "</mock>")
                .getBytes(UTF_8);
        add(name + ".xml", xml, name + ".xml -> " + fate);
    }

    private void entities() {
        String outside = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret + "\">]>";
        add("outside.xml", (outside + "<x>" + TEXT + "&e;</x>").getBytes(UTF_8), "outside.xml -> stored|CORRUPT|EMPTY");
        String word =
                "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p>"
                        + "<w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>";
        add("outside.docx", docx((outside + word).getBytes(UTF_8)), "outside.docx -> CORRUPT|EMPTY");
        StringBuilder laughs = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a0 \"哈\">");
        for (int i = 1; i < 12; i++) {
            laughs.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        add("laughs.xml", (laughs + "]><x>&a11;</x>").getBytes(UTF_8), "laughs.xml -> CORRUPT");
        add("steep.xml", ("<?xml version=\"1.0\"?>" + "<a>".repeat(200_000)).getBytes(UTF_8), "steep.xml -> CORRUPT");
    }

    private void locked() {
        add("locked.docx", lockedDocx(), "locked.docx -> ENCRYPTED");
        add("locked.pdf", pdf("secret", "password"), "locked.pdf -> ENCRYPTED");
        add("locked.zip", locked(zipped("x.txt", TEXT.getBytes(UTF_8))), "locked.zip!/x.txt -> ENCRYPTED");
        add("locked.7z", sevenZip("x.txt", "password"), "locked.7z!/x.txt -> ENCRYPTED");
    }

    /** Harmless to a parser; meant for what comes after it. */
    private void odd() {
        String tower = "<html><body>" + "<div>".repeat(5_000) + TEXT + "子";
        add("tower.html", tower.getBytes(UTF_8), "tower.html -> stored|CRASH|EMPTY");
        add("brackets.txt", (TEXT + "（(".repeat(100_000)).getBytes(UTF_8), "brackets.txt -> stored");
        add("line.txt", (TEXT + "丑，".repeat(100_000)).getBytes(UTF_8), "line.txt -> stored");
        add("only-signs.txt", "…！？\n".repeat(1000).getBytes(UTF_8), "only-signs.txt -> EMPTY");
    }

    private void add(String name, byte[] bytes, String... leaves) {
        files.add(new Hostile(name, () -> bytes, List.of(leaves)));
    }

    private static byte[] zeros(int megabytes) {
        return new byte[megabytes * MEGABYTE];
    }

    /** Noise of that length; with megabytes, again and again until there are so many, which packs to about a hundredth. */
    private static byte[] noise(int length, int megabytes) {
        byte[] noise = new byte[length];
        new Random(7).nextBytes(noise);
        byte[] all = new byte[Math.max(length, megabytes * MEGABYTE)];
        for (int i = 0; i < all.length; i++) {
            all[i] = noise[i % length];
        }
        return all;
    }

    private static byte[] bytes(Writer writer) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            writer.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(ZipArchiveOutputStream zip, String name, byte[] content) throws IOException {
        zip.putArchiveEntry(new ZipArchiveEntry(name));
        zip.write(content);
        zip.closeArchiveEntry();
    }

    static byte[] zipped(String name, byte[] content) {
        return bytes(out -> {
            try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
                add(zip, name, content);
            }
        });
    }

    private static byte[] docx(String text) {
        return bytes(out -> {
            try (XWPFDocument document = new XWPFDocument()) {
                document.createParagraph().createRun().setText(text);
                document.write(out);
            }
        });
    }

    /** A docx whose {@code word/document.xml} is this. */
    private static byte[] docx(byte[] body) {
        String types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
                + " Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Override PartName=\"/word/document.xml\" ContentType=\"application/"
                + "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
        String relations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"r\" Target=\"word/document.xml\" Type=\"http://schemas.openxmlformats.org/"
                + "officeDocument/2006/relationships/officeDocument\"/></Relationships>";
        return bytes(out -> {
            try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
                add(zip, "[Content_Types].xml", types.getBytes(UTF_8));
                add(zip, "_rels/.rels", relations.getBytes(UTF_8));
                add(zip, "word/document.xml", body);
            }
        });
    }

    private static byte[] book() {
        return bytes(out -> {
            try (HSSFWorkbook book = new HSSFWorkbook()) {
                book.createSheet("x").createRow(0).createCell(0).setCellValue(TEXT);
                book.write(out);
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

    private static byte[] lockedDocx() {
        return bytes(out -> {
            try (POIFSFileSystem container = new POIFSFileSystem()) {
                Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
                encryptor.confirmPassword("password");
                try (OutputStream data = encryptor.getDataStream(container)) {
                    data.write(docx(TEXT));
                }
                container.writeFilesystem(out);
            }
        });
    }

    private static byte[] sevenZip(String name, String password) {
        return bytes(out -> {
            SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
            try (SevenZOutputFile seven = password.isEmpty()
                    ? new SevenZOutputFile(channel)
                    : new SevenZOutputFile(channel, password.toCharArray())) {
                SevenZArchiveEntry entry = new SevenZArchiveEntry();
                entry.setName(name);
                seven.putArchiveEntry(entry);
                seven.write(TEXT.getBytes(UTF_8));
                seven.closeArchiveEntry();
            }
            out.write(channel.array(), 0, (int) channel.size());
        });
    }

    /** Sets the bit for encryption in both headers of a zip's only entry. */
    private static byte[] locked(byte[] zip) {
        byte[] locked = zip.clone();
        locked[6] |= 1;
        locked[directory(zip) + 8] |= 1;
        return locked;
    }

    /** With another checksum in the directory of a zip's only entry. */
    private static byte[] flipped(byte[] zip) {
        byte[] flipped = zip.clone();
        CRC32 wrong = new CRC32();
        wrong.update(1);
        flipped[directory(zip) + 16] ^= (byte) (wrong.getValue() | 1);
        return flipped;
    }

    private static int directory(byte[] zip) {
        return new String(zip, ISO_8859_1).indexOf("PK\1\2");
    }

    static Path write(Path file, byte[] bytes) {
        try {
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
