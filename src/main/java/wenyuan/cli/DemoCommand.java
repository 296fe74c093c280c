package wenyuan.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import wenyuan.export.ImportJson;
import wenyuan.store.Home;
import wenyuan.store.HomeLock;
import wenyuan.web.WebServer;

@Command(name = "demo", description = "Imports sample-corpus into a temporary home and serves it.")
final class DemoCommand extends ArchiveCommand {
    @Option(names = "--port", defaultValue = "7070", description = "Port; 0 for any (default ${DEFAULT-VALUE}).")
    private int port;

    @Override
    public Integer call() throws IOException {
        Path corpus = Path.of(System.getProperty("wenyuan.house", "."), "sample-corpus");
        if (!Files.isDirectory(corpus)) {
            throw new CallerMistake("There is no folder " + corpus + "; demo imports it");
        }
        Home home = new Home(Files.createTempDirectory("wenyuan-demo-"));
        if (HomeLock.acquire(home) instanceof HomeLock.Acquired acquired) {
            OwnedArchive archive = OwnedArchive.open(home, acquired.lock());
            archive.perform(
                    new Work.Take(
                            List.of(corpus.toString()), Runtime.getRuntime().availableProcessors(), "", false, false),
                    this::heard);
            Serving.run(
                    archive,
                    home,
                    WebServer.Settings.STANDARD,
                    "127.0.0.1",
                    port,
                    this::print,
                    () -> Folders.delete(home.root()));
        }
        return DONE;
    }

    private void heard(Progress said) {
        switch (said) {
            case Progress.Imported done ->
                say("Imported sample-corpus: " + ImportJson.tally(done.run().tally()));
            case Progress.Changed other -> {}
            case Progress.Corrected other -> {}
            case Progress.Removed other -> {}
            case Progress.Proposed other -> {}
            case Progress.Broken broken -> throw new IllegalStateException(broken.message());
            case Progress.Importing other -> {}
            case Progress.Relabelling other -> {}
            case Progress.Relabelled other -> {}
        }
    }
}
