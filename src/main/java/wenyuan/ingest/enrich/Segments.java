package wenyuan.ingest.enrich;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wenyuan.model.Claim;
import wenyuan.model.Evidence;
import wenyuan.model.Rule;
import wenyuan.model.Segment;
import wenyuan.model.SegmentRules;
import wenyuan.model.Span;

/** Tells the words of a chair from the speech in one file: the chair calls up items, then a line begins the speech. */
final class Segments {
    private static final int FEWEST_CALLS = 2;
    private static final int SHORTEST_SPEECH = 200;
    private static final double CONFIDENCE = 0.85;

    private Segments() {}

    /** The stretches, when there are several; they cover the whole text. */
    static List<Segment> of(Material material) {
        SegmentRules rules = material.rules().labels().segments();
        if (!rules.mayCall(material.indexed())) {
            return List.of();
        }
        List<Passage> lines = material.lines(false, Integer.MAX_VALUE).toList();
        List<Evidence> calls = new ArrayList<>();
        int lastCall = -1;
        for (int i = 0; i < lines.size(); i++) {
            Optional<Evidence> call = first(rules.calls(), lines.get(i));
            if (call.isPresent()) {
                calls.add(call.get());
                lastCall = i;
            }
        }
        return calls.size() < FEWEST_CALLS ? List.of() : after(material, lines, calls, lastCall);
    }

    private static List<Segment> after(Material material, List<Passage> lines, List<Evidence> calls, int lastCall) {
        int end = material.cleaned().text().length();
        for (int i = lastCall + 1; i < lines.size(); i++) {
            Optional<Evidence> begin =
                    first(material.rules().labels().segments().beginnings(), lines.get(i));
            int start = material.layout().blocks().get(i).span().start();
            if (begin.isPresent() && end - start >= SHORTEST_SPEECH) {
                return List.of(
                        new Segment(
                                new Claim(material.rules().labels().segments().chair(), CONFIDENCE, calls),
                                new Span(0, start)),
                        new Segment(
                                new Claim(
                                        material.rules().labels().segments().speech(),
                                        CONFIDENCE,
                                        List.of(begin.get())),
                                new Span(start, end)));
            }
        }
        return List.of();
    }

    private static Optional<Evidence> first(List<Rule> rules, Passage line) {
        return rules.stream()
                .flatMap(rule -> rule.first(line.text()).map(match -> line.evidence(rule.id(), match)).stream())
                .findFirst();
    }
}
