package wenyuan.ingest.source;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names to show. A file name is bytes, and Java's own {@code String} of it is wrong when they are not in the locale's
 * charset; the URI of a {@code Path} holds the true bytes on every JDK and under every locale.
 */
final class Names {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private Names() {}

    /** The last part of {@code path}; empty for a root. */
    static String of(Path path) {
        String uri = path.toUri().getRawPath();
        String whole = uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
        return shown(decode(bytes(whole.substring(whole.lastIndexOf('/') + 1))));
    }

    /** Composed, and without characters that would move a cursor or break a line. */
    static String shown(String name) {
        return CONTROL.matcher(Normalizer.normalize(name, Normalizer.Form.NFC)).replaceAll("\uFFFD");
    }

    /** UTF-8, else GB18030; what is neither keeps its readable part, and the bytes of the rest after a U+FFFD. */
    static String decode(byte[] name) {
        return strict(name, StandardCharsets.UTF_8)
                .or(() -> strict(name, GB18030))
                .orElseGet(() -> withHex(name));
    }

    static Optional<String> strict(byte[] name, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(name)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String withHex(byte[] name) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(name);
        CharBuffer out = CharBuffer.allocate(name.length * 5);
        CoderResult result = decoder.decode(in, out, true);
        while (result.isError()) {
            byte[] bad = new byte[result.length()];
            in.get(bad);
            out.put('\uFFFD').put(HexFormat.of().formatHex(bad));
            result = decoder.decode(in, out, true);
        }
        return out.flip().toString();
    }

    private static byte[] bytes(String percentEncoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(percentEncoded.length());
        for (int i = 0; i < percentEncoded.length(); i++) {
            char c = percentEncoded.charAt(i);
            if (c == '%') {
                bytes.write(HexFormat.fromHexDigits(percentEncoded, i + 1, i + 3));
                i += 2;
            } else {
                bytes.write(c);
            }
        }
        return bytes.toByteArray();
    }
}
