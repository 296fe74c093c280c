package wenyuan.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the reader and the charts give away: two texts side by side, a printed page, a picture. */
class TwinPagesIT {
    @RegisterExtension
    static final Chromium chromium = new Chromium();

    /** Of the same form, from 2024 and another year, one of a community and one of a village. */
    private static final String ONE = "0000000000000001";

    private static final String OTHER = "0000000000000009";

    @TempDir
    static Path folder;

    private static Site site;
    private static Visitor visitor;

    @BeforeAll
    static void open() throws IOException {
        site = Site.at(Files.createDirectory(folder.resolve("home")), "127.0.0.1");
        visitor = new Visitor(site.url(""));
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void whatChangedIsMarkedInBothDirections() throws Exception {
        String page = visitor.get("/documents/" + ONE + "/with/" + OTHER).body();
        String back = visitor.get("/documents/" + OTHER + "/with/" + ONE).body();
        assertTrue(page.contains("<del>") && page.contains("<ins>"), page);
        assertTrue(page.contains("/documents/" + OTHER + "/with/" + ONE), page);
        assertEquals(count(page, "<li class=\"same"), count(back, "<li class=\"same"));
        assertTrue(count(page, "<li class=\"changed") > 0, page);
        String short_ = visitor.get("/documents/" + ONE + "/with/" + OTHER + "?only=changes")
                .body();
        assertTrue(count(short_, "<li") <= count(page, "<li"));
        String same = visitor.get("/documents/" + ONE + "/with/" + ONE).body();
        assertTrue(same.contains("两篇文字相同"), same);
    }

    private static int count(String text, String part) {
        return text.split(part, -1).length - 1;
    }

    @Test
    void anotherIsPasted() throws Exception {
        String address = "/documents/" + ONE + "/with?other=";
        assertEquals(303, status(address + "http%3A%2F%2Fhost%2Fdocuments%2F" + OTHER + "%3Fq%3Dx"));
        assertEquals(303, status(address + "+" + OTHER + "+"));
        assertEquals(404, status(address + "nowhere"));
        assertEquals(400, status(address + ONE));
        assertTrue(visitor.get(address + "%3Cb%3E").body().contains("没有编号为“&lt;b&gt;”的文档"));
    }

    private static int status(String path) throws Exception {
        return visitor.get(path).statusCode();
    }

    @Test
    void narrowPagesHaveOneUnderTheOther() {
        try (Page page = chromium.page(site, new Browser.NewContextOptions().setViewportSize(390, 900))) {
            page.navigate(site.url("/documents/" + ONE + "/with/" + OTHER));
            assertEquals(true, page.evaluate("document.documentElement.scrollWidth <= 390"));
            Object above = page.evaluate("(() => { const row = document.querySelector('.aligned .changed');"
                    + " return row.querySelector('.here').getBoundingClientRect().bottom"
                    + " <= row.querySelector('.there').getBoundingClientRect().top; })()");
            assertEquals(true, above);
        }
    }

    /** A4 with the margins of GB/T 9704, without anything around the text, its source at the end, pages numbered. */
    @Test
    void aDocumentOnPaper() throws Exception {
        try (Page page = chromium.page(
                site,
                new Browser.NewContextOptions().setColorScheme(com.microsoft.playwright.options.ColorScheme.DARK))) {
            page.navigate(site.url("/documents/" + Samples.FORUM));
            byte[] pdf = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
            try (PDDocument printed = Loader.loadPDF(pdf)) {
                assertEquals(595, printed.getPage(0).getMediaBox().getWidth(), 1.0);
                assertEquals(842, printed.getPage(0).getMediaBox().getHeight(), 1.0);
                String text = new PDFTextStripper().getText(printed);
                assertTrue(text.contains("来源：《") && text.contains("文渊编号 " + Samples.FORUM), text);
                assertTrue(text.contains("— 1 —"), text);
                assertTrue(!text.contains("依据") && !text.contains("检索") && !text.contains("下载"), text);
            }
        }
    }

    @Test
    void aChartIsTakenAlongAsAPicture() throws Exception {
        for (String by : List.of("year", "type")) {
            try (Page page = chromium.page(site, new Browser.NewContextOptions())) {
                page.navigate(site.url("/trends?q=%E6%B2%BB%E7%90%86&q=%E7%BD%91%E6%A0%BC&by=" + by));
                Download download = page.waitForDownload(() -> page.click("[data-picture]"));
                assertEquals("历年走势.png", download.suggestedFilename());
                BufferedImage picture = ImageIO.read(download.path().toFile());
                assertTrue(picture.getWidth() > 1500 && picture.getHeight() > 500);
                int background = picture.getRGB(1, 1);
                long inked = java.util.stream.IntStream.range(0, picture.getWidth() * picture.getHeight())
                        .filter(i -> picture.getRGB(i % picture.getWidth(), i / picture.getWidth()) != background)
                        .count();
                assertTrue(inked > 20_000, by + ": " + inked);
                String kept = System.getProperty("pictures", "");
                if (!kept.isEmpty()) {
                    Files.copy(download.path(), Path.of(kept, by + ".png"));
                }
            }
        }
    }
}
