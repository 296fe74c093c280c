package wenyuan.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import wenyuan.export.Json;
import wenyuan.ops.Evaluate;
import wenyuan.ops.Evaluation;
import wenyuan.store.Store;

@Command(name = "evaluate", description = "Compares the archive's labels with right answers.")
final class EvaluateCommand extends ArchiveCommand {
    @Parameters(paramLabel = "LABELS", description = "JSON lines with the field names of an export.")
    private Path labels = Path.of("");

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (!Files.isReadable(labels)) {
            throw new CallerMistake("There is no readable file " + labels);
        }
        Evaluation evaluation;
        try (Store store = ReadingArchive.store(home())) {
            evaluation = Evaluate.of(labels, store);
        } catch (IllegalArgumentException wrongLine) {
            throw new CallerMistake(wrongLine.getMessage());
        }
        if (json) {
            print(json(evaluation));
        } else {
            print(evaluation);
        }
        return DONE;
    }

    private void print(Evaluation evaluation) {
        evaluation
                .errors()
                .forEach(error -> print(String.format(
                        Locale.ROOT,
                        "%s%s: %s should be [%s], is [%s]%n    %s",
                        error.source(),
                        error.part().isPresent() ? "#" + error.part().getAsInt() : "",
                        error.field(),
                        error.wanted(),
                        error.given(),
                        String.join("; ", error.because()))));
        evaluation.missing().forEach(source -> print("not in the archive: " + source));
        print(String.format(
                Locale.ROOT,
                "%n%-14s %7s %7s %7s %10s %8s",
                "field",
                "wanted",
                "given",
                "right",
                "precision",
                "recall"));
        for (Map.Entry<String, Evaluation.Score> entry : evaluation.scores().entrySet()) {
            Evaluation.Score score = entry.getValue();
            print(String.format(
                    Locale.ROOT,
                    "%-14s %7d %7d %7d %9.1f%% %7.1f%%",
                    entry.getKey(),
                    score.wanted(),
                    score.given(),
                    score.right(),
                    score.precision() * 100,
                    score.recall() * 100));
        }
        print(String.format(Locale.ROOT, "%d documents judged", evaluation.labelled()));
    }

    private static ObjectNode json(Evaluation evaluation) {
        ObjectNode node = Json.object().put("documents", evaluation.labelled());
        node.set("missing", Json.strings(evaluation.missing()));
        ObjectNode scores = node.putObject("scores");
        evaluation
                .scores()
                .forEach((field, score) -> scores.putObject(field)
                        .put("wanted", score.wanted())
                        .put("given", score.given())
                        .put("right", score.right())
                        .put("precision", score.precision())
                        .put("recall", score.recall()));
        node.set("errors", Json.array(evaluation.errors(), error -> {
            ObjectNode row = Json.object()
                    .put("source", error.source())
                    .put("field", error.field())
                    .put("wanted", error.wanted())
                    .put("given", error.given());
            error.part().ifPresent(part -> row.put("part", part));
            row.set("because", Json.strings(error.because()));
            return row;
        }));
        return node;
    }
}
