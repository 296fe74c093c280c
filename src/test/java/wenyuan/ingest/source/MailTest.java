package wenyuan.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailTest {
    private static final Charset GBK = Charset.forName("GB18030");
    private static final String NAME = "动员会讲话.txt";
    private static final String BASE64_NAME =
            "=?GB2312?B?" + Base64.getEncoder().encodeToString(NAME.getBytes(GBK)) + "?=";

    @TempDir
    Path home;

    @Test
    void attachmentsAreFilesOfTheirOwn() throws IOException {
        for (String filename : List.of(
                "filename=\"" + BASE64_NAME + "\"",
                "filename*=GBK''" + URLEncoder.encode(NAME, GBK),
                "filename*0*=UTF-8''" + URLEncoder.encode("动员会", UTF_8) + ";\r\n filename*1*="
                        + URLEncoder.encode("讲话.txt", UTF_8),
                "filename=\"" + NAME + "\"")) {
            check(
                    mail("Content-Type: text/plain; charset=gb2312", "请查收。", attachment(filename)),
                    "a.eml!/关于会议的通知.txt = 请查收。",
                    "a.eml!/" + NAME + " = 同志们：");
        }
    }

    @Test
    void aTextThatComesTwiceCountsOnce() throws IOException {
        String both = """
                Content-Type: multipart/alternative; boundary="inner"

                --inner
                Content-Type: text/plain

                请查收。
                --inner
                Content-Type: text/html

                <p>请查收。</p>
                --inner--""";
        String mail =
                head() + "--outer\r\n" + both + "\r\n--outer\r\n" + attachment("filename=b.txt") + "--outer--\r\n";
        check(mail.getBytes(GBK), "a.eml!/关于会议的通知.txt = 请查收。", "a.eml!/b.txt = 同志们：");
    }

    @Test
    void aMailInAMailIsOpenedToo() throws IOException {
        String inner = new String(mail("Content-Type: text/plain", "里面。", attachment("filename=c.txt")), GBK)
                .replace("outer", "within");
        check(
                mail("Content-Type: text/plain", "外面。", "Content-Type: message/rfc822\r\n\r\n" + inner + "\r\n"),
                "a.eml!/关于会议的通知.txt = 外面。",
                "a.eml!/mail.eml!/关于会议的通知.txt = 里面。",
                "a.eml!/mail.eml!/c.txt = 同志们：");
    }

    @Test
    void withoutAttachmentsItIsADocument() throws IOException {
        byte[] plain = "From: a@example.org\r\nSubject: x\r\n\r\n请查收。".getBytes(GBK);
        assertEquals(List.of("a.eml"), paths(plain));
        byte[] page = ("From: <Saved by Blink>\r\nSubject: x\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n"
                        + "--b\r\nContent-Type: text/html\r\nContent-Location: http://example.org/\r\n\r\n<p>x</p>\r\n--b--")
                .getBytes(UTF_8);
        assertEquals(List.of("a.eml"), paths(page));
        assertEquals(List.of("a.eml"), paths("From: 一封信，不是邮件\n正文：如下\n".getBytes(UTF_8)));
    }

    @Test
    void outlookFilesHaveAttachmentsToo() throws IOException {
        Path file = home.resolve("b.msg");
        try (POIFSFileSystem mail = new POIFSFileSystem()) {
            property(mail.getRoot(), "0037001F", "关于会议的通知".getBytes(UTF_16LE));
            property(mail.getRoot(), "1000001F", "请查收。".getBytes(UTF_16LE));
            DirectoryEntry first = mail.getRoot().createDirectory("__attach_version1.0_#00000000");
            property(first, "3707001E", NAME.getBytes(GBK));
            property(first, "37010102", "同志们：".getBytes(GBK));
            DirectoryEntry second = mail.getRoot().createDirectory("__attach_version1.0_#00000001");
            DirectoryEntry inner = second.createDirectory("__substg1.0_3701000D");
            property(inner, "1000001F", "里面。".getBytes(UTF_16LE));
            property(inner.createDirectory("__attach_version1.0_#00000000"), "37010102", "同志们：".getBytes(GBK));
            mail.writeFilesystem(Files.newOutputStream(file));
        }
        try (Stream<SourceFile> files = Archive.files(file, home.resolve("scratch"))) {
            assertEquals(
                    List.of(
                            "b.msg!/关于会议的通知.txt",
                            "b.msg!/" + NAME,
                            "b.msg!/attachment.msg!/正文.txt",
                            "b.msg!/attachment.msg!/attachment"),
                    files.map(SourceFile::path).toList());
        }
    }

    private static void property(DirectoryEntry folder, String number, byte[] value) throws IOException {
        folder.createDocument("__substg1.0_" + number, new ByteArrayInputStream(value));
    }

    private static byte[] mail(String bodyType, String body, String attachment) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write((head() + "--outer\r\n" + bodyType + "\r\n\r\n" + body + "\r\n--outer\r\n" + attachment
                        + "--outer--\r\n")
                .getBytes(GBK));
        return out.toByteArray();
    }

    private static String head() {
        String subject = Base64.getEncoder().encodeToString("关于会议的通知".getBytes(UTF_8));
        return "Received: from x by y;\r\n Mon, 1 Jan 2018 00:00:00 +0800\r\nFrom: a@example.org\r\nSubject: =?utf-8?B?"
                + subject + "?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"outer\"\r\n\r\n";
    }

    private static String attachment(String filename) {
        return "Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; "
                + filename + "\r\n\r\n" + Base64.getEncoder().encodeToString("同志们：".getBytes(GBK)) + "\r\n";
    }

    private void check(byte[] mail, String... expected) throws IOException {
        try (Stream<SourceFile> files = files(mail)) {
            assertEquals(
                    List.of(expected),
                    files.map(file -> file.path() + " = " + content(file)).toList());
        }
    }

    private List<String> paths(byte[] mail) throws IOException {
        try (Stream<SourceFile> files = files(mail)) {
            return files.map(SourceFile::path).toList();
        }
    }

    private Stream<SourceFile> files(byte[] mail) throws IOException {
        return Archive.files(Files.write(home.resolve("a.eml"), mail), home.resolve("scratch"));
    }

    private static String content(SourceFile file) {
        try {
            return file instanceof SourceFile.Leaf leaf
                    ? new String(Files.readAllBytes(leaf.file()), GBK).strip()
                    : file.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
