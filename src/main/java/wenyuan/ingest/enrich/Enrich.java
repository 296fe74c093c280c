package wenyuan.ingest.enrich;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import wenyuan.model.Attributes;
import wenyuan.model.Claim;
import wenyuan.model.Cleaned;
import wenyuan.model.Dating;
import wenyuan.model.Evidence;
import wenyuan.model.Label;
import wenyuan.model.LabelRules;
import wenyuan.model.Layout;
import wenyuan.model.PageDate;
import wenyuan.model.RuleBook;
import wenyuan.model.Taxonomy;

/** Labels a document by rules. Pure. */
public final class Enrich {
    private Enrich() {}

    /**
     * What can be claimed.
     *
     * @param path the path by which rules may go: the smallest of the document's
     */
    public static Attributes attributes(Cleaned cleaned, Layout layout, String path, RuleBook rules) {
        Material material = Material.of(cleaned, layout, path, rules);
        LabelRules labels = rules.labels();
        Optional<Claim> kind = Labels.first(labels.kinds(), List.of(material.title(), material.opening()));
        Meetings meetings = new Meetings(labels.meetings());
        Optional<Passage> clause = meetings.clause(material.opening());
        List<Claim> types = among(kind, labels.meetings().without())
                ? List.of()
                : meetings.claims(
                        material.title(),
                        clause.filter(c -> !among(kind, labels.meetings().titleOnly())));
        List<Passage> named =
                Stream.concat(Stream.of(material.title()), clause.stream()).toList();
        List<Passage> places = Stream.concat(named.stream(), Stream.of(material.byline(), material.opening()))
                .toList();
        Optional<PageDate> pageDate = PageDates.of(material);
        Optional<Claim> level = Labels.first(labels.levels(), places)
                .or(() -> Labels.first(labels.levels(), material.signature().toList()));
        Years years = new Years(material, level.map(claim -> claim.label().id()));
        Publication publication = new Publication(material, pageDate);
        Dating dating = new Verdict(
                        Stream.concat(years.clues().stream(), publication.clues())
                                .toList(),
                        publication.bounds().toList())
                .dating();
        Named names = new Named(material, labels.names());
        return new Attributes(
                types.stream().findFirst(),
                types.stream().skip(1).toList(),
                Labels.first(labels.occasions(), named),
                dating,
                WorkYears.of(material),
                pageDate,
                kind,
                level,
                Labels.first(labels.speakers(), places),
                Themes.claims(material),
                status(material, dating, years),
                Segments.of(material),
                Wordings.of(material),
                names.places(),
                names.organisations());
    }

    private static boolean among(Optional<Claim> kind, List<Label> kinds) {
        return kind.map(Claim::label).filter(kinds::contains).isPresent();
    }

    /** The secrecy marking that keeps a text out of the archive, when it bears one. */
    public static Optional<Evidence> secrecyMarking(Cleaned cleaned, Layout layout, String path, RuleBook rules) {
        return Secrecy.marking(Material.of(cleaned, layout, path, rules));
    }

    private static List<Claim> status(Material material, Dating dating, Years years) {
        List<Claim> status = new ArrayList<>(material.cleaned().status());
        if (dating instanceof Dating.Disputed disputed) {
            claim(material, "yearDisputed", disputed.evidence()).ifPresent(status::add);
        }
        if (dating instanceof Dating.Known || dating instanceof Dating.Disputed) {
            Set<Integer> near = dating.years().stream()
                    .flatMap(year -> Stream.of(year - 1, year))
                    .collect(toSet());
            years.titleYears()
                    .filter(clue -> !near.contains(clue.from()))
                    .findFirst()
                    .flatMap(clue -> claim(material, "titleYear", List.of(clue.evidence())))
                    .ifPresent(status::add);
        }
        return status;
    }

    private static Optional<Claim> claim(Material material, String id, List<Evidence> evidence) {
        Optional<Label> label = Taxonomy.find(material.rules().taxonomy().status(), id);
        return label.map(known -> new Claim(known, 1, evidence));
    }
}
