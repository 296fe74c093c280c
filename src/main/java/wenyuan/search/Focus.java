package wenyuan.search;

import java.util.List;
import java.util.Optional;
import wenyuan.query.Extent;
import wenyuan.query.Query;
import wenyuan.query.Scope;

/**
 * The one thing that a query looks for beside its filters, so that it can be exchanged for another.
 *
 * @param query the whole
 * @param part of {@code query} that looks for something
 * @param sought what it looks for
 */
public record Focus(Query query, Query part, Sought sought) {
    /** The focus of {@code query}; empty when it looks for nothing or for several things. */
    public static Optional<Focus> of(Query query) {
        List<Query> parts = query instanceof Query.And(List<Query> all) ? all : List.of(query);
        List<Query> seeking =
                parts.stream().filter(part -> !Sought.counted(part).isEmpty()).toList();
        List<Sought> sought =
                seeking.stream().flatMap(part -> Sought.counted(part).stream()).toList();
        return sought.size() == 1
                ? Optional.of(new Focus(query, seeking.getFirst(), sought.getFirst()))
                : Optional.empty();
    }

    /** The query that looks for this string instead. */
    public Query string(String letters) {
        return with(new Query.Verbatim(letters, false, sought.scope()));
    }

    /** The letters that are looked for, when they are one string. */
    public Optional<String> phrase() {
        return sought instanceof Sought.Letters(String letters, Scope scope) ? Optional.of(letters) : Optional.empty();
    }

    /** Whether a text fills it in its own words: a pattern with gaps, a string with placeholders. */
    public boolean leavesOpen() {
        return (part instanceof Query.Pattern && sought instanceof Sought.Pieces) || sought instanceof Sought.Named;
    }

    /** The query that looks for one string before another in one sentence instead. */
    public Query inOrder(String first, String second) {
        return with(pattern(first, second));
    }

    /** The query that looks for two strings in one sentence instead, in either order. */
    public Query together(String one, String other) {
        return with(new Query.Or(List.of(pattern(one, other), pattern(other, one))));
    }

    private Query pattern(String first, String second) {
        return new Query.Pattern(
                first + "…" + second,
                List.of(first, second),
                List.of(Query.Pattern.UNBOUNDED),
                Extent.SENTENCE,
                sought.scope());
    }

    private Query with(Query other) {
        return query instanceof Query.And(List<Query> parts)
                ? new Query.And(parts.stream()
                        .map(each -> each.equals(part) ? other : each)
                        .toList())
                : other;
    }
}
