package wenyuan.ingest.enrich;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.stream.Stream;
import wenyuan.model.Chronology;
import wenyuan.model.Chronology.Cue;
import wenyuan.model.Evidence;
import wenyuan.model.Rule;
import wenyuan.model.Span;
import wenyuan.text.Numerals;

/**
 * Collects everything in a text that says when the meeting was held (TAXONOMY.md §4, rules Y1 to Y10). Which of it is
 * believed, {@link Verdict} decides.
 */
final class Years {
    private static final int EARLIEST = 1900;
    private static final int LATEST = 2099;
    private static final int HEAD_LINES = 7;
    private static final int TAIL_LINES = 3;
    private static final int HEAD = 300;
    private static final int LEAD = 12;
    private static final double SIGNED = 0.95;
    private static final double STATED = 0.9;
    private static final double CAMPAIGN = 0.8;
    private static final double TERM = 0.7;
    private static final double PASSING = 0.6;
    private static final double NAMED = 0.4;

    private final Material material;
    private final Chronology chronology;
    private final String text;
    private final Span title;
    private final List<Span> dated;
    private final Anniversaries anniversaries;
    private final Campaigns campaigns;
    private final TurnOfYear turn;
    private final SchoolYears terms;
    private final Congresses congresses;
    private final Standpoint standpoint;

    /** @param level id of the level of the organisation that met */
    Years(Material material, Optional<String> level) {
        this.material = material;
        this.chronology = material.rules().chronology();
        this.text = material.whole().text();
        this.title = material.titleInWhole();
        this.dated = Dated.sentences(text);
        Month month = Month.of(material);
        this.anniversaries = new Anniversaries(material, month);
        this.turn = new TurnOfYear(material, month, dated);
        this.terms = new SchoolYears(material, month);
        this.congresses = new Congresses(material, month);
        this.campaigns = new Campaigns(material, month, level);
        this.standpoint = new Standpoint(material, dated);
    }

    /** The questions, in the order of TAXONOMY.md. */
    List<Clue> clues() {
        List<Function<Years, Stream<Clue>>> questions = List.of(
                years -> years.anniversaries.clues(),
                Years::signatures,
                Years::ownNumber,
                Years::bracketed,
                Years::statements,
                years -> years.turn.clues(),
                years -> years.standpoint.clues(),
                years -> years.terms.clues(),
                Years::planYears,
                years -> years.congresses.clues(),
                years -> years.campaigns.clues(),
                Years::named,
                Years::words,
                Years::ownTitleYears,
                Years::fileDates,
                Years::pastDays);
        List<Clue> clues =
                questions.stream().flatMap(question -> question.apply(this)).toList();
        return Stream.concat(clues.stream(), new Cycles(material, clues).clues())
                .toList();
    }

    /** The year in the title or, for want of a title, in the file's name. */
    Stream<Clue> titleYears() {
        Passage line = titleLine();
        return cue(Cue.TITLE_YEAR).first(line.text()).stream()
                .filter(match -> !cue(Cue.WORK_YEAR).in(line.text()))
                .filter(match -> !prefixOfCopy(line, match))
                .flatMap(match -> year(match).stream()
                        .mapToObj(year -> Clue.exactly(year, NAMED, line.evidence(ruleId(Cue.TITLE_YEAR), match))));
    }

    /** The title of a compilation is its site's: the year that it promises is not that of each text. */
    private Stream<Clue> ownTitleYears() {
        return material.collected() ? Stream.empty() : titleYears();
    }

    /** A site that puts a year in front of a title leaves the author's own title line below it. */
    private boolean prefixOfCopy(Passage line, MatchResult match) {
        String rest = line.text().substring(match.end()).replaceFirst("^年", "").replaceFirst("\\([^)]*\\)$", "");
        int shortest = 8;
        if (match.start() > 1 || rest.length() < shortest) {
            return false;
        }
        int at = text.indexOf('\n' + rest);
        return at >= 0 || text.startsWith(rest);
    }

    private Passage titleLine() {
        return material.layout().titleSpan().isEmpty()
                ? material.title()
                : material.layout().blocks().stream()
                        .map(block -> block.span())
                        .filter(span ->
                                span.overlaps(material.layout().titleSpan().get()))
                        .findFirst()
                        .map(span -> Passage.inText(
                                material.cleaned().text(),
                                span,
                                material.title().part()))
                        .orElse(material.title());
    }

    private Stream<Clue> signatures() {
        Rule rule = cue(Cue.SIGNATURE);
        return Stream.concat(material.lines(false, HEAD_LINES), material.lines(true, TAIL_LINES))
                .flatMap(line -> rule.first(line.text()).stream()
                        .flatMap(match -> year(match).stream()
                                .mapToObj(year -> Clue.exactly(year, SIGNED, line.evidence(rule.id(), match)))));
    }

