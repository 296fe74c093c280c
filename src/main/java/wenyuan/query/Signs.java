package wenyuan.query;

/** Which characters have a meaning of their own in a query. Full-width forms mean what half-width ones mean. */
final class Signs {
    /** Quotation marks by which a quoted string can begin or end. */
    static final String QUOTES = "\"“”„‟「」『』";

    private static final String PLACEHOLDERS = "×✕╳✗〤□▢○◯";

    private Signs() {}

    /** The same string in half-width signs; every unit stays at its place. */
    static String narrow(String typed) {
        StringBuilder narrow = new StringBuilder(typed.length());
        typed.chars().forEach(unit -> narrow.append(narrow((char) unit)));
        return narrow.toString();
    }

    private static char narrow(char unit) {
        if (unit >= '！' && unit <= '～') {
            return (char) (unit - '！' + '!');
        }
        return switch (unit) {
            case '−' -> '-';
            case '〜' -> '~';
            default -> isBlank(unit) ? ' ' : unit;
        };
    }

    private static boolean isBlank(char unit) {
        return Character.isWhitespace(unit) || Character.isSpaceChar(unit) || unit == '\u200B' || unit == '\uFEFF';
    }

    /** What stands between the blanks of a text. */
    static String[] pieces(String text) {
        StringBuilder blanks = new StringBuilder(text.length());
        text.chars().forEach(unit -> blanks.append(isBlank((char) unit) ? ' ' : (char) unit));
        return blanks.toString().strip().split(" +");
    }

    /** Whether a chunk ends before this (narrow) unit. */
    static boolean endsChunk(char unit) {
        return " ()|".indexOf(unit) >= 0 || QUOTES.indexOf(unit) >= 0;
    }

    /** Whether there is something to look for: a letter, a digit or a placeholder. */
    static boolean hasLetter(String text) {
        return text.codePoints()
                .anyMatch(c -> Character.isLetterOrDigit(c)
                        || Character.getType(c) == Character.LETTER_NUMBER
                        || PLACEHOLDERS.indexOf(c) >= 0);
    }

    /** At most twenty code points of {@code text}, for a message. */
    static String brief(String text) {
        int most = 20;
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most)) + "…";
    }
}
