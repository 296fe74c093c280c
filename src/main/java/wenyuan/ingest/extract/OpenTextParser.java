package wenyuan.ingest.extract;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.odf.FlatOpenDocumentParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.apache.tika.sax.ContentHandlerDecorator;
import org.apache.tika.sax.XHTMLContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Reads OpenDocument files, zipped or flat, by Tika's parsers, and ends the lines of headings and notes: Tika 3.3.1 closes those elements in
 * the wrong namespace, and a title ran into the first paragraph. Runs in a parser process only. Public because Tika makes
 * it by name.
 */
public final class OpenTextParser implements Parser {
    private final Parser zipped = new OpenDocumentParser();
    private final Parser flat = new FlatOpenDocumentParser();

    /** Called by Tika. */
    public OpenTextParser() {}

    @Override
    public Set<MediaType> getSupportedTypes(ParseContext context) {
        Set<MediaType> types = new HashSet<>(zipped.getSupportedTypes(context));
        types.addAll(flat.getSupportedTypes(context));
        return types;
    }

    @Override
    public void parse(InputStream stream, ContentHandler handler, Metadata metadata, ParseContext context)
            throws IOException, SAXException, TikaException {
        MediaType type = MediaType.parse(metadata.get(Metadata.CONTENT_TYPE));
        Parser parser = flat.getSupportedTypes(context).contains(type) ? flat : zipped;
        parser.parse(stream, new LineEnds(handler), metadata, context);
    }

    private static final class LineEnds extends ContentHandlerDecorator {
        private static final Pattern LINE = Pattern.compile("h[1-6]|p");

        LineEnds(ContentHandler handler) {
            super(handler);
        }

        @Override
        public void endElement(String space, String name, String qualified) throws SAXException {
            super.endElement(space, name, qualified);
            if (!space.equals(XHTMLContentHandler.XHTML) && LINE.matcher(name).matches()) {
                ignorableWhitespace(new char[] {'\n'}, 0, 1);
            }
        }
    }
}
