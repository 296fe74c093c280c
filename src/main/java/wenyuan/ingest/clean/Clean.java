package wenyuan.ingest.clean;

import java.util.List;
import java.util.Optional;
import wenyuan.model.Cleaned;
import wenyuan.model.Extraction;
import wenyuan.model.Extraction.Form;
import wenyuan.model.PageRules;
import wenyuan.model.Slot;

/** Makes a clean text of an extraction. Pure; takes time in proportion to the length. */
public final class Clean {
    private Clean() {}

    /** Zones the page, joins lines, repairs, finds placeholders; the extraction itself is not changed. */
    public static Cleaned repair(Extraction.Text extraction, PageRules rules) {
        Form form = extraction.form();
        Source source = Source.of(extraction);
        Titles titles = new Titles(rules);
        Optional<String> declared = titles.declared(source.titles());
        List<Line> seen = Glosses.strip(
                source.lines().stream().map(line -> prepared(line, rules)).toList());
        List<Line> lines = Splitter.split(seen.stream().map(ByteSlips::mend).toList());
        List<Placed> placed =
                new Zoner(rules, form).place(lines, declared.stream().toList());
        List<Placed> printed = form == Form.PRINTED ? Furniture.setApart(placed) : placed;
        List<Placed> mended = printed.stream().map(line -> mend(line, rules)).toList();
        return finish(Assembly.of(mended, rules, form), source, declared.or(() -> repeated(mended, titles)), rules);
    }

    private static Cleaned finish(Assembly.Result result, Source source, Optional<String> title, PageRules rules) {
        List<Slot> slots = Slots.find(result.text(), rules);
        Conditions conditions = new Conditions(rules, result.text(), result.zones());
        boolean page = !result.zones().isEmpty();
        return new Cleaned(
                result.text(),
                source.page(),
                title,
                result.zones(),
                result.repairs(),
                slots,
                conditions.completeness(),
                conditions.claims(result.repairs(), slots, page));
    }

    private static Line prepared(Line line, PageRules rules) {
        return Repairs.mend(Repairs.dropInvisible(line), rules, true);
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
