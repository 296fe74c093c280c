package wenyuan.model;

/**
 * Why a claim is made: the rule that fired and the very words it fired on.
 *
 * @param rule id of the line in {@code index-config}
 * @param place what {@code span} counts in
 * @param quote the words as they stand at {@code span}
 * @param span where they stand
 */
public record Evidence(String rule, Place place, String quote, Span span) {
    /** Evidence in the clean text; the quote is cut from it, so that the two cannot differ. */
    public static Evidence inText(String rule, String cleanText, Span span) {
        return new Evidence(rule, new Place.Text(), span.of(cleanText), span);
    }

    /** Evidence in a zone of the page. */
    public static Evidence inZone(String rule, Zone zone, Span span) {
        return new Evidence(rule, new Place.PageZone(zone.name()), span.of(zone.text()), span);
    }

    /** Evidence in the file's path. */
    public static Evidence inFileName(String rule, String path, Span span) {
        return new Evidence(rule, new Place.FileName(), span.of(path), span);
    }
}
