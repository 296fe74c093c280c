package wenyuan.ingest.extract;

import java.util.regex.Pattern;

/** Small questions about texts. */
final class Words {
    private static final Pattern BREAK = Pattern.compile("\r\n?|[\u0007\u000B\u000C\u001C-\u001F\u0085\u2028\u2029]");
    private static final Pattern CONTROL = Pattern.compile("[\u0000-\u0008\u000E-\u001B\u007F]");

    private Words() {}

    /** Whether {@code text} holds a letter or digit; of a page, outside its tags. */
    static boolean any(String text, boolean page) {
        boolean inTag = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            inTag = page && (c == '<' || (inTag && c != '>'));
            if (!inTag && (Character.isLetterOrDigit(c) || Character.isSurrogate(c))) {
                return true;
            }
        }
        return false;
    }

    /** The first {@code length} characters at most; never half a surrogate pair. */
    static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }

    /** Legacy Word text marks cells, fields and soft breaks by control characters; tabs stay. */
    static String withoutControls(String text) {
        return CONTROL.matcher(BREAK.matcher(text).replaceAll("\n")).replaceAll("");
    }
}
