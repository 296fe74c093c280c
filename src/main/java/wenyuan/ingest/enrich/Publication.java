package wenyuan.ingest.enrich;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.stream.Stream;
import wenyuan.model.Chronology.Cue;
import wenyuan.model.Evidence;
import wenyuan.model.PageDate;
import wenyuan.model.Rule;

/**
 * What publishing says about the meeting: nothing is published before it was held. And where an agency dates its report without
 * a year (7月21日电), and that was published within days, both were of one year: old reports are seldom printed again on the
 * same days of another year. Of what is no agency's report nothing of the kind is believed; sites show old texts in season.
 */
final class Publication {
    private static final double TOGETHER = 0.6;
    private static final int DAYS = 4;
    private static final int TAIL_LINES = 3;

    private final Material material;
    private final List<PageDate> published;

    Publication(Material material, Optional<PageDate> page) {
        this.material = material;
        this.published = Stream.concat(page.stream(), imprint().stream()).toList();
    }

    /** The latest years that publishing allows. */
    Stream<Clue> bounds() {
        return published.stream().map(date -> Clue.notAfter(date.date().getYear(), date.evidence()));
    }

    /** The year of a day that was published within days. */
    Stream<Clue> clues() {
        return published.stream().flatMap(this::together);
    }

    private Stream<Clue> together(PageDate published) {
        return cue(Cue.WIRE)
                .all(material.whole().text())
                .flatMap(day -> year(day, published.date()).stream()
                        .mapToObj(year -> Clue.exactly(
                                year,
                                TOGETHER,
                                material.whole().evidence(cue(Cue.WIRE).id(), day))))
                .limit(1);
    }

    /** The year in which the day was a few days before {@code published}. */
    private static OptionalInt year(MatchResult day, LocalDate published) {
        for (int year = published.getYear(); year >= published.getYear() - 1; year--) {
            Optional<LocalDate> date = date(year, day);
            if (date.isPresent()) {
                long days = ChronoUnit.DAYS.between(date.get(), published);
                if (days >= 0 && days <= DAYS) {
                    return OptionalInt.of(year);
                }
            }
        }
        return OptionalInt.empty();
    }

    private static Optional<LocalDate> date(int year, MatchResult day) {
        return date(year, Integer.parseInt(day.group("m")), Integer.parseInt(day.group("d")));
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Where a newspaper says on which day and page it printed the text: 《人民日报》（2020年07月22日02版）. */
    private Optional<PageDate> imprint() {
        Rule rule = cue(Cue.IMPRINT);
        return Stream.concat(material.lines(true, TAIL_LINES), material.lines(false, TAIL_LINES))
                .flatMap(line -> rule.all(line.text()).flatMap(match -> imprint(rule, line, match).stream()))
                .findFirst();
    }

    private static Optional<PageDate> imprint(Rule rule, Passage line, MatchResult match) {
        Evidence evidence = line.evidence(rule.id(), match);
        return date(
                        Integer.parseInt(match.group("y")),
                        Integer.parseInt(match.group("m")),
                        Integer.parseInt(match.group("d")))
                .map(date -> new PageDate(date, evidence));
    }

    private Rule cue(Cue cue) {
        return material.rules().chronology().cues().get(cue);
    }
}
