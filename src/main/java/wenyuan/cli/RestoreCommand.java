package wenyuan.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import wenyuan.export.Json;
import wenyuan.ops.Manifest;
import wenyuan.ops.Restore;
import wenyuan.store.HomeLock;

@Command(
        name = "restore",
        description =
                "Makes the archive of a backup again in --home, and builds its index. Checks the whole backup first.")
final class RestoreCommand extends ArchiveCommand {
    @Parameters(paramLabel = "FILE", description = "What `backup` wrote.")
    private Path file = Path.of("");

    @Option(names = "--force", description = "Move the archive aside that is in --home.")
    private boolean force;

    @Option(names = "--json", description = "End with one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Manifest manifest = checked();
        switch (HomeLock.acquire(home())) {
            case HomeLock.OwnedBy owner ->
                throw new CallerMistake(
                        "The archive in " + home().root() + " is in use by process " + owner.pid() + ": stop it first");
            case HomeLock.Acquired acquired -> tell(manifest, restore(acquired.lock()));
        }
        return DONE;
    }

    private Manifest checked() throws IOException {
        try {
            return Restore.check(file.toAbsolutePath());
        } catch (IllegalArgumentException e) {
            throw new CallerMistake(e.getMessage());
        }
    }

    private Optional<Path> restore(HomeLock lock) throws IOException {
        Optional<Path> aside;
        try {
            if (Restore.occupied(home()) && !force) {
                throw new CallerMistake("There is an archive in " + home().root()
                        + " already; --force moves it aside, --home names another folder");
            }
            aside = Restore.into(file.toAbsolutePath(), home(), Clock.systemUTC());
        } catch (IllegalArgumentException e) {
            lock.close();
            throw new CallerMistake(e.getMessage());
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
        aside.ifPresent(folder -> say("What was in " + home().root() + " is now in " + folder));
        OwnedArchive.open(home(), lock).close();
        return aside;
    }

    private void tell(Manifest manifest, Optional<Path> aside) {
        if (json) {
            ObjectNode node = Json.object()
                    .put("documents", manifest.documents())
                    .put("originals", manifest.originals())
                    .put("held", manifest.held())
                    .put("change", manifest.change())
                    .put("moment", manifest.moment());
            aside.ifPresent(folder -> node.put("aside", folder.toString()));
            print(node);
        } else {
            print(manifest.documents() + " documents of " + manifest.moment() + " are restored in " + home().root());
        }
    }
}
