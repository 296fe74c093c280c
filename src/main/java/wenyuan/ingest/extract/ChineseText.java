package wenyuan.ingest.extract;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Knows at a glance that a file's beginning is Chinese text in UTF-8 and bears the mark of no other format: those begin with
 * bytes that are no such text, or hold words of ASCII letters or tags.
 */
final class ChineseText {
    private static final char FIRST = '\u3000';
    private static final char LAST = '\u9fff';
    /** The shortest name in a header that may stand behind text: From:, ftyp. */
    private static final int WORD = 4;

    private ChineseText() {}

    /** Whether it is; no says nothing. */
    static boolean begins(byte[] head) {
        CharBuffer text = CharBuffer.allocate(head.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        boolean valid = !decoder.decode(ByteBuffer.wrap(head), text, false).isError();
        text.flip();
        return valid && text.hasRemaining() && text.get(0) >= FIRST && text.get(0) <= LAST && plain(text);
    }

    private static boolean plain(CharSequence text) {
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = c < 0x80 && Character.isLetter(c);
            letters = letter ? letters + 1 : 0;
            if (letters >= WORD || c == '<' || (c < ' ' && "\t\n\r".indexOf(c) < 0)) {
                return false;
            }
        }
        return true;
    }
}
