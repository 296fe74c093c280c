package wenyuan.model;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lays what people decided over what rules made. Pure. A label that a person sets has no evidence, one that they confirm
 * keeps that of the rules; a year becomes known. With another meeting type its double among the further types goes, with
 * none all of them; with a year the doubts about it.
 */
public final class Corrected {
    private static final Set<String> YEAR_DOUBTS = Set.of("yearDisputed", "titleYear");

    private final Attributes ruled;
    private final Map<Correctable, List<Label>> decided = new EnumMap<>(Correctable.class);

    private Corrected(Attributes ruled, List<Correction> corrections) {
        this.ruled = ruled;
        corrections.forEach(correction -> decided.put(correction.field(), correction.values()));
    }

    /** {@code ruled} with these corrections over it. */
    public static Attributes attributes(Attributes ruled, List<Correction> corrections) {
        return corrections.isEmpty() ? ruled : new Corrected(ruled, corrections).attributes();
    }

    private Attributes attributes() {
        return new Attributes(
                one(Correctable.TYPE, ruled.meeting()),
                otherMeetings(),
                one(Correctable.OCCASION, ruled.occasion()),
                dating(),
                workYear(),
                ruled.pageDate(),
                one(Correctable.KIND, ruled.kind()),
                one(Correctable.LEVEL, ruled.level()),
                one(Correctable.SPEAKER, ruled.speaker()),
                many(Correctable.THEMES, ruled.themes()),
                status(),
                ruled.segments(),
                ruled.formulas(),
                ruled.places(),
                ruled.organisations());
    }

    private Optional<Claim> one(Correctable field, Optional<Claim> claim) {
        return many(field, claim.stream().toList()).stream().findFirst();
    }

    private List<Claim> many(Correctable field, List<Claim> claims) {
        return decided(field)
                .map(labels ->
                        labels.stream().map(label -> decided(label, claims)).toList())
                .orElse(claims);
    }

    private static Claim decided(Label label, List<Claim> claims) {
        List<Evidence> evidence = claims.stream()
                .filter(claim -> claim.label().id().equals(label.id()))
                .findFirst()
                .map(Claim::evidence)
                .orElse(List.of());
        return new Claim(label, 1, evidence);
    }

    private List<Claim> otherMeetings() {
        Optional<List<Label>> types = decided(Correctable.TYPE);
        return types.isEmpty()
                ? ruled.otherMeetings()
                : ruled.otherMeetings().stream()
                        .filter(claim -> !types.get().isEmpty()
                                && !types.get()
                                        .getFirst()
                                        .id()
                                        .equals(claim.label().id()))
                        .toList();
    }

    private Dating dating() {
        Optional<List<Label>> years = decided(Correctable.YEAR);
        if (years.isEmpty()) {
            return ruled.dating();
        }
        return years.get().isEmpty() ? new Dating.Unknown(List.of()) : new Dating.Known(year(years.get()), List.of());
    }

    private Optional<WorkYear> workYear() {
        Optional<List<Label>> years = decided(Correctable.WORK_YEAR);
        return years.isEmpty()
                ? ruled.workYear()
                : years.filter(some -> !some.isEmpty()).map(some -> new WorkYear(year(some), List.of()));
    }

    private List<Claim> status() {
        return decided(Correctable.YEAR).isEmpty()
                ? ruled.status()
                : ruled.status().stream()
                        .filter(claim -> !YEAR_DOUBTS.contains(claim.label().id()))
                        .toList();
    }

    private Optional<List<Label>> decided(Correctable field) {
        return Optional.ofNullable(decided.get(field));
    }

    private static int year(List<Label> years) {
        return Integer.parseInt(years.getFirst().id());
    }
}
