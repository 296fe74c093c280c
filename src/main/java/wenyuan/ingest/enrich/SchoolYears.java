package wenyuan.ingest.enrich;

import java.util.regex.MatchResult;
import java.util.stream.Stream;
import wenyuan.model.Chronology.Cue;
import wenyuan.model.Evidence;
import wenyuan.model.Rule;

/**
 * Years as schools count them: 2009-2010学年第一学期 begins in the autumn of 2009 and ends in January; a class that enters or leaves
 * bears the year in which it does. Only in the title and just below it.
 */
final class SchoolYears {
    private static final int HEAD = 300;
    private static final int SUMMER = 8;
    private static final double STATED = 0.8;
    private static final double USUAL = 0.6;

    private final Material material;
    private final Month month;
    private final String head;

    SchoolYears(Material material, Month month) {
        this.material = material;
        this.month = month;
        String text = material.whole().text();
        this.head = text.substring(
                0, Math.min(text.length(), material.titleInWhole().end() + HEAD));
    }

    Stream<Clue> clues() {
        return Stream.of(found(Cue.FIRST_TERM), found(Cue.SECOND_TERM), found(Cue.CLASS))
                .flatMap(clues -> clues);
    }

    private Stream<Clue> found(Cue cue) {
        Rule rule = material.rules().chronology().cues().get(cue);
        return rule.all(head)
                .limit(1)
                .flatMap(match ->
                        Years.year(match).stream().boxed().flatMap(year -> clues(cue, year, evidence(rule, match))));
    }

    private Stream<Clue> clues(Cue cue, int year, Evidence evidence) {
        if (cue != Cue.FIRST_TERM) {
            return Stream.of(Clue.exactly(cue == Cue.SECOND_TERM ? year + 1 : year, STATED, evidence));
        }
        if (month.number().isPresent()) {
            return Stream.of(Clue.exactly(month.before(SUMMER) ? year + 1 : year, STATED, evidence));
        }
        return Stream.of(new Clue(year, year + 1, STATED, evidence), Clue.exactly(year, USUAL, evidence));
    }

    private Evidence evidence(Rule rule, MatchResult match) {
        return material.whole().evidence(rule.id(), match);
    }
}
