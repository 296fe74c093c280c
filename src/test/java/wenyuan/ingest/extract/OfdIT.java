package wenyuan.ingest.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.model.Extraction;
import wenyuan.model.FailureCause;

/** OFD and saved pages, as the parser process reads them. */
class OfdIT {
    private static final String PAGE = "<html><head><title>朱镕基</title></head><body><p>讲话</p></body></html>";

    /** Stands for 300 MB of blanks. */
    private static final String BOMB = "*bomb*";

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
    void readsPagesInTheDocumentsOrder() throws IOException {
        Map<String, String> parts = document("Pages/P2/Content.xml", "/Doc_0/Pages/P1/Content.xml");
        parts.put("Doc_0/Pages/P1/Content.xml", page(text("30 20 100 5", "", code("0 5", "后一页"))));
        parts.put("Doc_0/Pages/P2/Content.xml", page(text("30 20 100 5", "", code("0 5", "前一页"))));
        check(parts, "前一页\n后一页");
    }

    @Test
    void joinsWhatStandsOnOneBaseline() throws IOException {
        check(onePage(text("60 20 10 5", "", code("0 4", "通知")), text("30 20 30 5", "", code("0 4.3", "会议"))), "会议通知");
        check(onePage(text("30 20 20 5", "", code("0 4", "姓名")), text("90 20 20 5", "", code("0 4", "单位"))), "姓名 单位");
        check(onePage(text("30 20 90 5", "", code("0 4", "第一"), code("10 4", "行"), code("0 10", "第二行"))), "第一行\n第二行");
        check(onePage(text("30 20 90 5", "", code("0 4", "甲")), text("30 27 90 5", "", code("0 4", "乙"))), "甲\n乙");
        check(
                onePage(
                        text("0 0 210 297", "CTM=\"0.5 0 0 0.5 30 20\"", code("0 8", "甲")),
                        text("33 20 9 9", "", code("0 4", "乙"))),
                "甲乙");
    }

    @Test
    void putsTemplatesLastAndOnlyThoseInUse() throws IOException {
        Map<String, String> parts =
                onePage("<ofd:Template TemplateID=\"7\"/>", text("30 20 100 5", "", code("0 5", "正文")));
        parts.put("Doc_0/T7.xml", page(text("30 2 100 5", "", code("0 5", "文头"))));
        parts.put("Doc_0/T8.xml", page(text("30 2 100 5", "", code("0 5", "没有用到"))));
        check(parts, "正文\n文头");
    }

    @Test
    void tellsWhatTheFileSaysOfItself() throws IOException {
        Extraction.Text text = text(extractor.extract(put("a", zip(onePage(simple()))), "a"));
        assertEquals(
                Map.of(
                        "dc:title", "关于召开会议的通知",
                        "dc:creator", "办公室",
                        "dcterms:created", "2021-06-02",
                        "xmpTPg:NPages", "1"),
                text.metadata());
    }

    @Test
    void tellsWhyThereIsNoText() throws IOException {
        checkFailure("empty.ofd", zip(onePage("")), FailureCause.EMPTY);
        byte[] whole = zip(onePage(simple()));
        checkFailure("cut.ofd", Arrays.copyOf(whole, whole.length / 2), FailureCause.CORRUPT);
        checkFailure("other.ofd", zip(Map.of("a.txt", "甲")), FailureCause.CORRUPT);
        checkFailure("lost-page.ofd", zip(document("Pages/P1/Content.xml")), FailureCause.CORRUPT);
        checkFailure("bad-xml.ofd", zip(onePage("<ofd:TextObject>")), FailureCause.CORRUPT);
        Map<String, String> encrypted = onePage(simple());
        encrypted.put("Encryptions.xml", "<ofd:Encryptions xmlns:ofd=\"http://www.ofdspec.org/2016\"/>");
        checkFailure("encrypted.ofd", zip(encrypted), FailureCause.ENCRYPTED);
        checkFailure("password.ofd", markedEncrypted(whole), FailureCause.ENCRYPTED);
    }

    @Test
    void readsNoOuterEntities() throws IOException {
        Path secret = Files.writeString(home.resolve("secret.txt"), "秘密");
        Map<String, String> parts = onePage(simple());
        String entity = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>";
        parts.compute("Doc_0/P.xml", (path, page) -> entity + page.replace("各支部", "各支部&e;"));
        Extraction extraction = extractor.extract(put("xxe.ofd", zip(parts)), "xxe.ofd");
        assertEquals(FailureCause.CORRUPT, ((Extraction.Failed) extraction).cause());
    }

    @Test
    void unpacksOnlySoMuch() throws IOException {
        checkFailure("bomb.ofd", zip(onePage(BOMB)), FailureCause.TOO_LARGE);
    }

    @Test
    void readsPagesSavedInOneFile() throws IOException {
        String gb = PAGE.replace("<head>", "<head><meta charset=gb2312>");
        byte[] bytes = gb.getBytes(Charset.forName("GB18030"));
        String base64 = Base64.getMimeEncoder().encodeToString(bytes);
        checkPage("a.mht", mail("MIME-Version: 1.0", "text/html", base64), gb, "GB18030");
        checkPage("b.mht", mail("From: <Saved by X>", "text/html; charset=\"gb2312\"", base64), gb, "GB18030");
        String utf8 = Base64.getMimeEncoder().encodeToString(PAGE.getBytes(UTF_8));
        checkPage("no extension", mail("From: <Saved by Blink>", "text/html", utf8), PAGE, "UTF-8");
        checkFailure("c.mht", mail("MIME-Version: 1.0", "image/png", utf8), FailureCause.EMPTY);
    }