    /** 市委〔2007〕9号 in a line of its own is the number of this very document. */
    private Stream<Clue> ownNumber() {
        Rule rule = cue(Cue.OWN_NUMBER);
        return material.lines(false, HEAD_LINES)
                .flatMap(line -> rule.first(line.text()).stream()
                        .flatMap(match -> year(match).stream()
                                .mapToObj(year -> Clue.exactly(year, STATED, line.evidence(rule.id(), match)))))
                .limit(1);
    }

    private Stream<Clue> bracketed() {
        return matches(Cue.BRACKETED, HEAD).flatMap(match -> exactly(Cue.BRACKETED, match, SIGNED));
    }

    private Stream<Clue> statements() {
        return Stream.of(
                        dated(Cue.TODAY).flatMap(match -> exactly(Cue.TODAY, match, SIGNED)),
                        dated(Cue.NOTE).flatMap(match -> exactly(Cue.NOTE, match, SIGNED)),
                        matches(Cue.HELD, HEAD)
                                .filter(match -> match.start() < title.end() + HEAD / 2)
                                .limit(1)
                                .flatMap(match -> exactly(Cue.HELD, match, begins(match) ? SIGNED : CAMPAIGN)))
                .flatMap(clues -> clues);
    }

    /** Whether a report begins with its day, and speaks of its own meeting, not of one in the capital. */
    private boolean begins(MatchResult match) {
        return match.start() <= title.end() + LEAD && !cue(Cue.CAPITAL).in(match.group());
    }

    /** A report names the meeting with its year: 召开2019年……工作会议. */
    private Stream<Clue> named() {
        return matches(Cue.NAMED, HEAD / 2)
                .filter(match -> match.start() >= title.end())
                .limit(1)
                .flatMap(match -> exactly(Cue.NAMED, match, CAMPAIGN));
    }

    private Stream<Clue> planYears() {
        return Stream.concat(planYears(Cue.FIRST_YEAR, true), planYears(Cue.LAST_YEAR, false));
    }

    private Stream<Clue> planYears(Cue cue, boolean first) {
        return matches(cue)
                .flatMap(match -> chronology.plans().stream()
                        .filter(plan -> plan.rule().in(match.group()))
                        .map(plan -> Clue.exactly(
                                first ? plan.from() : plan.to(),
                                STATED,
                                material.whole().evidence(plan.rule().id(), match))));
    }

    private Stream<Clue> words() {
        return chronology.terms().stream()
                .flatMap(term -> term.rule().all(material.indexed()).stream()
                        .limit(1)
                        .map(match -> Clue.notBefore(
                                term.checked() ? term.from() : term.from() - 1,
                                TERM,
                                material.whole().evidence(term.rule().id(), match))));
    }

    private Stream<Clue> fileDates() {
        Passage name = material.name();
        if (material.collected()) {
            return Stream.empty();
        }
        return cue(Cue.FILE_DATE).first(name.text()).stream()
                .flatMap(match -> year(match).stream()
                        .mapToObj(year -> Clue.exactly(year, NAMED, name.evidence(ruleId(Cue.FILE_DATE), match))));
    }

    private Stream<Clue> pastDays() {
        return Stream.of(Cue.NUMBER, Cue.PAST_DAY)
                .flatMap(cue -> (cue == Cue.PAST_DAY ? dated(cue) : matches(cue))
                        .flatMap(match -> year(match).stream()
                                .mapToObj(year -> Clue.notBefore(year, PASSING, evidence(cue, match)))))
                .reduce((a, b) -> a.from() >= b.from() ? a : b)
                .stream();
    }

    private Stream<Clue> exactly(Cue cue, MatchResult match, double strength) {
        return year(match).stream().mapToObj(year -> Clue.exactly(year, strength, evidence(cue, match)));
    }

    private Stream<MatchResult> dated(Cue cue) {
        return cue(cue).all(material.indexed(), dated).stream();
    }

    private Stream<MatchResult> matches(Cue cue) {
        return cue(cue).all(material.indexed()).stream();
    }

    /** Matches in the title and as many characters after it. */
    private Stream<MatchResult> matches(Cue cue, int afterTitle) {
        return cue(cue).all(text.substring(0, Math.min(text.length(), title.end() + afterTitle)));
    }

    private Evidence evidence(Cue cue, MatchResult match) {
        return material.whole().evidence(ruleId(cue), match);
    }

    private Rule cue(Cue cue) {
        return chronology.cues().get(cue);
    }

    private String ruleId(Cue cue) {
        return cue(cue).id();
    }

    /** The year in whichever of the groups y, z, x took part. */
    static OptionalInt year(MatchResult match) {
        return Stream.of("y", "z", "x")
                .filter(group -> match.namedGroups().containsKey(group))
                .map(match::group)
                .filter(Objects::nonNull)
                .mapToInt(group -> Numerals.parse(group).orElse(0))
                .filter(year -> year >= EARLIEST && year <= LATEST)
                .findFirst();
    }
}
