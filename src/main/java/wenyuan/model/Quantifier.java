package wenyuan.model;

/**
 * How often the piece of a regular expression in front of it may occur.
 *
 * @param least fewest times
 * @param once whether never more than once
 * @param end where the expression goes on
 */
record Quantifier(int least, boolean once, int end) {
    /** Reads the quantifier that stands at {@code at}; where none stands, the piece occurs exactly once. */
    static Quantifier at(String regex, int at) {
        if (at >= regex.length() || "?*+{".indexOf(regex.charAt(at)) < 0) {
            return new Quantifier(1, true, at);
        }
        char c = regex.charAt(at);
        int least = c == '+' ? 1 : 0;
        int end = at + 1;
        if (c == '{') {
            int digits = at + 1;
            while (Character.isDigit(regex.charAt(digits))) {
                digits++;
            }
            least = Integer.parseInt(regex.substring(at + 1, digits));
            end = regex.indexOf('}', at) + 1;
        }
        boolean manner = end < regex.length() && "?+".indexOf(regex.charAt(end)) >= 0;
        return new Quantifier(least, c == '?', manner ? end + 1 : end);
    }
}
