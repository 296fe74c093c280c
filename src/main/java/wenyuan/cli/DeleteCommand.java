package wenyuan.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import wenyuan.export.Json;
import wenyuan.model.Document;

@Command(
        name = "delete",
        description =
                "Takes documents out of the archive for good, with all others of the same file; asks first. Importing the "
                        + "same bytes again does not bring them back.")
final class DeleteCommand extends ArchiveCommand {
    @Parameters(arity = "0..1", paramLabel = "ID|QUERY", description = "Id of a document, or a query.")
    private String what = "";

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Option(
            names = "--undo",
            paramLabel = "SHA256|ID",
            description = "Let these bytes in again at the next import; they are not brought back by themselves.")
    private Optional<String> undo = Optional.empty();

    @Option(names = "--json", description = "End with one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (what.isBlank() == undo.isEmpty()) {
            throw new CallerMistake(
                    "delete takes the ID of a document, a query, or --undo SHA256|ID, one of the three");
        }
        if (undo.isPresent()) {
            new Errand(home(), this::say).run(new Work.Undelete(undo.get().strip()), this::heard);
            return DONE;
        }
        Work.Delete work = work();
        int documents = work.documentIds().size();
        if (documents > 0 && !yes && !Found.agreed("Delete " + counted(documents) + " for good?", this::say)) {
            say("Nothing was deleted");
            return NO;
        }
        new Errand(home(), this::say).run(work, this::heard);
        return DONE;
    }

    private Work.Delete work() {
        try (ReadingArchive archive = ReadingArchive.open(home())) {
            Optional<Document> named = archive.store().document(what.strip());
            if (named.isEmpty()) {
                return new Work.Delete(Found.ids(archive, what, yes, this::say), what);
            }
            List<String> parts = archive.store().parts(named.get().id());
            say(named.get().id() + "  " + named.get().title());
            return new Work.Delete(parts.isEmpty() ? List.of(named.get().id()) : parts, "");
        }
    }

    private void heard(Progress said) {
        switch (said) {
            case Progress.Removed done -> {
                if (json) {
                    print(Json.object().put("deleted", done.documents()));
                } else {
                    print(counted(done.documents()) + " deleted");
                }
            }
            case Progress.Changed done -> {
                if (json) {
                    print(Json.object().put("undone", true));
                } else {
                    print("The next import takes these bytes in again");
                }
            }
            case Progress.Broken broken -> throw new CallerMistake(broken.message());
            case Progress.Corrected other -> {}
            case Progress.Importing other -> {}
            case Progress.Imported other -> {}
            case Progress.Proposed other -> {}
            case Progress.Relabelling other -> {}
            case Progress.Relabelled other -> {}
        }
    }

    private static String counted(long documents) {
        return documents + (documents == 1 ? " document" : " documents");
    }
}
