package wenyuan.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import wenyuan.model.Fate;
import wenyuan.model.FileFate;
import wenyuan.model.ImportRun;
import wenyuan.model.Tally;

/** Imports and their balance as JSON. Field names are a contract. */
public final class ImportJson {
    private ImportJson() {}

    /** The balance: the last line of {@code import --json}. */
    public static ObjectNode tally(Tally tally) {
        ObjectNode node = Json.object();
        node.put("seen", tally.seen());
        node.put("stored", tally.stored());
        node.put("unchanged", tally.unchanged());
        node.put("duplicate", tally.duplicate());
        node.put("split", tally.split());
        node.put("held", tally.held());
        node.set("failed", counts(tally.failed()));
        node.set("skipped", counts(tally.skipped()));
        node.put("seconds", Math.round(tally.seconds() * 1000) / 1e3);
        return node;
    }

    /** One import with its balance. */
    public static ObjectNode run(ImportRun run) {
        ObjectNode node = Json.object();
        node.put("id", run.id());
        node.set("paths", Json.strings(run.paths()));
        node.put("started", run.started().toString());
        node.set("ended", Json.optionalText(run.ended().map(Object::toString)));
        node.set("tally", tally(run.tally()));
        return node;
    }

    /** What became of one file. */
    public static ObjectNode fate(FileFate row) {
        ObjectNode node =
                Json.object().put("path", row.path()).put("fate", row.fate().name());
        switch (row.fate()) {
            case Fate.Stored stored -> node.put("id", stored.documentId());
            case Fate.Unchanged unchanged -> node.put("id", unchanged.documentId());
            case Fate.Duplicate duplicate -> node.put("id", duplicate.documentId());
            case Fate.Split split -> node.set("ids", Json.strings(split.documentIds()));
            case Fate.Held held -> node.set("marking", DocumentJson.evidence(held.marking()));
            case Fate.Failed failed -> node.put("cause", failed.cause().name()).put("detail", failed.detail());
            case Fate.Skipped skipped ->
                node.put("cause", skipped.cause().name()).put("detail", skipped.detail());
        }
        return node;
    }

    private static <K extends Enum<K>> ObjectNode counts(Map<K, Integer> counts) {
        ObjectNode node = Json.object();
        counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> node.put(entry.getKey().name(), entry.getValue()));
        return node;
    }
}
