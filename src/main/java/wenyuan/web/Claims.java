package wenyuan.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import wenyuan.model.Attributes;
import wenyuan.model.Claim;
import wenyuan.model.Dating;
import wenyuan.model.Document;
import wenyuan.model.Evidence;
import wenyuan.model.Formula;
import wenyuan.model.FormulaUse;
import wenyuan.model.Formulas;
import wenyuan.model.Place;
import wenyuan.query.Field;

/**
 * What is claimed about a document, row by row, with numbered proofs.
 *
 * @param rows in order of display
 * @param formulas fixed wordings that the text uses
 * @param marks the proofs that stand in the text
 */
public record Claims(List<Row> rows, List<Wording> formulas, List<Mark> marks) {
    /**
     * One label.
     *
     * @param name what kind of label, for example 会议类型
     * @param value its value, or that there is none
     * @param note how sure, in words
     * @param url other documents with this label; empty when there are none to show
     * @param known false when nothing is claimed
     */
    public record Row(String name, String value, String note, String url, boolean known, List<Proof> proofs) {}

    /**
     * One piece of evidence.
     *
     * @param anchor where to jump: a place in the text, a zone, or the sources
     * @param where in which part of the material it stands; empty for the text itself
     */
    public record Proof(String quote, String anchor, String where, String rule) {
        private Proof and(Proof same) {
            return List.of(rule.split(" ")).contains(same.rule)
                    ? this
                    : new Proof(quote, anchor, where, rule + " " + same.rule);
        }
    }

    /**
     * A fixed wording that the text uses.
     *
     * @param since when it was first seen, and how surely that is known
     * @param current what is said today in its place; empty while it is current
     * @param count how often it stands in the text
     * @param anchor its first place in the text
     * @param url documents that use it
     */
    public record Wording(String wording, String since, String current, int count, String anchor, String url) {}

    static Claims of(Document document, Formulas formulas, Messages say) {
        return new Reader(document, formulas, say).read();
    }

    /** Proofs for these pieces of evidence; the marks of those that stand in the text are added to {@code marks}. */
    static List<Proof> proofs(Document document, List<Evidence> evidence, List<Mark> marks, Messages say) {
        Reader reader = new Reader(document, Formulas.NONE, say);
        int before = marks.size();
        reader.marks.addAll(marks);
        List<Proof> proofs = reader.proofs(evidence);
        marks.addAll(reader.marks.subList(before, reader.marks.size()));
        return proofs;
    }

    private static final class Reader {
        private final Document document;
        private final Formulas formulas;
        private final Messages say;
        private final List<Row> rows = new ArrayList<>();
        private final List<Mark> marks = new ArrayList<>();

        Reader(Document document, Formulas formulas, Messages say) {
            this.document = document;
            this.formulas = formulas;
            this.say = say;
        }

        Claims read() {
            Attributes attributes = document.attributes();
            add("type", Field.TYPE, attributes.meeting());
            attributes.otherMeetings().forEach(claim -> rows.add(row("otherType", claim, Field.TYPE)));
            attributes.occasion().ifPresent(claim -> rows.add(row("occasion", claim)));
            rows.add(year(attributes.dating()));
            attributes
                    .workYear()
                    .ifPresent(work ->
                            rows.add(plain("workYear", say.say("year.plain", "" + work.year()), work.evidence())));
            attributes
                    .pageDate()
                    .ifPresent(page -> rows.add(plain("pageDate", page.date().toString(), List.of(page.evidence()))));
            add("kind", Field.KIND, attributes.kind());
            attributes.segments().forEach(segment -> rows.add(row("segment", segment.kind(), Field.KIND)));
            add("level", Field.LEVEL, attributes.level());
            add("speaker", Field.SPEAKER, attributes.speaker());
            attributes.places().forEach(claim -> rows.add(row("place", claim)));
            attributes.organisations().forEach(claim -> rows.add(row("organisation", claim)));
            attributes.themes().forEach(claim -> rows.add(theme(claim)));
            attributes.status().forEach(claim -> rows.add(row("status", claim, Field.STATUS)));
            document.completeness()
                    .ifPresent(part -> rows.add(
                            plain("completeness", say.say("complete", part.percent()), List.of(part.evidence()))));
            List<Wording> wordings =
                    attributes.formulas().stream().map(this::wording).toList();
            return new Claims(List.copyOf(rows), wordings, List.copyOf(marks));
        }

