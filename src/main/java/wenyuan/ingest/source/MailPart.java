package wenyuan.ingest.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.MimeParameterMapping;

/**
 * What the head of a mail, or of one of its parts, says. Names come in encoded words (RFC 2047, also inside quotes, where
 * they don't belong), as RFC 2231 has them, or as bare bytes. For one thread.
 */
final class MailPart {
    private String subject = "";
    private Optional<String> disposed = Optional.empty();
    private Optional<String> typed = Optional.empty();

    void take(Field field) {
        switch (field.getName().toLowerCase(Locale.ROOT)) {
            case "subject" -> subject = decoded(body(field));
            case "content-disposition" -> disposed = parameter(field, "filename");
            case "content-type" -> typed = parameter(field, "name");
            default -> {}
        }
    }

    String subject() {
        return subject.strip().replace('/', '／').replace('\\', '＼');
    }

    /** The file name, if it has one. */
    Optional<String> name() {
        return Stream.of(disposed, typed)
                .flatMap(Optional::stream)
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .findFirst();
    }

    private static Optional<String> parameter(Field field, String name) {
        RawField raw = new RawField(field.getName(), body(field));
        List<NameValuePair> parameters =
                RawFieldParser.DEFAULT.parseRawBody(raw).getParams();
        MimeParameterMapping mapping = new MimeParameterMapping();
        for (NameValuePair parameter : parameters) {
            if (parameter.getValue() != null) {
                mapping.addParameter(parameter.getName(), parameter.getValue());
            }
        }
        return Optional.ofNullable(mapping.get(name)).map(MailPart::decoded);
    }

    /** The bytes of the field one by one, since the library would make them ASCII. */
    private static String body(Field field) {
        if (field.getRaw() == null) {
            return field.getBody() == null ? "" : field.getBody();
        }
        String whole = new String(field.getRaw().toByteArray(), StandardCharsets.ISO_8859_1);
        return whole.substring(whole.indexOf(':') + 1)
                .replaceAll("\r?\n(?=[ \t])", "")
                .strip();
    }

    private static String decoded(String value) {
        String words = value.contains("=?")
                ? DecoderUtil.decodeEncodedWords(value, DecodeMonitor.SILENT, Charset.forName("GB18030"))
                : value;
        boolean bytes = words.chars().allMatch(c -> c < 0x100) && words.chars().anyMatch(c -> c >= 0x80);
        return bytes ? Names.decode(words.getBytes(StandardCharsets.ISO_8859_1)) : words;
    }
}
