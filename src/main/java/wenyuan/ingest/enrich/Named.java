package wenyuan.ingest.enrich;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import wenyuan.model.Claim;
import wenyuan.model.Label;
import wenyuan.model.NameRules;
import wenyuan.model.Rule;
import wenyuan.model.Span;

/**
 * The place and the organisations that a text names itself by: in its title, else in the lines under it, else in its first
 * sentences and the signature. What is only called 我市, or is a placeholder, names nothing.
 */
final class Named {
    private static final int MOST = 3;
    private static final int OPENING = 160;
    private static final double SURE = 0.9;

    private final NameRules rules;
    private final List<List<Passage>> order;

    Named(Material material, NameRules rules) {
        this.rules = rules;
        Passage opening = material.opening();
        Passage beginning = opening.cut(0, Math.min(OPENING, opening.text().length()), opening.part());
        List<Passage> last = new ArrayList<>(List.of(beginning));
        material.signature().forEach(last::add);
        this.order = List.of(List.of(material.title()), List.of(material.byline()), last);
    }

    /** At most three, in the order of the text: a county, then its town. */
    List<Claim> places() {
        return claims(rules.places(), rules.notPlaces());
    }

    /** At most three, in the order of the text. */
    List<Claim> organisations() {
        return claims(rules.organisations(), rules.notOrganisations());
    }

    private List<Claim> claims(List<Rule> named, List<Rule> not) {
        return order.stream()
                .map(passages -> passages.stream()
                        .flatMap(passage -> found(passage, named, not).stream())
                        .toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .map(Named::distinct)
                .orElse(List.of());
    }

    private static List<Claim> distinct(List<Claim> claims) {
        Map<Label, Claim> byName = new LinkedHashMap<>();
        claims.forEach(claim -> byName.putIfAbsent(claim.label(), claim));
        return byName.values().stream().limit(MOST).toList();
    }

    private static List<Claim> found(Passage passage, List<Rule> named, List<Rule> not) {
        List<Found> all = named.stream()
                .flatMap(rule -> rule.all(passage.text()).map(match -> new Found(rule, match)))
                .filter(found -> not.stream().noneMatch(rule -> rule.in(found.name())))
                .sorted(Found.ORDER)
                .toList();
        List<Claim> claims = new ArrayList<>();
        int free = 0;
        for (Found found : all) {
            if (found.span().start() >= free) {
                claims.add(found.claim(passage));
                free = found.span().end();
            }
        }
        return claims;
    }

    private record Found(Rule rule, MatchResult match) {
        static final Comparator<Found> ORDER = comparingInt(
                        (Found found) -> found.span().start())
                .thenComparingInt(found -> -found.span().end());

        String name() {
            return match.group("name");
        }

        Span span() {
            return new Span(match.start("name"), match.end("name"));
        }

        Claim claim(Passage passage) {
            return new Claim(
                    new Label(name(), name()),
                    SURE * passage.trust(),
                    List.of(passage.evidence(rule.id(), match.start("name"), match.end("name"))));
        }
    }
}
