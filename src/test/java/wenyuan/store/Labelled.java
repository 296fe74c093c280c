package wenyuan.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import wenyuan.model.Attributes;
import wenyuan.model.Correctable;
import wenyuan.model.Corrected;
import wenyuan.model.Correction;
import wenyuan.model.Document;
import wenyuan.model.Extraction;
import wenyuan.model.Label;
import wenyuan.model.Source;

/** Documents with the labels that a test wants, as if rules had made them. */
final class Labelled {
    private Labelled() {}

    /** SHA-256 of file number {@code n}. */
    static String sha(int n) {
        return String.format(Locale.ROOT, "%016x", n) + "0".repeat(48);
    }

    /** Id of the only document of file number {@code n}. */
    static String id(int n) {
        return sha(n).substring(0, 16);
    }

    /** Labels by field: ids, or years in digits; the name of a label is its id with a sign before it. */
    static Attributes attributes(Map<Correctable, String> labels) {
        List<Correction> made = new ArrayList<>();
        labels.forEach((field, id) -> made.add(
                new Correction("", field, List.of(label(id)), List.of(), "", Instant.EPOCH, "", "", Optional.empty())));
        return Corrected.attributes(Attributes.NONE, made);
    }

    static Label label(String id) {
        return new Label(id, "名" + id);
    }

    static Document document(int n, String text, String textKey, Attributes attributes) {
        return new Document(
                id(n),
                "题" + n,
                Optional.empty(),
                text,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                attributes,
                List.of(new Source("文" + n, "档案", false)),
                textKey,
                "rules");
    }

    static Arrival.Labelled arrival(int n, Document document) {
        Extraction.Text text =
                new Extraction.Text(document.text(), Extraction.Form.PLAIN, "text/plain", "UTF-8", Map.of());
        return new Arrival.Labelled(new Origin("/档案", "文" + n, "档案"), sha(n), List.of(document), text, document.text());
    }
}
