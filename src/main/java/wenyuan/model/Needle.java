package wenyuan.model;

/** Finds letters that every match of a regular expression must hold. It may find fewer than there are, never others. */
final class Needle {
    private static final String QUANTIFIERS = "?*{";

    private final String regex;
    private final StringBuilder run = new StringBuilder();
    private String longest = "";

    private Needle(String regex) {
        this.regex = regex;
    }

    /** The longest run of letters outside groups, classes and alternatives; empty when there is none. */
    static String of(String regex) {
        Needle needle = new Needle(regex);
        return needle.scan() ? needle.longest : "";
    }

    private boolean scan() {
        int i = 0;
        while (i < regex.length()) {
            char c = regex.charAt(i);
            if (c == '|' || regex.startsWith("(?i", i)) {
                return false;
            }
            boolean letter = Character.isLetterOrDigit(c);
            if (letter && !optional(i + 1)) {
                run.append(c);
            } else {
                endRun();
            }
            i = letter ? i + 1 : after(i);
        }
        endRun();
        return true;
    }

    private void endRun() {
        longest = run.length() > longest.length() ? run.toString() : longest;
        run.setLength(0);
    }

    private boolean optional(int at) {
        return at < regex.length() && QUANTIFIERS.indexOf(regex.charAt(at)) >= 0;
    }

    /** Where the construct that begins at {@code at} ends. */
    private int after(int at) {
        return switch (regex.charAt(at)) {
            case '\\' -> regex.startsWith("{", at + 2) ? regex.indexOf('}', at) + 1 : at + 2;
            case '(' -> closing(at, '(', ')');
            case '[' -> closing(at, '[', ']');
            case '{' -> regex.indexOf('}', at) + 1;
            default -> at + 1;
        };
    }

    private int closing(int at, char open, char close) {
        int depth = 0;
        for (int i = at; i < regex.length(); i++) {
            char c = regex.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '[' && open == '(') {
                i = closing(i, '[', ']') - 1;
            } else if (c == open) {
                depth++;
            } else if (c == close && --depth == 0) {
                return i + 1;
            }
        }
        return regex.length();
    }
}
