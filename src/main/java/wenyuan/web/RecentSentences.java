package wenyuan.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import wenyuan.model.Phrasing;
import wenyuan.query.Query;
import wenyuan.search.FoundSentences;
import wenyuan.search.Position;
import wenyuan.search.SearchRequest;

/**
 * The last few answers of the sentences view, so that to turn a page nothing is read again. An answer for which time ran out is good
 * for its further pages, not for its first. Thread-safe.
 */
final class RecentSentences {
    /** An answer takes up to some 10 MB, most far less. */
    private static final int MOST = 8;

    private final Map<Asked, FoundSentences> answers = new LinkedHashMap<>(MOST, 0.75f, true);

    /** What an answer depends on. */
    private record Asked(
            Query query, List<Query> filters, SearchRequest.Sort sort, Position position, Phrasing phrasing) {}

    /** The answer to {@code request}, found by {@code finding} when it is not remembered. */
    FoundSentences find(
            SearchRequest request,
            Position position,
            Phrasing phrasing,
            Function<SearchRequest, FoundSentences> finding) {
        Asked asked = new Asked(request.query(), request.filters(), request.sort(), position, phrasing);
        Optional<FoundSentences> remembered = remembered(asked).filter(found -> !found.partial() || request.from() > 0);
        return remembered.orElseGet(() -> remember(asked, finding.apply(request)));
    }

    private synchronized Optional<FoundSentences> remembered(Asked asked) {
        return Optional.ofNullable(answers.get(asked));
    }

    private synchronized FoundSentences remember(Asked asked, FoundSentences found) {
        answers.put(asked, found);
        if (answers.size() > MOST) {
            answers.remove(answers.keySet().iterator().next());
        }
        return found;
    }
}
