package wenyuan.ingest.structure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import wenyuan.model.Claim;
import wenyuan.model.Cleaned;
import wenyuan.model.Evidence;
import wenyuan.model.Label;
import wenyuan.model.Part;
import wenyuan.model.Place;
import wenyuan.model.Repair;
import wenyuan.model.Slot;
import wenyuan.model.Span;
import wenyuan.model.Zone;

/**
 * Cuts one part out of a compilation.
 *
 * @param whole the compilation
 * @param row the marks between its texts
 * @param index which text, from 0 on
 * @param span where that text stands
 */
record Cutting(Cleaned whole, List<Compilation.Mark> row, int index, Span span) {
    /** What stood in front of the first text: the compiler's own words. */
    private static final String PREFACE = "preface";

    private static final String MARKER = "marker";

    static List<Part> parts(Cleaned whole, List<Compilation.Mark> row, Label label) {
        return Structure.indices(row)
                .mapToObj(i -> new Part(of(whole, row, i).cleaned(label), Optional.of(i + 1)))
                .toList();
    }

    /** A title behind its marker is part of the text: it can be searched. */
    private static Cutting of(Cleaned whole, List<Compilation.Mark> row, int index) {
        Compilation.Mark mark = row.get(index);
        Span behind = Compilation.behind(whole.text(), row, index);
        boolean titled =
                !mark.title().isEmpty() && mark.marker().end() < mark.line().end();
        int start = titled ? whole.text().indexOf(mark.title(), mark.marker().end()) : behind.start();
        return new Cutting(whole, row, index, new Span(Math.min(start, behind.end()), behind.end()));
    }

    private Cleaned cleaned(Label label) {
        List<Zone> zones = zones();
        return new Cleaned(
                span.of(whole.text()),
                whole.page(),
                Optional.of(title()),
                zones,
                whole.repairs().stream()
                        .filter(repair -> span.contains(repair.span()))
                        .map(repair -> new Repair(repair.rule(), moved(repair.span()), repair.before(), repair.after()))
                        .toList(),
                whole.slots().stream()
                        .filter(slot -> span.contains(slot.span()))
                        .map(slot -> new Slot(slot.kind(), moved(slot.span())))
                        .toList(),
                Optional.empty(),
                Stream.concat(Stream.of(compilation(label, zones)), status()).toList());
    }

    /** The title given with the marker, else that of the compilation with the number. */
    private String title() {
        Compilation.Mark mark = row.get(index);
        boolean own =
                row.stream().filter(other -> other.title().equals(mark.title())).count() == 1;
        if (!mark.title().isEmpty() && own) {
            return mark.title();
        }
        String all = whole.pageTitle()
                .orElseGet(() -> mark.title().isEmpty()
                        ? whole.text().lines().findFirst().orElse("")
                        : mark.title());
        return all + "（篇" + mark.number() + "）";
    }

    private Claim compilation(Label label, List<Zone> zones) {
        Compilation.Mark mark = row.get(index);
        Zone zone = zones.stream()
                .filter(each -> each.name().equals(MARKER))
                .findFirst()
                .orElseThrow();
        return new Claim(
                label,
                1,
                List.of(Evidence.inZone(
                        mark.rule().rule().id(), zone, new Span(0, zone.text().length()))));
    }

    /** What surrounds the whole page belongs to each of its texts: the page's date stands there. */
    private List<Zone> zones() {
        Compilation.Mark mark = row.get(index);
        List<Zone> zones = new ArrayList<>();
        boolean last = index + 1 == row.size();
        int preface = row.getFirst().line().start();
        for (Zone zone : whole.zones()) {
            boolean above = zone.before() <= preface;
            if (above || (zone.before() >= whole.text().length() && !last)) {
                zones.add(new Zone(zone.name(), zone.rule(), zone.text(), above ? 0 : span.length()));
            }
        }
        if (index == 0 && preface > 0) {
            zones.add(new Zone(
                    PREFACE,
                    mark.rule().rule().id(),
                    whole.text().substring(0, preface).strip(),
                    0));
        }
        zones.add(new Zone(MARKER, mark.rule().rule().id(), words(mark), 0));
        for (Zone zone : whole.zones()) {
            if (zone.before() > preface && within(zone.before())) {
                zones.add(new Zone(zone.name(), zone.rule(), zone.text(), zone.before() - span.start()));
            }
        }
        zones.sort(Comparator.comparingInt(Zone::before));
        return zones;
    }

    /** The whole line, unless its title begins the text. */
    private String words(Compilation.Mark mark) {
        return mark.line().length() == 0 || span.start() < mark.line().end()
                ? mark.words().strip()
                : mark.line().of(whole.text()).strip();
    }

    private boolean within(int offset) {
        return offset >= span.start() && offset <= span.end();
    }

    private Stream<Claim> status() {
        return whole.status().stream()
                .map(claim -> new Claim(
                        claim.label(),
                        claim.confidence(),
                        claim.evidence().stream().flatMap(this::mine).toList()))
                .filter(claim -> !claim.evidence().isEmpty());
    }

    /** What a notice at the end of the page says holds for the last text. */
    private Stream<Evidence> mine(Evidence evidence) {
        if (evidence.place() instanceof Place.Text) {
            return span.contains(evidence.span())
                    ? Stream.of(Evidence.inText(evidence.rule(), span.of(whole.text()), moved(evidence.span())))
                    : Stream.empty();
        }
        return index + 1 == row.size() ? Stream.of(evidence) : Stream.empty();
    }

    private Span moved(Span other) {
        return new Span(other.start() - span.start(), other.end() - span.start());
    }
}
