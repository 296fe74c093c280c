package wenyuan.ingest.clean;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import wenyuan.model.PageRules;
import wenyuan.model.PageRules.Substitution;
import wenyuan.model.PageRules.Where;
import wenyuan.model.PageRules.ZoneRule;
import wenyuan.model.Rule;
import wenyuan.model.Span;

/** Repairs that look at one line at a time and at nothing else. */
final class Repairs {
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\u0000-\\u0008\\u000b\\u000e-\\u001f\\u007f\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff]+");
    /** Signs of symbol fonts, which Word keeps in the private area, and GBK's own blank. */
    private static final Pattern SYMBOLS = Pattern.compile("[\\uf020-\\uf0ff\\ue5e5]+");

    private static final Pattern WIDE = Pattern.compile("[０-９Ａ-Ｚａ-ｚ]+");

    private static final List<Plain> PLAIN = List.of(
            new Plain("repair.invisible", UNSEEN, found -> ""),
            new Plain(
                    "repair.private-use",
                    SYMBOLS,
                    found -> found.replaceAll("[^\\ue5e5]", "").replace('\ue5e5', ' ')),
            new Plain("repair.full-width", WIDE, Repairs::narrow));

    private Repairs() {}

    /** A repair that looks at nothing but the characters found. */
    private record Plain(String rule, Pattern found, UnaryOperator<String> after) {
        Line mend(Line line) {
            List<Draft.Change> changes = found.matcher(line.text())
                    .results()
                    .map(match ->
                            new Draft.Change(rule, new Span(match.start(), match.end()), after.apply(match.group())))
                    .toList();
            return line.with(line.draft().with(changes));
        }
    }

    private static String narrow(String wide) {
        StringBuilder narrow = new StringBuilder();
        wide.chars().forEach(c -> narrow.append((char) (c - 0xfee0)));
        return narrow.toString();
    }

    /** What the program repairs in every line by itself, as far as the rules ask for it. */
    static Line prepare(Line line, PageRules rules) {
        if (line.text().chars().noneMatch(Repairs::suspicious)) {
            return line;
        }
        Line prepared = line;
        for (Plain plain : PLAIN) {
            prepared = rules.makes(plain.rule()) ? plain.mend(prepared) : prepared;
        }
        return prepared;
    }

    /** Whether {@code text} shows anything at all. */
    static boolean visible(String text) {
        return !UNSEEN.matcher(text).replaceAll("").isBlank();
    }

    /** Far quicker than the expressions, and true for everything they find. */
    private static boolean suspicious(int c) {
        return c < 0x20
                || (c >= 0x7f && c <= 0xad)
                || (c >= 0x200b && c <= 0x200f)
                || (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2060 && c <= 0x206f)
                || (c >= 0xe000 && c <= 0xf8ff)
                || (c >= 0xff10 && c <= 0xff19)
                || (c >= 0xff21 && c <= 0xff3a)
                || (c >= 0xff41 && c <= 0xff5a)
                || c == 0xfeff;
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
        if (!rule.possible(line.sight())) {
            return line;
        }
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
