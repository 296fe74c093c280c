package wenyuan.ingest.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wenyuan.model.PageRules.Where;

/**
 * Finds between which lines the author's text stands on a page: the stretch with the most running text, and its
 * neighbours when they weigh enough for what separates them from it.
 */
final class Body {
    /** Share of the heaviest stretch that text behind a separator needs to count as the author's. */
    private static final double BEHIND_BUTTONS = 0.15;

    private static final double BEHIND_NOTICE = 0.06;

    private static final double BEHIND_LINKS = 0.25;
    private static final int LINK_LIST = 3;

    private final List<Placed> lines;

    private Body(List<Placed> lines) {
        this.lines = lines;
    }

    /**
     * Lines from {@code first} to before {@code end}.
     *
     * @param prose first line that reads like running text or a salutation
     */
    record Range(int first, int prose, int end) {}

    /** Lines without a separator between them. */
    private record Stretch(int first, int end, int weight) {}

    /** Where the running text stands, titles above it not yet included; empty when there is none. */
    static Optional<Range> find(List<Placed> lines) {
        return new Body(lines).find();
    }

    private Optional<Range> find() {
        List<Stretch> stretches = stretches();
        int heaviest = 0;
        for (int i = 1; i < stretches.size(); i++) {
            heaviest = stretches.get(i).weight() > stretches.get(heaviest).weight() ? i : heaviest;
        }
        if (stretches.isEmpty() || stretches.get(heaviest).weight() == 0) {
            return Optional.empty();
        }
        int first = stretches.get(leftmost(stretches, heaviest)).first();
        while (!lines.get(first).isProse()) {
            first++;
        }
        return Optional.of(new Range(
                first, first, stretches.get(rightmost(stretches, heaviest)).end()));
    }

    private int leftmost(List<Stretch> stretches, int heaviest) {
        double least = BEHIND_BUTTONS * stretches.get(heaviest).weight();
        for (int i = 0; i < heaviest; i++) {
            if (stretches.get(i).weight() >= least || opens(stretches.get(i))) {
                return i;
            }
        }
        return heaviest;
    }

    private int rightmost(List<Stretch> stretches, int heaviest) {
        int last = heaviest;
        for (int i = heaviest + 1; i < stretches.size(); i++) {
            double share = needed(stretches.get(last).end(), stretches.get(i).first());
            if (stretches.get(i).weight() > share * stretches.get(heaviest).weight()) {
                last = i;
            }
        }
        return last;
    }

    /** A weak separator (a date, a single link) does not end a text. */
    private double needed(int from, int to) {
        List<Placed> between = lines.subList(from, to);
        if (between.stream().anyMatch(line -> line.is(Where.TO_END))
                || between.stream().filter(line -> line.line().isLink()).count() >= LINK_LIST) {
            return BEHIND_LINKS;
        }
        if (between.stream().anyMatch(line -> line.is(Where.AFTER))) {
            return BEHIND_BUTTONS;
        }
        return between.stream().anyMatch(line -> line.in("notice") || line.in("copyright")) ? BEHIND_NOTICE : 0;
    }

    private boolean opens(Stretch stretch) {
        return stretch.weight() > 0
                && lines.subList(stretch.first(), stretch.end()).stream()
                        .anyMatch(line ->
                                line.isBody() && Prose.salutation(line.line().sight()));
    }

    private List<Stretch> stretches() {
        List<Stretch> stretches = new ArrayList<>();
        int first = 0;
        for (int i = 0; i <= lines.size(); i++) {
            if (i == lines.size() || separates(lines.get(i))) {
                if (i > first) {
                    stretches.add(new Stretch(first, i, weight(first, i)));
                }
                first = i + 1;
            }
        }
        return stretches;
    }

    private int weight(int first, int end) {
        return lines.subList(first, end).stream()
                .filter(Placed::isProse)
                .mapToInt(line -> line.line().length())
                .sum();
    }

    private static boolean separates(Placed line) {
        return line.isBody()
                ? line.line().isLink()
                : switch (line.mark().orElseThrow().where()) {
                    case BEFORE, AFTER, TO_END, BOX -> true;
                    case ANYWHERE -> !line.in("pageFurniture") && !line.in("advert");
                    case CUT, OUT -> false;
                };
    }
}
