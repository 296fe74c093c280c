package wenyuan.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import wenyuan.config.Configuration;
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
            case HomeLock.Acquired acquired -> serve(OwnedArchive.open(home(), acquired.lock()));
        }
        return DONE;
    }

    private void serve(OwnedArchive archive) {
        Serving.run(archive, home(), settings(archive), host, port, this::print, () -> {});
    }

    private WebServer.Settings settings(OwnedArchive archive) {
        try {
            return settings(archive.configuration());
        } catch (CallerMistake e) {
            archive.close();
            throw e;
        }
    }

    private WebServer.Settings settings(Configuration configuration) {
        List<Path> roots = Stream.concat(importRoots.stream(), configuration.importRoots().stream())
                .map(this::importRoot)
                .distinct()
                .toList();
        return new WebServer.Settings(roots, configuration.anonymousRead(), UploadLimits.STANDARD);
    }

    private Path importRoot(Path root) {
        Path absolute = root.toAbsolutePath().normalize();
        if (!Files.isDirectory(root)) {
            throw new CallerMistake("An import root is a folder; there is none at " + root);
        }
        if (home().root().startsWith(absolute)) {
            throw new CallerMistake("The import root " + root + " holds the archive itself");
        }
        return absolute;
    }
}
