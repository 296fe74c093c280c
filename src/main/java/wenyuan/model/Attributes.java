package wenyuan.model;

import java.util.List;
import java.util.Optional;

/**
 * Everything that is claimed about a document. An empty {@code Optional} means: not known, and so said.
 *
 * @param meeting primary type of the meeting
 * @param otherMeetings further types, at most two (the right side of 暨)
 * @param occasion what the meeting celebrates or closes
 * @param dating year of the meeting
 * @param workYear year that is summed up
 * @param pageDate the site's date
 * @param kind what the document is: speech, report, news …
 * @param level level of the organisation that met
 * @param speaker role of the speaker
 * @param themes at most five, best first
 * @param status conditions worth filtering by: truncated, repaired, year disputed …
 * @param segments stretches of the text that are of kinds of their own, in order; none when it is of one kind throughout
 * @param formulas formulas that the text uses, in the order in which they first stand there
 * @param places places that it names itself by, in the order of the text, at most three; a label's id is its name
 * @param organisations organisations that it names itself by, likewise
 */
public record Attributes(
        Optional<Claim> meeting,
        List<Claim> otherMeetings,
        Optional<Claim> occasion,
        Dating dating,
        Optional<WorkYear> workYear,
        Optional<PageDate> pageDate,
        Optional<Claim> kind,
        Optional<Claim> level,
        Optional<Claim> speaker,
        List<Claim> themes,
        List<Claim> status,
        List<Segment> segments,
        List<FormulaUse> formulas,
        List<Claim> places,
        List<Claim> organisations) {
    /** Attributes of a document about which nothing is known. */
    public static final Attributes NONE = new Attributes(
            Optional.empty(),
            List.of(),
            Optional.empty(),
            new Dating.Unknown(List.of()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    public Attributes {
        otherMeetings = List.copyOf(otherMeetings);
        themes = List.copyOf(themes);
        status = List.copyOf(status);
        segments = List.copyOf(segments);
        formulas = List.copyOf(formulas);
        places = List.copyOf(places);
        organisations = List.copyOf(organisations);
    }
}
