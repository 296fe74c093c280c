package wenyuan.model;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ledger of formulas, and where they stand in a text: one pass finds them all. Of spellings that overlap the one that
 * begins first counts, of those the longest, so that 习近平新时代中国特色社会主义思想主题教育 is not also the thought that
 * it names. Immutable.
 */
public final class Formulas {
    /** No formulas. */
    public static final Formulas NONE = new Formulas(List.of());

    private final Map<String, Formula> byId;
    private final Spellings spellings;

    /** A ledger of {@code formulas}, whose ids and spellings differ and whose successors are among them. */
    public Formulas(List<Formula> formulas) {
        this.byId = formulas.stream()
                .collect(toMap(formula -> formula.label().id(), formula -> formula, (a, b) -> a, LinkedHashMap::new));
        Map<String, String> ids = new HashMap<>();
        formulas.forEach(formula -> formula.spellings()
                .forEach(spelling -> ids.put(spelling, formula.label().id())));
        this.spellings = new Spellings(ids);
    }

    /**
     * A formula in a text.
     *
     * @param span where it stands in the normal form that was looked at
     */
    public record Found(Formula formula, Span span) {}

    /** Every formula, in the order of the ledger. */
    public List<Formula> all() {
        return List.copyOf(byId.values());
    }

    /** The formula of this id. */
    public Optional<Formula> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** What is said today in place of {@code formula}; empty while it is current itself. */
    public Optional<Formula> current(Formula formula) {
        Optional<Formula> next = formula.successor().flatMap(this::find);
        return next.flatMap(this::current).or(() -> next);
    }

    /** Every formula in {@code normalText}, a text in normal form, in order; none overlaps another. */
    public List<Found> in(String normalText) {
        List<Found> found = new ArrayList<>();
        spellings.forEach(normalText, (id, span) -> find(id).ifPresent(formula -> found.add(new Found(formula, span))));
        return found;
    }
}
