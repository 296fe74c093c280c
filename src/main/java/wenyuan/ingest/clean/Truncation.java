package wenyuan.ingest.clean;

import java.util.List;
import java.util.Optional;
import wenyuan.model.Evidence;
import wenyuan.model.Span;
import wenyuan.model.Zone;

/** Tells whether a text was cut off: by a notice of the page, by our own limit, by how it ends. */
final class Truncation {
    private static final int WORTH_CUTTING = 600;
    private static final int WORDS_SHOWN = 20;
    /** A slogan at the end may lack its mark; a sentence that is this far on may not. */
    private static final int LEAST_TAIL = 8;

    private final String text;
    private final List<Zone> zones;

    Truncation(String text, List<Zone> zones) {
        this.text = text;
        this.zones = zones;
    }

    /** Why it seems cut off, and how sure that is. */
    record Suspicion(double confidence, Evidence evidence) {}

    /** @param limited whether the extraction stopped at its limit */
    Optional<Suspicion> evidence(boolean limited) {
        if (limited) {
            return Optional.of(new Suspicion(1, Evidence.inText("truncation.limit", text, end(0))));
        }
        Optional<Zone> notice = zones.stream()
                .filter(zone -> zone.name().startsWith("truncation"))
                .findFirst();
        return notice.map(zone -> Evidence.inZone(
                        zone.rule(), zone, new Span(0, zone.text().length())))
                .map(evidence -> new Suspicion(1, evidence))
                .or(() -> zones.isEmpty() ? Optional.empty() : unfinished());
    }

    /** A page whose long last line stops without a stop. */
    private Optional<Suspicion> unfinished() {
        int lineStart = text.lastIndexOf('\n') + 1;
        String line = text.substring(lineStart);
        if (text.length() < WORTH_CUTTING
                || !Prose.sentence(line)
                || Prose.ends(line)
                || Prose.tail(line) < LEAST_TAIL
                || "）)".indexOf(line.charAt(line.length() - 1)) >= 0) {
            return Optional.empty();
        }
        return Optional.of(new Suspicion(0.7, Evidence.inText("truncation.no-final-mark", text, end(lineStart))));
    }

    private Span end(int from) {
        return new Span(Math.max(from, text.length() - WORDS_SHOWN), text.length());
    }
}
