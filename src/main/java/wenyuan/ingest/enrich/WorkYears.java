package wenyuan.ingest.enrich;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.stream.Stream;
import wenyuan.model.Chronology.Cue;
import wenyuan.model.Evidence;
import wenyuan.model.Rule;
import wenyuan.model.WorkYear;

/** The year whose work is summed up (TAXONOMY.md §4, Y3): 2023年度……述职, else the one before the year that is planned for. */
final class WorkYears {
    private WorkYears() {}

    static Optional<WorkYear> of(Material material) {
        List<Found> found = Stream.of(
                        found(material, material.title(), Cue.WORK_YEAR, 0),
                        found(material, material.opening(), Cue.WORK_YEAR, 0),
                        found(material, material.whole(), Cue.NEXT_YEAR, -1))
                .flatMap(finds -> finds)
                .toList();
        return found.stream()
                .findFirst()
                .map(first -> new WorkYear(
                        first.year(),
                        found.stream()
                                .filter(other -> other.year() == first.year())
                                .map(Found::evidence)
                                .distinct()
                                .toList()));
    }

    private static Stream<Found> found(Material material, Passage passage, Cue cue, int shift) {
        Rule rule = material.rules().chronology().cues().get(cue);
        return rule.all(passage.text()).flatMap(match -> found(passage, rule, match, shift));
    }

    private static Stream<Found> found(Passage passage, Rule rule, MatchResult match, int shift) {
        return Years.year(match).stream().mapToObj(year -> new Found(year + shift, passage.evidence(rule.id(), match)));
    }

    private record Found(int year, Evidence evidence) {}
}
