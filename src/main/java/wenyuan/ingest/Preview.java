package wenyuan.ingest;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import wenyuan.model.Correctable;
import wenyuan.model.Document;
import wenyuan.model.Label;
import wenyuan.model.RuleBook;
import wenyuan.store.Store;

/** What other rules would make of documents, from their kept extractions; nothing is changed. */
public final class Preview {
    private Preview() {}

    /**
     * A document of which the rules would say something else.
     *
     * @param before what the rules say now
     * @param after what they would say
     */
    public record Change(String documentId, String title, List<Label> before, List<Label> after) {}

    /** Which of these documents would change in {@code field}; those that are gone, or would be, are left out. */
    public static List<Change> of(Store store, RuleBook rules, Correctable field, List<String> documentIds) {
        return documentIds.stream()
                .flatMap(id -> change(store, rules, field, id).stream())
                .toList();
    }

    private static Optional<Change> change(Store store, RuleBook rules, Correctable field, String id) {
        Optional<Document> before = store.corrections().ruled(id);
        Optional<Document> after = before.flatMap(document -> labelled(store, rules, document));
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.empty();
        }
        List<Label> was = field.of(before.get().attributes());
        List<Label> is = field.of(after.get().attributes());
        return was.equals(is)
                ? Optional.empty()
                : Optional.of(new Change(id, before.get().title(), was, is));
    }

    private static Optional<Document> labelled(Store store, RuleBook rules, Document document) {
        String path = document.sources().getFirst().path();
        Stream<Document> documents = store.extraction(document.id()).stream()
                .map(extraction -> Inspect.of(extraction, path, rules))
                .flatMap(inspection -> DocumentAssembly.of(
                        inspection, store.originalOf(document.id()).orElseThrow(), document.sources(), rules.hash())
                        .stream());
        return documents.filter(made -> made.id().equals(document.id())).findFirst();
    }
}
