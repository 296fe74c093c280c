package wenyuan.ingest.extract;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.PDF;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Reads PDF by Tika's parser, and counts the pages that hold pictures but no text: those are scans, and are read where the
 * process may. Runs in a parser process only. Public because Tika makes it by name.
 */
public final class PdfTextParser implements Parser {
    /** Metadata: number of pages of pictures without text. */
    static final String PICTURE_PAGES = "wenyuan:picturePages";

    /** A page number or a stamp is no text; the same number as Tika's for reading a page as a picture. */
    private static final int FEWEST_CHARACTERS = 10;

    /** Better and faster than 300. */
    private static final int DOTS_PER_INCH = 150;

    private final PDFParser parser = new PDFParser();

    /** Called by Tika. */
    public PdfTextParser() {
        PDFParserConfig config = parser.getPDFParserConfig();
        config.setExtractBookmarksText(false); // headings that the text has already
        config.setOcrDPI(DOTS_PER_INCH);
        config.setOcrStrategy(
                Tesseract.folder().isPresent()
                        ? PDFParserConfig.OCR_STRATEGY.AUTO
                        : PDFParserConfig.OCR_STRATEGY.NO_OCR);
    }

    @Override
    public Set<MediaType> getSupportedTypes(ParseContext context) {
        return parser.getSupportedTypes(context);
    }

    @Override
    public void parse(InputStream stream, ContentHandler handler, Metadata metadata, ParseContext context)
            throws IOException, SAXException, TikaException {
        parser.parse(stream, handler, metadata, context);
        int[] characters = metadata.getIntValues(PDF.CHARACTERS_PER_PAGE);
        if (stream instanceof TikaInputStream file && holdsBarePage(characters)) {
            metadata.set(PICTURE_PAGES, Integer.toString(picturePages(file, characters)));
        }
    }

    private static boolean holdsBarePage(int[] characters) {
        for (int count : characters) {
            if (count < FEWEST_CHARACTERS) {
                return true;
            }
        }
        return false;
    }

    private static int picturePages(TikaInputStream file, int[] characters) throws IOException {
        int pages = 0;
        try (PDDocument document = Loader.loadPDF(file.getFile())) {
            for (int page = 0; page < Math.min(characters.length, document.getNumberOfPages()); page++) {
                PDResources resources =
                        document.getPage(page).getResources(); // a form counts: scanners wrap pictures in one
                if (characters[page] < FEWEST_CHARACTERS
                        && resources != null
                        && resources.getXObjectNames().iterator().hasNext()) {
                    pages++;
                }
            }
        }
        return pages;
    }
}
