package wenyuan.ingest.clean;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wenyuan.config.ShippedPageRules;
import wenyuan.ingest.GoldenCase;
import wenyuan.model.Claim;
import wenyuan.model.Cleaned;
import wenyuan.model.Extraction;
import wenyuan.model.Extraction.Form;
import wenyuan.model.PageRules;

class CleanGoldenTest {
    private static final PageRules RULES = ShippedPageRules.read();

    static Stream<GoldenCase> cases() {
        return GoldenCase.of("clean");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void cleans(GoldenCase golden) {
        String name = golden.input().getFileName().toString();
        Form form = name.endsWith(".html") ? Form.PAGE : name.endsWith(".pdf.txt") ? Form.PRINTED : Form.PLAIN;
        Cleaned cleaned =
                Clean.repair(new Extraction.Text(golden.content(), form, "text/plain", "UTF-8", Map.of()), RULES);
        CleanInvariants.check(cleaned);
        golden.check(view(cleaned));
    }

    private static Map<String, Object> view(Cleaned cleaned) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("text", cleaned.text().lines().toList());
        view.put("pageTitle", cleaned.pageTitle().orElse(""));
        view.put(
                "zones",
                cleaned.zones().stream()
                        .map(zone -> List.of(
                                zone.name(),
                                zone.rule(),
                                zone.before(),
                                zone.text().lines().toList()))
                        .toList());
        view.put(
                "repairs",
                cleaned.repairs().stream()
                        .map(repair -> List.of(repair.rule(), repair.span().start(), repair.before(), repair.after()))
                        .toList());
        view.put(
                "slots",
                cleaned.slots().stream()
                        .map(slot -> slot.kind() + " " + slot.span().start() + " "
                                + slot.span().of(cleaned.text()))
                        .toList());
        view.put(
                "completeness",
                cleaned.completeness()
                        .map(found -> found.percent() + " % " + found.evidence().quote())
                        .orElse(""));
        view.put("status", cleaned.status().stream().map(CleanGoldenTest::view).toList());
        return view;
    }

    private static String view(Claim claim) {
        return claim.label().name() + ": "
                + claim.evidence().getFirst().rule() + " "
                + claim.evidence().getFirst().place().label() + " "
                + claim.evidence().getFirst().quote();
    }
}
