package wenyuan.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** A field of {@link Attributes} that a person may decide. */
public enum Correctable {
    TYPE("type", "meetingTypeId"),
    YEAR("year", "year"),
    WORK_YEAR("workYear", "workYear"),
    KIND("kind", "kind"),
    LEVEL("level", "level"),
    SPEAKER("speaker", "speaker"),
    OCCASION("occasion", "occasion"),
    THEMES("themes", "themeIds");

    /** Most themes a document may have. */
    public static final int MOST_THEMES = 5;

    private final String english;
    private final String exported;

    Correctable(String english, String exported) {
        this.english = english;
        this.exported = exported;
    }

    /** The name in JSON, forms and on the command line. */
    public String english() {
        return english;
    }

    /** The field of an export's line, as {@code evaluate} reads it. */
    public String exported() {
        return exported;
    }

    /** Whether its values are years and not labels of a list. */
    public boolean isYear() {
        return this == YEAR || this == WORK_YEAR;
    }

    /** The labels it may have, in the order of display; none for years. */
    public List<Label> labels(Taxonomy taxonomy) {
        return switch (this) {
            case TYPE -> taxonomy.meetings();
            case KIND -> taxonomy.kinds();
            case LEVEL -> taxonomy.levels();
            case SPEAKER -> taxonomy.speakers();
            case OCCASION -> taxonomy.occasions();
            case THEMES -> taxonomy.themes();
            case YEAR, WORK_YEAR -> List.of();
        };
    }

    /** The value that {@code word} names: a label by its id or name, a year from 1900 to 2100 by its digits. */
    public Optional<Label> find(String word, Taxonomy taxonomy) {
        if (!isYear()) {
            return Taxonomy.find(labels(taxonomy), word.strip());
        }
        return Optional.of(word.strip())
                .filter(year -> year.matches("19\\d\\d|20\\d\\d|2100"))
                .map(Correctable::year);
    }

    /** What a document has in this field; nothing when that is not known. A year counts at its best reading. */
    public List<Label> of(Attributes attributes) {
        return switch (this) {
            case TYPE -> labels(attributes.meeting().stream());
            case YEAR -> years(attributes.dating().year());
            case WORK_YEAR ->
                attributes.workYear().stream()
                        .map(work -> year("" + work.year()))
                        .toList();
            case KIND -> labels(attributes.kind().stream());
            case LEVEL -> labels(attributes.level().stream());
            case SPEAKER -> labels(attributes.speaker().stream());
            case OCCASION -> labels(attributes.occasion().stream());
            case THEMES -> labels(attributes.themes().stream());
        };
    }

    /** The field of that English name. */
    public static Optional<Correctable> named(String english) {
        return Stream.of(values())
                .filter(field -> field.english.equals(english))
                .findFirst();
    }

    private static List<Label> labels(Stream<Claim> claims) {
        return claims.map(Claim::label).toList();
    }

    private static List<Label> years(OptionalInt year) {
        return year.stream().mapToObj(number -> year("" + number)).toList();
    }

    private static Label year(String digits) {
        return new Label(digits, digits);
    }
}
