package wenyuan.ops;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import wenyuan.model.Attributes;
import wenyuan.model.Block;
import wenyuan.model.Claim;
import wenyuan.model.Completeness;
import wenyuan.model.Document;
import wenyuan.model.Evidence;
import wenyuan.model.FormulaUse;
import wenyuan.model.Heading;
import wenyuan.model.PageDate;
import wenyuan.model.Place;
import wenyuan.model.Slot;
import wenyuan.model.Source;
import wenyuan.model.Span;
import wenyuan.model.WorkYear;
import wenyuan.model.Zone;

/** Whether every span of a document lies in its text, and every quote stands where it says. Pure. */
final class Quotes {
    private Quotes() {}

    /** What is wrong, a sentence each. */
    static Stream<String> check(Document document) {
        Stream<String> outside = spans(document)
                .filter(span -> span.end() > document.text().length())
                .map(span -> document.id() + ": " + span + " ends after the text, which has "
                        + document.text().length() + " units");
        Stream<String> repairs = document.repairs().stream()
                .filter(repair -> !stands(repair.span(), repair.after(), document.text()))
                .map(repair -> document.id() + ": the text does not hold what " + repair + " made");
        Stream<String> evidence = evidence(document)
                .filter(piece -> !stands(piece, document))
                .map(piece -> document.id() + ": " + piece.place().label() + " does not hold " + piece);
        return Stream.of(outside, repairs, evidence).flatMap(problems -> problems);
    }

    private static Stream<Span> spans(Document document) {
        return Stream.of(
                        document.titleSpan().stream(),
                        document.blocks().stream().map(Block::span),
                        document.outline().stream().map(Heading::span),
                        document.sentences().stream(),
                        document.slots().stream().map(Slot::span))
                .flatMap(spans -> spans);
    }

    private static boolean stands(Evidence evidence, Document document) {
        Stream<String> places = switch (evidence.place()) {
            case Place.Text text -> Stream.of(document.text());
            case Place.PageZone zone ->
                document.zones().stream()
                        .filter(z -> z.name().equals(zone.name()))
                        .map(Zone::text);
            case Place.FileName name -> document.sources().stream().map(Source::path);
        };
        return places.anyMatch(place -> stands(evidence.span(), evidence.quote(), place));
    }

    private static boolean stands(Span span, String quote, String text) {
        return span.end() <= text.length() && span.of(text).equals(quote);
    }

    private static Stream<Evidence> evidence(Document document) {
        Attributes attributes = document.attributes();
        Stream<Claim> claims = Stream.of(
                        attributes.meeting().stream(),
                        attributes.otherMeetings().stream(),
                        attributes.occasion().stream(),
                        attributes.kind().stream(),
                        attributes.level().stream(),
                        attributes.speaker().stream(),
                        attributes.themes().stream(),
                        attributes.status().stream(),
                        attributes.places().stream(),
                        attributes.organisations().stream())
                .flatMap(some -> some);
        return Stream.of(
                        claims.map(Claim::evidence).flatMap(Collection::stream),
                        attributes.formulas().stream().map(FormulaUse::evidence).flatMap(Collection::stream),
                        attributes.dating().evidence().stream(),
                        flat(attributes.workYear().map(WorkYear::evidence)),
                        attributes.pageDate().map(PageDate::evidence).stream(),
                        document.completeness().map(Completeness::evidence).stream())
                .flatMap(some -> some);
    }

    private static Stream<Evidence> flat(Optional<List<Evidence>> evidence) {
        return evidence.stream().flatMap(List::stream);
    }
}
