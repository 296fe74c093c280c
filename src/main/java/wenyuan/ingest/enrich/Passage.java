package wenyuan.ingest.enrich;

import java.util.regex.MatchResult;
import wenyuan.model.Evidence;
import wenyuan.model.Place;
import wenyuan.model.Span;
import wenyuan.model.Trigger;
import wenyuan.model.Zone;
import wenyuan.text.Normal;

/**
 * A stretch of text that rules look at: its normal form, and the way back to what evidence quotes. Immutable.
 *
 * @param place where it stands
 * @param source the text that spans of evidence count in
 * @param from where the passage begins in {@code source}
 * @param normal the normal form of the passage
 * @param part what triggers call it
 */
record Passage(Place place, String source, int from, Normal normal, Trigger.Part part) {
    static Passage inText(String cleanText, Span span, Trigger.Part part) {
        return new Passage(new Place.Text(), cleanText, span.start(), Normal.of(span.of(cleanText)), part);
    }

    static Passage inZone(Zone zone, Span span, Trigger.Part part) {
        Place place = new Place.PageZone(zone.name());
        return new Passage(place, zone.text(), span.start(), Normal.of(span.of(zone.text())), part);
    }

    static Passage inFileName(String path, Span span) {
        return new Passage(new Place.FileName(), path, span.start(), Normal.of(span.of(path)), Trigger.Part.TITLE);
    }

    /** The normal form, which patterns are matched against. */
    String text() {
        return normal.text();
    }

    /** Part of this passage, given in units of its normal form. */
    Passage cut(int start, int end, Trigger.Part newPart) {
        Span span = span(start, end);
        return new Passage(place, source, span.start(), Normal.of(span.of(source)), newPart);
    }

    /** Where units {@code start} to {@code end} of the normal form stand in the source. */
    Span span(int start, int end) {
        return normal.source(new Span(start, end)).shift(from);
    }

    /** Evidence for a match of {@code rule}. */
    Evidence evidence(String rule, int start, int end) {
        Span span = span(start, end);
        return new Evidence(rule, place, span.of(source), span);
    }

    /** Evidence of a whole match, or of its group {@code at}. */
    Evidence evidence(String rule, MatchResult match) {
        boolean part = match.namedGroups().containsKey("at") && match.start("at") >= 0;
        return part ? evidence(rule, match.start("at"), match.end("at")) : evidence(rule, match.start(), match.end());
    }

    /** How sure a claim is that rests on this passage, where 1 is the title. */
    double trust() {
        return switch (place) {
            case Place.FileName name -> 0.85;
            case Place.PageZone zone -> 0.9;
            case Place.Text text ->
                switch (part) {
                    case TITLE -> 1;
                    case CLAUSE, BYLINE -> 0.9;
                    case OPENING -> 0.85;
                };
        };
    }
}
