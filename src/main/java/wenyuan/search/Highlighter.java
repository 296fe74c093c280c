package wenyuan.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import wenyuan.model.Document;
import wenyuan.model.Span;
import wenyuan.query.Query;
import wenyuan.text.Segmenter;

/** Finds what a query matched, by string matching over the normal form: the same for every engine. Thread-safe. */
public final class Highlighter {
    private final Segmenter segmenter;

    /** A highlighter that cuts plain words as the engines do. */
    public Highlighter(Segmenter segmenter) {
        this.segmenter = segmenter;
    }

    /** Every match in the clean text, in order, not overlapping. */
    public List<Span> marks(Query query, Document document) {
        Reading reading = Reading.of(document);
        return merged(Sought.in(query, segmenter).stream()
                .flatMap(sought -> sought.occurrences(reading).stream())
                .filter(span -> span.end() <= document.text().length())
                .toList());
    }

    /** The best pieces of text to show for a hit, at most {@code most}, in text order. */
    public List<SearchPage.Snippet> snippets(Query query, Document document, int most) {
        return snippets(query, most).apply(document);
    }

    /** The same for many hits of one query, which is taken apart once. */
    public Function<Document, List<SearchPage.Snippet>> snippets(Query query, int most) {
        List<Sought> sought = Sought.in(query, segmenter);
        return document -> new Snippets(document).best(sought, most);
    }

    /**
     * Whether a text really holds what a quoted string, a pattern or a word asks for: the last word where an index knows only
     * candidates. Of several things asked for, whether at least one is there.
     */
    public Predicate<Document> holding(Query query) {
        List<Sought> all = Sought.in(query, segmenter);
        return document -> {
            Reading reading = Reading.of(document);
            return all.stream().anyMatch(sought -> !sought.occurrences(reading).isEmpty());
        };
    }

    /** The spans in order, those that touch or overlap made one. */
    static List<Span> merged(List<Span> spans) {
        List<Span> merged = new ArrayList<>();
        for (Span span : spans.stream().sorted().toList()) {
            if (!merged.isEmpty() && span.start() <= merged.getLast().end()) {
                Span last = merged.removeLast();
                merged.add(new Span(last.start(), Math.max(last.end(), span.end())));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }
}
