package wenyuan.web;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wenyuan.model.Attributes;
import wenyuan.model.Claim;
import wenyuan.model.Dating;
import wenyuan.model.Document;

/**
 * A short fact about a document.
 *
 * @param text what it says
 * @param look class that gives it its look: {@code type}, {@code year}, {@code year-doubt}, {@code plain}, {@code
 *     condition}
 * @param hint explanation for a pointer that rests on it
 */
public record Badge(String text, String look, String hint) {
    /** Meeting type, year with its status, kind, level, conditions of the text; what is unknown but the year is left out. */
    static List<Badge> of(Document document, Messages say) {
        Attributes attributes = document.attributes();
        List<Badge> badges = new ArrayList<>();
        add(badges, attributes.meeting(), "type", say.say("attribute.type"));
        badges.add(year(document, say));
        add(badges, attributes.kind(), "plain", say.say("attribute.kind"));
        add(badges, attributes.level(), "plain", say.say("attribute.level"));
        attributes
                .status()
                .forEach(
                        claim -> badges.add(new Badge(claim.label().name(), "condition", say.say("attribute.status"))));
        document.completeness()
                .ifPresent(part -> badges.add(new Badge(
                        say.say("badge.complete", part.percent()),
                        "condition",
                        part.evidence().quote())));
        return List.copyOf(badges);
    }

    private static void add(List<Badge> badges, Optional<Claim> claim, String look, String hint) {
        claim.ifPresent(known -> badges.add(new Badge(known.label().name(), look, hint)));
    }

    private static Badge year(Document document, Messages say) {
        Dating dating = document.attributes().dating();
        String hint = say.say("year.hint." + dating.status());
        return switch (dating) {
            case Dating.Known known -> new Badge(say.say("year.known", "" + known.value()), "year", hint);
            case Dating.Inferred inferred ->
                new Badge(say.say("year.inferred", "" + inferred.value()), "year-doubt", hint);
            case Dating.Disputed disputed ->
                new Badge(
                        say.say("year.disputed", "" + disputed.best()),
                        "year-doubt",
                        hint + disputed.years().stream().map(String::valueOf).collect(joining(say.say("list.comma"))));
            case Dating.PageOnly page ->
                new Badge(
                        document.attributes()
                                .pageDate()
                                .map(date ->
                                        say.say("year.pageOnly", date.date().toString()))
                                .orElse(say.say("year.pageOnly.bare")),
                        "year-none",
                        hint);
            case Dating.Unknown unknown -> new Badge(say.say("year.unknown"), "year-none", hint);
        };
    }
}
