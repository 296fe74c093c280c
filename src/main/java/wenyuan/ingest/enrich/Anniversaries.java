package wenyuan.ingest.enrich;

import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import wenyuan.model.Chronology.Counted;
import wenyuan.model.Chronology.Cue;
import wenyuan.model.Evidence;
import wenyuan.model.Rule;
import wenyuan.model.Span;
import wenyuan.text.Numerals;

/**
 * Years that are counted from a known one (TAXONOMY.md §4, Y1). The same words may date the meeting (庆祝建党99周年), look ahead
 * (迎接), name a goal, or remember an earlier celebration; the sentence around them decides.
 */
final class Anniversaries {
    private static final double CELEBRATED = 0.95;
    /** The title says that this is what is celebrated: 庆七一. */
    private static final double OCCASION = 0.99;

    private static final double MENTIONED = 0.6;
    private static final double REMEMBERED = 0.7;
    private static final int OPENING = 500;
    private static final int REPORT = 200;
    private static final Pattern OTHER_YEAR = Pattern.compile("(?:19|20)[0-9]{2}年|[一二][九〇零][〇零一二三四五六七八九]{2}年");
    private static final Pattern STUDIES = Pattern.compile("学习|传达|贯彻|落实|领会|宣讲");
    private static final Pattern HOLDING = Pattern.compile("(?:召开|举行|举办|开展)了?[^,。;的]{0,16}$");
    private static final Pattern NEXT = Pattern.compile("明年[^。;]{0,40}$");
    private static final Pattern LAST = Pattern.compile("(?:去年|前一年)[^。;]{0,12}$");

    private final Material material;
    private final String text;
    private final Span title;
    private final Month month;

    Anniversaries(Material material, Month month) {
        this.month = month;
        this.material = material;
        this.text = material.whole().text();
        this.title = material.titleInWhole();
    }

    Stream<Clue> clues() {
        return material.rules().chronology().counted().stream()
                .flatMap(counted ->
                        counted.rule().all(material.indexed()).stream().flatMap(match -> clue(counted, match)));
    }

    private Stream<Clue> clue(Counted counted, MatchResult match) {
        OptionalInt number = number(match.group("n"));
        String before = text.substring(sentenceStart(match.start()), match.start());
        String after = text.substring(match.end(), sentenceEnd(match.end()));
        boolean named = match.start() < title.end();
        if (number.isEmpty() || cue(Cue.GOAL).in(after)) {
            return Stream.empty();
        }
        Evidence evidence = material.whole().evidence(counted.rule().id(), match);
        if (counted.here() && !named) {
            return Stream.of(gathering(counted, counted.base() + number.getAsInt(), match, evidence));
        }
        int year = counted.base() + number.getAsInt() + shift(before);
        if (counted.passing()) {
            return Stream.of(
                    OTHER_YEAR.matcher(before).find()
                            ? Clue.notBefore(year, REMEMBERED, evidence)
                            : Clue.exactly(year, MENTIONED, evidence));
        }
        Clue clue = clue(counted, year, before, after, match, evidence);
        boolean occasion = clue.exact()
                && clue.strength() >= CELEBRATED
                && counted.occasion().matcher(material.title().text()).find();
        return Stream.of(occasion ? Clue.exactly(year, OCCASION, evidence) : clue);
    }

    /** A numbered gathering outside the title: the speaker stands in it, or knows when it sat; else it is near or past. */
    private Clue gathering(Counted counted, int year, MatchResult match, Evidence evidence) {
        String before = text.substring(sentenceStart(match.start()), match.start());
        String after = text.substring(match.end(), sentenceEnd(match.end()));
        boolean sat = Congresses.sat(before, after);
        if (cue(Cue.LAST_SITTING).in(before) && sat) {
            return Clue.exactly(year + 1, Clue.PROOF, evidence);
        }
        boolean here = match.start() < title.end() + REPORT
                && (cue(Cue.REPORTING).in(before) || cue(Cue.AT_GATHERING).in(after))
                && !STUDIES.matcher(before).find();
        if (reported(match)
                && !month.before(counted.month())
                && cue(Cue.STUDIED).in(before + match.group() + after)) {
            return Clue.exactly(year, MENTIONED, evidence);
        }
        return here || (cue(Cue.THIS_SITTING).in(before) && sat)
                ? Clue.exactly(year, Clue.PROOF, evidence)
                : Clue.notBefore(year - 1, MENTIONED, evidence);
    }

    private Clue clue(Counted counted, int year, String before, String after, MatchResult match, Evidence evidence) {
        boolean named = match.start() < title.end();
        boolean remembered =
                cue(Cue.PAST_MEETING).in(after) && (!named || after.contains("精神")) && !holding(match, before);
        if (remembered || (!named && OTHER_YEAR.matcher(before).find())) {
            return Clue.notBefore(year, REMEMBERED, evidence);
        }
        boolean celebrated =
                named || match.start() < title.end() + OPENING || cue(Cue.NOW).in(before + match.group() + after);
        double strength = celebrated ? CELEBRATED : MENTIONED;
        String sentence = before + match.group() + after;
        if (!named
                && !reported(match)
                && cue(Cue.RECALLED).in(sentence)
                && !cue(Cue.PRESENT).in(sentence)) {
            return new Clue(year, year + 1, Clue.STRONG, evidence);
        }
        return cue(Cue.COMING).in(before) && !before.contains("今年")
                ? coming(counted, year, strength, evidence)
                : Clue.exactly(year, strength, evidence);
    }

    /** Whether a report says in its first sentences that this was held: 9月10日，某校召开庆祝第26个教师节暨表彰大会 */
    private boolean holding(MatchResult match, String before) {
        return reported(match)
                && HOLDING.matcher(before).find()
                && !STUDIES.matcher(before).find();
    }

    /** What is looked forward to is of this year or the next; of this, when a report's month comes before it. */
    private Clue coming(Counted counted, int year, double strength, Evidence evidence) {
        return month.before(counted.month() + 1)
                ? Clue.exactly(year, Clue.STRONG, evidence)
                : new Clue(year - 1, year, strength, evidence);
    }

    /** Whether it stands in the first sentences of a report, which tell of its own day. */
    private boolean reported(MatchResult match) {
        return month.number().isPresent() && match.start() < title.end() + REPORT;
    }

    private static int shift(String before) {
        if (NEXT.matcher(before).find()) {
            return -1;
        }
        return LAST.matcher(before).find() ? 1 : 0;
    }

    private static OptionalInt number(String digits) {
        return digits.equals("百") ? OptionalInt.of(100) : Numerals.parse(digits);
    }

    private Rule cue(Cue cue) {
        return material.rules().chronology().cues().get(cue);
    }

    private int sentenceStart(int at) {
        int start = at;
        while (start > 0 && !ends(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private int sentenceEnd(int at) {
        int end = at;
        while (end < text.length() && !ends(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean ends(char c) {
        return c == '\n' || c == '。' || c == '!' || c == '?' || c == ';';
    }
}
