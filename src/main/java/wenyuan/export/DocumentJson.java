package wenyuan.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import wenyuan.model.Attributes;
import wenyuan.model.Claim;
import wenyuan.model.Dating;
import wenyuan.model.Document;
import wenyuan.model.Evidence;
import wenyuan.model.Formulas;
import wenyuan.model.Label;
import wenyuan.model.PageDate;
import wenyuan.model.Source;
import wenyuan.model.WorkYear;
import wenyuan.model.Zone;
import wenyuan.search.KeyPhrase;

/** Documents as JSON: the line of an export, and the whole with its evidence. Field names are a contract. */
public final class DocumentJson {
    private DocumentJson() {}

    /** The labels of a document, one flat object: a line of {@code export}. Labels are names, absent ones null. */
    public static ObjectNode row(Document document) {
        Attributes attributes = document.attributes();
        ObjectNode row = Json.object();
        row.put("id", document.id());
        row.put("source", document.sources().getFirst().path());
        putNumber(row, "part", document.part());
        row.put("title", document.title());
        row.set("meetingType", name(attributes.meeting()));
        row.set(
                "meetingTypeId",
                Json.optionalText(
                        attributes.meeting().map(claim -> claim.label().id())));
        row.set("occasion", name(attributes.occasion()));
        putNumber(row, "year", attributes.dating().year());
        row.put("yearStatus", attributes.dating().status());
        row.set("years", Json.numbers(attributes.dating().years()));
        putNumber(
                row,
                "workYear",
                attributes.workYear().map(year -> OptionalInt.of(year.year())).orElse(OptionalInt.empty()));
        row.set(
                "pageDate",
                Json.optionalText(attributes.pageDate().map(page -> page.date().toString())));
        row.set("kind", name(attributes.kind()));
        row.set("level", name(attributes.level()));
        row.set("speaker", name(attributes.speaker()));
        row.set(
                "themes",
                Json.strings(
                        labels(attributes.themes()).stream().map(Label::name).toList()));
        row.set(
                "themeIds",
                Json.strings(labels(attributes.themes()).stream().map(Label::id).toList()));
        row.set(
                "status",
                Json.strings(
                        labels(attributes.status()).stream().map(Label::name).toList()));
        row.put("chars", document.text().length());
        return row;
    }

    /**
     * Everything about a document.
     *
     * @param raw the text as extracted, when asked for
     * @param twins ids of documents with the same text
     * @param parts ids of all texts of the compilation that it comes from, in order; none when its file holds one text
     * @param formulas the ledger, which knows the history of those that it uses
     */
    public static ObjectNode whole(
            Document document, Optional<String> raw, List<String> twins, List<String> parts, Formulas formulas) {
        ObjectNode whole = row(document);
        whole.put("text", document.text());
        raw.ifPresent(text -> whole.put("raw", text));
        whole.set("attributes", attributes(document.attributes()));
        whole.set("formulas", Json.array(document.attributes().formulas(), use -> FormulaJson.use(use, formulas)));
        whole.set(
                "outline",
                Json.array(
                        document.outline(),
                        heading -> Json.object()
                                .put("level", heading.level())
                                .put("ordinal", heading.ordinal())
                                .put("text", heading.span().of(document.text()))
                                .set("span", Json.span(heading.span()))));
        whole.set(
                "repairs",
                Json.array(
                        document.repairs(),
                        repair -> Json.object()
                                .put("rule", repair.rule())
                                .put("before", repair.before())
                                .put("after", repair.after())
                                .set("span", Json.span(repair.span()))));
        whole.set(
                "slots",
                Json.array(
                        document.slots(),
                        slot -> Json.object().put("kind", slot.kind().name()).set("span", Json.span(slot.span()))));
        whole.set("zones", Json.array(document.zones(), DocumentJson::zone));
        whole.set(
                "completeness",
                Json.optional(
                        document.completeness(),
                        part -> Json.object()
                                .put("percent", part.percent())
                                .set("evidence", evidence(part.evidence()))));
        whole.set("sources", Json.array(document.sources(), DocumentJson::source));
        whole.set("twins", Json.strings(twins));
        whole.set("parts", Json.strings(parts));
        whole.put("rules", document.rules());
        return whole;
    }

