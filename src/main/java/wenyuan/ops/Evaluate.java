package wenyuan.ops;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import wenyuan.model.Attributes;
import wenyuan.model.Claim;
import wenyuan.model.Dating;
import wenyuan.model.Document;
import wenyuan.model.Evidence;
import wenyuan.store.Store;

/**
 * Compares the archive with right answers: a file of JSON lines with the field names of an export. A field that an answer
 * leaves out is not judged; null means that there must be no label; a list means that any of its members is right
 * (null among them lets the archive abstain; for {@code themeIds} all are wanted). Of a file with several texts an answer is about the one that {@code part} counts.
 */
public final class Evaluate {
    /** The fields judged, and how to read each from a document. */
    private static final Map<String, Function<Attributes, Given>> FIELDS = fields();

    private Evaluate() {}

    /**
     * Judges the documents of {@code store} that {@code labels} names by {@code source} and {@code part}.
     *
     * @throws IllegalArgumentException when a line is not an object with a source; the message names file and line
     */
    public static Evaluation of(Path labels, Store store) throws IOException {
        Map<Text, Document> texts = texts(store);
        Map<String, Evaluation.Score> scores = new LinkedHashMap<>();
        List<Evaluation.Disagreement> errors = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        int labelled = 0;
        for (JsonNode answer : read(labels)) {
            Text text = Text.of(answer);
            Optional<Document> document = Optional.ofNullable(texts.get(text));
            if (document.isEmpty()) {
                if (!answer.has("fate")) {
                    missing.add(text.toString());
                }
                continue;
            }
            labelled++;
            judge(answer, document.get(), text, scores, errors);
        }
        return new Evaluation(labelled, missing, scores, errors);
    }

    private static Map<Text, Document> texts(Store store) {
        Map<Text, Document> texts = new HashMap<>();
        store.forEachDocument(document ->
                document.sources().forEach(source -> texts.put(new Text(source.path(), document.part()), document)));
        return texts;
    }

    private static List<JsonNode> read(Path labels) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<JsonNode> answers = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(labels)) {
            number++;
            if (!line.isBlank()) {
                answers.add(answer(mapper, line, labels + ":" + number));
            }
        }
        return answers;
    }

    private static JsonNode answer(ObjectMapper mapper, String line, String place) {
        try {
            JsonNode answer = mapper.readTree(line);
            if (!answer.path("source").isTextual()) {
                throw new IllegalArgumentException(place + ": expected an object with the field \"source\"");
            }
            return answer;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    place + ": expected one JSON object a line; " + e.getOriginalMessage(), e);
        }
    }

    private static void judge(
            JsonNode answer,
            Document document,
            Text text,
            Map<String, Evaluation.Score> scores,
            List<Evaluation.Disagreement> errors) {
        FIELDS.forEach((field, reader) -> {
            if (!answer.has(field)) {
                return;
            }
            Set<String> wanted = wanted(answer.get(field));
            Given given = reader.apply(document.attributes());
            boolean all = field.equals("themeIds");
            int right = (int) given.values().stream().filter(wanted::contains).count();
            boolean mayAbstain = !all && given.values().isEmpty() && mayBeNull(answer.get(field));
            int wantedCount = all ? wanted.size() : mayAbstain ? 0 : Math.min(1, wanted.size());
            scores.merge(
                    field,
                    Evaluation.Score.NONE.plus(wantedCount, given.values().size(), right),
                    (old, more) -> old.plus(more.wanted(), more.given(), more.right()));
            if (right < wantedCount || right < given.values().size()) {
                errors.add(new Evaluation.Disagreement(
                        text.source(),
                        text.part(),
                        field,
                        String.join(" ", wanted),
                        String.join(" ", given.values()),
                        given.quotes()));
            }
        });
        knownYear(answer, document, scores);
    }

    /** The years that the archive calls known, judged apart: they must be right nearly always. */
    private static void knownYear(JsonNode answer, Document document, Map<String, Evaluation.Score> scores) {
        if (answer.has("year") && document.attributes().dating() instanceof Dating.Known known) {
            boolean right = wanted(answer.get("year")).contains(Integer.toString(known.value()));
            scores.merge(
                    "year (known)",
                    Evaluation.Score.NONE.plus(1, 1, right ? 1 : 0),
                    (old, more) -> old.plus(more.wanted(), more.given(), more.right()));
        }
    }

    /** Whether no label is one of several right answers. */
    private static boolean mayBeNull(JsonNode value) {
        return value.isArray()
                && StreamSupport.stream(value.spliterator(), false).anyMatch(JsonNode::isNull);
    }

    private static Set<String> wanted(JsonNode value) {
        Set<String> wanted = new LinkedHashSet<>();
        if (value.isArray()) {
            value.forEach(member -> {
                if (!member.isNull()) {
                    wanted.add(member.asText());
                }
            });
        } else if (!value.isNull()) {
            wanted.add(value.asText());
        }
        return wanted;
    }

    private static Map<String, Function<Attributes, Given>> fields() {
        Map<String, Function<Attributes, Given>> fields = new LinkedHashMap<>();
        fields.put(
                "meetingTypeId", attributes -> ids(attributes.meeting().stream().toList()));
        fields.put("year", attributes -> year(attributes.dating()));
        fields.put(
                "yearStatus",
                attributes -> new Given(
                        List.of(attributes.dating().status()),
                        quotes(attributes.dating().evidence())));
        fields.put(
                "workYear",
                attributes -> attributes
                        .workYear()
                        .map(year -> new Given(List.of(Integer.toString(year.year())), quotes(year.evidence())))
                        .orElse(Given.NOTHING));
        fields.put(
                "pageDate",
                attributes -> attributes
                        .pageDate()
                        .map(page -> new Given(List.of(page.date().toString()), quotes(List.of(page.evidence()))))
                        .orElse(Given.NOTHING));
        fields.put(
                "occasion", attributes -> names(attributes.occasion().stream().toList()));
        fields.put("kind", attributes -> names(attributes.kind().stream().toList()));
        fields.put("level", attributes -> names(attributes.level().stream().toList()));
        fields.put("speaker", attributes -> names(attributes.speaker().stream().toList()));
        fields.put("themeIds", attributes -> ids(attributes.themes()));
        return fields;
    }

    private static Given year(Dating dating) {
        return new Given(dating.year().stream().mapToObj(Integer::toString).toList(), quotes(dating.evidence()));
    }

    private static Given ids(List<Claim> claims) {
        return new Given(claims.stream().map(claim -> claim.label().id()).toList(), reasons(claims));
    }

    private static Given names(List<Claim> claims) {
        return new Given(claims.stream().map(claim -> claim.label().name()).toList(), reasons(claims));
    }

    private static List<String> reasons(List<Claim> claims) {
        return claims.stream()
                .flatMap(claim -> quotes(claim.evidence()).stream())
                .toList();
    }

    private static List<String> quotes(List<Evidence> evidence) {
        return evidence.stream()
                .map(piece -> piece.rule() + " “" + piece.quote() + "”")
                .toList();
    }

    /** A text of the archive as people name it. */
    private record Text(String source, OptionalInt part) {
        static Text of(JsonNode answer) {
            OptionalInt part =
                    answer.has("part") ? OptionalInt.of(answer.get("part").asInt()) : OptionalInt.empty();
            return new Text(answer.path("source").asText(), part);
        }

        @Override
        public String toString() {
            return source + (part.isPresent() ? "#" + part.getAsInt() : "");
        }
    }

    private record Given(List<String> values, List<String> quotes) {
        static final Given NOTHING = new Given(List.of(), List.of());
    }
}
