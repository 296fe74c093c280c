package wenyuan.ingest.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import wenyuan.model.Evidence;
import wenyuan.model.Rule;
import wenyuan.model.Span;
import wenyuan.model.Zone;
import wenyuan.text.Normal;

/** Looks for markings on short lines: at the head and the foot of a text, and on the page around it. */
final class Markings {
    private static final int HEAD = 10;
    private static final int FOOT = 3;
    private static final int LONGEST = 80;

    private final List<Rule> rules;
    private final String text;
    private final List<Zone> zones;

    Markings(List<Rule> rules, String text, List<Zone> zones) {
        this.rules = rules;
        this.text = text;
        this.zones = zones;
    }

    /** The first marking; empty when there is none. */
    List<Evidence> evidence() {
        List<Span> lines = lines(text);
        Stream<Evidence> inText = Stream.concat(
                        lines.stream().limit(HEAD),
                        lines
                                .subList(Math.max(Math.min(HEAD, lines.size()), lines.size() - FOOT), lines.size())
                                .stream())
                .flatMap(line -> marking(line.of(text)).map(rule -> Evidence.inText(rule.id(), text, line)).stream());
        return Stream.concat(inText, zones.stream().flatMap(this::inZone))
                .limit(1)
                .toList();
    }

    private Stream<Evidence> inZone(Zone zone) {
        return lines(zone.text()).stream()
                .flatMap(line ->
                        marking(line.of(zone.text())).map(rule -> Evidence.inZone(rule.id(), zone, line)).stream());
    }

    private Optional<Rule> marking(String line) {
        if (line.length() > LONGEST) {
            return Optional.empty();
        }
        String normal = Normal.of(line).text().strip();
        return rules.stream().filter(rule -> rule.in(normal)).findFirst();
    }

    private static List<Span> lines(String text) {
        List<Span> lines = new ArrayList<>();
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            lines.add(new Span(start, end));
            start = end + 1;
        }
        return lines;
    }
}
