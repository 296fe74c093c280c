package wenyuan.search;

import java.util.List;
import java.util.Optional;
import wenyuan.model.Document;

/**
 * How often something was said through the years and at each type of meeting.
 *
 * @param documents with at least one occurrence
 * @param occurrences as {@link Sought#matches} counts them
 * @param exact whether everything was counted; otherwise all numbers are lower bounds
 * @param partial whether time ran out
 * @param undated of {@code documents}, those without a year; of a disputed one its best year counts
 * @param years ascending, every year of which the archive has documents; a year that is left out says nothing
 * @param types every type of meeting of which the archive has documents, the most frequent first
 * @param first the earliest use that is dated
 */
public record Trend(
        long documents,
        long occurrences,
        boolean exact,
        boolean partial,
        long undated,
        List<Point> years,
        List<Point> types,
        First first) {
    public Trend {
        years = List.copyOf(years);
        types = List.copyOf(types);
    }

    /**
     * One year, or one type of meeting.
     *
     * @param value the year in digits, the id of the type
     * @param label its name
     * @param archive documents of that year or type under the same filters, at least one
     */
    public record Point(String value, String label, long documents, long occurrences, long archive) {
        /** Documents with it in ten thousand of the archive's. */
        public double perTenThousand() {
            return 10_000.0 * documents / archive;
        }

        /** Occurrences in ten thousand documents of the archive. */
        public double occurrencesPerTenThousand() {
            return 10_000.0 * occurrences / archive;
        }
    }

    /**
     * The earliest dated use.
     *
     * @param certain of a document whose year is known or inferred
     * @param disputed of a document whose year is disputed, when its best year is earlier than that of {@code certain}
     */
    public record First(Optional<Use> certain, Optional<Use> disputed) {
        /** No use that is dated. */
        public static final First NONE = new First(Optional.empty(), Optional.empty());
    }

    /**
     * A use of what was sought.
     *
     * @param year the best reading of the document's year
     * @param quote the sentence with its first occurrence
     */
    public record Use(Document document, int year, SearchPage.Snippet quote) {}
}
