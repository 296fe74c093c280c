package wenyuan.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import wenyuan.store.Home;
import wenyuan.store.HomeLock;
import wenyuan.web.UploadLimits;
import wenyuan.web.WebServer;

@Command(name = "serve", description = "Serves the pages and the JSON interface.")
final class ServeCommand extends ArchiveCommand {
    @Option(names = "--host", defaultValue = "127.0.0.1", description = "Address to bind (default ${DEFAULT-VALUE}).")
    private String host = "127.0.0.1";

    @Option(names = "--port", defaultValue = "7070", description = "Port; 0 for any (default ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--import-root",
            paramLabel = "DIR",
            description = "A folder below which the pages may import; may be repeated.")
    private List<Path> importRoots = List.of();

    @Override
    public Integer call() {
        switch (HomeLock.acquire(home())) {
            case HomeLock.OwnedBy owner ->
                throw new CallerMistake("The archive in " + home().root() + " is in use by process " + owner.pid());
            case HomeLock.Acquired acquired ->
                Serving.run(
                        OwnedArchive.open(home(), acquired.lock()),
                        home(),
                        settings(),
                        host,
                        port,
                        this::print,
                        () -> {});
        }
        return DONE;
    }

    private WebServer.Settings settings() {
        return new WebServer.Settings(importRoots(home()), false, UploadLimits.STANDARD);
    }

    /** The one place that says below which folders the pages may import. */
    private List<Path> importRoots(Home home) {
        for (Path root : importRoots) {
            if (!Files.isDirectory(root)) {
                throw new CallerMistake("--import-root takes a folder; there is none at " + root);
            }
            if (home.root().startsWith(root.toAbsolutePath().normalize())) {
                throw new CallerMistake("--import-root " + root + " holds the archive itself");
            }
        }
        return importRoots.stream()
                .map(root -> root.toAbsolutePath().normalize())
                .toList();
    }
}
