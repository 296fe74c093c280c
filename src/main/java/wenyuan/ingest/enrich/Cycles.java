package wenyuan.ingest.enrich;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import wenyuan.model.Chronology.Cue;
import wenyuan.model.Rule;

/**
 * Years that come again: 甲午 every sixty, 马年 every twelve. They say something only where other clues leave fewer years open than
 * that.
 */
final class Cycles {
    private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
    private static final String BRANCHES = "子丑寅卯辰巳午未申酉戌亥";
    private static final String ANIMALS = "鼠牛虎兔龙蛇马羊猴鸡狗猪";
    /** Year 4 was 甲子. */
    private static final int FIRST = 4;

    /** So many years at most lie between the youngest thing that a text names and itself. */
    private static final int WINDOW = 25;

    private static final double COUNTED = 0.6;

    private final Material material;
    private final int from;
    private final int to;

    /** @param clues all others */
    Cycles(Material material, List<Clue> clues) {
        this.material = material;
        this.from = clues.stream()
                .filter(clue -> clue.bound() || clue.strong())
                .mapToInt(Clue::from)
                .max()
                .orElse(Clue.NO_START);
        int end = clues.stream()
                .filter(clue -> clue.bound() || clue.strong())
                .mapToInt(Clue::to)
                .min()
                .orElse(Clue.NO_END);
        this.to = Math.min(end, from + WINDOW - 1);
    }

    Stream<Clue> clues() {
        return from == Clue.NO_START
                ? Stream.empty()
                : Stream.of(Cue.STEM_BRANCH, Cue.ANIMAL).flatMap(this::clues);
    }

    private Stream<Clue> clues(Cue cue) {
        Rule rule = material.rules().chronology().cues().get(cue);
        return rule.all(material.indexed()).stream()
                .flatMap(match -> year(cue, match).stream()
                        .mapToObj(year ->
                                Clue.exactly(year, COUNTED, material.whole().evidence(rule.id(), match))))
                .limit(1);
    }

    /** The only year of the name that other clues leave. */
    private OptionalInt year(Cue cue, MatchResult match) {
        int[] years = IntStream.rangeClosed(from, to)
                .filter(year -> cue == Cue.ANIMAL
                        ? at(ANIMALS, year) == match.group("a").charAt(0)
                        : at(STEMS, year) == match.group("s").charAt(0)
                                && at(BRANCHES, year) == match.group("b").charAt(0))
                .toArray();
        return years.length == 1 ? OptionalInt.of(years[0]) : OptionalInt.empty();
    }

    private static char at(String cycle, int year) {
        return cycle.charAt(Math.floorMod(year - FIRST, cycle.length()));
    }
}
