package wenyuan.ingest.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import wenyuan.model.PageRules.Where;

/**
 * Looks upward from the first running text for the title that belongs to it. Sites print a title twice or three times;
 * the copy nearest to the text is the author's, those above are the site's.
 */
final class Head {
    private static final Set<String> STOPPING =
            Set.of("notice", "breadcrumb", "outline", "tail", "copyright", "truncation");
    private static final Pattern TITLE_OPENING = Pattern.compile("(?:在|关于|中共|\")[^。,;:!?|>]{3,38}");
    private static final int FARTHEST = 40;
    private static final int SHORTEST = 8;

    private final List<Placed> lines;
    private final Titles titles;
    private final List<String> declared;

    Head(List<Placed> lines, Titles titles, List<String> declared) {
        this.lines = lines;
        this.titles = titles;
        this.declared = declared;
    }

    /** The first line of the author's text, given the first that is running text. */
    int first(int prose) {
        List<Integer> candidates = candidates(prose);
        int title = title(candidates, prose);
        int at = candidates.indexOf(title);
        while (at >= 0 && at + 1 < candidates.size() && belongs(candidates.get(at + 1), candidates.get(at))) {
            at++;
        }
        return at < 0 ? title : candidates.get(at);
    }

    /** Lines that may be the title, nearest first. */
    private List<Integer> candidates(int prose) {
        List<Integer> candidates = new ArrayList<>();
        for (int i = prose - 1; i >= 0 && prose - i <= FARTHEST; i--) {
            Placed line = lines.get(i);
            if (line.isBody() && (!line.line().isLink() || repeats(i))) {
                candidates.add(i);
            } else if (line.isBody() || stops(line)) {
                return candidates;
            }
        }
        return candidates;
    }

    /** Buttons may stand between a title and its text; lists of pages do not. */
    private static boolean stops(Placed line) {
        return !line.is(Where.AFTER)
                && STOPPING.contains(line.mark().orElseThrow().zone());
    }

    private int title(List<Integer> candidates, int prose) {
        return candidates.stream()
                .filter(this::repeats)
                .findFirst()
                .or(() -> candidates.stream()
                        .filter(i -> titles.named(lines.get(i).line()))
                        .findFirst())
                .or(() -> candidates.stream().filter(this::longEnough).reduce((near, far) -> far))
                .orElse(prose);
    }

    /** Whether the page declares this title, or printed it before. */
    private boolean repeats(int at) {
        String canonical = titles.canonical(lines.get(at).line());
        return canonical.length() >= 6 && known(at).anyMatch(other -> Titles.same(canonical, other));
    }

    /** Whether the lower line is a subtitle of the upper, or one title is broken over both. */
    private boolean belongs(int upper, int lower) {
        if (lines.get(lower).line().sight().startsWith("-")) {
            return lower - upper == 1;
        }
        String both = titles.canonical(lines.get(upper).line())
                + titles.canonical(lines.get(lower).line());
        return known(upper).anyMatch(title -> title.contains(both)) || (lower - upper == 1 && broken(upper, lower));
    }

    /** A title that opens like one above a line that ends like one. */
    private boolean broken(int upper, int lower) {
        Line line = lines.get(upper).line();
        return TITLE_OPENING.matcher(line.sight()).matches()
                && !titles.named(line)
                && titles.named(lines.get(lower).line());
    }

    /** What the page declares as titles and prints above {@code at}, in canonical form. */
    private Stream<String> known(int at) {
        return Stream.concat(
                declared.stream(), lines.subList(0, at).stream().map(line -> titles.canonical(line.line())));
    }

    private boolean longEnough(int at) {
        return lines.get(at).line().length() >= SHORTEST
                && !lines.get(at).line().isLink();
    }
}
