package wenyuan.ingest.extract;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.PagedText;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.sax.XHTMLContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Reads OFD (GB/T 33190), the state's format for printed pages: the text of its pages in their order, line by line as
 * printed; then, once, that of the templates they lie on. Not read: annotations, drawn groups of resources, attachments.
 * Runs in a parser process only. Public because Tika makes it by name.
 */
public final class OfdParser implements Parser {
    private static final Map<String, String> INFO = Map.of(
            "Title", "dc:title",
            "Author", "dc:creator",
            "Subject", "dc:subject",
            "Abstract", "dc:description",
            "CreationDate", "dcterms:created",
            "ModDate", "dcterms:modified");

    /** Called by Tika. */
    public OfdParser() {}

    @Override
    public Set<MediaType> getSupportedTypes(ParseContext context) {
        return Set.of(OfdDetector.OFD);
    }

    @Override
    public void parse(InputStream stream, ContentHandler handler, Metadata metadata, ParseContext context)
            throws IOException, SAXException, TikaException {
        XHTMLContentHandler text = new XHTMLContentHandler(handler, metadata);
        try (TikaInputStream file = TikaInputStream.get(stream);
                OfdPackage ofd = OfdPackage.open(file.getPath())) {
            text.startDocument();
            for (String document : documents(ofd, metadata)) {
                write(ofd, document, metadata, text);
            }
            text.endDocument();
        } catch (XMLStreamException e) {
            throw new TikaException("a part of the OFD is damaged", e);
        }
    }

    /** The paths of the documents in the package, nearly always one; what it says of the first becomes metadata. */
    private static List<String> documents(OfdPackage ofd, Metadata metadata)
            throws IOException, TikaException, XMLStreamException {
        Set<String> roots = new LinkedHashSet<>();
        try (OfdReader root = OfdReader.open(ofd, OfdPackage.ROOT)) {
            while (root.nextElement()) {
                if (root.element().equals("DocRoot")) {
                    roots.add(OfdPackage.absolute("", root.text()));
                } else if (INFO.containsKey(root.element()) && roots.isEmpty()) {
                    String name = Objects.requireNonNull(INFO.get(root.element()));
                    metadata.set(name, root.text());
                }
            }
        }
        return List.copyOf(roots);
    }

    private static void write(OfdPackage ofd, String path, Metadata metadata, XHTMLContentHandler text)
            throws IOException, TikaException, XMLStreamException, SAXException {
        OfdDocument document = OfdDocument.read(ofd, path);
        int pages = Optional.ofNullable(metadata.getInt(PagedText.N_PAGES)).orElse(0);
        metadata.set(PagedText.N_PAGES, pages + document.pages().size());
        Set<String> used = new LinkedHashSet<>();
        for (String page : document.pages()) {
            write(OfdPage.read(ofd, page), used, text);
        }
        for (String template : document.paths(used)) {
            write(OfdPage.read(ofd, template), used, text);
        }
    }

    private static void write(OfdPage page, Set<String> used, XHTMLContentHandler text) throws SAXException {
        used.addAll(page.templates());
        text.startElement("div", "class", "page");
        for (String line : page.lines()) {
            text.characters(line + "\n");
        }
        text.endElement("div");
        text.newline();
    }
}
