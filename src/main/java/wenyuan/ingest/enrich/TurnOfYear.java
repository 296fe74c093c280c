package wenyuan.ingest.enrich;

import static java.util.Comparator.comparingInt;

import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.regex.MatchResult;
import java.util.stream.Stream;
import wenyuan.model.Chronology.Cue;
import wenyuan.model.Rule;
import wenyuan.model.Span;

/**
 * Meetings that sum up one year and plan the next (TAXONOMY.md §4, Y3). They stand on one side of New Year or the other; a month
 * tells which, else the words 明年 (it is still the old year) or 去年 and 今年 (it is the new one already).
 */
final class TurnOfYear {
    private static final int HEAD = 600;
    private static final double STATED = 0.9;
    private static final double PLANNED = 0.8;
    private static final double SPOKEN = 0.6;

    private final Material material;
    private final Month month;
    private final String text;
    private final String head;
    private final List<Span> dated;

    /** @param dated the sentences that name a year */
    TurnOfYear(Material material, Month month, List<Span> dated) {
        this.material = material;
        this.month = month;
        this.text = material.whole().text();
        this.head = text.substring(
                0, Math.min(text.length(), material.titleInWhole().end() + HEAD));
        this.dated = dated;
    }

    Stream<Clue> clues() {
        List<Clue> turns = Stream.of(summed(), planned(), headings())
                .flatMap(clues -> clues)
                .toList();
        Optional<Clue> side = side(turns);
        return Stream.of(turns.stream(), side.stream(), described(side.isEmpty()))
                .flatMap(clues -> clues);
    }

    /** 2023年度……述职 is heard at the end of that year or soon after it. */
    private Stream<Clue> summed() {
        double strength = month.number().isPresent() ? PLANNED : STATED;
        return matches(
                cue(Cue.WORK_YEAR).all(head),
                Cue.WORK_YEAR,
                year -> year + month.afterNewYear(),
                year -> year + 1 - month.beforeNewYear(),
                strength);
    }

    private Stream<Clue> planned() {
        return matches(
                cue(Cue.NEXT_YEAR).all(material.indexed(), dated).stream(),
                Cue.NEXT_YEAR,
                year -> year - 1 + month.beforeAutumn(),
                year -> year,
                PLANNED);
    }

    /** A heading that plans a year: 三、2019年重点工作. */
    private Stream<Clue> headings() {
        return matches(
                cue(Cue.PLAN_HEADING).all(material.indexed(), dated).stream(),
                Cue.PLAN_HEADING,
                year -> year - 1 + month.beforeAutumn(),
                year -> year,
                PLANNED);
    }

    /**
     * 2022年是……关键之年 is said in that year, just before or just after it.
     *
     * @param open whether nothing better says which
     */
    private Stream<Clue> described(boolean open) {
        List<MatchResult> descriptions = cue(Cue.YEAR_IS).all(material.indexed(), dated);
        Stream<Clue> around = matches(descriptions.stream(), Cue.YEAR_IS, year -> year - 1, year -> year + 1, PLANNED);
        return open && !descriptions.isEmpty() && newYear()
                ? Stream.concat(around, latest(descriptions).stream())
                : around;
    }

    /** Beside 去年 and 今年 the latest year so described is this one; the last one when it is praised. */
    private Optional<Clue> latest(List<MatchResult> descriptions) {
        return descriptions.stream()
                .filter(match -> Years.year(match).isPresent())
                .max(comparingInt(match -> Years.year(match).orElse(0)))
                .map(match -> spoken(
                        Years.year(match).orElse(0) + (cue(Cue.YEAR_PRAISED).in(match.group()) ? 1 : 0),
                        Cue.YEAR_IS,
                        match));
    }

    /** Which side of New Year the speaker stands on. */
    private Optional<Clue> side(List<Clue> turns) {
        int from = turns.stream().mapToInt(Clue::from).max().orElse(0);
        int to = turns.stream().mapToInt(Clue::to).min().orElse(0);
        if (to != from + 1) {
            return Optional.empty();
        }
        boolean looksBack = cue(Cue.LAST_YEAR_WORD).in(text);
        Optional<MatchResult> next = cue(Cue.NEXT_YEAR_WORD).first(text);
        if (next.isPresent()) {
            return next.filter(word -> !looksBack).map(word -> spoken(from, Cue.NEXT_YEAR_WORD, word));
        }
        return cue(Cue.THIS_YEAR_WORD)
                .first(text)
                .filter(word -> looksBack)
                .map(word -> spoken(to, Cue.THIS_YEAR_WORD, word));
    }

    /** Whether the speaker looks back at 去年 and ahead at 今年. */
    private boolean newYear() {
        return cue(Cue.LAST_YEAR_WORD).in(text)
                && cue(Cue.THIS_YEAR_WORD).in(text)
                && !cue(Cue.NEXT_YEAR_WORD).in(text);
    }

    private Clue spoken(int year, Cue cue, MatchResult word) {
        return Clue.exactly(year, SPOKEN, material.whole().evidence(cue(cue).id(), word));
    }

    private Stream<Clue> matches(
            Stream<MatchResult> matches, Cue cue, IntUnaryOperator from, IntUnaryOperator to, double strength) {
        return matches.flatMap(match -> Years.year(match).stream()
                .mapToObj(year -> new Clue(
                        from.applyAsInt(year),
                        to.applyAsInt(year),
                        strength,
                        material.whole().evidence(cue(cue).id(), match))));
    }

    private Rule cue(Cue cue) {
        return material.rules().chronology().cues().get(cue);
    }
}
