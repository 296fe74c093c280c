package wenyuan.ingest.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenyuan.model.Extraction;
import wenyuan.model.FailureCause;

/** Reads text files and HTML, which need a good decoder and no parser. Immutable. */
final class TextReader {
    private static final Pattern CHARSET = Pattern.compile(
            "(?i)<(?:meta|\\?xml)\\b[^>]{0,300}?(?:charset|encoding)\\s*=\\s*[\"']?\\s*([\\w.:-]{2,40})");
    private static final Pattern PAGE_START = Pattern.compile(
            "(?i)\\s*(?:<\\?xml[^>]{0,200}>\\s*)?(?:<!--[^>]{0,500}-->\\s*)*<(?:!doctype\\s+html|html|head|body|meta)\\b");
    private static final Pattern TAG = Pattern.compile("(?i)<(?:p|br|div|table|body|html|span|td|font|h[1-6]|a)\\b");
    private static final Pattern LINE_END = Pattern.compile("\r\n?");

    private final Decoder decoder = new Decoder();
    private final int characters;

    /**
     * A reader of texts.
     *
     * @param characters longest text
     */
    TextReader(int characters) {
        this.characters = characters;
    }

    /**
     * Reads a file that may be text.
     *
     * @param type media type as detected so far
     * @param namedText whether the name says that it is one
     */
    Extraction read(Path file, String type, boolean namedText) throws IOException {
        byte[] bytes;
        boolean cut;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(4 * characters);
            cut = in.read() >= 0;
        }
        return decoder.decode(bytes, declared(bytes), cut)
                .map(decoded -> text(decoded, type, cut))
                .orElseGet(() -> noText(namedText));
    }

    private Extraction text(Decoder.Decoded decoded, String type, boolean cut) {
        String lines = LINE_END.matcher(decoded.text()).replaceAll("\n").replace("\0", "");
        boolean page = PAGE_START.matcher(lines).lookingAt()
                || (type.contains("html") && TAG.matcher(lines).find());
        if (!Words.any(lines, page)) {
            return new Extraction.Failed(FailureCause.EMPTY, "the file holds no letter and no digit");
        }
        if (type.contains("markdown")) {
            lines = Markdown.plain(lines);
        }
        boolean longer = cut || lines.length() > characters;
        return new Extraction.Text(
                Words.cut(lines, characters),
                page ? Extraction.Form.PAGE : Extraction.Form.PLAIN,
                page ? "text/html" : "text/plain",
                decoded.charset(),
                longer ? Map.of(Verdict.TRUNCATED, "true") : Map.of());
    }

    private static Extraction noText(boolean namedText) {
        return namedText
                ? new Extraction.Failed(
                        FailureCause.CORRUPT, "named as a text, but the bytes are no text in any charset known here")
                : new Extraction.Failed(FailureCause.UNSUPPORTED, "neither text nor a format known here");
    }

    /** The charset that a page says it is in. */
    static Optional<String> declared(byte[] bytes) {
        Matcher matcher = CHARSET.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