    /** The expressions that are a document's own, best first. */
    public static ArrayNode keyPhrases(List<KeyPhrase> phrases) {
        return Json.array(
                phrases,
                phrase -> Json.object()
                        .put("phrase", phrase.phrase())
                        .put("count", phrase.count())
                        .put("documents", phrase.documents())
                        .put("score", phrase.score()));
    }

    /** Every label with its evidence. */
    public static ObjectNode attributes(Attributes attributes) {
        ObjectNode all = Json.object();
        all.set("meetingType", Json.optional(attributes.meeting(), DocumentJson::claim));
        all.set("otherMeetingTypes", Json.array(attributes.otherMeetings(), DocumentJson::claim));
        all.set("occasion", Json.optional(attributes.occasion(), DocumentJson::claim));
        all.set("year", dating(attributes.dating()));
        all.set("workYear", Json.optional(attributes.workYear(), DocumentJson::workYear));
        all.set("pageDate", Json.optional(attributes.pageDate(), DocumentJson::pageDate));
        all.set("kind", Json.optional(attributes.kind(), DocumentJson::claim));
        all.set("level", Json.optional(attributes.level(), DocumentJson::claim));
        all.set("speaker", Json.optional(attributes.speaker(), DocumentJson::claim));
        all.set("places", Json.array(attributes.places(), DocumentJson::claim));
        all.set("organisations", Json.array(attributes.organisations(), DocumentJson::claim));
        all.set("themes", Json.array(attributes.themes(), DocumentJson::claim));
        all.set("status", Json.array(attributes.status(), DocumentJson::claim));
        all.set("segments", Json.array(attributes.segments(), segment -> {
            ObjectNode node = claim(segment.kind());
            node.set("span", Json.span(segment.span()));
            return node;
        }));
        return all;
    }

    /** One piece of evidence. */
    public static ObjectNode evidence(Evidence evidence) {
        ObjectNode node = Json.object();
        node.put("rule", evidence.rule());
        node.put("in", evidence.place().label());
        node.put("quote", evidence.quote());
        node.set("span", Json.span(evidence.span()));
        return node;
    }

    private static ObjectNode claim(Claim claim) {
        ObjectNode node = Json.object();
        node.put("id", claim.label().id());
        node.put("value", claim.label().name());
        node.put("confidence", claim.confidence());
        node.set("evidence", Json.array(claim.evidence(), DocumentJson::evidence));
        return node;
    }

    private static ObjectNode dating(Dating dating) {
        ObjectNode node = Json.object();
        putNumber(node, "value", dating.year());
        node.put("status", dating.status());
        node.set("years", Json.numbers(dating.years()));
        node.set("evidence", Json.array(dating.evidence(), DocumentJson::evidence));
        return node;
    }

    private static ObjectNode workYear(WorkYear workYear) {
        ObjectNode node = Json.object().put("value", workYear.year());
        node.set("evidence", Json.array(workYear.evidence(), DocumentJson::evidence));
        return node;
    }

    private static ObjectNode pageDate(PageDate pageDate) {
        ObjectNode node = Json.object().put("value", pageDate.date().toString());
        node.set("evidence", Json.array(List.of(pageDate.evidence()), DocumentJson::evidence));
        return node;
    }

    private static ObjectNode zone(Zone zone) {
        return Json.object()
                .put("name", zone.name())
                .put("rule", zone.rule())
                .put("text", zone.text())
                .put("before", zone.before());
    }

    private static ObjectNode source(Source source) {
        return Json.object()
                .put("path", source.path())
                .put("collection", source.collection())
                .put("replaced", source.replaced());
    }

    private static JsonNode name(Optional<Claim> claim) {
        return Json.optionalText(claim.map(Claim::label).map(Label::name));
    }

    private static List<Label> labels(List<Claim> claims) {
        return claims.stream().map(Claim::label).toList();
    }

    private static void putNumber(ObjectNode node, String field, OptionalInt number) {
        if (number.isPresent()) {
            node.put(field, number.getAsInt());
        } else {
            node.putNull(field);
        }
    }
}
