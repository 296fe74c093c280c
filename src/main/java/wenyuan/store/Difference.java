package wenyuan.store;

import wenyuan.model.Correction;

/** Where two texts part, in a few words. Pure. */
final class Difference {
    private static final int BEFORE = 12;
    private static final int AFTER = 40;

    private Difference() {}

    /** The words of each around the first place at which they are not the same. */
    static Correction.Moved of(String before, String after) {
        int same = 0;
        while (same < Math.min(before.length(), after.length()) && before.charAt(same) == after.charAt(same)) {
            same++;
        }
        return new Correction.Moved(around(before, same), around(after, same));
    }

    private static String around(String text, int place) {
        int start = Math.max(0, place - BEFORE);
        int end = Math.min(text.length(), place + AFTER);
        return (start > 0 ? "…" : "") + text.substring(start, end) + (end < text.length() ? "…" : "");
    }
}
