package wenyuan.ingest.clean;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import wenyuan.model.Cleaned;
import wenyuan.model.Extraction;
import wenyuan.model.Extraction.Form;
import wenyuan.model.PageRules;
import wenyuan.model.Slot;
import wenyuan.text.Normal;

/** Makes a clean text of an extraction. Pure; takes time in proportion to the length. */
public final class Clean {
    private Clean() {}

    /** Zones the page, joins lines, repairs, finds placeholders; the extraction itself is not changed. */
    public static Cleaned repair(Extraction.Text extraction, PageRules rules) {
        Form form = extraction.form();
        Source source = Source.of(extraction);
        Titles titles = new Titles(rules);
        Optional<String> declared = titles.declared(source.titles());
        List<Placed> placed = new Zoner(rules, form)
                .place(lines(source, rules), declared.stream().toList());
        List<Placed> printed = form == Form.PRINTED ? Furniture.setApart(placed) : placed;
        List<Placed> mended = printed.stream().map(line -> mend(line, rules)).toList();
        List<Placed> unified = rules.makes(Script.RULE) ? Script.unify(mended) : mended;
        Optional<String> title = declared.or(() -> repeated(unified, titles));
        return finish(Assembly.of(unified, rules, form), source, title, rules, extraction.metadata());
    }

    /** The lines before anything is set apart. Glosses go first: the place of one is a place where the page had ASCII. */
    private static List<Line> lines(Source source, PageRules rules) {
        List<Line> lines = source.lines().stream()
                .map(line -> Repairs.mend(Repairs.prepare(line, rules), rules, true))
                .toList();
        List<Line> plain = rules.makes(Glosses.RULE) ? Glosses.strip(lines) : lines;
        List<Line> whole = rules.makes(ByteSlips.RULE)
                ? plain.stream().map(new ByteSlips()::mend).toList()
                : plain;
        return rules.makes(Splitter.RULE) ? Splitter.split(whole) : whole;
    }

    private static Cleaned finish(
            Assembly.Result result,
            Source source,
            Optional<String> title,
            PageRules rules,
            Map<String, String> metadata) {
        Normal normal = Normal.of(result.text());
        List<Slot> slots = Slots.find(normal, rules);
        return new Cleaned(
                result.text(),
                source.page(),
                title,
                result.zones(),
                result.repairs(),
                slots,
                new Declared(rules, result.zones(), result.text().length()).completeness(),
                new Conditions(rules, result.text(), normal, result.zones()).claims(result.repairs(), slots, metadata));
    }

    private static Placed mend(Placed placed, PageRules rules) {
        return placed.isBody() ? new Placed(Repairs.mend(placed.line(), rules, false), placed.mark()) : placed;
    }

    /** A saved text has no title element, but its masthead may print the title of the text. */
    private static Optional<String> repeated(List<Placed> lines, Titles titles) {
        Optional<String> first =
                lines.stream().filter(Placed::isBody).findFirst().map(line -> titles.canonical(line.line()));
        return first.flatMap(title -> lines.stream()
                .filter(line -> line.in("masthead") && Titles.same(title, titles.canonical(line.line())))
                .findFirst()
                .map(line -> line.line().text()));
    }
}
