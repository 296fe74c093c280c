package wenyuan.ingest.enrich;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import wenyuan.model.Evidence;
import wenyuan.model.Rule;
import wenyuan.model.Span;
import wenyuan.model.Trigger;
import wenyuan.model.Zone;

/** Finds the marking that keeps a text out of the archive: alone in a short line at the head or foot, in a
 * header or footer, or in the file's name. */
final class Secrecy {
    private static final int HEAD_LINES = 8;

    /** Where an office file's footer ends up. */
    private static final int FOOT_LINES = 3;

    /** What is printed on every page. */
    private static final String FURNITURE = "pageFurniture";

    private static final int LONGEST_LINE = 24;

    private Secrecy() {}

    static Optional<Evidence> marking(Material material) {
        return inName(material)
                .or(() -> Stream.of(
                                zoneLines(material),
                                material.lines(false, HEAD_LINES),
                                material.lines(true, FOOT_LINES))
                        .flatMap(lines -> lines)
                        .filter(line -> line.text().length() <= LONGEST_LINE)
                        .flatMap(line -> inLine(material.rules().labels().secrecy(), line).stream())
                        .findFirst());
    }

    private static Optional<Evidence> inName(Material material) {
        return material.rules().labels().secrecyInName().stream()
                .flatMap(rule ->
                        rule
                                .first(material.name().text())
                                .map(match -> material.name().evidence(rule.id(), match))
                                .stream())
                .findFirst();
    }

    /** Blanks are set inside markings to spread them (机 密); the evidence is then the whole line. */
    private static Optional<Evidence> inLine(List<Rule> rules, Passage line) {
        String tight = line.text().replace(" ", "");
        return rules.stream()
                .filter(rule -> rule.in(tight))
                .findFirst()
                .map(rule -> line.evidence(rule.id(), 0, line.text().length()));
    }

    /** Lines of what stood in front of the text or behind it, and of headers and footers. */
    private static Stream<Passage> zoneLines(Material material) {
        return material.cleaned().zones().stream()
                .filter(zone -> zone.before() == 0
                        || zone.before() >= material.cleaned().text().length()
                        || zone.name().equals(FURNITURE))
                .flatMap(Secrecy::lines);
    }

    private static Stream<Passage> lines(Zone zone) {
        int[] start = {0};
        return Arrays.stream(zone.text().split("\n", -1)).map(line -> {
            Span span = new Span(start[0], start[0] + line.length());
            start[0] = span.end() + 1;
            return Passage.inZone(zone, span, Trigger.Part.OPENING);
        });
    }
}
