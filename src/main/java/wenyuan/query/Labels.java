package wenyuan.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import wenyuan.model.Label;
import wenyuan.model.Taxonomy;

/** Reads the values of a filter: labels by id, name or part of a name, and years. Immutable. */
final class Labels {
    private static final int MOST_NAMED = 5;
    /** Values of one field that are looked up. */
    private static final int MOST_VALUES = 100;

    private final Taxonomy taxonomy;
    private final UnaryOperator<String> fold;

    Labels(Taxonomy taxonomy, UnaryOperator<String> fold) {
        this.taxonomy = taxonomy;
        this.fold = fold;
    }

    /** What a filter asks for; empty when none of its values can be used. An unknown label is looked for as words. */
    Optional<Query> read(Lexeme.By by, List<Warning> warnings) {
        if (by.values().isEmpty()) {
            warnings.add(new Warning("“" + by.field().chinese() + "”后面没有值，未按它筛选", by.span()));
        }
        if (by.values().size() > MOST_VALUES) {
            String used = "“" + by.field().chinese() + "”后面的值太多，只用前 " + MOST_VALUES + " 个";
            warnings.add(new Warning(used, by.span()));
            return read(new Lexeme.By(by.field(), by.values().subList(0, MOST_VALUES), by.span()), warnings);
        }
        return switch (by.field()) {
            case YEAR -> Ranges.YEARS.read(by.values(), warnings);
            case SOURCE ->
                filter(
                        by.field(),
                        by.values().stream().map(Lexeme.Value::text).distinct().toList());
            case TYPE, THEME, KIND, LEVEL, SPEAKER, STATUS, FORMULA, FUNCTION -> labels(by, warnings);
        };
    }

    private static Optional<Query> filter(Field field, List<String> values) {
        return values.isEmpty() ? Optional.empty() : Optional.of(new Query.Filter(field, values));
    }

    private Optional<Query> labels(Lexeme.By by, List<Warning> warnings) {
        Set<String> ids = new LinkedHashSet<>();
        List<Query> alternatives = new ArrayList<>();
        for (Lexeme.Value value : by.values()) {
            List<Label> found = find(by.field(), value, warnings);
            found.forEach(label -> ids.add(label.id()));
            if (found.isEmpty() && Signs.hasLetter(value.text())) {
                alternatives.add(Gaps.read(value.text(), Extent.SENTENCE, new Scope.Text()));
            }
        }
        filter(by.field(), List.copyOf(ids)).ifPresent(filter -> alternatives.add(0, filter));
        return Logic.any(alternatives);
    }

    private List<Label> find(Field field, Lexeme.Value value, List<Warning> warnings) {
        List<Label> all = field.labels(taxonomy);
        String typed = key(value.text());
        for (Label label : all) {
            if (key(label.id()).equals(typed) || key(label.name()).equals(typed)) {
                return List.of(label);
            }
        }
        List<Label> parts = all.stream()
                .filter(label -> !typed.isEmpty() && key(label.name()).contains(typed))
                .toList();
        if (parts.size() > 1) {
            warnings.add(new Warning("“" + Signs.brief(value.text()) + "”不止一个，都算在内：" + names(parts), value.span()));
        } else if (parts.isEmpty()) {
            warnings.add(unknown(field, all, value));
        }
        return parts;
    }

    private static String names(List<Label> labels) {
        String names = labels.stream().limit(MOST_NAMED).map(Label::name).collect(Collectors.joining("、"));
        return names + (labels.size() > MOST_NAMED ? " 等" + labels.size() + "个" : "");
    }

    private Warning unknown(Field field, List<Label> all, Lexeme.Value value) {
        String typed = key(value.text());
        String nearest = all.stream()
                .filter(label -> shared(key(label.name()), typed) > 0)
                .max(Comparator.comparingDouble(label -> shared(key(label.name()), typed)))
                .map(label -> "；最接近的是“" + label.name() + "”")
                .orElse("");
        return new Warning(
                "“" + field.chinese() + "”里没有“" + Signs.brief(value.text()) + "”，按原文查找" + nearest, value.span());
    }

    /** Share of characters that two names have in common, from 0 to 1. */
    private static double shared(String name, String typed) {
        Set<Integer> common = name.codePoints().boxed().collect(Collectors.toSet());
        int all = common.size();
        Set<Integer> others = typed.codePoints().boxed().collect(Collectors.toSet());
        common.retainAll(others);
        return 2.0 * common.size() / Math.max(1, all + others.size());
    }

    private String key(String name) {
        String folded = fold.apply(Signs.narrow(name).strip()).toLowerCase(Locale.ROOT);
        return folded.chars()
                .filter(unit -> Signs.QUOTES.indexOf(unit) < 0 && unit != '、')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
