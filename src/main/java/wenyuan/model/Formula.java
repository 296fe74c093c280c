package wenyuan.model;

import java.util.List;
import java.util.Optional;

/**
 * A fixed wording of Party documents (提法) and its history; read from {@code formulas.yaml}.
 *
 * @param label its id, and the wording as it is written out
 * @param spellings what is looked for, in normal form: the wording first, then its variants
 * @param firstSeen when it was first used
 * @param successor id of the wording that has taken its place in documents; empty while it is current
 * @param related ids of formulas that are read together with it
 * @param note what else a reader should know; may be empty
 */
public record Formula(
        Label label,
        List<String> spellings,
        FirstSeen firstSeen,
        Optional<String> successor,
        List<String> related,
        String note) {
    public Formula {
        spellings = List.copyOf(spellings);
        related = List.copyOf(related);
    }

    /** Other ways to write it. */
    public List<String> variants() {
        return spellings.subList(1, spellings.size());
    }

    /**
     * When a formula was first used.
     *
     * @param date {@code YYYY}, {@code YYYY-MM} or {@code YYYY-MM-DD}
     * @param source where that is said
     * @param checked whether it was looked up, not only remembered
     */
    public record FirstSeen(String date, String source, boolean checked) {
        /** The year of the date. */
        public int year() {
            return Integer.parseInt(date.substring(0, 4));
        }

        /** Whether this is surely later than {@code other}: a month that one of them lacks decides nothing. */
        public boolean after(FirstSeen other) {
            int known = Math.min(date.length(), other.date.length());
            return date.substring(0, known).compareTo(other.date.substring(0, known)) > 0;
        }
    }
}
