package wenyuan.ingest.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import wenyuan.model.Extraction.Form;
import wenyuan.model.PageRules;
import wenyuan.model.PageRules.Where;
import wenyuan.model.PageRules.ZoneRule;
import wenyuan.model.Rule;
import wenyuan.text.Normal;

/** Decides for each line whether it is the author's or which part of the page it belongs to. */
final class Zoner {
    /** Given to lines that no rule names but that stand outside the author's text. */
    private static final ZoneRule ABOVE = outside("page.above", "masthead", Where.BEFORE);

    private static final ZoneRule BELOW = outside("page.below", "tail", Where.AFTER);

    private final PageRules rules;
    private final Titles titles;
    private final Form form;

    Zoner(PageRules rules, Form form) {
        this.rules = rules;
        this.titles = new Titles(rules);
        this.form = form;
    }

    List<Placed> place(List<Line> lines, List<String> declared) {
        List<Placed> marked = new Boxes(titles).close(new Marker(rules).mark(lines));
        boolean page =
                form == Form.PAGE || (form == Form.PLAIN && marked.stream().anyMatch(Zoner::ofPage));
        Optional<Body.Range> found = page ? Body.find(marked) : whole(marked);
        return found.map(range -> place(marked, headed(marked, range, declared, page), page))
                .orElse(marked);
    }

    /** In a file that is no page, everything is the author's but what a rule names. */
    private static Optional<Body.Range> whole(List<Placed> lines) {
        int prose = 0;
        while (prose < lines.size() && !lines.get(prose).isProse()) {
            prose++;
        }
        int last = lines.size();
        while (last > prose && !lines.get(last - 1).isProse()) {
            last--;
        }
        return prose == lines.size() ? Optional.empty() : Optional.of(new Body.Range(0, prose, last));
    }

    private Body.Range headed(List<Placed> lines, Body.Range range, List<String> declared, boolean page) {
        List<String> known = declared.stream()
                .map(title -> titles.canonical(Normal.of(title).text()))
                .toList();
        int first = page ? new Head(lines, titles, known).first(range.prose()) : range.first();
        return new Body.Range(first, range.prose(), range.end());
    }

    private static List<Placed> place(List<Placed> lines, Body.Range range, boolean page) {
        List<Placed> placed = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Placed line = lines.get(i);
            if (i < range.first()) {
                placed.add(line.isBody() ? line.in(ABOVE) : line);
            } else if (i < range.end()) {
                placed.add(kept(line, i < range.prose()));
            } else {
                placed.add(line.isBody() && page ? line.in(BELOW) : line);
            }
        }
        return placed;
    }

    /** Inside the author's text a rule holds only where its place is; between title and text all do. */
    private static Placed kept(Placed line, boolean above) {
        boolean elsewhere = line.is(Where.AFTER) || line.is(Where.TO_END) || line.is(Where.BEFORE);
        return elsewhere && !above ? line.inBody() : line;
    }

    private static boolean ofPage(Placed line) {
        return !line.isBody() && !line.is(Where.OUT) && !line.is(Where.BOX);
    }

    private static ZoneRule outside(String id, String zone, Where where) {
        return new ZoneRule(new Rule(id, Pattern.compile("")), zone, where);
    }
}
