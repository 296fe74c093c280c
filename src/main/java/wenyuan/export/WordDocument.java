package wenyuan.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFootnote;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.openxmlformats.schemas.officeDocument.x2006.sharedTypes.STVerticalAlignRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;
import wenyuan.model.Span;

/**
 * A Word document of paragraphs and tables whose sources stand in footnotes, in the fonts of Chinese offices. Held in memory
 * until it is written. Not thread-safe.
 */
final class WordDocument {
    private static final String REFERENCE = "FootnoteReference";
    private static final String NOTE = "FootnoteText";
    private static final int FIRST_LINE = 420;

    private final XWPFDocument document = new XWPFDocument();

    WordDocument() {
        document.getProperties().getCoreProperties().setCreator("文渊");
        CTPageSz a4 = document.getDocument().getBody().addNewSectPr().addNewPgSz();
        a4.setW(BigInteger.valueOf(11_906));
        a4.setH(BigInteger.valueOf(16_838));
        XWPFStyles styles = document.createStyles();
        CTFonts fonts = CTFonts.Factory.newInstance();
        fonts.setAscii("Times New Roman");
        fonts.setHAnsi("Times New Roman");
        fonts.setEastAsia("宋体");
        styles.setDefaultFonts(fonts);
        CTStyle reference = style(styles, REFERENCE, "footnote reference", STStyleType.CHARACTER);
        reference.addNewRPr().addNewVertAlign().setVal(STVerticalAlignRun.SUPERSCRIPT);
        size(style(styles, NOTE, "footnote text", STStyleType.PARAGRAPH).addNewRPr(), 18);
    }

    private static CTStyle style(XWPFStyles styles, String id, String name, STStyleType.Enum type) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId(id);
        style.addNewName().setVal(name);
        style.setType(type);
        styles.addStyle(new XWPFStyle(style));
        return style;
    }

    private static void size(CTRPr properties, int halfPoints) {
        properties.addNewSz().setVal(BigInteger.valueOf(halfPoints));
    }

    /** The title of the whole. */
    void title(String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        paragraph.setSpacingAfter(160);
        run(paragraph, text, 18, true);
    }

    /** The title of a part, with its source in a footnote when there is one. */
    void heading(String text, String footnote) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setSpacingBefore(200);
        paragraph.setKeepNext(true);
        run(paragraph, text, 13, true);
        note(paragraph, footnote);
    }

    /** A line that explains, smaller and grey. */
    void remark(String text) {
        run(document.createParagraph(), text, 10, false).setColor("595959");
    }

    /** A paragraph of somebody's text: what is marked bold, its source in a footnote when there is one. */
    void passage(String text, List<Span> marks, String footnote) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setIndentationFirstLine(FIRST_LINE);
        paragraph.setSpacingAfter(80);
        int at = 0;
        for (Span mark : marks) {
            run(paragraph, text.substring(at, mark.start()), 11, false);
            run(paragraph, mark.of(text), 11, true);
            at = mark.end();
        }
        run(paragraph, text.substring(at), 11, false);
        note(paragraph, footnote);
    }

    /** A table; the first row has the headings. */
    void table(List<List<String>> rows) {
        XWPFTable table = document.createTable(rows.size(), rows.getFirst().size());
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                XWPFParagraph cell =
                        table.getRow(row).getCell(column).getParagraphs().getFirst();
                cell.setAlignment(column == 0 ? ParagraphAlignment.LEFT : ParagraphAlignment.RIGHT);
                run(cell, rows.get(row).get(column), 10, row == 0);
            }
        }
    }

    /** Writes all of it; nothing can be added afterwards. */
    void write(OutputStream out) {
        try (document) {
            document.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static XWPFRun run(XWPFParagraph paragraph, String text, int points, boolean bold) {
        XWPFRun run = paragraph.createRun();
        run.setFontSize(points);
        run.setBold(bold);
        run.setText(printable(text));
        return run;
    }

    private void note(XWPFParagraph paragraph, String text) {
        if (text.isEmpty()) {
            return;
        }
        XWPFFootnote note = document.createFootnote();
        XWPFParagraph words = note.createParagraph();
        words.setStyle(NOTE);
        note.ensureFootnoteRef(words);
        run(words, " " + text, 9, false);
        paragraph.addFootnoteReference(note);
    }

    /** XML has no way to write control characters and halves of characters. */
    private static String printable(String text) {
        return text.replace('\n', ' ')
                .codePoints()
                .filter(point -> point == '\t' || (point >= 0x20 && Character.getType(point) != Character.SURROGATE))
                .filter(point -> point != 0xFFFE && point != 0xFFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
