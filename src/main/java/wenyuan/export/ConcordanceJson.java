package wenyuan.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import wenyuan.query.Field;
import wenyuan.search.Collocate;
import wenyuan.search.ConcordanceLine;
import wenyuan.search.ConcordancePage;
import wenyuan.search.ConcordanceRequest.Part;
import wenyuan.search.Extension;
import wenyuan.search.Filler;
import wenyuan.search.Frequencies;
import wenyuan.search.Note;

/** A concordance as JSON, the same for command line and HTTP. Field names are a contract. */
public final class ConcordanceJson {
    private ConcordanceJson() {}

    /**
     * The concordance view.
     *
     * @param with what was asked for beside the lines
     * @param notes on the query
     */
    public static ObjectNode page(ConcordancePage page, Set<Part> with, List<Note> notes) {
        ObjectNode node = Json.object();
        node.put("total", page.total());
        node.put("documents", page.documents());
        node.put("exact", page.exact());
        node.put("partial", page.partial());
        node.put("tookMs", page.took().toNanos() / 1e6);
        node.set("warnings", Json.array(page.warnings(), SearchJson::warning));
        node.set("notes", Json.array(notes, SearchJson::note));
        node.set("lines", Json.array(page.lines(), ConcordanceJson::line));
        if (with.contains(Part.GROUPS)) {
            node.set("groups", groups(page));
        }
        page.collocates().ifPresent(found -> node.set("collocates", Json.array(found, ConcordanceJson::collocate)));
        page.fillers().ifPresent(found -> node.set("fillers", Json.array(found, ConcordanceJson::filler)));
        page.extensions().ifPresent(found -> node.set("extensions", Json.array(found, ConcordanceJson::extension)));
        return node;
    }

    /** One line. */
    static ObjectNode line(ConcordanceLine line) {
        ObjectNode node = Json.object().put("id", line.id()).put("title", line.title());
        put(node, "year", line.year());
        node.put("left", line.left()).put("match", line.match()).put("right", line.right());
        return put(node, "offset", line.offset());
    }

    private static ObjectNode groups(ConcordancePage page) {
        ObjectNode groups = Json.object();
        for (Field field : Field.values()) {
            if (page.groups().containsKey(field)) {
                groups.set(field.english(), Json.array(page.groups().get(field), ConcordanceJson::group));
            }
        }
        return groups;
    }

    private static ObjectNode group(Frequencies.Group group) {
        return Json.object()
                .put("value", group.value())
                .put("label", group.label())
                .put("documents", group.documents())
                .put("occurrences", group.occurrences());
    }

    private static ObjectNode collocate(Collocate collocate) {
        return Json.object()
                .put("word", collocate.word())
                .put("together", collocate.together())
                .put("left", collocate.left())
                .put("right", collocate.right())
                .put("expected", collocate.expected())
                .put("score", collocate.score());
    }

    private static ObjectNode filler(Filler filler) {
        ObjectNode node = Json.object()
                .put("gap", filler.gap())
                .put("text", filler.text())
                .put("count", filler.count())
                .put("documents", filler.documents());
        return put(node, "earliest", filler.earliest());
    }

    private static ObjectNode extension(Extension extension) {
        return Json.object()
                .put("side", extension.side().name().toLowerCase(Locale.ROOT))
                .put("text", extension.text())
                .put("count", extension.count())
                .put("documents", extension.documents());
    }

    private static ObjectNode put(ObjectNode node, String name, OptionalInt number) {
        if (number.isPresent()) {
            return node.put(name, number.getAsInt());
        }
        return node.putNull(name);
    }
}
