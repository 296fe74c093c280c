package wenyuan.ingest.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    /** Text, what repairs replaced and zones, put together again in their places, are the page; what nobody sees aside. */
    private static void nothingIsLost(Cleaned cleaned) {
        String page = solid(cleaned.page());
        Map<Integer, List<String>> places = new TreeMap<>();
        for (Piece piece : pieces(cleaned)) {
            places.computeIfAbsent(2 * piece.place() + (piece.kept() ? 1 : 0), place -> new ArrayList<>())
                    .add(piece.solid());
        }
        int at = 0;
        for (List<String> place : places.values()) {
            int from = at;
            assertTrue(
                    inSomeOrder(page, from, place),
                    () -> place + " are not at " + page.substring(from, Math.min(page.length(), from + 60)) + "\n→ "
                            + cleaned);
            at += place.stream().mapToInt(String::length).sum();
        }
        assertEquals("", page.substring(at), () -> "lost from " + cleaned);
    }

    /** A page does not tell in which order went what went from one place. */
    private static boolean inSomeOrder(String page, int at, List<String> pieces) {
        if (pieces.isEmpty()) {
            return true;
        }
        for (String piece : new LinkedHashSet<>(pieces)) {
            List<String> others = new ArrayList<>(pieces);
            others.remove(piece);
            if (page.startsWith(piece, at) && inSomeOrder(page, at + piece.length(), others)) {
                return true;
            }
        }
        return false;
    }

    /** Something that stood at {@code place} of the clean text: {@code kept} in it, or before what is kept there. */
    private record Piece(int place, boolean kept, String solid) {}

    private static List<Piece> pieces(Cleaned cleaned) {
        List<Piece> pieces = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        int from = 0;
        for (Repair repair : cleaned.repairs()) {
            letters(pieces, cleaned.text(), from, repair.span().start());
            pieces.add(new Piece(repair.span().start(), repair.span().length() > 0, solid(repair.before())));
            removed.add(repair.span().start() + repair.rule() + repair.before());
            from = repair.span().end();
        }
        letters(pieces, cleaned.text(), from, cleaned.text().length());
        cleaned.zones().stream()
                .filter(zone -> !removed.remove(zone.before() + zone.rule() + zone.text()))
                .forEach(zone -> pieces.add(new Piece(zone.before(), false, solid(zone.text()))));
        return pieces;
    }

    private static void letters(List<Piece> pieces, String text, int from, int to) {
        for (int i = from; i < to; i++) {
            pieces.add(new Piece(i, true, solid(text.substring(i, i + 1))));
        }
    }

    private static String solid(String text) {
        StringBuilder solid = new StringBuilder();
        text.replace("&nbsp;", "")
                .chars()
                .filter(c -> c != '\u200b' && !Draft.blank((char) c))
                .forEach(c -> solid.append((char) c));
        return solid.toString();
    }
}
