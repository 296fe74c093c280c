package wenyuan.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import wenyuan.model.Label;
import wenyuan.model.Taxonomy;
import wenyuan.query.Field;
import wenyuan.search.SearchPage;

/**
 * The choices of one field beside the results.
 *
 * @param name the field's name
 * @param field its name in addresses
 * @param first the choices shown at once: those chosen and the most frequent
 * @param more the others
 */
public record Facet(String name, String field, List<Choice> first, List<Choice> more) {
    private static final int AT_ONCE = 8;

    /**
     * One value to filter by.
     *
     * @param url the page with this choice made, or unmade when {@code chosen}
     */
    public record Choice(String label, long count, boolean chosen, String url) {}

    /** Whether one of the choices is made. */
    public boolean active() {
        return first.stream().anyMatch(Choice::chosen);
    }

    static Facet of(Field field, SearchPage page, Address address, Taxonomy taxonomy, Messages say) {
        List<SearchPage.Count> counts = page.facets().getOrDefault(field, List.of());
        List<Choice> choices = new ArrayList<>();
        for (String value : address.values(field)) {
            long count = counts.stream()
                    .filter(one -> covers(field, value, one.value()))
                    .mapToLong(SearchPage.Count::count)
                    .sum();
            // a document whose year is disputed counts in each of its years, but once among what is found
            long found = address.values(field).size() == 1 ? Math.min(count, page.total()) : count;
            choices.add(new Choice(label(field, value, taxonomy, say), found, true, url(address, field, value)));
        }
        counts.stream()
                .filter(one -> !address.has(field, one.value()))
                .sorted(order(field))
                .map(one -> new Choice(
                        label(field, one.value(), taxonomy, say), one.count(), false, url(address, field, one.value())))
                .forEach(choices::add);
        int atOnce =
                Math.min(choices.size(), Math.max(AT_ONCE, address.values(field).size()));
        return new Facet(
                say.name(field), field.english(), choices.subList(0, atOnce), choices.subList(atOnce, choices.size()));
    }

    /** The name people read for a value of a field. */
    static String label(Field field, String value, Taxonomy taxonomy, Messages say) {
        if (value.equals(SearchParams.NONE)) {
            return say.say("none." + field.english());
        }
        Optional<Label> label = Taxonomy.find(field.labels(taxonomy), value);
        return label.map(Label::name).orElse(field == Field.YEAR ? value.replace("..", "—") : value);
    }

    /** Whether a choice takes in a counted value: itself, or a year of its range. */
    static boolean covers(Field field, String choice, String counted) {
        return choice.equals(counted)
                || (field == Field.YEAR
                        && SearchParams.years(choice)
                                .flatMap(range -> SearchParams.years(counted)
                                        .filter(year -> range.from() <= year.from() && year.to() <= range.to()))
                                .isPresent());
    }

    private static String url(Address address, Field field, String value) {
        return address.toggle(field, value).url();
    }

    private static Comparator<SearchPage.Count> order(Field field) {
        return field == Field.YEAR
                ? Comparator.comparing(SearchPage.Count::value).reversed()
                : Comparator.comparingLong(SearchPage.Count::count).reversed();
    }
}
