package wenyuan.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a person decided about a text. It holds for every document with that text and outlives all of them.
 *
 * @param textKey the text: {@link Document#textKey()}
 * @param field what was decided
 * @param values the decision; empty when there is no such label
 * @param ruled what the rules had said then
 * @param documentId the document it was made on
 * @param title of that document then
 * @param moved how the text looked before and after new rules changed it under the correction, while nobody has looked
 */
public record Correction(
        String textKey,
        Correctable field,
        List<Label> values,
        List<Label> ruled,
        String user,
        Instant at,
        String documentId,
        String title,
        Optional<Moved> moved) {
    public Correction {
        values = List.copyOf(values);
        ruled = List.copyOf(ruled);
    }

    /** A text changed under a correction; each a few words around the first difference. */
    public record Moved(String before, String after) {}

    /** Whether it only says that the rules were right. */
    public boolean confirms() {
        return values.equals(ruled);
    }
}
