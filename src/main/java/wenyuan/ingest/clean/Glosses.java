package wenyuan.ingest.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import wenyuan.model.Span;
import wenyuan.text.Readings;

/**
 * Finds pinyin that a site put behind characters: 黨(dang), 創（chuàng）, 动[dong4], 動dòng, and what a lost byte left of one:
 * ?cè). Syllables count when they are a reading of the character, or on a page that is full of such. Linear.
 */
final class Glosses {
    static final String RULE = "repair.pinyin-gloss";

    /** Fewer than this without tones may be the author's own words in brackets. */
    private static final int FEW = 3;
    /** So many right readings prove that a site glosses its pages; then a wrong one stands behind a damaged character. */
    private static final int FULL = 20;

    private static final int LONGEST = 40;
    private static final String OPENING = "(（[［〔【{";
    private static final String CLOSING = ")）]］〕】}";

    private Glosses() {}

    /**
     * One find.
     *
     * @param read whether it is a reading of the character before it
     * @param bare whether it stands without brackets
     */
    private record Gloss(Span span, boolean toned, boolean read, boolean bare) {
        Gloss taken() {
            return new Gloss(span, toned, true, bare);
        }

        Gloss withoutBrackets() {
            return new Gloss(span, toned, read, true);
        }
    }

    /** The lines without glosses; which ones count is decided over all of them. */
    static List<Line> strip(List<Line> lines) {
        List<List<Gloss>> found = lines.stream().map(line -> find(line.text())).toList();
        Predicate<Gloss> counts = counts(found.stream().flatMap(List::stream).toList());
        List<Line> stripped = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            stripped.add(
                    strip(lines.get(i), found.get(i).stream().filter(counts).toList()));
        }
        return stripped;
    }

    private static Line strip(Line line, List<Gloss> found) {
        List<Draft.Change> changes = found.stream()
                .map(gloss -> new Draft.Change(RULE, gloss.span(), ""))
                .toList();
        return line.with(line.draft().with(changes));
    }

    private static Predicate<Gloss> counts(List<Gloss> all) {
        long read = all.stream().filter(gloss -> gloss.read() && !gloss.bare()).count();
        long wrong =
                all.stream().filter(gloss -> !gloss.read() && !gloss.bare()).count();
        long bare = all.stream().filter(gloss -> gloss.read() && gloss.bare()).count();
        boolean full = read >= FULL && read >= 4 * wrong;
        return gloss -> gloss.bare()
                ? gloss.read() && (gloss.toned() || bare >= FULL)
                : full || (gloss.toned() ? gloss.read() || read >= 2 * wrong : gloss.read() && read >= FEW);
    }

    private static List<Gloss> find(String text) {
        List<Gloss> found = new ArrayList<>();
        int base = -1;
        int end = 0;
        for (int i = 1; i < text.length(); i++) {
            boolean behind = Prose.han(text.charAt(i - 1));
            base = behind ? i - 1 : base;
            if (base >= 0 && (behind || i == end)) {
                Optional<Gloss> gloss = at(text, i, base);
                gloss.ifPresent(found::add);
                end = gloss.map(one -> one.span().end()).orElse(end);
                i = gloss.isPresent() ? end - 1 : i;
            }
        }
        return found;
    }

    /** The gloss that begins at {@code from}, behind the character at {@code base}. */
    private static Optional<Gloss> at(String text, int from, int base) {
        char c = text.charAt(from);
        int bracket = OPENING.indexOf(c);
        if (bracket >= 0) {
            return bracketed(text, from, from + 1, base, CLOSING.charAt(bracket));
        } else if (damaged(c)) {
            return bracketed(text, from + 1, from + 1, base, ')')
                    .filter(Gloss::toned)
                    .map(Gloss::taken);
        }
        return Pinyin.letter(c) && from == base + 1 ? bare(text, from, base) : Optional.empty();
    }

    private static Optional<Gloss> bracketed(String text, int from, int letters, int base, char closing) {
        int close = letters;
        while (close < text.length() && close - letters <= LONGEST && inside(text.charAt(close))) {
            close++;
        }
        boolean closed = close > letters
                && close < text.length()
                && (text.charAt(close) == closing || twin(text.charAt(close)) == twin(closing));
        return closed ? gloss(text, new Span(from, close + 1), new Span(letters, close), base) : Optional.empty();
    }

    private static Optional<Gloss> bare(String text, int from, int base) {
        int end = from;
        while (end < text.length() && Pinyin.letter(text.charAt(end))) {
            end++;
        }
        boolean alone = end - from <= 6 && (end == text.length() || text.charAt(end) > 0x7f);
        Span span = new Span(from, end);
        return alone ? gloss(text, span, span, base).filter(Gloss::read).map(Gloss::withoutBrackets) : Optional.empty();
    }

    private static Optional<Gloss> gloss(String text, Span span, Span letters, int base) {
        List<String> syllables = Pinyin.syllables(letters.of(text));
        if (syllables.isEmpty()) {
            return Optional.empty();
        }
        Set<String> readings = Readings.of(text.charAt(base));
        boolean read = readings.isEmpty() || readings.contains(syllables.getLast());
        return Optional.of(new Gloss(span, Pinyin.toned(letters.of(text)), read, false));
    }

    private static boolean inside(char c) {
        return Pinyin.letter(c) || c == ' ' || (c >= '1' && c <= '5') || (c >= 'A' && c <= 'Z');
    }

    /** Sites open with one width and close with the other. */
    private static char twin(char bracket) {
        return bracket == '）' ? ')' : bracket == '］' ? ']' : bracket;
    }

    /** What stands where a lost byte took the character and the bracket. */
    private static boolean damaged(char c) {
        return c == '?' || c == '？' || c == '\ufffd';
    }
}
