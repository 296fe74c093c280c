package wenyuan.ingest.enrich;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
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
    private static final int OPENING = 300;
    private static final int MONTHS = 12;

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
            List<MatchResult> mentions = congress.epoch().rule().all(material.indexed());
            mentions.forEach(mention -> clues.add(clue(congress, mention)));
            topical = mentions.isEmpty() ? topical : topical(at, mentions);
        }
        return Stream.concat(clues.stream(), topical.stream());
    }

    private Clue clue(Congress congress, MatchResult match) {
        String after = after(match);
        String before = before(match);
        int year = congress.epoch().from();
        Evidence evidence =
                material.whole().evidence(congress.epoch().rule().id(), match.start(), sitting(match, after));
        if (cue(Cue.THIS_YEAR).in(before)) {
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
        return text.substring(Math.max(0, match.start() - BEFORE), match.start());
    }

    private Rule cue(Cue cue) {
        return material.rules().chronology().cues().get(cue);
    }
}
