package wenyuan.ingest.extract;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.sax.XHTMLContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Reads web pages that a browser or office program saved whole, with their pictures, into one file (MHTML, RFC 2557): the
 * source of the first HTML in it. Pages in frames of that page are not read. Runs in a parser process only. Public because
 * Tika makes it by name.
 */
public final class SavedPageParser implements Parser {
    /** Metadata that says: the text is HTML source, and was in this charset. */
    static final String CHARSET = "wenyuan:charset";

    private static final MediaType SAVED_PAGE = MediaType.parse("multipart/related");
    private static final Set<String> PAGES = Set.of("text/html", "application/xhtml+xml");
    private static final int MOST_BYTES = 32 << 20;

    /** Called by Tika. */
    public SavedPageParser() {}

    @Override
    public Set<MediaType> getSupportedTypes(ParseContext context) {
        return Set.of(SAVED_PAGE);
    }

    @Override
    public void parse(InputStream stream, ContentHandler handler, Metadata metadata, ParseContext context)
            throws IOException, SAXException, TikaException {
        XHTMLContentHandler text = new XHTMLContentHandler(handler, metadata);
        text.startDocument();
        try {
            Optional<Decoder.Decoded> page = page(stream);
            page.ifPresent(decoded -> metadata.set(CHARSET, decoded.charset()));
            text.characters(page.map(Decoder.Decoded::text).orElse(""));
        } catch (MimeException e) {
            throw new TikaException("the saved page is damaged", e);
        }
        text.endDocument();
    }

    private static Optional<Decoder.Decoded> page(InputStream stream) throws IOException, MimeException, TikaException {
        MimeTokenStream parts = new MimeTokenStream(MimeConfig.custom()
                .setMaxLineLen(1 << 20)
                .setMaxHeaderLen(1 << 20)
                .build());
        parts.parse(stream);
        for (EntityState state = parts.getState(); state != EntityState.T_END_OF_STREAM; state = parts.next()) {
            if (state == EntityState.T_BODY
                    && PAGES.contains(parts.getBodyDescriptor().getMimeType().toLowerCase(Locale.ROOT))) {
                return Optional.of(decoded(parts));
            }
        }
        return Optional.empty();
    }

    private static Decoder.Decoded decoded(MimeTokenStream page) throws IOException, TikaException {
        try (InputStream in = page.getDecodedInputStream()) {
            byte[] bytes = in.readNBytes(MOST_BYTES);
            Optional<String> declared = declared(page.getBodyDescriptor()).or(() -> TextReader.declared(bytes));
            return new Decoder()
                    .decode(bytes, declared, bytes.length == MOST_BYTES)
                    .orElseThrow(() -> new TikaException("the saved page is no text in any charset known here"));
        }
    }

    /** Where a part says nothing, the library says ASCII. */
    private static Optional<String> declared(BodyDescriptor part) {
        return Optional.ofNullable(part.getCharset()).filter(charset -> !charset.equalsIgnoreCase("us-ascii"));
    }
}
