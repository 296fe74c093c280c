package wenyuan.search.lucene;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import wenyuan.model.Label;
import wenyuan.model.Taxonomy;
import wenyuan.query.Field;
import wenyuan.search.SearchPage.Count;

/** Puts counted facet terms into the order and the words that people read. */
record FacetNames(Taxonomy taxonomy) {
    /** The counts of one field: years ascending, all else by count, then by value. */
    List<Count> counts(Field field, Map<String, Long> values) {
        Comparator<Count> byValue = Comparator.comparing(Count::value);
        Comparator<Count> order = field == Field.YEAR
                ? Comparator.comparingInt(year -> Integer.parseInt(year.value()))
                : Comparator.comparingLong(Count::count).reversed().thenComparing(byValue);
        return values.entrySet().stream()
                .filter(entry -> Fields.facetField(entry.getKey()) == field)
                .map(entry -> count(field, Fields.facetValue(entry.getKey()), entry.getValue()))
                .sorted(order)
                .toList();
    }

    private Count count(Field field, String value, long count) {
        String name = field.labels(taxonomy).stream()
                .filter(label -> label.id().equals(value))
                .map(Label::name)
                .findFirst()
                .orElse(value);
        return new Count(value, name, count);
    }
}
