package wenyuan.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalInt;
import wenyuan.model.Label;
import wenyuan.query.Field;
import wenyuan.search.Note;
import wenyuan.search.SearchPage;
import wenyuan.search.SentencePage;

/** The sentences view of an answer as JSON, the same for command line and HTTP. Field names are a contract. */
public final class SentencesJson {
    private SentencesJson() {}

    /**
     * The sentences with the facets and warnings of the documents. {@code total} counts different sentences, {@code unfolded} all,
     * {@code documents} the documents that match.
     *
     * @param counts totals, facets and warnings of the same search over documents
     * @param notes on the query
     */
    public static ObjectNode page(SearchPage counts, SentencePage page, List<Note> notes) {
        ObjectNode node = SearchJson.page(counts, notes);
        node.remove("hits");
        node.put("total", page.total());
        node.put("exact", page.exact() && counts.exact());
        node.put("partial", page.partial() || counts.partial());
        node.put("tookMs", counts.took().plus(page.took()).toNanos() / 1e6);
        node.put("unfolded", page.unfolded());
        node.put("documents", counts.total());
        node.set("sentences", Json.array(page.hits(), SentencesJson::hit));
        ((ObjectNode) node.get("facets"))
                .set(Field.FUNCTION.english(), Json.array(page.functions(), SearchJson::count));
        return node;
    }

    /** One sentence. */
    static ObjectNode hit(SentencePage.Hit hit) {
        ObjectNode node = Json.object().put("text", hit.text());
        node.set("marks", Json.array(hit.marks(), Json::span));
        node.put("before", hit.before()).put("after", hit.after()).put("documents", hit.documents());
        year(node, "earliest", hit.earliest());
        node.set("functions", Json.array(hit.functions(), SentencesJson::label));
        node.set("sources", Json.array(hit.sources(), SentencesJson::source));
        return node;
    }

    private static ObjectNode label(Label label) {
        return Json.object().put("id", label.id()).put("value", label.name());
    }

    private static ObjectNode source(SentencePage.Source source) {
        return year(Json.object().put("id", source.id()).put("title", source.title()), "year", source.year());
    }

    private static ObjectNode year(ObjectNode node, String name, OptionalInt year) {
        return year.isPresent() ? node.put(name, year.getAsInt()) : node.putNull(name);
    }
}
