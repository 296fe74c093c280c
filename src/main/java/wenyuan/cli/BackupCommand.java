package wenyuan.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import wenyuan.export.Json;
import wenyuan.ops.Backup;
import wenyuan.ops.Manifest;
import wenyuan.store.Audit;
import wenyuan.store.Store;

@Command(
        name = "backup",
        description =
                "Writes the archive into one zip, also while a server or an import runs: catalogue, originals, settings, "
                        + "own rules. Not the index, which restore builds anew.")
final class BackupCommand extends ArchiveCommand {
    @Parameters(paramLabel = "FILE", description = "The zip to write.")
    private Path file = Path.of("");

    @Option(names = "--with-held", description = "Also the files that are held for a secrecy marking.")
    private boolean withHeld;

    @Option(names = "--force", description = "Overwrite FILE.")
    private boolean force;

    @Option(names = "--json", description = "End with one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Path target = file.toAbsolutePath().normalize();
        if (Files.isDirectory(target) || !Files.isDirectory(target.getParent())) {
            throw new CallerMistake("backup takes a FILE in a folder that exists, not " + target);
        }
        if (Files.exists(target) && !force) {
            throw new CallerMistake(target + " exists already; --force overwrites it");
        }
        Manifest manifest;
        try (Store store = ReadingArchive.store(home())) {
            manifest = Backup.write(store, target, withHeld, Clock.systemUTC(), () -> false)
                    .orElseThrow();
        }
        new Errand(home(), said -> {})
                .run(new Work.Note(Audit.Action.BACKUP, target.toString(), manifest.documents() + ""), said -> {});
        tell(target, manifest);
        return manifest.missing().isEmpty() ? DONE : NO;
    }

    private void tell(Path target, Manifest manifest) throws IOException {
        long bytes = Files.size(target);
        if (json) {
            ObjectNode node = Json.object()
                    .put("file", target.toString())
                    .put("bytes", bytes)
                    .put("documents", manifest.documents())
                    .put("originals", manifest.originals())
                    .put("held", manifest.held())
                    .put("heldLeftOut", manifest.heldLeftOut())
                    .put("change", manifest.change())
                    .put("moment", manifest.moment());
            manifest.missing().forEach(node.putArray("missing")::add);
            print(node);
        } else {
            print(manifest.documents() + " documents, " + manifest.originals() + " originals, " + bytes + " bytes in "
                    + target);
        }
        if (manifest.heldLeftOut() > 0) {
            say(manifest.heldLeftOut() + " held files are left out; --with-held takes them along");
        }
        manifest.missing().forEach(sha256 -> say("Original " + sha256 + " is missing in the archive itself"));
    }
}
