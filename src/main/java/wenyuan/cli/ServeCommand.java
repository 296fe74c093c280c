package wenyuan.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import wenyuan.store.HomeLock;

@Command(name = "serve", description = "Serves the pages and the JSON interface.")
final class ServeCommand extends ArchiveCommand {
    @Option(names = "--host", defaultValue = "127.0.0.1", description = "Address to bind (default ${DEFAULT-VALUE}).")
    private String host = "127.0.0.1";

    @Option(names = "--port", defaultValue = "7070", description = "Port; 0 for any (default ${DEFAULT-VALUE}).")
    private int port;

    @Override
    public Integer call() {
        switch (HomeLock.acquire(home())) {
            case HomeLock.OwnedBy owner ->
                throw new CallerMistake("The archive in " + home().root() + " is in use by process " + owner.pid());
            case HomeLock.Acquired acquired ->
                Serving.run(OwnedArchive.open(home(), acquired.lock()), home(), host, port, this::print, () -> {});
        }
        return DONE;
    }
}
