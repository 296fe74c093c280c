package wenyuan.search;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wenyuan.query.Field;
import wenyuan.query.Warning;

/**
 * The concordance of a query, or a page of it.
 *
 * @param total occurrences in all documents, also where no line can be shown for them
 * @param documents that hold one
 * @param counted whether both numbers are exact; otherwise they are lower bounds
 * @param exact whether besides every occurrence can have a line
 * @param partial whether time ran out
 * @param took time spent
 * @param warnings for the user
 * @param lines the lines asked for
 * @param reachable how many lines there are to page through; at most {@code total}
 * @param groups documents and occurrences by the values of each field
 * @param collocates words that keep company with the match, when asked for
 * @param fillers what fills the gaps of a pattern, when asked for
 * @param extensions longer strings that hold the match, when asked for
 */
public record ConcordancePage(
        long total,
        long documents,
        boolean counted,
        boolean exact,
        boolean partial,
        Duration took,
        List<Warning> warnings,
        List<ConcordanceLine> lines,
        long reachable,
        Map<Field, List<Frequencies.Group>> groups,
        Optional<List<Collocate>> collocates,
        Optional<List<Filler>> fillers,
        Optional<List<Extension>> extensions) {
    public ConcordancePage {
        warnings = List.copyOf(warnings);
        lines = List.copyOf(lines);
        groups = Map.copyOf(groups);
        collocates = collocates.map(List::copyOf);
        fillers = fillers.map(List::copyOf);
        extensions = extensions.map(List::copyOf);
    }
}
