package wenyuan.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFootnote;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A writer looks for a way to say it, keeps two passages and takes them along as a Word document. */
class WriterWalkIT {
    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static final String FORCES = "我们既要下沉力量，又要下放权力，更要下移资源，让街道手里有人、有权、有钱，让社区书记腰杆硬起来。";
    private static final String LAMP = "既要有手上的力气，又要有心里的灯。";
    private static final String NOTE = "用在讲话第二部分";

    @ParameterizedTest
    @EnumSource
    void fromAPatternToAWordDocument(Walk.Way way) throws IOException {
        String shelf = "讲话素材 " + way;
        Walk walk = Walk.begin(chromium, way);
        walk.search("\"既要…又要\"");
        walk.follow(walk.at(".views a", "句子"), "**view=sentences*");
        walk.see(".sentence-hit", "writer-sentences");
        reads(walk);
        keep(walk, "下沉力量", shelf, NOTE);
        walk.follow(walk.at(".masthead .brand"), "**/");
        walk.search("\"既要…又要\"");
        walk.follow(walk.at(".views a", "句子"), "**view=sentences*");
        keep(walk, "心里的灯", shelf, "");
        assertEquals(
                List.of(FORCES, LAMP), walk.page().locator(".clips blockquote").allTextContents());
        walk.follow(walk.at(".clips li:last-child .up button"), "**/clippings?folder=*");
        walk.see(".clips blockquote:has-text('" + LAMP + "')", "writer-clippings");
        Path word = walk.download(walk.at(".clips-head a", "Word"));
        check(word, shelf);
        drafts(walk, word);
    }

    /** The sentence where it stands, and back. */
    private static void reads(Walk walk) {
        walk.follow(walk.at(".sentence-hit:has-text('" + FORCES.substring(0, 8) + "') .source a"), "**/documents/*");
        walk.see(".text mark", "writer-reads");
        if (walk.scripts()) {
            walk.step();
            assertTrue(walk.at("mark.current").isVisible());
        }
        walk.page().goBack();
        walk.page().waitForURL("**view=sentences*");
    }

    private static void keep(Walk walk, String sentence, String shelf, String note) {
        walk.follow(walk.at(".sentence-hit:has-text('" + sentence + "') .clip"), "**/clippings/new*");
        walk.see("#folder", "writer-keeps");
        walk.write("#folder", shelf);
        walk.write("#note", note);
        walk.follow(walk.at("#main [type=submit]"), "**/clippings?folder=*");
        assertEquals(shelf, walk.at(".clips h2").textContent());
    }

    /** The writer's own paper is held against the archive. */
    private static void drafts(Walk walk, Path word) throws IOException {
        Path draft = Files.copy(word, word.resolveSibling(word.getFileName() + "稿子.docx"));
        walk.follow(walk.at(".masthead nav a", "查重"), "**/check");
        Number width = (Number) walk.at("#draft-file").evaluate("input => input.offsetWidth");
        assertTrue(width.intValue() > 80, "the button can be read: " + width);
        walk.upload("#draft-file", draft);
        walk.press(walk.at("#main [type=submit]"));
        walk.see(".shared.verbatim", "writer-checks");
        assertEquals(
                List.of(LAMP, FORCES), walk.page().locator(".draft .verbatim").allTextContents());
        assertFalse(
                walk.at(".draft").textContent().contains("footnoteRef"),
                "what the parser writes for a footnote's number");
        Files.delete(draft);
    }

    private static void check(Path file, String shelf) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                XWPFDocument word = new XWPFDocument(in)) {
            List<String> lines = word.getParagraphs().stream()
                    .map(paragraph -> paragraph
                            .getText()
                            .replaceAll("(?s)\\[(footnoteRef:)?\\d.*", "")
                            .strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
            assertEquals(List.of(shelf, LAMP, FORCES, "备注：" + NOTE), lines);
            List<String> notes = word.getFootnotes().stream()
                    .map(WriterWalkIT::text)
                    .filter(note -> !note.isBlank())
                    .toList();
            assertEquals(2, notes.size());
            assertTrue(notes.getFirst().contains("《微党课 · 讲稿随片》，2018 年"), notes.getFirst());
            assertTrue(notes.getLast().contains("《在清河区党建引领基层治理第三次联席会议上的讲话》，2020 年"), notes.getLast());
            assertTrue(notes.getLast().contains("文本/清河区党建引领基层治理联席会议讲话.txt"), notes.getLast());
        }
    }

    private static String text(XWPFFootnote note) {
        return String.join(
                "", note.getParagraphs().stream().map(XWPFParagraph::getText).toList());
    }
}
