package wenyuan.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import wenyuan.export.Json;
import wenyuan.ops.Finding;
import wenyuan.ops.Verify;

@Command(name = "verify", description = "Checks that store, originals and index agree. Exit code 1 when they do not.")
final class VerifyCommand extends ArchiveCommand {
    @Option(names = "--deep", description = "Read every original and compare its hash.")
    private boolean deep;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        try (ReadingArchive archive = ReadingArchive.open(home())) {
            List<Finding> findings = Verify.run(archive.store(), archive.engine(), deep);
            boolean sound = findings.stream().noneMatch(finding -> finding.severity() == Finding.Severity.FAULT);
            if (json) {
                print(json(findings, sound));
            } else {
                findings.forEach(finding -> print(finding.severity() + ": " + finding.what()));
                print(sound ? archive.store().documents() + " documents: sound" : "not sound");
            }
            return sound ? DONE : NO;
        }
    }

    private static ObjectNode json(List<Finding> findings, boolean sound) {
        ObjectNode node = Json.object().put("sound", sound);
        node.set(
                "findings",
                Json.array(
                        findings,
                        finding -> Json.object()
                                .put("severity", finding.severity().name())
                                .put("what", finding.what())));
        return node;
    }
}
