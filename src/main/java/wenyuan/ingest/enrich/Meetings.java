package wenyuan.ingest.enrich;

import static java.util.Comparator.comparingInt;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import wenyuan.model.Claim;
import wenyuan.model.Label;
import wenyuan.model.MeetingRules;
import wenyuan.model.MeetingRules.MeetingTrigger;
import wenyuan.model.Rule;
import wenyuan.model.Span;
import wenyuan.model.Trigger;

/**
 * Reads the type of the meeting out of the title, else out of the clause of the opening that says which meeting is being
 * held. What the body mentions never decides.
 */
final class Meetings {
    private static final int MOST_OTHERS = 2;
    private static final int FIXED = 1;
    /** Any other meeting. Without a word before it, it says nothing: 今天我们召开这次会议. */
    private static final int GENERIC = 9;

    private static final int SHORTEST_NAME = 3;
    private static final Pattern AND = Pattern.compile("[^,。;]{0,4}(?:和|、|及|与|暨)[^,。;]{0,4}");

    private static final Comparator<Mention> BEST_FIRST = comparingInt(
                    (Mention mention) -> mention.trigger().rank())
            .thenComparingInt(Mention::start)
            .thenComparingInt(mention -> -mention.end());

    private final MeetingRules rules;

    Meetings(MeetingRules rules) {
        this.rules = rules;
    }

    /** Primary type first, then at most two others; empty when the document belongs to no meeting that can be told. */
    List<Claim> claims(Passage title, Optional<Passage> clause) {
        if (talksAbout(title)) {
            return List.of();
        }
        List<Claim> fromTitle = claims(title, true);
        return fromTitle.isEmpty()
                ? clause.map(passage -> claims(passage, false)).orElse(List.of())
                : fromTitle;
    }

    /** The clause of the opening that names the meeting: the first that names a type. */
    Optional<Passage> clause(Passage opening) {
        return rules.openings().stream()
                .flatMap(rule -> clauses(rule, opening))
                .filter(clause -> !claims(clause, false).isEmpty())
                .findFirst();
    }

    private Stream<Passage> clauses(Rule rule, Passage opening) {
        return rule.all(opening.text())
                .filter(match -> rules.others().stream()
                        .flatMap(other -> other.all(opening.text()))
                        .noneMatch(other -> covers(other, match.start("meeting"), match.end("meeting"))))
                .map(match -> opening.cut(match.start("meeting"), match.end("meeting"), Trigger.Part.CLAUSE));
    }

    private boolean talksAbout(Passage title) {
        String outsideTitles = title.text().replaceAll("《[^》]*》", "《》");
        return rules.talk().stream().anyMatch(rule -> rule.in(outsideTitles));
    }

    private List<Claim> claims(Passage passage, boolean framed) {
        List<Mention> mentions = mentions(passage.text(), framed);
        int joint = passage.text().indexOf('暨');
        Optional<Mention> left = best(mentions.stream().filter(mention -> joint < 0 || mention.start() < joint));
        Optional<Mention> primary = left.or(() -> best(mentions.stream()));
        return primary.stream()
                .flatMap(first -> Stream.concat(Stream.of(first), others(passage.text(), first, mentions, joint)))
                .map(mention -> claim(passage, mention))
                .toList();
    }

    private static Optional<Mention> best(Stream<Mention> mentions) {
        return mentions.min(BEST_FIRST);
    }

    /** Best mentions of other types: those behind 暨, and fixed institutions that 和 joins to the primary one. */
    private static Stream<Mention> others(String text, Mention primary, List<Mention> mentions, int joint) {
        Map<Label, Mention> byType = new LinkedHashMap<>();
        mentions.stream()
                .filter(mention -> (joint >= 0 && mention.start() > joint) || joined(text, primary, mention))
                .filter(mention -> mention.trigger().rank() < GENERIC)
                .filter(mention -> !mention.label().equals(primary.label()))
                .sorted(BEST_FIRST)
                .forEach(mention -> byType.putIfAbsent(mention.label(), mention));
        return byType.values().stream().limit(MOST_OTHERS);
    }

    private static boolean joined(String text, Mention primary, Mention other) {
        return other.trigger().rank() == FIXED
                && other.start() >= primary.end()
                && AND.matcher(text.substring(primary.end(), other.start())).matches();
    }

    private static Claim claim(Passage passage, Mention mention) {
        double confidence = mention.trigger().rank() == GENERIC ? 0.8 : 0.95;
        String rule = mention.trigger().rule().id();
        return new Claim(
                mention.label(),
                confidence * passage.trust(),
                List.of(passage.evidence(rule, mention.start(), mention.end())));
    }

    private List<Mention> mentions(String text, boolean framed) {
        List<Span> others = rules.others().stream()
                .flatMap(rule -> rule.all(text))
                .map(match -> new Span(match.start(), match.end()))
                .toList();
        return rules.triggers().stream()
                .flatMap(trigger ->
                        trigger.rule().all(text).map(match -> new Mention(trigger, match.start(), match.end())))
                .filter(mention -> others.stream().noneMatch(other -> other.contains(mention.span())))
                .filter(mention -> framed ? held(text, mention) : named(mention))
                .filter(mention -> !followed(rules.otherAfter(), text, mention))
                .toList();
    }

    private static boolean named(Mention mention) {
        return mention.trigger().rank() < GENERIC || mention.start() >= SHORTEST_NAME;
    }

    /** Whether the words around a mention show that the document's own meeting is meant. */
    private boolean held(String text, Mention mention) {
        String before = text.substring(0, mention.start());
        return mention.trigger().free()
                || followed(rules.after(), text, mention)
                || rules.before().stream().anyMatch(rule -> rule.in(before));
    }

    private static boolean followed(List<Rule> rules, String text, Mention mention) {
        String after = text.substring(mention.end());
        return rules.stream().anyMatch(rule -> rule.in(after));
    }

    private static boolean covers(MatchResult match, int start, int end) {
        return match.start() <= start && end <= match.end();
    }

    /** An expression for a meeting, in units of the normal form. */
    private record Mention(MeetingTrigger trigger, int start, int end) {
        Label label() {
            return trigger.label();
        }

        Span span() {
            return new Span(start, end);
        }
    }
}
