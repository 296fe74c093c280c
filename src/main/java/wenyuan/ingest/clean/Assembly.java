package wenyuan.ingest.clean;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import wenyuan.model.Extraction.Form;
import wenyuan.model.PageRules;
import wenyuan.model.PageRules.Where;
import wenyuan.model.PageRules.ZoneRule;
import wenyuan.model.Repair;
import wenyuan.model.Rule;
import wenyuan.model.Span;
import wenyuan.model.Zone;

/** Puts placed lines together: the author's become the text, the others become zones. Lives inside one call. */
final class Assembly {
    /** For lines of which repairs left nothing. */
    private static final ZoneRule EMPTY =
            new ZoneRule(new Rule("page.empty", Pattern.compile("")), "pageFurniture", Where.ANYWHERE);

    private final StringBuilder text = new StringBuilder();
    private final List<Repair> repairs = new ArrayList<>();
    private final List<Zone> zones = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, String> removed;
    private final Joiner joiner;
    private final boolean joining;

    private Optional<ZoneRule> open = Optional.empty();
    private final List<String> zone = new ArrayList<>();
    private Optional<Line> last = Optional.empty();
    /** Whether something other than page furniture stands between the last line of the text and this one. */
    private boolean interrupted;

    private Assembly(PageRules rules, Joiner joiner) {
        this.joiner = joiner;
        this.joining = rules.makes(Joiner.RULE);
        this.removed = rules.zones().stream()
                .filter(rule -> rule.where() == Where.OUT)
                .collect(Collectors.toMap(rule -> rule.rule().id(), ZoneRule::zone, (first, second) -> first));
    }

    /** Text, zones and repairs of a page. */
    record Result(String text, List<Zone> zones, List<Repair> repairs) {}

    static Result of(List<Placed> lines, PageRules rules, Form form) {
        List<Line> body =
                lines.stream().filter(Placed::isBody).map(Placed::line).toList();
        Assembly assembly = new Assembly(rules, Joiner.of(body, form));
        lines.forEach(assembly::add);
        assembly.close();
        return new Result(assembly.text.toString(), assembly.zones, assembly.repairs);
    }

    private void add(Placed placed) {
        if (placed.isBody() && placed.line().draft().blank()) {
            addEmpty(placed.line());
        } else if (placed.isBody()) {
            close();
            addText(placed.line());
        } else {
            addZone(placed.mark().orElseThrow(), placed.line());
        }
    }

    private void addEmpty(Line line) {
        if (Repairs.visible(line.draft().raw())) {
            addZone(EMPTY, line);
        }
    }

    private void addZone(ZoneRule rule, Line line) {
        if (open.filter(now -> now.zone().equals(rule.zone())).isEmpty()) {
            close();
            open = Optional.of(rule);
        }
        zone.add(line.draft().raw().strip());
        interrupted |= !rule.zone().equals("pageFurniture");
    }

    private void close() {
        open.ifPresent(rule -> zones.add(zone(rule.zone(), rule.rule().id(), String.join("\n", zone), text.length())));
        open = Optional.empty();
        zone.clear();
    }

    /** A later stretch of the same zone gets a number, so that names are unique. */
    private Zone zone(String name, String rule, String content, int before) {
        int count = counts.merge(name, 1, Integer::sum);
        return new Zone(count == 1 ? name : name + "-" + count, rule, content, before);
    }

    private void addText(Line line) {
        last.ifPresent(upper -> addLineEnd(upper, line));
        int start = text.length();
        text.append(line.text());
        for (Repair repair : line.draft().repairs()) {
            repairs.add(Draft.shift(repair, start));
            addRemoved(repair, start + repair.span().start());
        }
        last = Optional.of(line);
        interrupted = false;
    }

    private void addRemoved(Repair repair, int before) {
        Optional.ofNullable(removed.get(repair.rule()))
                .ifPresent(name -> zones.add(zone(name, repair.rule(), repair.before(), before)));
    }

    private void addLineEnd(Line upper, Line lower) {
        int at = text.length();
        if (joining && !interrupted && joiner.joins(upper, lower)) {
            text.append(Joiner.seam(upper.text(), lower.text()));
            repairs.add(new Repair(Joiner.RULE, new Span(at, text.length()), "\n", text.substring(at)));
            return;
        }
        text.append('\n');
        if (!interrupted && lower.origin() instanceof Line.Origin.Split split) {
            repairs.add(new Repair(Splitter.RULE, new Span(at, at + 1), split.seam(), "\n"));
        }
    }
}