        private Wording wording(FormulaUse use) {
            Optional<Formula> formula = formulas.find(use.label().id());
            String since = formula.map(Formula::firstSeen)
                    .map(seen -> say.say(seen.checked() ? "formula.since" : "formula.since.remembered", seen.date()))
                    .orElse("");
            String current = formula.flatMap(formulas::current)
                    .map(now -> now.label().name())
                    .orElse("");
            String anchor = use.evidence().stream()
                    .findFirst()
                    .map(first -> proof(first).anchor())
                    .orElse("");
            String url = Address.of("").toggle(Field.FORMULA, use.label().id()).url();
            return new Wording(use.label().name(), since, current, use.count(), anchor, url);
        }

        private void add(String name, Field field, Optional<Claim> claim) {
            rows.add(claim.map(known -> row(name, known, field))
                    .orElseGet(
                            () -> new Row(say.say("attribute." + name), say.say("unknown"), "", "", false, List.of())));
        }

        private Row row(String name, Claim claim, Field field) {
            String url = Address.of("").toggle(field, claim.label().id()).url();
            return new Row(
                    say.say("attribute." + name),
                    claim.label().name(),
                    note(claim),
                    url,
                    true,
                    proofs(claim.evidence()));
        }

        private Row theme(Claim claim) {
            return new Row(
                    say.say("attribute.theme"),
                    claim.label().name(),
                    note(claim),
                    ThemeView.url(claim.label().id()),
                    true,
                    proofs(claim.evidence()));
        }

        private Row row(String name, Claim claim) {
            return new Row(
                    say.say("attribute." + name),
                    claim.label().name(),
                    note(claim),
                    "",
                    true,
                    proofs(claim.evidence()));
        }

        private Row plain(String name, String value, List<Evidence> evidence) {
            return new Row(say.say("attribute." + name), value, "", "", true, proofs(evidence));
        }

        private Row year(Dating dating) {
            boolean decided =
                    dating instanceof Dating.Known && dating.evidence().isEmpty();
            String value = dating.years().isEmpty()
                    ? say.say("unknown")
                    : String.join(
                            say.say("list.or"),
                            dating.years().stream()
                                    .map(year -> say.say("year.plain", "" + year))
                                    .toList());
            String url = dating.year().isEmpty()
                    ? ""
                    : Address.of("")
                            .toggle(Field.YEAR, "" + dating.year().getAsInt())
                            .url();
            return new Row(
                    say.say("attribute.year"),
                    value,
                    decided ? say.say("confidence.person") : say.say("year.status." + dating.status()),
                    url,
                    dating.year().isPresent(),
                    proofs(dating.evidence()));
        }

        private String note(Claim claim) {
            if (claim.evidence().isEmpty()) {
                return say.say("confidence.person");
            }
            return claim.confidence() >= 1 ? "" : say.say("confidence", Math.round(claim.confidence() * 100));
        }

        /** The same words are shown once, however many rules saw them. */
        private List<Proof> proofs(List<Evidence> evidence) {
            Map<List<String>, Proof> folded = new LinkedHashMap<>();
            evidence.stream()
                    .map(this::proof)
                    .forEach(proof -> folded.merge(List.of(proof.quote(), proof.where()), proof, Proof::and));
            return List.copyOf(folded.values());
        }

        private Proof proof(Evidence evidence) {
            return switch (evidence.place()) {
                case Place.Text text -> {
                    Mark mark = new Mark(evidence.span(), Mark.Kind.EVIDENCE, marks.size() + 1, "");
                    marks.add(mark);
                    yield new Proof(evidence.quote(), mark.anchor(), "", evidence.rule());
                }
                case Place.PageZone zone ->
                    new Proof(
                            evidence.quote(),
                            zoneAnchor(zone.name(), evidence.quote()),
                            say.say("place.zone", say.name("zone", zone.name())),
                            evidence.rule());
                case Place.FileName name ->
                    new Proof(evidence.quote(), "sources", say.say("place.fileName"), evidence.rule());
            };
        }

        /** Several zones may bear one name: the first that holds the quote is meant. */
        private String zoneAnchor(String name, String quote) {
            return Stream.of(true, false)
                    .flatMap(exact -> document.zones().stream()
                            .filter(zone -> zone.name().equals(name)
                                    && (!exact || zone.text().contains(quote))))
                    .findFirst()
                    .map(zone -> "z" + (document.zones().indexOf(zone) + 1))
                    .orElse("zones");
        }
    }
}