    private static void checkPage(String name, byte[] bytes, String source, String charset) throws IOException {
        Extraction.Text text = text(extractor.extract(put(name, bytes), name));
        assertEquals(source, text.content().strip(), name);
        assertEquals(
                List.of(Extraction.Form.PAGE, "text/html", charset),
                List.of(text.form(), text.mediaType(), text.charset()),
                name);
    }

    /** Without and with a name that says what it is. */
    private static void check(Map<String, String> parts, String lines) throws IOException {
        for (String name : List.of("a.ofd", "a")) {
            Extraction.Text text = text(extractor.extract(put("a", zip(parts)), name));
            assertEquals(lines, text.content().strip().replaceAll("\n+", "\n"));
            assertEquals(Extraction.Form.PRINTED, text.form());
            assertEquals("application/ofd", text.mediaType());
        }
    }

    private static void checkFailure(String name, byte[] bytes, FailureCause cause) throws IOException {
        Extraction extraction = extractor.extract(put(name, bytes), name);
        FailureCause found = extraction instanceof Extraction.Failed failed ? failed.cause() : FailureCause.TIMEOUT;
        assertEquals(cause, found, () -> name + ": " + extraction);
    }

    private static Extraction.Text text(Extraction extraction) {
        return assertInstanceOf(Extraction.Text.class, extraction);
    }

    private static Path put(String name, byte[] bytes) throws IOException {
        return Files.write(home.resolve(name), bytes);
    }

    private static String simple() {
        return text("30 20 100 5", "", code("0 5", "各支部"));
    }

    private static Map<String, String> onePage(String... objects) {
        Map<String, String> parts = document("P.xml");
        parts.put("Doc_0/P.xml", page(objects));
        return parts;
    }

    /** Root part last, as some programs write it. */
    private static Map<String, String> document(String... locations) {
        StringBuilder pages = new StringBuilder();
        for (String location : locations) {
            pages.append("<ofd:Page ID=\"1\" BaseLoc=\"").append(location).append("\"/>");
        }
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "Doc_0/Document.xml",
                element(
                        "Document",
                        "<ofd:CommonData><ofd:TemplatePage ID=\"7\" BaseLoc=\"T7.xml\"/>"
                                + "<ofd:TemplatePage ID=\"8\" BaseLoc=\"T8.xml\"/></ofd:CommonData>"
                                + "<ofd:Pages>" + pages + "</ofd:Pages>"));
        parts.put(
                "OFD.xml",
                element(
                        "OFD",
                        "<ofd:DocBody><ofd:DocInfo><ofd:Title>关于召开会议的通知</ofd:Title><ofd:Author>办公室</ofd:Author>"
                                + "<ofd:CreationDate>2021-06-02</ofd:CreationDate></ofd:DocInfo>"
                                + "<ofd:DocRoot>\n  Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>"));
        return parts;
    }

    private static String page(String... objects) {
        return element("Page", "<ofd:Content><ofd:Layer>" + String.join("\n", objects) + "</ofd:Layer></ofd:Content>");
    }

    private static String text(String boundary, String more, String... codes) {
        return "<ofd:TextObject Boundary=\"" + boundary + "\" Size=\"4\" " + more + ">" + String.join("", codes)
                + "</ofd:TextObject>";
    }

    private static String code(String place, String text) {
        String[] xy = place.split(" ", -1);
        return "<ofd:TextCode X=\"" + xy[0] + "\" Y=\"" + xy[1] + "\">" + text + "</ofd:TextCode>";
    }

    private static String element(String name, String content) {
        return "<ofd:" + name + " xmlns:ofd=\"http://www.ofdspec.org/2016\">" + content + "</ofd:" + name + ">";
    }

    private static byte[] mail(String first, String type, String base64) {
        return (first + "\r\nContent-Type: multipart/related;\r\n\tboundary=\"-=b\"\r\n\r\n---=b\r\nContent-Type: "
                        + type + "\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64 + "\r\n---=b--\r\n")
                .getBytes(UTF_8);
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        try (var out = new ByteArrayOutputStream();
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                String[] halves = part.getValue().split(Pattern.quote(BOMB), -1);
                zip.write(halves[0].getBytes(UTF_8));
                for (int i = 0; i < 300 * (halves.length - 1); i++) {
                    zip.write(" ".repeat(1 << 20).getBytes(UTF_8));
                }
                zip.write(halves.length == 2 ? halves[1].getBytes(UTF_8) : new byte[0]);
            }
            zip.finish();
            return out.toByteArray();
        }
    }

    /** Sets the flag "encrypted" of the entries in the zip's directory. */
    private static byte[] markedEncrypted(byte[] zip) {
        byte[] marked = zip.clone();
        for (int i = 0; i + 10 < marked.length; i++) {
            if (marked[i] == 'P' && marked[i + 1] == 'K' && marked[i + 2] == 1 && marked[i + 3] == 2) {
                marked[i + 8] |= 1;
            }
        }
        return marked;
    }
}
