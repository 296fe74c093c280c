package wenyuan.ingest.enrich;

import static java.util.Comparator.comparingDouble;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.stream.Stream;
import wenyuan.model.Claim;
import wenyuan.model.Evidence;
import wenyuan.model.Rule;
import wenyuan.model.Span;
import wenyuan.model.ThemeRules;

/** What a text is about: weighs how many of a theme's triggers stand in the text, its title and its main headings. */
final class Themes {
    private static final int MOST = 5;
    private static final int MOST_EVIDENCE = 3;
    private static final double IN_TITLE = 4;
    private static final double IN_HEADING = 2;
    /** A theme of the title stands for itself; two triggers of the text are about as much. */
    private static final double SURE = 6;
    /** As often a theme must be named by the text alone; twice, by two triggers, in a short one. */
    private static final int OFTEN = 3;

    private static final int SHORT = 1500;
    /** A theme that a text names less than this share of its main one is mentioned in passing. */
    private static final double LEAST_SHARE = 0.35;

    private Themes() {}

    /** At most five themes, best first. */
    static List<Claim> claims(Material material) {
        List<Span> headings = material.layout().outline().stream()
                .filter(heading -> heading.level() == 1)
                .map(heading -> material.whole().normal().normal(heading.span()))
                .toList();
        List<Weighed> found = material.rules().labels().themes().stream()
                .flatMap(theme -> weighed(theme, material, headings).stream())
                .sorted(comparingDouble(Weighed::weight).reversed())
                .toList();
        double least = found.stream().mapToDouble(Weighed::weight).max().orElse(0) * LEAST_SHARE;
        return found.stream()
                .filter(weighed -> weighed.prominent() || weighed.weight() >= least)
                .limit(MOST)
                .map(Weighed::claim)
                .toList();
    }

    private static Optional<Weighed> weighed(ThemeRules theme, Material material, List<Span> headings) {
        List<Finding> findings = theme.triggers().stream()
                .flatMap(trigger -> finding(trigger, material, headings).stream())
                .sorted(comparingDouble(Finding::weight).reversed())
                .toList();
        boolean prominent = findings.stream().anyMatch(Finding::prominent);
        int times = findings.stream().mapToInt(Finding::times).sum();
        int enough = findings.size() > 1 && material.whole().text().length() <= SHORT ? 2 : OFTEN;
        if (!prominent && times < enough) {
            return Optional.empty();
        }
        double weight = findings.stream().mapToDouble(Finding::weight).sum();
        List<Evidence> evidence =
                findings.stream().map(Finding::evidence).limit(MOST_EVIDENCE).toList();
        double confidence = Math.min(0.95, 0.5 + 0.45 * weight / SURE);
        return Optional.of(new Weighed(new Claim(theme.label(), confidence, evidence), weight, prominent));
    }

    private static Optional<Finding> finding(Rule trigger, Material material, List<Span> headings) {
        List<MatchResult> matches = trigger.all(material.indexed());
        Span title = material.titleInWhole();
        Optional<MatchResult> inTitle = within(matches, Stream.of(title));
        Optional<MatchResult> inHeading = within(matches, headings.stream());
        Optional<Evidence> outside = matches.isEmpty() && material.titled()
                ? trigger.first(material.title().text())
                        .map(match -> material.title().evidence(trigger.id(), match))
                : Optional.empty();
        if (matches.isEmpty()) {
            return outside.map(evidence -> new Finding(IN_TITLE, 1, true, evidence));
        }
        MatchResult best = inTitle.or(() -> inHeading).orElse(matches.getFirst());
        double weight = 1
                + Math.log(matches.size())
                + (inTitle.isPresent() ? IN_TITLE : 0)
                + (inHeading.isPresent() ? IN_HEADING : 0);
        return Optional.of(new Finding(
                weight,
                matches.size(),
                inTitle.isPresent() || inHeading.isPresent(),
                material.whole().evidence(trigger.id(), best)));
    }

    private static Optional<MatchResult> within(List<MatchResult> matches, Stream<Span> spans) {
        List<Span> where = new ArrayList<>(spans.toList());
        return matches.stream()
                .filter(match -> where.stream().anyMatch(span -> span.contains(new Span(match.start(), match.end()))))
                .findFirst();
    }

    private record Finding(double weight, int times, boolean prominent, Evidence evidence) {}

    private record Weighed(Claim claim, double weight, boolean prominent) {}
}
