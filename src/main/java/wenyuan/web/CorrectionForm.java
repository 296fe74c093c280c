package wenyuan.web;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import wenyuan.model.Attributes;
import wenyuan.model.Correctable;
import wenyuan.model.Label;
import wenyuan.model.Taxonomy;
import wenyuan.store.Corrections;

/**
 * A form in which somebody decides labels: one entry a field, left empty where nothing shall change. {@link #NONE} says that
 * there is no such label.
 *
 * @param fields what is asked, in order
 */
public record CorrectionForm(List<Entry> fields) {
    /** The value that says: there is none. */
    public static final String NONE = "-";

    private static final Set<String> NONE_TYPED = Set.of(NONE, "无", "－", "没有", "none");

    public CorrectionForm {
        fields = List.copyOf(fields);
    }

    /**
     * One field.
     *
     * @param name of the parameter
     * @param title for people
     * @param labels what can be chosen; none where something is typed
     * @param now what the document has; empty when that is not about one document
     * @param filled what was filled in before; empty at first
     */
    public record Entry(String name, String title, List<Label> labels, String now, String filled) {
        /** Whether it is typed and a year. */
        public boolean year() {
            return name.equals(Correctable.YEAR.english()) || name.equals(Correctable.WORK_YEAR.english());
        }

        /** Whether it is typed. */
        public boolean typed() {
            return labels.isEmpty();
        }
    }

    /** What was filled in, or why it cannot be used. */
    sealed interface Filled {
        /** It can; nothing when all was left empty. */
        record Decisions(List<Corrections.Decision> decisions) implements Filled {}

        /** It cannot: {@code typed} is no value of the field of this name. */
        record Wrong(String field, String typed) implements Filled {
            String complaint(Messages say) {
                return say.say("correct.wrong", field, typed);
            }
        }
    }

    /** A form about nothing yet, or about a document that has these labels. */
    static CorrectionForm of(Taxonomy taxonomy, Optional<Attributes> now, Messages say) {
        return new CorrectionForm(Stream.of(Correctable.values())
                .map(field -> new Entry(
                        field.english(),
                        title(field, say),
                        field == Correctable.THEMES ? List.of() : field.labels(taxonomy),
                        now.map(attributes -> names(field.of(attributes), say)).orElse(""),
                        ""))
                .toList());
    }

    /** The same form filled in as it was sent. */
    CorrectionForm filled(Context ctx) {
        return new CorrectionForm(fields.stream()
                .map(entry -> new Entry(
                        entry.name(),
                        entry.title(),
                        entry.labels(),
                        entry.now(),
                        ImportPages.text(ctx.formParam(entry.name()))))
                .toList());
    }

    /** The name of a field. */
    static String title(Correctable field, Messages say) {
        String key = field == Correctable.THEMES ? "theme" : field.english();
        return say.say("attribute." + key);
    }

    /** Labels for people; 无 when there are none. */
    static String names(List<Label> labels, Messages say) {
        return labels.isEmpty()
                ? say.say("none")
                : String.join(
                        say.say("list.comma"), labels.stream().map(Label::name).toList());
    }

    /** Reads a form that was sent. */
    static Filled read(Context ctx, Taxonomy taxonomy) {
        List<Corrections.Decision> decisions = new ArrayList<>();
        for (Correctable field : Correctable.values()) {
            String typed = ImportPages.text(ctx.formParam(field.english())).strip();
            if (typed.isEmpty()) {
                continue;
            }
            Optional<List<Label>> values = values(field, typed, taxonomy);
            if (values.isEmpty()) {
                return new Filled.Wrong(title(field, Language.of(ctx)), typed);
            }
            decisions.add(Corrections.Decision.set(field, values.get()));
        }
        return new Filled.Decisions(decisions);
    }

    /** The labels that {@code typed} names: none for {@link #NONE}; empty when one is not known. */
    static Optional<List<Label>> values(Correctable field, String typed, Taxonomy taxonomy) {
        if (NONE_TYPED.contains(typed)) {
            return Optional.of(List.of());
        }
        List<String> words =
                field == Correctable.THEMES ? Arrays.asList(typed.split("[,，、;；\\s]+", -1)) : List.of(typed);
        List<Label> labels = words.stream()
                .flatMap(word -> field.find(word, taxonomy).stream())
                .distinct()
                .toList();
        return labels.size() == words.size() && labels.size() <= Correctable.MOST_THEMES
                ? Optional.of(labels)
                : Optional.empty();
    }
}
