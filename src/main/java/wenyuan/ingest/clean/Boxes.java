package wenyuan.ingest.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import wenyuan.model.PageRules.Where;
import wenyuan.model.PageRules.ZoneRule;

/** Closes the boxes that a line such as 目录/提纲 opens. */
final class Boxes {
    private static final int LONGEST = 200;
    private static final Pattern END = Pattern.compile("[…．.。·\\-=▢\\s]{1,40}");

    private final Titles titles;

    Boxes(Titles titles) {
        this.titles = titles;
    }

    List<Placed> close(List<Placed> lines) {
        List<Placed> closed = new ArrayList<>(lines);
        for (int i = 0; i < closed.size(); i++) {
            if (closed.get(i).is(Where.BOX)) {
                i = close(closed, i);
            }
        }
        return closed;
    }

    /** Puts the lines below {@code marker} into its box and returns the last. */
    private int close(List<Placed> lines, int marker) {
        ZoneRule rule = lines.get(marker).mark().orElseThrow();
        int end = end(lines, marker);
        for (int i = marker + 1; i < end; i++) {
            lines.set(i, lines.get(i).in(rule));
        }
        return end - 1;
    }

    private int end(List<Placed> lines, int marker) {
        int last = Math.min(lines.size(), marker + LONGEST);
        String first =
                marker + 1 < last ? titles.canonical(lines.get(marker + 1).line()) : "";
        for (int i = marker + 1; i < last; i++) {
            Placed line = lines.get(i);
            if (END.matcher(line.line().sight()).matches()) {
                return i + 1;
            } else if (!line.isBody() || line.isProse() || repeats(line, i > marker + 1 ? first : "", lines, marker)) {
                return i;
            }
        }
        return marker + 1;
    }

    /** The first entry again is the first heading of the text; a line from above the box again is its title. */
    private boolean repeats(Placed line, String first, List<Placed> lines, int marker) {
        String canonical = titles.canonical(line.line());
        return (canonical.length() >= 4 && canonical.equals(first))
                || lines.subList(0, marker).stream()
                        .anyMatch(above -> Titles.same(canonical, titles.canonical(above.line())));
    }
}
