package wenyuan.ingest.extract;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes the marks of Markdown off a text: what is left reads as it would be printed. Lines stay lines. Every count is bounded,
 * so that no line, however odd, takes longer than in proportion to its length.
 */
final class Markdown {
    /** What is looked for, and what stays of it; from the outside in. */
    private record Mark(Pattern pattern, String rest) {
        Mark(String pattern, String rest) {
            this(Pattern.compile(pattern, Pattern.MULTILINE), rest);
        }
    }

    private static final List<Mark> MARKS = List.of(
            new Mark("^(?:```|~~~).*$", ""),
            new Mark("(^ {0,3}#{1,6}[ \\t]+[^\\n]{0,200}?)[ \\t]{1,4}#{1,6}$", "$1"),
            new Mark("^ {0,3}#{1,6}[ \\t]+", ""),
            new Mark("^ {0,3}(?:[-*_][ \\t]{0,3}){3,200}$", ""),
            new Mark("^(?: {0,3}>[ \\t]?){1,20}", ""),
            new Mark("^([ \\t]*)[-*+][ \\t]+(?:\\[[ xX]\\][ \\t]+)?", "$1"),
            new Mark(
                    "^[ \\t]{0,9}\\|?(?:[ \\t]{0,9}:?-{2,80}:?[ \\t]{0,9}\\|){1,60}[ \\t]{0,9}:?-{0,80}:?[ \\t]{0,9}$",
                    ""),
            new Mark("!?\\[([^\\]\\n]{0,200})\\]\\([^)\\n]{0,400}\\)", "$1"),
            new Mark("(?<![*_])(\\*\\*|__)(?=[^\\s*_])([^*_\\n]{1,400}?)(?<=\\S)\\1(?![*_])", "$2"),
            new Mark("(?<![*\\w])\\*(?=[^\\s*])([^*\\n]{1,200}?)(?<=[^\\s*])\\*(?![*\\w])", "$1"),
            new Mark("`([^`\\n]{1,200})`", "$1"));

    private Markdown() {}

    /** The text without marks. Placeholders ({@code ***}) stay. */
    static String plain(String markdown) {
        String text = markdown;
        for (Mark mark : MARKS) {
            text = mark.pattern().matcher(text).replaceAll(mark.rest());
        }
        return text;
    }
}
