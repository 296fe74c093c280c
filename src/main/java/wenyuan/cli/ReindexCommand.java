package wenyuan.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import wenyuan.export.Json;

@Command(name = "reindex", description = "Labels everything again by the rules in force and builds the index anew.")
final class ReindexCommand extends ArchiveCommand {
    @Option(names = "--json", description = "End with one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        ReadingArchive.store(home()).close();
        new Errand(home(), this::say).run(new Work.Relabel(), this::heard);
        return DONE;
    }

    private void heard(Progress said) {
        switch (said) {
            case Progress.Relabelling relabelling -> say(relabelling.done() + " documents looked at");
            case Progress.Relabelled done -> {
                if (json) {
                    print(Json.object().put("changed", done.changed()).put("documents", done.documents()));
                } else {
                    print(done.changed() + " of " + done.documents() + " documents have new labels; the index is new");
                }
            }
            case Progress.Importing other -> {}
            case Progress.Imported other -> {}
            case Progress.Changed other -> {}
            case Progress.Corrected other -> {}
            case Progress.Removed other -> {}
            case Progress.Proposed other -> {}
            case Progress.Broken broken -> throw new IllegalStateException(broken.message());
        }
    }
}
