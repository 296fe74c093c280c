package wenyuan.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wenyuan.query.Field;
import wenyuan.query.Query;

/**
 * What a request asks of sentences: filters by speech function, which say nothing about documents. They hold where they
 * stand beside all else ({@code 基层治理 功能:排比}, {@code -功能:开场}); inside {@code OR} or a negation of several things
 * they are left out.
 *
 * @param documents the request without them
 * @param wanted of each list a sentence must have one
 * @param unwanted what it must not have
 */
public record SentenceFilter(SearchRequest documents, List<List<String>> wanted, Set<String> unwanted) {
    public SentenceFilter {
        wanted = List.copyOf(wanted);
        unwanted = Set.copyOf(unwanted);
    }

    /** Takes a request apart. */
    public static SentenceFilter of(SearchRequest request) {
        List<List<String>> wanted = new ArrayList<>();
        List<String> unwanted = new ArrayList<>();
        collect(request.query(), wanted, unwanted);
        request.filters().forEach(filter -> collect(filter, wanted, unwanted));
        SearchRequest documents = new SearchRequest(
                without(request.query()).orElseGet(Query.All::new),
                request.filters().stream()
                        .flatMap(filter -> without(filter).stream())
                        .toList(),
                request.sort(),
                request.from(),
                request.size(),
                request.facets(),
                request.limit(),
                request.warnings());
        return new SentenceFilter(documents, wanted, Set.copyOf(unwanted));
    }

    /** Whether the request spoke of functions at all. */
    public boolean stripped(SearchRequest request) {
        return !documents.query().equals(request.query())
                || !documents.filters().equals(request.filters());
    }

    /** Whether a sentence with these functions stays. */
    boolean admits(Set<String> functions) {
        return wanted.stream().allMatch(any -> any.stream().anyMatch(functions::contains))
                && functions.stream().noneMatch(unwanted::contains);
    }

    private static void collect(Query query, List<List<String>> wanted, List<String> unwanted) {
        if (query instanceof Query.And(List<Query> parts)) {
            parts.forEach(part -> collect(part, wanted, unwanted));
        } else if (query instanceof Query.Filter filter && filter.field() == Field.FUNCTION) {
            wanted.add(filter.values());
        } else if (query instanceof Query.Not(Query.Filter filter) && filter.field() == Field.FUNCTION) {
            unwanted.addAll(filter.values());
        }
    }

    private static Optional<Query> without(Query query) {
        if (query instanceof Query.Filter filter && filter.field() == Field.FUNCTION) {
            return Optional.empty();
        } else if (query instanceof Query.And(List<Query> parts)) {
            return joined(without(parts), true);
        } else if (query instanceof Query.Or(List<Query> parts)) {
            return joined(without(parts), false);
        } else if (query instanceof Query.Not(Query part)) {
            return without(part).map(Query.Not::new);
        }
        return Optional.of(query);
    }

    private static List<Query> without(List<Query> parts) {
        return parts.stream().flatMap(part -> without(part).stream()).toList();
    }

    private static Optional<Query> joined(List<Query> parts, boolean all) {
        if (parts.size() < 2) {
            return parts.stream().findFirst();
        }
        return Optional.of(all ? new Query.And(parts) : new Query.Or(parts));
    }
}
