package wenyuan.ingest.clean;

import java.util.regex.Pattern;

/** A text file into which somebody has saved pieces of HTML source: tags stand between the words. */
final class Markup {
    private static final Pattern TAG = Pattern.compile(
            "</?(?:p|br|div|td|tr|table|h[1-6]|li|ul|ol|center|font|span|strong|b|a|img)(?:\\s[^<>]{0,300})?/?>",
            Pattern.CASE_INSENSITIVE);
    /** A line end, unless it stands inside a tag. */
    private static final Pattern LINE_END = Pattern.compile("\\R(?![^<>]{0,300}>)");

    private Markup() {}

    static boolean in(String content) {
        return content.indexOf('<') >= 0 && TAG.matcher(content).find();
    }

    /** The source of a page that shows the text's lines as lines. */
    static String page(String content) {
        return LINE_END.matcher(content).replaceAll("<br>\n");
    }
}
