package wenyuan.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import wenyuan.model.Span;

/** Cuts one typed query into lexemes, in one pass. Lives inside one call. */
final class Lexer {
    private final String typed;
    /** The same in half-width signs, unit for unit. */
    private final String narrow;

    private final UnaryOperator<String> fold;
    private final List<Warning> warnings;
    private final List<Lexeme> lexemes = new ArrayList<>();
    private int at;

    Lexer(String typed, UnaryOperator<String> fold, List<Warning> warnings) {
        this.typed = typed;
        this.narrow = Signs.narrow(typed);
        this.fold = fold;
        this.warnings = warnings;
    }

    List<Lexeme> lexemes() {
        skipBlanks();
        while (at < typed.length()) {
            next();
            skipBlanks();
        }
        return lexemes;
    }

    private void next() {
        int start = at;
        switch (narrow.charAt(at)) {
            case '(' -> lexemes.add(new Lexeme.Open(sign()));
            case ')' -> lexemes.add(new Lexeme.Close(sign()));
            case '|' -> lexemes.add(new Lexeme.Or(sign()));
            case '-' -> minus();
            case '~' -> sentence();
            case '」', '』' -> warn("多出一个“" + typed.charAt(start) + "”，已忽略", sign());
            default -> {
                if (quoteBegins(at) || exactQuoteBegins(at)) {
                    boolean exact = !quoteBegins(at);
                    at += exact ? 1 : 0;
                    String text = quoted();
                    int within = distance();
                    if (exact && within >= 0) {
                        warn("“=”对“~”不起作用，已忽略", from(start));
                    }
                    lexemes.add(
                            within < 0
                                    ? new Lexeme.Quoted(text, exact, from(start))
                                    : new Lexeme.Near(text, within, from(start)));
                } else {
                    chunk();
                }
            }
        }
    }

    /** The number of {@code ~5} directly behind a quoted string; -1 when there is none, and then nothing is read. */
    private int distance() {
        int end = at + 1;
        while (end < typed.length() && "0123456789".indexOf(narrow.charAt(end)) >= 0) {
            end++;
        }
        boolean given = at < typed.length() && narrow.charAt(at) == '~' && end > at + 1;
        if (!given || (end < typed.length() && !endsChunk(end))) {
            return -1;
        }
        String digits = narrow.substring(at + 1, end);
        at = end;
        return digits.length() > 4 ? Query.Near.WIDEST + 1 : Integer.parseInt(digits);
    }

    /** A dash with nothing behind it is only a dash. */
    private void minus() {
        Span span = sign();
        if (at < typed.length() && narrow.charAt(at) != ' ') {
            lexemes.add(new Lexeme.Minus(span));
        }
    }

    private void sentence() {
        int start = at++;
        String text = quoteBegins(at) ? quoted() : rawChunk(false);
        lexemes.add(new Lexeme.Sentence(text, from(start)));
    }

    private void chunk() {
        int start = at;
        if (name()) {
            return;
        }
        String text = rawChunk(false);
        switch (Signs.narrow(text)) {
            case "OR" -> lexemes.add(new Lexeme.Or(from(start)));
            case "NOT" -> lexemes.add(new Lexeme.Minus(from(start)));
            case "AND" -> {}
            case "*" -> lexemes.add(new Lexeme.Everything(from(start)));
            default -> lexemes.add(new Lexeme.Chunk(text, from(start)));
        }
    }

    /** Reads {@code name:} when a field, scope or extent has that name; else stays where it is. */
    private boolean name() {
        int colon = at;
        while (colon < typed.length() && narrow.charAt(colon) != ':' && !endsChunk(colon)) {
            colon++;
        }
        if (colon == at || colon == typed.length() || narrow.charAt(colon) != ':') {
            return false;
        }
        int start = at;
        String name = fold.apply(narrow.substring(at, colon));
        Optional<Scope> scope = Scopes.named(name);
        Optional<Extent> extent = Extent.named(name);
        Optional<Field> field = Field.named(name);
        Optional<Ranges> counted = Ranges.named(name);
        if (scope.isEmpty() && extent.isEmpty() && field.isEmpty() && counted.isEmpty()) {
            warnOfName(name, start, colon);
            return false;
        }
        at = colon + 1;
        scope.ifPresent(where -> lexemes.add(new Lexeme.In(where, from(start))));
        extent.ifPresent(inside -> lexemes.add(new Lexeme.Inside(inside, from(start))));
        field.ifPresent(by -> lexemes.add(new Lexeme.By(by, values(), from(start))));
        counted.ifPresent(what -> lexemes.add(new Lexeme.Counted(what, values(), from(start))));
        return true;
    }

