package wenyuan.search;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import wenyuan.query.Field;

/**
 * How often what a query asks for stands in an archive, from postings rather than texts.
 *
 * @param documents with at least one occurrence; of a query that asks for no string, those that match
 * @param occurrences as {@link Sought#matches} counts them
 * @param exact whether everything was counted; otherwise both are lower bounds
 * @param partial whether time ran out
 * @param groups the same by the values of each field but formulas: years ascending, all else by occurrences. A document counts
 *     for its best year only, so that years add up; documents without a year are in none
 */
public record Frequencies(
        long documents, long occurrences, boolean exact, boolean partial, Map<Field, List<Group>> groups) {
    public Frequencies {
        EnumMap<Field, List<Group>> copy = new EnumMap<>(Field.class);
        groups.forEach((field, values) -> copy.put(field, List.copyOf(values)));
        groups = copy;
    }

    /** The groups of one field; none when no document carries a value. */
    public List<Group> by(Field field) {
        return groups.getOrDefault(field, List.of());
    }

    /**
     * The share of documents that carry one label.
     *
     * @param value id of the label, a year in digits, a collection's name
     * @param label its name
     */
    public record Group(String value, String label, long documents, long occurrences) {}
}
