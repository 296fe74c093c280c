package wenyuan.ingest.clean;

import java.util.ArrayList;
import java.util.List;
import wenyuan.model.Span;

/** Finds pinyin that a site put behind characters: 黨(dang), 創（chuàng）, 冊?cè). Linear. */
final class Glosses {
    static final String RULE = "repair.pinyin-gloss";
    /** Fewer than this without tones may be the author's own words in brackets. */
    private static final int FEW = 3;

    private static final int LONGEST = 40;

    private Glosses() {}

    /** One find. */
    private record Gloss(Span span, boolean toned) {}

    /** The lines without glosses; whether toneless ones count is decided over all of them. */
    static List<Line> strip(List<Line> lines) {
        List<List<Gloss>> found = lines.stream().map(line -> find(line.text())).toList();
        boolean many = found.stream().mapToInt(List::size).sum() >= FEW;
        List<Line> stripped = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            stripped.add(strip(lines.get(i), found.get(i), many));
        }
        return stripped;
    }

    private static Line strip(Line line, List<Gloss> found, boolean many) {
        List<Draft.Change> changes = found.stream()
                .filter(gloss -> many || gloss.toned())
                .map(gloss -> new Draft.Change(RULE, gloss.span(), ""))
                .toList();
        return line.with(line.draft().with(changes));
    }

    private static List<Gloss> find(String text) {
        List<Gloss> found = new ArrayList<>();
        int end = 0;
        for (int i = 1; i < text.length(); i++) {
            boolean attached = Prose.han(text.charAt(i - 1)) || i == end;
            int close = attached && opens(text.charAt(i)) ? close(text, i + 1) : -1;
            if (close > 0 && Pinyin.legal(text.substring(i + 1, close))) {
                found.add(new Gloss(new Span(i, close + 1), Pinyin.toned(text.substring(i + 1, close))));
                end = close + 1;
                i = close;
            } else if (attached && damaged(text.charAt(i))) {
                int half = close(text, i + 1);
                if (half > 0
                        && Pinyin.toned(text.substring(i + 1, half))
                        && Pinyin.legal(text.substring(i + 1, half))) {
                    found.add(new Gloss(new Span(i + 1, half + 1), true));
                }
            }
        }
        return found;
    }

    private static int close(String text, int from) {
        int at = from;
        while (at < text.length()
                && at - from <= LONGEST
                && (Pinyin.letter(text.charAt(at)) || text.charAt(at) == ' ')) {
            at++;
        }
        return at > from && at < text.length() && (text.charAt(at) == ')' || text.charAt(at) == '）') ? at : -1;
    }

    private static boolean opens(char c) {
        return c == '(' || c == '（';
    }

    /** What stands where a lost byte took the character and the bracket. */
    private static boolean damaged(char c) {
        return c == '?' || c == '？' || c == '\ufffd';
    }
}