    private void warnOfName(String name, int start, int colon) {
        boolean meant = colon + 1 < typed.length()
                && !endsChunk(colon + 1)
                && name.codePoints().allMatch(Character::isLetter)
                && narrow.charAt(colon + 1) != '/';
        if (meant) {
            warn(
                    "没有“" + Signs.brief(name) + "”这个字段，按普通词查找；可用的有：标题、小标题、开头、结尾、同句、同段、类型、年份、主题、文种、层级、讲话人、来源、状态、功能、分论点",
                    new Span(start, colon + 1));
        }
    }

    private List<Lexeme.Value> values() {
        skipBlanks();
        List<Lexeme.Value> values = new ArrayList<>();
        do {
            at += values.isEmpty() ? 0 : 1;
            int valueStart = at;
            String text = at < typed.length() && quoteBegins(at) ? quoted() : rawChunk(true);
            values.add(new Lexeme.Value(text, from(valueStart)));
        } while (at < typed.length() && isComma(at));
        values.removeIf(value -> value.text().isBlank());
        return values;
    }

    private boolean isComma(int index) {
        return narrow.charAt(index) == ',' || narrow.charAt(index) == '、';
    }

    private String rawChunk(boolean endsAtComma) {
        int start = at;
        while (at < typed.length() && !endsChunk(at) && !(endsAtComma && isComma(at))) {
            at++;
        }
        return typed.substring(start, at);
    }

    private boolean endsChunk(int index) {
        return Signs.endsChunk(narrow.charAt(index)) || exactQuoteBegins(index);
    }

    private boolean exactQuoteBegins(int index) {
        return narrow.charAt(index) == '=' && quoteBegins(index + 1);
    }

    private boolean quoteBegins(int index) {
        return index < typed.length() && "\"“”„‟「『".indexOf(narrow.charAt(index)) >= 0;
    }

    /**
     * The text of the quoted string that begins here. Straight and curly quotes close each other; a pair of the other
     * kind may stand inside. A string that is never closed goes to the end.
     */
    private String quoted() {
        int start = at;
        char opening = narrow.charAt(at++);
        StringBuilder text = new StringBuilder();
        int depth = 0;
        for (; at < typed.length(); at++) {
            char unit = narrow.charAt(at);
            if (unit == '\\' && at + 1 < typed.length() && isEscaped(narrow.charAt(at + 1))) {
                text.append(typed.charAt(++at));
                continue;
            }
            if (closes(opening, unit, depth)) {
                at++;
                return text.toString();
            }
            depth += nesting(opening, unit);
            text.append(typed.charAt(at));
        }
        return unclosed(start, text.toString());
    }

    private static boolean isEscaped(char unit) {
        return unit == '\\' || Signs.QUOTES.indexOf(unit) >= 0;
    }

    private static boolean closes(char opening, char unit, int depth) {
        return switch (opening) {
            case '「' -> unit == '」' && depth == 0;
            case '『' -> unit == '』' && depth == 0;
            case '”' -> unit == '“' || unit == '”' || unit == '"';
            default -> (unit == '”' && depth == 0) || unit == '"';
        };
    }

    private static int nesting(char opening, char unit) {
        String pair = opening == '「' ? "「」" : opening == '『' ? "『』" : "“”";
        return unit == pair.charAt(0) ? 1 : unit == pair.charAt(1) ? -1 : 0;
    }

    /** Two opening quotes, as an input method can leave them, are a pair too. */
    private String unclosed(int start, String text) {
        int end = text.length();
        while (end > 0 && Signs.QUOTES.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        if (end == text.length()) {
            warn("引号没有配对，从这里到末尾都当作引用的原文", from(start));
        }
        return text.substring(0, end);
    }

    private void skipBlanks() {
        while (at < typed.length() && narrow.charAt(at) == ' ') {
            at++;
        }
    }

    private Span sign() {
        return new Span(at, ++at);
    }

    private Span from(int start) {
        return new Span(start, at);
    }

    private void warn(String message, Span span) {
        warnings.add(new Warning(message, span));
    }
}
