package wenyuan.ingest.enrich;

import static java.util.Comparator.comparingDouble;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.stream.Stream;
import wenyuan.model.Chronology.Batch;
import wenyuan.model.Chronology.Campaign;
import wenyuan.model.Chronology.Cue;
import wenyuan.model.Chronology.Epoch;
import wenyuan.model.Evidence;
import wenyuan.model.Rule;
import wenyuan.model.Span;

/**
 * Years of the Party's campaigns (TAXONOMY.md §4, Y6). A meeting of a campaign, or a text in the midst of one, lies in its
 * span; a campaign that is only remembered says no more than: not earlier.
 */
final class Campaigns {
    private static final double GOING_ON = 0.9;
    private static final double OWN = 0.8;
    private static final double CARRIED = 0.6;
    private static final double MENTIONED = 0.7;
    private static final int OPENING = 500;
    private static final int BEFORE = 40;
    private static final int AFTER = 30;
    private static final String ORDINALS = "一二三";

    private final Material material;
    private final Month month;
    private final String text;
    private final Span title;
    private final Optional<String> level;

    /** @param level id of the level of the organisation that met */
    Campaigns(Material material, Month month, Optional<String> level) {
        this.level = level;
        this.material = material;
        this.month = month;
        this.text = material.whole().text();
        this.title = material.titleInWhole();
    }

    /** For each campaign the mention that says most. */
    Stream<Clue> clues() {
        return material.rules().chronology().campaigns().stream().flatMap(this::clues);
    }

    private Stream<Clue> clues(Campaign campaign) {
        List<MatchResult> mentions = campaign.epoch().rule().all(material.indexed());
        return mentions.stream()
                .map(match -> clue(campaign, match))
                .max(comparingDouble(clue -> clue.bound() ? 0 : clue.strength()))
                .map(clue -> batch(campaign, mentions).map(clue::within).orElse(clue))
                .stream();
    }

    private Clue clue(Campaign campaign, MatchResult match) {
        Epoch epoch = campaign.epoch();
        Evidence evidence = material.whole().evidence(epoch.rule().id(), match);
        String before = before(match.start());
        String after = text.substring(match.end(), Math.min(text.length(), match.end() + AFTER));
        boolean named = match.start() < title.end();
        if (cue(Cue.OVER).in(after)) {
            return named
                            || (opening(match)
                                    && month.number().isPresent()
                                    && !cue(Cue.PAST).in(before))
                    ? over(campaign, evidence)
                    : Clue.notBefore(epoch.from(), MENTIONED, evidence);
        }
        boolean now = cue(Cue.GOING_ON).in(before);
        boolean past = cue(Cue.PAST).in(before) && !now;
        if (!named && past) {
            return Clue.notBefore(epoch.from(), MENTIONED, evidence);
        }
        if (named && cue(Cue.WHOLE_PARTY).in(text)) {
            return Clue.exactly(epoch.from(), OWN, evidence);
        }
        if (cue(Cue.LAUNCH).in(after) && (named || opening(match))) {
            return launch(campaign, evidence);
        }
        if (named || cue(Cue.HOLDING).in(after)) {
            return held(epoch, after, evidence);
        }
        return cue(Cue.CARRIED).in(before)
                ? new Clue(epoch.from(), epoch.to(), carried(epoch, match, now), evidence)
                : Clue.notBefore(epoch.from(), MENTIONED, evidence);
    }

    /** The batch that the title or opening names beside the campaign: 第二批; else that in which all units of this level were. */
    private Optional<Batch> batch(Campaign campaign, List<MatchResult> mentions) {
        return mentions.stream()
                .filter(match -> match.start() < title.end() || opening(match))
                .flatMap(match -> cue(Cue.BATCH).first(sentence(match)).stream())
                .map(batch -> ORDINALS.indexOf(batch.group("n")))
                .filter(number -> number < campaign.batches().size())
                .map(campaign.batches()::get)
                .findFirst()
                .or(() -> campaign.batches().stream()
                        .filter(batch -> level.filter(batch.levels()::contains).isPresent())
                        .findFirst());
    }

    private String sentence(MatchResult match) {
        return before(match.start())
                + match.group()
                + text.substring(match.end(), Math.min(text.length(), match.end() + AFTER));
    }

    private double carried(Epoch epoch, MatchResult match, boolean now) {
        if (now) {
            return epoch.from() == epoch.to() ? GOING_ON : OWN;
        }
        return opening(match) ? OWN : CARRIED;
    }

    /** The first batch begins in the campaign's month, later ones in the months of the next year. */
    private Clue launch(Campaign campaign, Evidence evidence) {
        int from = campaign.epoch().from();
        boolean later = month.before(campaign.month()) && from < campaign.launched();
        return new Clue(later ? from + 1 : from, campaign.launched(), OWN, evidence);
    }

    /** A unit's closing meeting: from the last launch on; just after New Year when the whole campaign took one year. */
    private Clue over(Campaign campaign, Evidence evidence) {
        Epoch epoch = campaign.epoch();
        boolean single = epoch.from() == epoch.to();
        int first = single ? epoch.to() + month.afterNewYear() : campaign.launched();
        return new Clue(first, single ? epoch.to() + 1 - later() : epoch.to(), OWN, evidence);
    }

    private int later() {
        return month.number().isPresent() && month.afterNewYear() == 0 ? 1 : 0;
    }

    /** The 民主生活会 that ends a campaign is often held after New Year. */
    private Clue held(Epoch epoch, String after, Evidence evidence) {
        boolean yearly = epoch.from() == epoch.to() && after.startsWith("专题") && after.contains("生活会");
        return yearly
                ? new Clue(epoch.from() + month.afterNewYear(), epoch.to() + 1 - month.beforeNewYear(), OWN, evidence)
                : new Clue(epoch.from(), epoch.to(), OWN, evidence);
    }

    private boolean opening(MatchResult match) {
        return match.start() < title.end() + OPENING;
    }

    /** What the sentence says in front of {@code at}. */
    private String before(int at) {
        String near = text.substring(Math.max(0, at - BEFORE), at);
        int end = Math.max(Math.max(near.lastIndexOf('。'), near.lastIndexOf('\n')), near.lastIndexOf(';'));
        return near.substring(end + 1);
    }

    private Rule cue(Cue cue) {
        return material.rules().chronology().cues().get(cue);
    }
}
