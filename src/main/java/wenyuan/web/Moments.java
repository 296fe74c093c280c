package wenyuan.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import wenyuan.model.Tally;

/** Times and sums as the pages of administration show them. */
public final class Moments {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private Moments() {}

    /** To the minute, in this machine's time zone. */
    @SuppressWarnings("TimeZoneUsage")
    public static String show(Instant instant) {
        return MINUTE.withZone(ZoneId.systemDefault()).format(instant);
    }

    /** To the second, in this machine's time zone. */
    @SuppressWarnings("TimeZoneUsage")
    public static String second(Instant instant) {
        return SECOND.withZone(ZoneId.systemDefault()).format(instant);
    }

    /** Files a second, to a tenth; 0 before there is a time. */
    public static double rate(Tally tally) {
        return tally.seconds() > 0 ? Math.round(tally.seen() / tally.seconds() * 10) / 10.0 : 0;
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
