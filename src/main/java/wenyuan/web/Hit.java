package wenyuan.web;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import wenyuan.model.Document;
import wenyuan.model.Span;
import wenyuan.search.SearchPage;

/**
 * A document found, ready to be shown.
 *
 * @param title its title, cut at the marks
 * @param url where it is read
 * @param badges what is known about it at a glance
 * @param snippets pieces of its text, cut at the marks
 * @param quote what is copied: the pieces and a line with the source; empty without pieces
 */
public record Hit(
        List<Run> title,
        String url,
        List<Badge> badges,
        List<List<Run>> snippets,
        String quote,
        String source,
        int sources) {
    static Hit of(SearchPage.Hit hit, Address address, Messages say) {
        Document document = hit.document();
        List<SearchPage.Snippet> pieces = hit.snippets().stream()
                .filter(snippet -> !isTitle(snippet, document))
                .toList();
        return new Hit(
                title(hit),
                address.reading(document.id()),
                Badge.of(document, say),
                pieces.stream().map(Hit::runs).toList(),
                quote(pieces, document),
                document.sources().getFirst().path(),
                document.sources().size());
    }

    private static String quote(List<SearchPage.Snippet> pieces, Document document) {
        if (pieces.isEmpty()) {
            return "";
        }
        String title = document.title().replace('\n', ' ').replace('《', '〈').replace('》', '〉');
        OptionalInt year = document.attributes().dating().year();
        return pieces.stream().map(SearchPage.Snippet::text).collect(joining("\n"))
                + "\n——《" + title + "》" + (year.isPresent() ? "，" + year.getAsInt() : "") + "，"
                + document.sources().getFirst().path();
    }

    /** The title, with what the query found in it. */
    private static List<Run> title(SearchPage.Hit hit) {
        Document document = hit.document();
        return hit.snippets().stream()
                .filter(snippet -> isTitle(snippet, document) && snippet.text().equals(document.title()))
                .findFirst()
                .map(Hit::runs)
                .orElseGet(() -> runs(new SearchPage.Snippet(document.title(), 0, List.of())));
    }

    private static boolean isTitle(SearchPage.Snippet snippet, Document document) {
        return document.titleSpan()
                .filter(title -> title.start() <= snippet.start() && snippet.start() < title.end())
                .isPresent();
    }

    private static List<Run> runs(SearchPage.Snippet snippet) {
        List<Mark> marks = new ArrayList<>();
        for (Span mark : snippet.marks()) {
            marks.add(new Mark(mark, Mark.Kind.HIT, marks.size() + 1, ""));
        }
        return Run.of(snippet.text(), new Span(0, snippet.text().length()), marks, List.of());
    }
}
