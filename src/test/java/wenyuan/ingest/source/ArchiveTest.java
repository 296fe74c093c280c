package wenyuan.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines read {@code path = text}, {@code path ! CAUSE} for a failure, {@code path - CAUSE} for a skip. */
class ArchiveTest {
    private static final Limits SMALL = new Limits(2, 20, 1000, 3000, 200);

    @TempDir
    Path home;

    @Test
    void walksFoldersInNameOrder() throws IOException {
        put("b/二.txt", "乙");
        put("b/一.txt", "甲");
        put("a.txt", "丙");
        Files.createDirectories(home.resolve("in/empty"));
        check("in", "a.txt = 丙", "b/一.txt = 甲", "b/二.txt = 乙");
        check("in/b/一.txt", "一.txt = 甲");
        check("in/absent", "absent ! UNREADABLE");
    }

    @Test
    void passesOverWhatHoldsNoDocument() throws IOException {
        put("~$报告.docx", "x");
        put("page.htm", "x");
        put("page_files/frame.htm", "x");
        put("报告_files/正文.txt", "x");
        put("Thumbs.db", "x");
        put("照片.JPG", "x");
        put("setup.exe", "x");
        put("空.txt", "");
        check(
                "in",
                "Thumbs.db - SYSTEM",
                "page.htm = x",
                "page_files/frame.htm - PAGE_ASSET",
                "setup.exe - EXECUTABLE",
                "~$报告.docx - TEMPORARY",
                "报告_files/正文.txt = x",
                "照片.JPG - MEDIA",
                "空.txt - ZERO_BYTES");
    }

    @Test
    void followsLinksButNotInCircles() throws IOException {
        put("a/x.txt", "x");
        Files.createSymbolicLink(home.resolve("in/a/up"), home.resolve("in"));
        Files.createSymbolicLink(home.resolve("in/b"), home.resolve("in/a/x.txt"));
        Files.createSymbolicLink(home.resolve("in/c"), home.resolve("in/nowhere"));
        check("in", "a/up - SYSTEM", "a/x.txt = x", "b = x", "c ! UNREADABLE");
    }

    @Test
    void showsNamesOfAnyCharset() {
        checkName("党建.txt", "党建.txt".getBytes(UTF_8));
        checkName("党建.txt", "党建.txt".getBytes(gb18030()));
        checkName("caf\uFFFDe9.txt", new byte[] {'c', 'a', 'f', (byte) 0xE9, '.', 't', 'x', 't'});
        assertEquals("é\uFFFD", Names.shown("e\u0301\n"));
    }

