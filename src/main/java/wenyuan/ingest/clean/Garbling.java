package wenyuan.ingest.clean;

import java.util.Optional;
import wenyuan.model.Span;
import wenyuan.text.Familiarity;

/** Finds stretches that no repair could make readable: rare characters one after the other, replacement characters. */
final class Garbling {
    private static final int WINDOW = 24;
    /** Share of a window; names and old poems stay far below. */
    private static final double MOST = 0.4;

    private Garbling() {}

    /** The first such stretch. */
    static Optional<Span> span(String text) {
        int bad = 0;
        for (int i = 0; i < text.length(); i++) {
            bad += bad(text.charAt(i)) ? 1 : 0;
            bad -= i >= WINDOW && bad(text.charAt(i - WINDOW)) ? 1 : 0;
            if (bad >= MOST * WINDOW) {
                return Optional.of(new Span(Math.max(0, i + 1 - WINDOW), i + 1));
            }
        }
        return Optional.empty();
    }

    private static boolean bad(char c) {
        return c >= 0x80 && (c == '\ufffd' || (c >= '\ue000' && c <= '\uf8ff') || Familiarity.isUncommon(c));
    }
}
