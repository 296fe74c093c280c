package wenyuan.ingest.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import wenyuan.model.Cleaned;
import wenyuan.model.Evidence;
import wenyuan.model.Place;
import wenyuan.model.Repair;
import wenyuan.model.Slot;
import wenyuan.model.Zone;
import wenyuan.text.Normal;

/** What holds for whatever comes out of the stage. */
final class CleanInvariants {
    private CleanInvariants() {}

    static void check(Cleaned cleaned) {
        lines(cleaned.text());
        cleaned.repairs().forEach(repair -> standsAtItsPlace(repair, cleaned.text()));
        cleaned.slots().forEach(slot -> isPlaceholder(slot, cleaned.text()));
        cleaned.zones()
                .forEach(zone -> assertTrue(zone.before() <= cleaned.text().length()));
        assertEquals(
                cleaned.zones().size(),
                cleaned.zones().stream().map(Zone::name).distinct().count(),
                "names of zones are unique");
        cleaned.status().forEach(claim -> claim.evidence().forEach(evidence -> quotes(evidence, cleaned)));
        cleaned.completeness().ifPresent(found -> quotes(found.evidence(), cleaned));
        nothingIsLost(cleaned);
    }

    private static void lines(String text) {
        for (String line : text.split("\n", -1)) {
            assertTrue(text.isEmpty() || !line.isBlank(), "no empty line");
            assertEquals(line.strip(), line, "no blanks at the ends of a line");
        }
    }

    private static void standsAtItsPlace(Repair repair, String text) {
        assertTrue(repair.span().end() <= text.length(), repair::toString);
        assertEquals(repair.after(), repair.span().of(text), repair::toString);
    }

    private static void isPlaceholder(Slot slot, String text) {
        String normal = Normal.of(slot.span().of(text)).text();
        boolean right = switch (slot.kind()) {
            case MISSING -> !normal.isEmpty();
            case PASSAGE -> normal.contains("略");
            case NUMBER, PLACE, PERSON, REDACTION, UNKNOWN -> normal.matches("▢|某.?|_{1,40}|[a-f]");
        };
        assertTrue(right, () -> slot + " " + normal);
    }

    private static void quotes(Evidence evidence, Cleaned cleaned) {
        String place = switch (evidence.place()) {
            case Place.Text text -> cleaned.text();
            case Place.PageZone zone ->
                cleaned.zones().stream()
                        .filter(found -> found.name().equals(zone.name()))
                        .findFirst()
                        .orElseThrow()
                        .text();
            case Place.FileName name -> "";
        };
        assertEquals(evidence.quote(), evidence.span().of(place));
    }

    /** Every Chinese character of the page is in the text, in a zone or in what a repair replaced, as often as there. */
    private static void nothingIsLost(Cleaned cleaned) {
        Map<Integer, Integer> counts = new HashMap<>();
        count(counts, cleaned.page(), 1);
        count(counts, cleaned.text(), -1);
        cleaned.zones().forEach(zone -> count(counts, zone.text(), -1));
        cleaned.repairs().forEach(repair -> count(counts, repair.before(), -1));
        assertFalse(
                counts.values().stream().anyMatch(count -> count > 0),
                () -> "lost characters of " + cleaned.page() + "\n→ " + cleaned);
    }

    private static void count(Map<Integer, Integer> counts, String text, int step) {
        text.codePoints()
                .filter(Character::isIdeographic)
                .forEach(codePoint -> counts.merge(codePoint, step, Integer::sum));
    }
}
