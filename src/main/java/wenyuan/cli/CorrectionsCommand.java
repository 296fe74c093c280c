package wenyuan.cli;

import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import wenyuan.export.CorrectionJson;
import wenyuan.export.Json;
import wenyuan.model.Correction;
import wenyuan.store.Store;

@Command(name = "corrections", description = "Lists what people decided about labels, oldest first.")
final class CorrectionsCommand extends ArchiveCommand {
    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Option(names = "--labels", description = "Print them as right answers, JSON lines as evaluate reads them.")
    private boolean labels;

    @Override
    public Integer call() {
        if (json && labels) {
            throw new CallerMistake("corrections takes --json or --labels, not both");
        }
        try (Store store = ReadingArchive.store(home())) {
            List<Correction> all = store.corrections().all();
            if (json) {
                ObjectNode answer = Json.object();
                answer.set("corrections", CorrectionJson.list(all));
                print(answer);
            } else if (labels) {
                printLabels(all, store);
            } else {
                all.forEach(correction -> print(correction.documentId() + "  " + correction.title() + "\n    "
                        + PlainText.correction(correction)));
            }
        }
        return DONE;
    }

    private void printLabels(List<Correction> all, Store store) {
        Map<String, List<Correction>> byText =
                all.stream().collect(groupingBy(Correction::textKey, LinkedHashMap::new, Collectors.toList()));
        byText.forEach((textKey, corrections) -> store.corrections().documents(textKey).stream()
                .flatMap(id -> store.document(id).stream())
                .forEach(document -> print(CorrectionJson.labels(document, corrections))));
    }
}
