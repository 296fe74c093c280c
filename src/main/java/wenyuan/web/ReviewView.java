package wenyuan.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import wenyuan.model.Block;
import wenyuan.model.Claim;
import wenyuan.model.Correctable;
import wenyuan.model.Correction;
import wenyuan.model.Document;
import wenyuan.model.Doubt;
import wenyuan.model.Evidence;
import wenyuan.model.Label;
import wenyuan.model.Taxonomy;
import wenyuan.model.WorkYear;
import wenyuan.store.ReviewQueue;

/**
 * One text of the queue, ready for a person to decide.
 *
 * @param fields the labels in doubt, in order
 * @param others its other labels, in words
 * @param opening its beginning, and further on the lines with evidence
 */
public record ReviewView(
        String id,
        String title,
        String source,
        long copies,
        boolean skipped,
        List<Field> fields,
        List<Row> others,
        List<Excerpt> opening) {
    /** How much of the beginning is shown. */
    private static final int OPENING = 900;

    private static final int MOST_EXCERPTS = 12;

    public ReviewView {
        fields = List.copyOf(fields);
        others = List.copyOf(others);
        opening = List.copyOf(opening);
    }

    /**
     * A label in doubt.
     *
     * @param name of the parameters
     * @param why reasons, in words
     * @param ruled what the rules say, in words
     * @param options what can be chosen by a key, the first or the last of them is what the rules say
     * @param sure how sure the rules are, in words
     * @param all every label; none for years, which are typed
     */
    public record Field(
            String name,
            String title,
            List<String> why,
            String ruled,
            String sure,
            List<Option> options,
            List<Label> all,
            List<Claims.Proof> proofs) {}

    /**
     * Something to choose.
     *
     * @param key 1 to 9; 0 for none
     * @param note where it comes from, else empty
     * @param chosen whether it is what the rules say
     */
    public record Option(int key, String value, String name, String note, boolean chosen) {}

    /** Another label. */
    public record Row(String name, String value) {}

    /** A line of the text, and whether something is left out before it. */
    public record Excerpt(boolean gap, DocumentView.Line line) {}

    static ReviewView of(
            ReviewQueue.Item item,
            Document document,
            List<Document> twins,
            List<Correction> corrections,
            Taxonomy taxonomy,
            Messages say) {
        return new Maker(document, twins, taxonomy, say).view(item, corrections);
    }

    private static final class Maker {
        private final Document document;
        private final List<Document> twins;
        private final Taxonomy taxonomy;
        private final Messages say;
        private final List<Mark> marks = new ArrayList<>();

        Maker(Document document, List<Document> twins, Taxonomy taxonomy, Messages say) {
            this.document = document;
            this.twins = twins;
            this.taxonomy = taxonomy;
            this.say = say;
        }

        ReviewView view(ReviewQueue.Item item, List<Correction> corrections) {
            List<Correctable> doubtful = Doubt.fields(item.doubts());
            List<Field> fields =
                    doubtful.stream().map(field -> field(field, item)).toList();
            List<Row> others = Stream.of(Correctable.values())
                    .filter(field -> !doubtful.contains(field))
                    .filter(field -> !field.of(document.attributes()).isEmpty())
                    .map(field -> row(field, corrections))
                    .toList();
            return new ReviewView(
                    document.id(),
                    document.title(),
                    document.sources().getFirst().path(),
                    item.copies(),
                    item.skipped(),
                    fields,
                    others,
                    opening());
        }

        private Row row(Correctable field, List<Correction> corrections) {
            String person = corrections.stream()
                    .filter(correction -> correction.field() == field)
                    .findFirst()
                    .map(correction -> say.say("list.aside", say.say("confidence.person")))
                    .orElse("");
            return new Row(
                    CorrectionForm.title(field, say),
                    CorrectionForm.names(field.of(document.attributes()), say) + person);
        }

        private Field field(Correctable field, ReviewQueue.Item item) {
            List<String> why = item.doubts().stream()
                    .filter(doubt -> doubt.field() == field)
                    .map(doubt -> say.say("review.why." + doubt.reason().name()))
                    .distinct()
                    .toList();
            List<Label> ruled = field.of(document.attributes());
            return new Field(
                    field.english(),
                    CorrectionForm.title(field, say),
                    why,
                    ruled.isEmpty() ? say.say("unknown") : CorrectionForm.names(ruled, say),
                    sure(field),
                    options(field, ruled),
                    field.labels(taxonomy),
                    Claims.proofs(document, evidence(field), marks, say));
        }

        private List<Option> options(Correctable field, List<Label> ruled) {
            List<Option> options = new ArrayList<>();
            ruled.forEach(label -> options.add(
                    new Option(options.size() + 1, label.id(), label.name(), say.say("review.ruled"), true)));
            for (Label label : new Alternatives(taxonomy, document, twins).of(field)) {
                options.add(new Option(options.size() + 1, label.id(), label.name(), note(field, label), false));
            }
            String none = say.say(ruled.isEmpty() ? "review.none.ruled" : "review.none");
            options.add(new Option(0, CorrectionForm.NONE, none, "", ruled.isEmpty()));
            return options;
        }

        private String note(Correctable field, Label label) {
            long same = twins.stream()
                    .filter(twin -> field.of(twin.attributes()).contains(label))
                    .count();
            if (same > 0) {
                return say.say("review.twins", same);
            }
            boolean page = document.attributes()
                    .pageDate()
                    .filter(date -> label.id().equals("" + date.date().getYear()))
                    .isPresent();
            return field.isYear() && page ? say.say("attribute.pageDate") : "";
        }

        private String sure(Correctable field) {
            Optional<Claim> claim = claim(field);
            return claim.map(known -> say.say("confidence", Math.round(known.confidence() * 100)))
                    .orElse("");
        }

        private Optional<Claim> claim(Correctable field) {
            return switch (field) {
                case TYPE -> document.attributes().meeting();
                case KIND -> document.attributes().kind();
                case LEVEL -> document.attributes().level();
                case SPEAKER -> document.attributes().speaker();
                case OCCASION -> document.attributes().occasion();
                case THEMES -> document.attributes().themes().stream().findFirst();
                case YEAR, WORK_YEAR -> Optional.empty();
            };
        }

        private List<Evidence> evidence(Correctable field) {
            return switch (field) {
                case YEAR -> document.attributes().dating().evidence();
                case WORK_YEAR ->
                    document.attributes().workYear().map(WorkYear::evidence).orElse(List.of());
                case TYPE, KIND, LEVEL, SPEAKER, OCCASION, THEMES ->
                    claim(field).map(Claim::evidence).orElse(List.of());
            };
        }

        private List<Excerpt> opening() {
            List<Block> shown = document.blocks().stream()
                    .filter(this::shown)
                    .limit(MOST_EXCERPTS * 2L)
                    .toList();
            List<DocumentView.Line> lines = DocumentView.lines(document, marks, shown::contains);
            List<Excerpt> excerpts = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                int before = i == 0 ? -1 : document.blocks().indexOf(shown.get(i - 1));
                boolean gap = document.blocks().indexOf(shown.get(i)) != before + 1;
                excerpts.add(new Excerpt(gap, lines.get(i)));
            }
            return excerpts;
        }

        private boolean shown(Block block) {
            return block.span().start() < OPENING
                    || marks.stream().anyMatch(mark -> block.span().overlaps(mark.span()));
        }
    }
}
