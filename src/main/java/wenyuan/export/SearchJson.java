package wenyuan.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import wenyuan.model.Document;
import wenyuan.query.Field;
import wenyuan.query.Warning;
import wenyuan.search.Note;
import wenyuan.search.SearchPage;

/** The answer to a search as JSON, the same for command line and HTTP. Field names are a contract. */
public final class SearchJson {
    private static final List<Field> FACETS = List.of(
            Field.TYPE,
            Field.YEAR,
            Field.THEME,
            Field.KIND,
            Field.LEVEL,
            Field.STATUS,
            Field.SOURCE,
            Field.SPEAKER,
            Field.FORMULA);

    private static final Set<String> HIT_FIELDS =
            Set.of("id", "title", "source", "year", "yearStatus", "meetingType", "kind", "level", "themes");

    private SearchJson() {}

    /**
     * The documents view.
     *
     * @param notes on the query
     */
    public static ObjectNode page(SearchPage page, List<Note> notes) {
        ObjectNode node = Json.object();
        node.put("total", page.total());
        node.put("exact", page.exact());
        node.put("partial", page.partial());
        node.put("tookMs", page.took().toNanos() / 1e6);
        node.set("warnings", Json.array(page.warnings(), SearchJson::warning));
        node.set("notes", Json.array(notes, SearchJson::note));
        node.set("hits", Json.array(page.hits(), SearchJson::hit));
        hints(node, page.hints());
        ObjectNode facets = Json.object();
        for (Field field : FACETS) {
            facets.set(field.english(), Json.array(page.facets().getOrDefault(field, List.of()), SearchJson::count));
        }
        node.set("facets", facets);
        return node;
    }

    /** Keys only where there is something to say. */
    private static void hints(ObjectNode node, SearchPage.Hints hints) {
        if (!hints.also().isEmpty()) {
            node.set("also", Json.array(hints.also(), SearchJson::also));
        }
        if (!hints.possible().isEmpty()) {
            ObjectNode possible = Json.object().put("total", hints.possibleTotal());
            possible.set("hits", Json.array(hints.possible(), SearchJson::hit));
            node.set("possible", possible);
        }
        if (!hints.didYouMean().isEmpty()) {
            hints.didYouMean().forEach(node.putArray("didYouMean")::add);
        }
    }

    private static ObjectNode also(SearchPage.Also also) {
        ObjectNode node = Json.object().put("word", also.word());
        also.synonyms().forEach(node.putArray("synonyms")::add);
        return node;
    }

    static ObjectNode warning(Warning warning) {
        ObjectNode node = Json.object().put("message", warning.message());
        node.set("span", Json.span(warning.span()));
        return node;
    }

    static ObjectNode note(Note note) {
        ObjectNode node = Json.object()
                .put("message", note.message())
                .put("wording", note.wording())
                .put("successor", note.successor());
        node.set("span", Json.span(note.span()));
        return node;
    }

    private static ObjectNode hit(SearchPage.Hit hit) {
        ObjectNode node = head(hit.document());
        node.put("score", hit.score());
        node.set("snippets", Json.array(hit.snippets(), SearchJson::snippet));
        return node;
    }

    private static ObjectNode head(Document document) {
        return DocumentJson.row(document).retain(HIT_FIELDS);
    }

    private static ObjectNode snippet(SearchPage.Snippet snippet) {
        ObjectNode node = Json.object().put("text", snippet.text());
        node.set("marks", Json.array(snippet.marks(), Json::span));
        return node;
    }

    static ObjectNode count(SearchPage.Count count) {
        return Json.object()
                .put("value", count.value())
                .put("label", count.label())
                .put("count", count.count());
    }
}
