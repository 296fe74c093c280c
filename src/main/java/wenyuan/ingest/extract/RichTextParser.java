package wenyuan.ingest.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Reads RTF by Tika's parser, and tells it where the text begins: Tika 3.3.1 takes what stands before the first
 * {@code \pard}, {@code \par} or font for a header, and a title written in escapes was lost. Runs in a parser
 * process only. Public because Tika makes it by name.
 */
public final class RichTextParser implements Parser {
    private static final int HEAD = 1 << 16;
    private static final byte[] BEGIN = "\\pard ".getBytes(StandardCharsets.US_ASCII);

    private final RTFParser parser = new RTFParser();

    /** Called by Tika. */
    public RichTextParser() {}

    @Override
    public Set<MediaType> getSupportedTypes(ParseContext context) {
        return parser.getSupportedTypes(context);
    }

    @Override
    public void parse(InputStream stream, ContentHandler handler, Metadata metadata, ParseContext context)
            throws IOException, SAXException, TikaException {
        byte[] head = stream.readNBytes(HEAD);
        int text = text(head);
        InputStream marked = new SequenceInputStream(
                new ByteArrayInputStream(marked(head, text)),
                new SequenceInputStream(new ByteArrayInputStream(head, text, head.length - text), stream));
        parser.parse(marked, handler, metadata, context);
    }

    private static byte[] marked(byte[] head, int text) {
        byte[] marked = Arrays.copyOf(head, text + BEGIN.length);
        System.arraycopy(BEGIN, 0, marked, text, BEGIN.length);
        return text < head.length ? marked : head;
    }

    /** Where the first character of the outermost group stands; the head's length when none does. */
    private static int text(byte[] head) {
        int depth = 0;
        for (int i = 0; i < head.length; i++) {
            char c = (char) (head[i] & 0xFF);
            if (c == '{' || c == '}') {
                depth += c == '{' ? 1 : -1;
            } else if (c == '\\') {
                int end = word(head, i + 1);
                if (depth == 1 && isCharacter(head, i + 1)) {
                    return i;
                }
                i = end - 1;
            } else if (depth == 1 && c > ' ') {
                return i;
            }
        }
        return head.length;
    }

    /** The end of the control word or symbol that begins at {@code from}. */
    private static int word(byte[] head, int from) {
        int end = from;
        while (end < head.length && Character.isLetter(head[end])) {
            end++;
        }
        while (end > from && end < head.length && (head[end] == '-' || Character.isDigit(head[end]))) {
            end++;
        }
        return Math.max(end, from + 1);
    }

    /** A character by its byte or its Unicode number, and no other word that begins with u. */
    private static boolean isCharacter(byte[] head, int at) {
        boolean escaped = at < head.length && head[at] == '\'';
        return escaped
                || (at + 1 < head.length
                        && head[at] == 'u'
                        && (head[at + 1] == '-' || Character.isDigit(head[at + 1])));
    }
}
