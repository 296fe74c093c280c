package wenyuan.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An admin uploads a zip, sees what failed and why, tries again, and puts a label right. */
class AdminWalkIT {
    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @TempDir
    static Path folder;

    @ParameterizedTest
    @EnumSource
    void fromAnUploadToACorrection(Walk.Way way) throws IOException, GeneralSecurityException {
        String phrase = "邻里食堂" + way.name().replace("_", "") + "号灶台";
        Walk walk = Walk.begin(chromium, way);
        logIn(walk);
        int run = upload(walk, zip(phrase));
        seesWhy(walk, run);
        triesAgain(walk, run);
        corrects(walk, run, phrase);
        walk.search("类型:座谈会 年份:2013 \"" + phrase + "\"");
        walk.see(".hit mark", "admin-finds");
        assertEquals(1, walk.page().locator(".hit").count());
        assertTrue(walk.at(".hit .badges").textContent().contains("2013 年"));
    }

    private static void logIn(Walk walk) {
        walk.press(walk.at(".masthead nav a", "管理"));
        walk.see("#name", "admin-login");
        walk.write("#name", "admin");
        walk.write("#password", Demo.shared().password());
        walk.follow(walk.at("#main [type=submit]"), "**/admin");
    }

    /** The number of the import. */
    private static int upload(Walk walk, Path zip) {
        walk.see("#upload", "admin-imports");
        int before = Integer.parseInt(walk.at(".run").getAttribute("data-import"));
        walk.upload("#upload-files", zip);
        walk.press(walk.at("#upload [type=submit]"));
        ended(walk, before + 1);
        return before + 1;
    }

    private static void ended(Walk walk, int run) {
        Locator ended = walk.at("[data-import='" + run + "'] .state-ENDED");
        for (int i = 0; i < 100 && !walk.scripts() && ended.count() == 0; i++) {
            walk.page().waitForTimeout(300);
            walk.page().reload();
        }
        ended.waitFor(new Locator.WaitForOptions().setTimeout(30_000));
    }

    private static void seesWhy(Walk walk, int run) {
        walk.follow(walk.at("[data-import='" + run + "'] h3 a"), "**/admin/imports/" + run);
        walk.see(".causes", "admin-failures");
        assertEquals("2", walk.at("[data-count=stored]").textContent());
        assertEquals("2", walk.at("[data-count=failed]").textContent());
        String causes = walk.at(".causes").textContent();
        assertTrue(causes.contains("请找完好的一份重新上传"), causes);
        assertTrue(causes.contains("请向提供者要密码"), causes);
        String files = String.join(" ", walk.page().locator(".fates .path").allTextContents());
        assertTrue(files.contains("材料/半截的稿子.docx") && files.contains("材料/加密的稿子.docx"), files);
    }

    private static void triesAgain(Walk walk, int run) {
        walk.follow(walk.at("#main button", "重试失败的 2 个文件"), "**/admin#live");
        ended(walk, run + 1);
        walk.see("[data-import='" + (run + 1) + "']", "admin-again");
        assertEquals(
                "2",
                walk.at("[data-import='" + (run + 1) + "'] [data-count=failed]").textContent());
    }

    private static void corrects(Walk walk, int run, String phrase) {
        walk.follow(walk.at("[data-import='" + run + "'] h3 a"), "**/admin/imports/" + run);
        walk.follow(walk.at(".fates-chips a", "入库"), "**fate=stored*");
        walk.follow(walk.at(".fates tr:has-text('几点想法.docx') a"), "**/documents/*");
        assertTrue(walk.at(".text").textContent().contains(phrase));
        walk.press(walk.at(".correct summary"));
        walk.see("#correct-type", "admin-corrects");
        walk.choose("#correct-type", "座谈会");
        walk.write("#correct-year", "2013");
        walk.press(walk.at(".correct [type=submit]"));
        walk.see(".corrections", "admin-corrected");
        String claims = walk.at(".claims dl").textContent();
        assertTrue(claims.contains("座谈会") && claims.contains("2013 年"), claims);
    }

    /** Two files that can be read, and two that can't. */
    private static Path zip(String phrase) throws IOException, GeneralSecurityException {
        byte[] paper = word(phrase + "的几点想法", "街坊们说，" + phrase + "的火候正好。我们打算把它办下去。");
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("材料/几点想法.docx", paper);
        files.put("材料/说明.txt", (phrase + "的说明：每天中午开火，晚上不开。").getBytes(Charset.forName("GB18030")));
        files.put("材料/半截的稿子.docx", Arrays.copyOf(paper, paper.length / 2));
        files.put("材料/加密的稿子.docx", locked(paper));
        Path zip = Files.createTempFile(folder, "移交", ".zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
            }
        }
        return zip;
    }

    private static byte[] word(String... paragraphs) throws IOException {
        try (XWPFDocument word = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (String paragraph : paragraphs) {
                word.createParagraph().createRun().setText(paragraph);
            }
            word.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] locked(byte[] plain) throws IOException, GeneralSecurityException {
        try (POIFSFileSystem container = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("password");
            try (OutputStream data = encryptor.getDataStream(container)) {
                data.write(plain);
            }
            container.writeFilesystem(out);
            return out.toByteArray();
        }
    }
}
