package wenyuan.ingest.extract;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.tika.exception.TikaConfigException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.EmptyParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.ocr.TesseractOCRParser;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Reads Chinese in pictures by Tika's parser over tesseract, where the process may; else it reads nothing. Runs in a parser
 * process only. Public because Tika makes it by name.
 */
public final class ScanParser implements Parser {
    private static final int SECONDS_A_PAGE = 120;

    /** In office files; pages of a PDF come under a name of their own. */
    private static final Set<MediaType> PICTURES = MediaType.set("image/png", "image/jpeg", "image/tiff", "image/bmp");

    private final Parser parser;

    /** Called by Tika. */
    public ScanParser() throws TikaConfigException {
        this.parser =
                Tesseract.folder().isPresent() ? tesseract(Tesseract.folder().orElseThrow()) : EmptyParser.INSTANCE;
    }

    @Override
    public Set<MediaType> getSupportedTypes(ParseContext context) {
        Set<MediaType> types = new HashSet<>(parser.getSupportedTypes(context));
        if (!types.isEmpty()) {
            types.addAll(PICTURES);
        }
        return types;
    }

    @Override
    public void parse(InputStream stream, ContentHandler handler, Metadata metadata, ParseContext context)
            throws IOException, SAXException, TikaException {
        parser.parse(stream, handler, metadata, context);
    }

    private static Parser tesseract(String folder) throws TikaConfigException {
        TesseractOCRParser parser = new TesseractOCRParser();
        parser.setTesseractPath(folder);
        parser.setLanguage(Tesseract.LANGUAGE);
        parser.setPreserveInterwordSpacing(true); // else a space stands after every character
        parser.setTimeout(SECONDS_A_PAGE);
        parser.initialize(Map.of());
        return parser;
    }
}