    @Test
    void opensNamesThatAreNoString() throws IOException, InterruptedException {
        Files.createDirectories(home.resolve("in"));
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "needs bash to make a name of GBK bytes");
        Process bash = new ProcessBuilder(
                        "/bin/bash", "-c", "mkdir $'\\xb5\\xb3' && echo -n ok > $'\\xb5\\xb3/\\xbd\\xa8.txt'")
                .directory(home.resolve("in").toFile())
                .inheritIO()
                .start();
        assertEquals(0, bash.waitFor());
        check("in", "党/建.txt = ok");
    }

    @Test
    void decidesTheCharsetOfAZipByAllItsNames() throws IOException {
        zip("gbk.zip", gb18030(), false, "党建/述职.txt", "甲", "朱镕基.txt", "乙");
        zip("big5.zip", Charset.forName("Big5"), false, "黨建/述職評議會議講話.txt", "甲", "座談會發言.txt", "乙");
        zip("mac.zip", UTF_8, false, "党建/述职.txt", "甲");
        zip("flag.zip", UTF_8, true, "党建.txt", "甲");
        check(
                "in",
                "big5.zip!/座談會發言.txt = 乙",
                "big5.zip!/黨建/述職評議會議講話.txt = 甲",
                "flag.zip!/党建.txt = 甲",
                "gbk.zip!/党建/述职.txt = 甲",
                "gbk.zip!/朱镕基.txt = 乙",
                "mac.zip!/党建/述职.txt = 甲");
    }

    @Test
    void goesIntoArchivesByContentAndLeavesDocumentsAlone() throws IOException {
        zip("inner.dat", UTF_8, true, "c.txt", "丙");
        byte[] inner = Files.readAllBytes(home.resolve("in/inner.dat"));
        Files.delete(home.resolve("in/inner.dat"));
        zip("report.docx", UTF_8, true, "[Content_Types].xml", "<Types/>", "word/document.xml", "<w/>");
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(home.resolve("in/outer.bin"))) {
            entry(out, "b.zip", inner);
            entry(out, "p.html", "页".getBytes(UTF_8));
            entry(out, "p.files/x.txt", "x".getBytes(UTF_8));
            entry(out, "__MACOSX/._b", "x".getBytes(UTF_8));
        }
        check(
                "in",
                "outer.bin!/__MACOSX/._b - SYSTEM",
                "outer.bin!/b.zip!/c.txt = 丙",
                "outer.bin!/p.files/x.txt - PAGE_ASSET",
                "outer.bin!/p.html = 页",
                "report.docx = ZIP");
    }

    @Test
    void makesNamesThatClimbHarmless() throws IOException {
        zip("slip.zip", UTF_8, true, "../../up.txt", "甲", "/etc/root.txt", "乙", "a\\b.txt", "丙", "up.txt", "丁");
        check(
                "in",
                "slip.zip!/up.txt = 甲",
                "slip.zip!/etc/root.txt = 乙",
                "slip.zip!/a/b.txt = 丙",
                "slip.zip!/up.txt#2 = 丁");
        try (Stream<Path> all = Files.walk(home)) {
            assertTrue(all.noneMatch(path -> path.endsWith("up.txt") || path.endsWith("root.txt")));
        }
    }

    @Test
    void reportsDamage() throws IOException {
        zip("cut.zip", UTF_8, true, "a.txt", "甲".repeat(500));
        byte[] whole = Files.readAllBytes(home.resolve("in/cut.zip"));
        Files.write(home.resolve("in/cut.zip"), Arrays.copyOf(whole, whole.length - 40));
        Files.write(home.resolve("in/cut.docx"), Arrays.copyOf(whole, whole.length - 40));
        stored("flip.zip", "a.txt", "甲", "b.txt", "乙");
        byte[] bytes = Files.readAllBytes(home.resolve("in/flip.zip"));
        bytes[30 + "a.txt".length()] ^= 1;
        Files.write(home.resolve("in/flip.zip"), bytes);
        check("in", "cut.docx = ZIP", "cut.zip ! CORRUPT", "flip.zip!/a.txt ! CORRUPT", "flip.zip!/b.txt = 乙");
    }

    @Test
    void reportsLockedEntries() throws IOException {
        stored("locked.zip", "a.txt", "甲", "b.txt", "乙");
        byte[] bytes = Files.readAllBytes(home.resolve("in/locked.zip"));
        bytes[6] |= 1;
        int directory = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        bytes[directory + 8] |= 1;
        Files.write(home.resolve("in/locked.zip"), bytes);
        check("in", "locked.zip!/a.txt ! ENCRYPTED", "locked.zip!/b.txt = 乙");
    }

    @Test
    void stopsAtItsLimits() throws IOException {
        zip("big.zip", UTF_8, true, "a.txt", "x".repeat(2000), "b.txt", "乙");
        check("in/big.zip", "big.zip!/a.txt ! TOO_LARGE", "big.zip!/b.txt = 乙");
        zip(
                "total.zip",
                UTF_8,
                true,
                "a",
                "x".repeat(900),
                "b",
                "x".repeat(900),
                "c",
                "x".repeat(900),
                "d",
                "x".repeat(900));
        check(
                "in/total.zip",
                "total.zip!/a = " + "x".repeat(900),
                "total.zip!/b = " + "x".repeat(900),
                "total.zip!/c = " + "x".repeat(900),
                "total.zip ! TOO_LARGE");
        String[] many = Stream.iterate(10, n -> n + 1)
                .limit(22)
                .flatMap(n -> Stream.of("n" + n, "x"))
                .toArray(String[]::new);
        zip("many.zip", UTF_8, true, many);
        List<String> lines = lines(home.resolve("in/many.zip"), SMALL);
        assertEquals(21, lines.size());
        assertEquals("many.zip ! TOO_LARGE", lines.getLast());
        nest("deep.zip", 3);
        check("in/deep.zip", "deep.zip!/2.zip!/1.zip ! TOO_LARGE");
    }

    @Test
    void stopsABombByItsRatio() throws IOException {
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(put("bomb.zip", ""))) {
            entry(out, "a.txt", new byte[(int) Limits.RATIO_FROM + 1]);
        }
        assertEquals(List.of("bomb.zip ! TOO_LARGE"), lines(home.resolve("in/bomb.zip"), Limits.STANDARD));
    }

    @Test
    void opensTarGzipAndSevenZip() throws IOException {
        byte[] tar = tar("文/甲.txt", "甲", false);
        Files.write(put("a.tar", ""), tar);
        Files.write(put("b.tgz", ""), gzip(tar));
        Files.write(put("c.txt.gz", ""), gzip("丙".getBytes(UTF_8)));
        Files.write(put("d.tgz", ""), Arrays.copyOf(gzip(tar), 60));
        Files.write(put("f.tar", ""), tar("文/己.txt", "己", true));
        try (SevenZOutputFile out = new SevenZOutputFile(home.resolve("in/e.7z").toFile())) {
            var entry = out.createArchiveEntry(home.resolve("in/a.tar").toFile(), "文/戊.txt");
            out.putArchiveEntry(entry);
            out.write("戊".getBytes(UTF_8));
            out.closeArchiveEntry();
        }
        check(
                "in",
                "a.tar!/文/甲.txt = 甲",
                "b.tgz!/文/甲.txt = 甲",
                "c.txt.gz!/c.txt = 丙",
                "d.tgz ! CORRUPT",
                "e.7z!/文/戊.txt = 戊",
                "f.tar!/文/己.txt = 己");
    }

    @Test
    void leavesNothingBehind() throws IOException {
        zip("a.zip", UTF_8, true, "a.txt", "甲", "b.txt", "乙");
        Path scratch = home.resolve("scratch");
        try (Stream<SourceFile> files = Archive.files(home.resolve("in"), scratch)) {
            assertTrue(files.findFirst().orElseThrow()
                            instanceof SourceFile.Leaf(String path, Path file, boolean temporary)
                    && temporary
                    && Files.exists(file));
        }
        try (Stream<Path> left = Files.list(scratch)) {
            assertEquals(0, left.count());
        }
    }

    private void check(String path, String... expected) {
        assertEquals(String.join("\n", expected), String.join("\n", lines(home.resolve(path), SMALL)));
    }

    private static void checkName(String expected, byte[] name) {
        assertEquals(expected, Names.decode(name));
    }

    private List<String> lines(Path path, Limits limits) {
        try (Stream<SourceFile> files = Archive.files(path, home.resolve("scratch"), limits)) {
            return files.map(ArchiveTest::line).toList();
        }
    }

    private static String line(SourceFile file) {
        return switch (file) {
            case SourceFile.Leaf leaf -> leaf.path() + " = " + content(leaf.file());
            case SourceFile.Broken broken -> broken.path() + " ! " + broken.cause();
            case SourceFile.Ignored ignored -> ignored.path() + " - " + ignored.cause();
        };
    }

    private static String content(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K' ? "ZIP" : new String(bytes, UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Path put(String path, String content) throws IOException {
        Path file = home.resolve("in").resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private void zip(String path, Charset names, boolean flag, String... namesAndContents) throws IOException {
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(put(path, ""))) {
            out.setEncoding(names.name());
            out.setUseLanguageEncodingFlag(flag);
            for (int i = 0; i < namesAndContents.length; i += 2) {
                entry(out, namesAndContents[i], namesAndContents[i + 1].getBytes(UTF_8));
            }
        }
    }

    private void stored(String path, String... namesAndContents) throws IOException {
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(put(path, ""))) {
            out.setMethod(ZipArchiveOutputStream.STORED);
            for (int i = 0; i < namesAndContents.length; i += 2) {
                byte[] content = namesAndContents[i + 1].getBytes(UTF_8);
                java.util.zip.CRC32 crc = new java.util.zip.CRC32();
                crc.update(content);
                ZipArchiveEntry entry = new ZipArchiveEntry(namesAndContents[i]);
                entry.setSize(content.length);
                entry.setCrc(crc.getValue());
                out.putArchiveEntry(entry);
                out.write(content);
                out.closeArchiveEntry();
            }
        }
    }

    private void nest(String name, int depth) throws IOException {
        byte[] content = "x".getBytes(UTF_8);
        for (int i = 0; i < depth; i++) {
            Path file = put(name, "");
            try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(file)) {
                entry(out, i == 0 ? "x.txt" : i + ".zip", content);
            }
            content = Files.readAllBytes(file);
        }
    }

    private static void entry(ZipArchiveOutputStream out, String name, byte[] content) throws IOException {
        out.putArchiveEntry(new ZipArchiveEntry(name));
        out.write(content);
        out.closeArchiveEntry();
    }

    private static byte[] tar(String name, String content, boolean pax) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream out = new TarArchiveOutputStream(bytes, "GB18030")) {
            out.setAddPaxHeadersForNonAsciiNames(pax);
            TarArchiveEntry entry = new TarArchiveEntry(name);
            entry.setSize(content.getBytes(UTF_8).length);
            out.putArchiveEntry(entry);
            out.write(content.getBytes(UTF_8));
            out.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static Charset gb18030() {
        return Charset.forName("GB18030");
    }
}
