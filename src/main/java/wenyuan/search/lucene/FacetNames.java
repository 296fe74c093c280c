package wenyuan.search.lucene;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import wenyuan.model.Label;
import wenyuan.model.Taxonomy;
import wenyuan.query.Field;
import wenyuan.search.Frequencies.Group;
import wenyuan.search.SearchPage.Count;

/** Puts counted facet terms into the order and the words that people read. */
record FacetNames(Taxonomy taxonomy) {
    /** The counts of one field: years ascending, all else by count, then by value. */
    List<Count> counts(Field field, Map<String, Long> values) {
        return ordered(
                field,
                values.entrySet().stream()
                        .filter(entry -> Fields.facetField(entry.getKey()) == field)
                        .map(entry -> count(field, Fields.facetValue(entry.getKey()), entry.getValue())),
                Count::value,
                Count::count);
    }

    /** The frequencies of one field: years ascending, all else by occurrences, then by value. */
    List<Group> groups(Field field, Map<String, FrequencyCounts.Tally> values) {
        return ordered(
                field,
                values.entrySet().stream()
                        .filter(entry -> Fields.facetField(entry.getKey()) == field)
                        .map(entry -> group(field, Fields.facetValue(entry.getKey()), entry.getValue())),
                Group::value,
                Group::occurrences);
    }

    private static <T> List<T> ordered(
            Field field, Stream<T> counts, Function<T, String> value, ToLongFunction<T> count) {
        Comparator<T> order = field == Field.YEAR
                ? Comparator.comparingInt(year -> Integer.parseInt(value.apply(year)))
                : Comparator.comparingLong(count).reversed().thenComparing(value);
        return counts.sorted(order).toList();
    }

    private Count count(Field field, String value, long count) {
        return new Count(value, name(field, value), count);
    }

    private Group group(Field field, String value, FrequencyCounts.Tally tally) {
        return new Group(value, name(field, value), tally.documents(), tally.occurrences());
    }

    private String name(Field field, String value) {
        return field.labels(taxonomy).stream()
                .filter(label -> label.id().equals(value))
                .map(Label::name)
                .findFirst()
                .orElse(value);
    }
}
