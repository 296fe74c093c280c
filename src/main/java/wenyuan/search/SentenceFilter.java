package wenyuan.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import wenyuan.model.Span;
import wenyuan.query.Field;
import wenyuan.query.Query;
import wenyuan.query.Warning;

/**
 * What a request asks of sentences: filters by speech function, which say nothing about documents. They hold where they
 * stand beside all else ({@code 基层治理 功能:排比}, {@code -功能:开场}); inside {@code OR} or a negation of several things
 * they are left out.
 *
 * @param documents the request without them; it warns of those left out
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
        Stream.concat(Stream.of(request.query()), request.filters().stream())
                .forEach(query -> collect(query, wanted, unwanted));
        List<Warning> warnings = new ArrayList<>(request.warnings());
        if (isLeftOut(request.query())) {
            warnings.add(new Warning("“功能”写在 OR 里或几项一起的否定里，没有按它筛选；请单独写，如“基层治理 功能:排比”。", new Span(0, 0)));
        }
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
                warnings);
        return new SentenceFilter(documents, wanted, Set.copyOf(unwanted));
    }

    /** The request without them, for who lists documents; says so if there were any. */
    public static SearchRequest forDocuments(SearchRequest request) {
        SentenceFilter filter = of(request);
        if (!filter.stripped(request)) {
            return request;
        }
        List<Warning> warnings = new ArrayList<>(request.warnings());
        warnings.add(new Warning("“功能”说的是句子，列文档时没有按它筛选。", new Span(0, 0)));
        return filter.documents().warned(warnings);
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

    /** What of it holds for each sentence. */
    private static void collect(Query query, List<List<String>> wanted, List<String> unwanted) {
        if (query instanceof Query.And(List<Query> parts)) {
            parts.forEach(part -> collect(part, wanted, unwanted));
        } else if (query instanceof Query.Filter filter && filter.field() == Field.FUNCTION) {
            wanted.add(filter.values());
        } else if (query instanceof Query.Not(Query.Filter filter) && filter.field() == Field.FUNCTION) {
            unwanted.addAll(filter.values());
        }
    }

    /** Whether a function stands where {@link #collect} does not look. */
    private static boolean isLeftOut(Query query) {
        if (query instanceof Query.And(List<Query> parts)) {
            return parts.stream().anyMatch(SentenceFilter::isLeftOut);
        }
        boolean isLookedAt = query instanceof Query.Filter
                || (query instanceof Query.Not(Query part) && part instanceof Query.Filter);
        return !isLookedAt && speaksOfFunctions(query);
    }

    private static boolean speaksOfFunctions(Query query) {
        return !without(query).equals(Optional.of(query));
    }

    private static Optional<Query> without(Query query) {
        if (query instanceof Query.Filter filter && filter.field() == Field.FUNCTION) {
            return Optional.empty();
        } else if (query instanceof Query.And(List<Query> parts)) {
            List<Query> rest = without(parts);
            return rest.equals(parts) ? Optional.of(query) : joined(rest, true);
        } else if (query instanceof Query.Or(List<Query> parts)) {
            List<Query> rest = without(parts);
            return rest.equals(parts) ? Optional.of(query) : joined(rest, false);
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
