package wenyuan.web;

import wenyuan.model.Span;

/**
 * Something to be seen on a stretch of a text.
 *
 * @param span where; empty (start = end) when something was taken out there
 * @param kind what it is
 * @param number which of its kind, from 1; with the kind it makes an anchor
 * @param note what was there before a repair, else empty
 */
public record Mark(Span span, Kind kind, int number, String note) {
    /** What can be seen on a text; the first letter of its anchors, and its class on a page. */
    public enum Kind {
        HIT("h"),
        EVIDENCE("e"),
        POINT("o"),
        REPAIR("r"),
        SLOT("s");

        private final String letter;

        Kind(String letter) {
            this.letter = letter;
        }
    }

    /** A name for links, unique in its text. */
    public String anchor() {
        return kind.letter + number;
    }
}
