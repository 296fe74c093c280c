package wenyuan.ingest.clean;

import java.util.List;
import java.util.regex.Pattern;
import wenyuan.model.PageRules;
import wenyuan.model.PageRules.Substitution;
import wenyuan.model.PageRules.Where;
import wenyuan.model.PageRules.ZoneRule;
import wenyuan.model.Rule;
import wenyuan.model.Span;

/** Repairs that look at one line at a time and at nothing else. */
final class Repairs {
    static final String INVISIBLE = "repair.invisible";
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\u0000-\\u0008\\u000b\\u000e-\\u001f\\u007f\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff]+");

    private Repairs() {}

    /** Drops characters that nobody sees and that would stand inside words. */
    static Line dropInvisible(Line line) {
        if (line.text().chars().noneMatch(Repairs::suspicious)) {
            return line;
        }
        List<Draft.Change> changes = UNSEEN.matcher(line.text())
                .results()
                .map(found -> new Draft.Change(INVISIBLE, new Span(found.start(), found.end()), ""))
                .toList();
        return line.with(line.draft().with(changes));
    }

    /** Far quicker than the expression, and true for everything it finds. */
    private static boolean suspicious(int c) {
        return c < 0x20 || (c >= 0x7f && c <= 0xad) || (c >= 0x200b && c <= 0x206f) || c == 0xfeff;
    }

    /** Takes out what rules call foreign inside a line; a line of nothing else stays, to become a zone. */
    static Line takeOut(Line line, PageRules rules) {
        Line rest = line;
        for (ZoneRule zone : rules.zones()) {
            rest = zone.where() == Where.OUT ? change(rest, zone.rule(), 0, "") : rest;
        }
        return rest.draft().blank() ? line : rest;
    }

    /** Mends what rules call damaged, one rule after the other: those that come {@code first}, or the others. */
    static Line mend(Line line, PageRules rules, boolean first) {
        Line mended = line;
        for (Substitution substitution : rules.substitutions()) {
            mended = substitution.first() == first
                    ? change(mended, substitution.rule(), substitution.keep(), substitution.replacement())
                    : mended;
        }
        return mended;
    }

    private static Line change(Line line, Rule rule, int keep, String replacement) {
        List<Draft.Change> changes = rule.all(line.sight())
                .map(found -> change(line, rule, new Span(found.start(), found.end()), keep, replacement))
                .toList();
        return line.with(line.draft().with(changes));
    }

    private static Draft.Change change(Line line, Rule rule, Span found, int keep, String replacement) {
        Span span = line.normal().source(found);
        String kept = line.text().substring(span.start(), Math.min(span.end(), span.start() + keep));
        return new Draft.Change(rule.id(), span, kept + replacement);
    }
}
