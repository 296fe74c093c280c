package wenyuan.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import wenyuan.model.Correctable;
import wenyuan.model.Correction;
import wenyuan.model.Document;
import wenyuan.model.Label;

/** What people decided, as JSON. Field names are a contract. */
public final class CorrectionJson {
    private CorrectionJson() {}

    /** Who decided what, when, and what the rules had said; an empty list of values is "there is none". */
    public static ObjectNode correction(Correction correction) {
        ObjectNode node = Json.object().put("field", correction.field().english());
        node.set("values", labels(correction.values()));
        node.set("ruled", labels(correction.ruled()));
        node.put("confirms", correction.confirms());
        node.put("user", correction.user());
        node.put("at", correction.at().toString());
        node.put("document", correction.documentId());
        node.put("title", correction.title());
        return node;
    }

    /** Several of them. */
    public static ArrayNode list(List<Correction> corrections) {
        return Json.array(corrections, CorrectionJson::correction);
    }

    /** The decisions about a document as right answers: a line that {@code evaluate} reads. */
    public static ObjectNode labels(Document document, List<Correction> corrections) {
        ObjectNode line = Json.object();
        line.put("source", document.sources().getFirst().path());
        document.part().ifPresent(part -> line.put("part", part));
        line.put("title", document.title());
        corrections.forEach(
                correction -> line.set(correction.field().exported(), answer(correction.field(), correction.values())));
        return line;
    }

    private static JsonNode answer(Correctable field, List<Label> values) {
        if (field == Correctable.THEMES) {
            return Json.strings(values.stream().map(Label::id).toList());
        }
        if (values.isEmpty()) {
            return NullNode.getInstance();
        }
        Label value = values.getFirst();
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (field) {
            case YEAR, WORK_YEAR -> nodes.numberNode(Integer.parseInt(value.id()));
            case TYPE, THEMES -> nodes.textNode(value.id());
            case KIND, LEVEL, SPEAKER, OCCASION -> nodes.textNode(value.name());
        };
    }

    private static ArrayNode labels(List<Label> labels) {
        return Json.array(labels, label -> Json.object().put("id", label.id()).put("value", label.name()));
    }
}
