package wenyuan.ingest.enrich;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import wenyuan.model.Chronology.Congress;
import wenyuan.model.Chronology.Cue;
import wenyuan.model.Evidence;
import wenyuan.model.Rule;
import wenyuan.model.Span;

/**
 * Congresses of the Party and plenums of its committee (TAXONOMY.md §4, Y5): one that is sitting dates a text, one that is
 * expected or remembered bounds it, and a report on studying its results was written before the next one had results.
 */
final class Congresses {
    private static final double STATED = 0.9;
    private static final double NAMED = 0.7;
    private static final double TOPICAL = 0.6;
    private static final int AFTER = 60;
    private static final int BEFORE = 30;
    private static final int SENTENCE = 90;
    private static final int OPENING = 300;
    private static final int MONTHS = 12;
    private static final int FIRST = 120;
    private static final int NEAR = 200;
    private static final Pattern APART = Pattern.compile("[今去]年(?![^。;]*(?:召开|举行|闭幕))[^。;,]{0,6},[^。;,]*$");
    private static final Pattern UNHELD = Pattern.compile("[今去]年(?![^。;]*(?:召开|举行|闭幕))[^。;]*$");
    private static final Pattern SPIRIT = Pattern.compile("^\"?的?精神");
    private static final Pattern SINCE = Pattern.compile("^\"?的?以来");
    private static final String BEGINS = "(?s)(?:.*[\\n。!])?\\s*(?:中国)?";

    private final Material material;
    private final Month month;
    private final String text;
    private final Span title;
    private final List<Congress> all;

    Congresses(Material material, Month month) {
        this.material = material;
        this.month = month;
        this.text = material.whole().text();
        this.title = material.titleInWhole();
        this.all = material.rules().chronology().congresses();
    }

    Stream<Clue> clues() {
        List<Clue> clues = new ArrayList<>();
        List<Clue> topical = List.of();
        for (int at = 0; at < all.size(); at++) {
            Congress congress = all.get(at);
            List<MatchResult> mentions = congress.epoch().rule().all(material.indexed()).stream()
                    .filter(this::party)
                    .toList();
            mentions.forEach(mention -> clues.add(clue(congress, mention)));
            topical = mentions.isEmpty() ? topical : topical(at, mentions);
        }
        return Stream.concat(clues.stream(), topical.stream());
    }

    /** A number alone, as speakers at a congress use it, may also be that of the Youth League's. */
    private boolean party(MatchResult match) {
        boolean numberAlone = match.group().startsWith("第") || match.group().endsWith("中央委员会");
        return !numberAlone || !cue(Cue.LEAGUE).in(material.opening().text());
    }

    private Clue clue(Congress congress, MatchResult match) {
        String after = after(match);
        String before = before(match);
        int year = congress.epoch().from();
        Evidence evidence =
                material.whole().evidence(congress.epoch().rule().id(), match.start(), sitting(match, after));
        if (cue(Cue.LAST_SITTING).in(before) && sat(before, after)) {
            return Clue.exactly(year + 1, STATED, evidence);
        }
        boolean thisYear = cue(Cue.THIS_SITTING).in(before(match, SENTENCE)) && sat(before, after);
        if (cue(Cue.THIS_YEAR).in(before) || thisYear || ours(match, before)) {
            return Clue.exactly(year, STATED, evidence);
        }
        if (cue(Cue.COMING).in(before)) {
            return match.start() < title.end()
                    ? Clue.exactly(year, NAMED, evidence)
                    : new Clue(year - 1, year, STATED, evidence);
        }
        boolean heard = match.start() < title.end() && cue(Cue.AT_CONGRESS).in(after);
        if (heard || cue(Cue.SITTING).in(after)) {
            return Clue.exactly(year, STATED, evidence);
        }
        return Clue.notBefore(cue(Cue.PAST_SITTING).in(after) ? year : year - 1, NAMED, evidence);
    }

    /** Whether 今年 or 去年 in front says when it sat: not in 去年,十八大以来 and 今年,十九大精神, where something else is of that year. */
    static boolean sat(String before, String after) {
        return !(UNHELD.matcher(before).find() && SINCE.matcher(after).find())
                && !(APART.matcher(before).find() && SPIRIT.matcher(after).find());
    }

    /** Whether the speaker reports to it, or a text opens with the congress as its own: 中国共产党第九次全国代表大会……我们这次代表大会 */
    private boolean ours(MatchResult match, String before) {
        int begin = title.end();
        if (cue(Cue.REPORTING).in(before) && text.startsWith("作", match.end())) {
            return true;
        }
        boolean first = match.start() >= begin && match.start() < begin + FIRST && before.matches(BEGINS);
        return first
                && match.group().endsWith("次全国代表大会")
                && cue(Cue.OUR_MEETING).in(text.substring(match.end(), Math.min(text.length(), match.end() + NEAR)));
    }

    private int sitting(MatchResult match, String after) {
        return cue(Cue.SITTING)
                .first(after)
                .map(word -> match.end() + word.end())
                .orElse(match.end());
    }

    /** A report of a known month on studying results: of the twelve months that follow, or fewer. */
    private List<Clue> topical(int at, List<MatchResult> mentions) {
        return mentions.stream()
                .filter(match -> match.start() < title.end() + OPENING)
                .filter(match -> cue(Cue.STUDIED).in(before(match) + match.group() + after(match)))
                .limit(1)
                .flatMap(match -> year(at).stream()
                        .mapToObj(year -> Clue.exactly(
                                year,
                                TOPICAL,
                                material.whole()
                                        .evidence(all.get(at).epoch().rule().id(), match))))
                .toList();
    }

    /** The one year in which the report's month lies between this sitting and the next. */
    private OptionalInt year(int at) {
        if (month.number().isEmpty()) {
            return OptionalInt.empty();
        }
        int begin = months(all.get(at));
        int end = at + 1 < all.size() ? Math.min(months(all.get(at + 1)), begin + MONTHS) : begin + MONTHS;
        int year = all.get(at).epoch().from();
        return IntStream.of(year, year + 1)
                .filter(candidate -> {
                    int then = candidate * MONTHS + month.number().getAsInt();
                    return begin <= then && then < end;
                })
                .findFirst();
    }

    private static int months(Congress congress) {
        return congress.epoch().from() * MONTHS + congress.month();
    }

    private String after(MatchResult match) {
        return text.substring(match.end(), Math.min(text.length(), match.end() + AFTER));
    }

    private String before(MatchResult match) {
        return before(match, BEFORE);
    }

    private String before(MatchResult match, int length) {
        return text.substring(Math.max(0, match.start() - length), match.start());
    }

    private Rule cue(Cue cue) {
        return material.rules().chronology().cues().get(cue);
    }
}
