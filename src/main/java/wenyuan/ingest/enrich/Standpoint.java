package wenyuan.ingest.enrich;

import static java.util.Comparator.comparingInt;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import java.util.regex.MatchResult;
import java.util.stream.Stream;
import wenyuan.model.Chronology.Cue;
import wenyuan.model.Rule;
import wenyuan.model.Span;
import wenyuan.text.Numerals;

/**
 * Years that are named from where the speaker stands: 明天就是2016年, 2016年即将过去, 刚刚过去的2016年. Of several the latest counts, the
 * others are remembered.
 */
final class Standpoint {
    private static final double STATED = 0.9;
    private static final double USUAL = 0.8;
    private static final double COUNTED = 0.6;
    private static final int TEN = 10;

    private final Material material;
    private final List<Span> dated;

    /** @param dated the sentences that name a year */
    Standpoint(Material material, List<Span> dated) {
        this.material = material;
        this.dated = dated;
    }

    Stream<Clue> clues() {
        return Stream.of(
                        clue(Cue.YEAR_COMES, match -> -1, STATED),
                        clue(Cue.YEAR_ENDS, match -> 0, STATED),
                        clue(Cue.YEAR_OVER, match -> 1, USUAL),
                        clue(Cue.UNTIL_NOW, match -> 1, USUAL),
                        clue(Cue.MADE_NOW, match -> -1, USUAL),
                        clue(Cue.IN_FORCE, match -> 0, USUAL),
                        clue(Cue.ELAPSED, Standpoint::elapsed, COUNTED))
                .flatMap(clues -> clues);
    }

    private Stream<Clue> clue(Cue cue, ToIntFunction<MatchResult> later, double strength) {
        Rule rule = material.rules().chronology().cues().get(cue);
        return rule.all(material.indexed(), dated).stream()
                .filter(match -> Years.year(match).isPresent() && later.applyAsInt(match) < TEN)
                .filter(Standpoint::inARow)
                .map(match -> Clue.exactly(
                        Years.year(match).orElseThrow() + later.applyAsInt(match),
                        strength,
                        material.whole().evidence(rule.id(), match)))
                .max(comparingInt(Clue::from))
                .stream();
    }

    /** 2012年的8%和2013年的7%,再到今年 goes on by one year; 从2012年的十八大到2017年的十九大,再到今年 does not. */
    private static boolean inARow(MatchResult match) {
        return !match.namedGroups().containsKey("f")
                || Numerals.parse(match.group("f")).orElse(0) + 1
                        == Years.year(match).orElseThrow();
    }

    /** Counts of ten and more are often rounded. */
    private static int elapsed(MatchResult match) {
        OptionalInt years = Numerals.parse(match.group("n"));
        return years.orElse(TEN);
    }
}
