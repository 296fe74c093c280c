package wenyuan.model;

import java.util.List;
import java.util.Optional;

/**
 * The closed lists of labels, as {@code index-config} defines them. Order is the order of display.
 *
 * @param status conditions of a text and of its dating
 * @param formulas fixed wordings; their names are written as in print
 * @param functions what a sentence can do in a speech
 */
public record Taxonomy(
        List<Label> meetings,
        List<Label> occasions,
        List<Label> kinds,
        List<Label> levels,
        List<Label> speakers,
        List<Label> themes,
        List<Label> status,
        List<Label> formulas,
        List<Label> functions) {
    public Taxonomy {
        meetings = List.copyOf(meetings);
        occasions = List.copyOf(occasions);
        kinds = List.copyOf(kinds);
        levels = List.copyOf(levels);
        speakers = List.copyOf(speakers);
        themes = List.copyOf(themes);
        status = List.copyOf(status);
        formulas = List.copyOf(formulas);
        functions = List.copyOf(functions);
    }

    /** The label of {@code list} whose id or name is {@code word}. */
    public static Optional<Label> find(List<Label> list, String word) {
        return list.stream()
                .filter(label ->
                        label.id().equalsIgnoreCase(word) || label.name().equals(word))
                .findFirst();
    }
}
