package wenyuan.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import wenyuan.model.Tally;

/** Times and sums as the pages of administration show them. */
public final class Moments {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private Moments() {}

    /** To the minute, in this machine's time zone. */
    @SuppressWarnings("TimeZoneUsage")
    public static String show(Instant instant) {
        return MINUTE.withZone(ZoneId.systemDefault()).format(instant);
    }

    /** Files that were seen, but have no fate yet. */
    public static int missing(Tally tally) {
        return tally.seen()
                - tally.stored()
                - tally.unchanged()
                - tally.duplicate()
                - tally.split()
                - tally.held()
                - tally.failures()
                - tally.skips();
    }
}
