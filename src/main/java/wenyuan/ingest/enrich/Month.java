package wenyuan.ingest.enrich;

import java.util.OptionalInt;
import wenyuan.model.Chronology.Cue;

/**
 * The month in which a report says that its meeting was held (2月18日上午), without a year. It tells on which side of New
 * Year a meeting stands that sums up one year and plans the next.
 *
 * @param number from 1 to 12, or empty
 */
record Month(OptionalInt number) {
    private static final int OPENING = 160;
    private static final int SPRING = 4;
    private static final int AUTUMN = 10;

    static Month of(Material material) {
        String opening = material.opening().text();
        return new Month(material.rules()
                .chronology()
                .cues()
                .get(Cue.MONTH_DAY)
                .first(opening.substring(0, Math.min(OPENING, opening.length())))
                .map(match -> OptionalInt.of(Integer.parseInt(match.group("m"))))
                .orElse(OptionalInt.empty()));
    }

    /** 1 when the meeting is one of the first months, which look back at the year before; else 0. */
    int afterNewYear() {
        return before(SPRING + 1) ? 1 : 0;
    }

    /** 1 when it is one of the last months; else 0. */
    int beforeNewYear() {
        return number.isPresent() && !before(AUTUMN) ? 1 : 0;
    }

    /** 1 when it is too early to plan the next year; else 0. */
    int beforeAutumn() {
        return before(AUTUMN) ? 1 : 0;
    }

    /** Whether it is known, and before {@code month}. */
    boolean before(int month) {
        return number.isPresent() && number.getAsInt() < month;
    }
}
