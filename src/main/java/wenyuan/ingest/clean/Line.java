package wenyuan.ingest.clean;

import wenyuan.text.Normal;

/**
 * A line of a page on its way to a paragraph.
 *
 * @param draft what it says
 * @param normal the form that rules see
 * @param linked share of its characters that are links, from 0 to 1
 * @param indented whether it began with blanks
 * @param origin how it follows the line above
 */
record Line(Draft draft, Normal normal, double linked, boolean indented, Origin origin) {
    /** How a line came to be one. */
    sealed interface Origin {
        /** It was one. */
        record Own() implements Origin {}

        /** It was split off the line above. */
        record Split(String seam) implements Origin {}
    }

    static final Origin OWN = new Origin.Own();

    static Line of(String raw, int linked, boolean indented) {
        return of(Draft.of(raw), linked == 0 ? 0 : share(linked, raw), indented, OWN);
    }

    private static double share(int linked, String raw) {
        long all = raw.chars().filter(c -> !Draft.blank((char) c)).count();
        return all == 0 ? 0 : Math.min(1, (double) linked / all);
    }

    static Line of(Draft draft, double linked, boolean indented, Origin origin) {
        Draft trimmed = draft.trim();
        return new Line(trimmed, Normal.of(trimmed.text()), linked, indented, origin);
    }

    Line with(Draft changed) {
        return changed.equals(draft) ? this : of(changed, linked, indented, origin);
    }

    /** The form that rules see. */
    String sight() {
        return normal.text();
    }

    String text() {
        return draft.text();
    }

    int length() {
        return text().length();
    }

    boolean isLink() {
        return linked > 0.5;
    }

    /** Whether it reads like running text: long enough, with the punctuation of sentences, and no link. */
    boolean isProse() {
        return !isLink() && (Prose.sentence(text()) || Prose.punctuated(text()));
    }
}
