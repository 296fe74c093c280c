package wenyuan.cli;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import wenyuan.model.Correctable;
import wenyuan.model.Label;
import wenyuan.model.Taxonomy;
import wenyuan.store.Corrections;

/** Reads what somebody types to decide a label. What is no label is the caller's mistake. */
record Wishes(Taxonomy taxonomy) {
    /** The decision that {@code typed} asks for: one name or id, for themes several by comma. */
    Corrections.Decision set(Correctable field, String typed) {
        List<String> words = field == Correctable.THEMES ? Arrays.asList(typed.split("[,，、]", -1)) : List.of(typed);
        List<Label> labels = words.stream()
                .filter(word -> !word.isBlank())
                .map(word -> label(field, word))
                .distinct()
                .toList();
        if (labels.isEmpty()) {
            throw new CallerMistake(
                    "--" + option(field) + " takes a value; for no label say --none " + field.english());
        }
        if (labels.size() > Correctable.MOST_THEMES) {
            throw new CallerMistake(
                    "--themes takes at most " + Correctable.MOST_THEMES + " themes, not " + labels.size());
        }
        return Corrections.Decision.set(field, labels);
    }

    /** The field of that name: type, year, workYear … or as the option is written. */
    static Correctable field(String name) {
        return Stream.of(Correctable.values())
                .filter(field ->
                        field.english().equalsIgnoreCase(name) || option(field).equals(name))
                .findFirst()
                .orElseThrow(() -> new CallerMistake("\"" + name + "\" is no field that can be corrected; there are "
                        + Stream.of(Correctable.values())
                                .map(Correctable::english)
                                .collect(joining(", "))));
    }

    /** These decisions, once it is sure that there is one and none contradicts another. */
    static List<Corrections.Decision> checked(List<Corrections.Decision> decisions) {
        if (decisions.isEmpty()) {
            throw new CallerMistake(
                    "correct takes at least one label, such as --type 座谈会, --none FIELD or --withdraw FIELD");
        }
        Set<Correctable> fields = new HashSet<>();
        decisions.stream()
                .filter(decision -> !fields.add(decision.field()))
                .findFirst()
                .ifPresent(twice -> {
                    throw new CallerMistake(
                            "correct was told two things about " + twice.field().english());
                });
        return decisions;
    }

    private Label label(Correctable field, String word) {
        return field.find(word, taxonomy)
                .orElseThrow(() -> new CallerMistake("--" + option(field) + " takes "
                        + (field.isYear() ? "a year from 1900 to 2100" : "one of " + names(field)) + ", not \"" + word
                        + "\""));
    }

    private String names(Correctable field) {
        return field.labels(taxonomy).stream()
                .map(label -> label.name() + " (" + label.id() + ")")
                .collect(joining(", "));
    }

    private static String option(Correctable field) {
        return field == Correctable.WORK_YEAR ? "work-year" : field.english();
    }
}
