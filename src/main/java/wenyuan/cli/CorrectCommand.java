package wenyuan.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import wenyuan.export.Json;
import wenyuan.model.Correctable;
import wenyuan.store.Corrections;

@Command(
        name = "correct",
        description = "Decides labels of a document, or of all that a query finds. Outlives re-import and new rules.")
final class CorrectCommand extends ArchiveCommand {
    @Parameters(arity = "0..1", paramLabel = "ID", description = "Id of a document, as search prints it.")
    private String id = "";

    @Option(names = "--type", description = "Meeting type, by name or id.")
    private Optional<String> type = Optional.empty();

    @Option(names = "--year", description = "Year of the meeting.")
    private Optional<String> year = Optional.empty();

    @Option(names = "--work-year", paramLabel = "YEAR", description = "Year that is summed up.")
    private Optional<String> workYear = Optional.empty();

    @Option(names = "--kind", description = "Kind of document, by name or id.")
    private Optional<String> kind = Optional.empty();

    @Option(names = "--level", description = "Level of the organisation, by name or id.")
    private Optional<String> level = Optional.empty();

    @Option(names = "--speaker", description = "Role of the speaker, by name or id.")
    private Optional<String> speaker = Optional.empty();

    @Option(names = "--occasion", description = "Occasion, by name or id.")
    private Optional<String> occasion = Optional.empty();

    @Option(names = "--themes", paramLabel = "A,B", description = "All its themes, by name or id, at most five.")
    private Optional<String> themes = Optional.empty();

    @Option(names = "--none", paramLabel = "FIELD", split = ",", description = "There is no such label.")
    private List<String> none = List.of();

    @Option(
            names = "--withdraw",
            paramLabel = "FIELD",
            split = ",",
            description = "Leave the field to the rules again.")
    private List<String> withdraw = List.of();

    @Option(names = "--query", paramLabel = "QUERY", description = "All documents that this query finds; asks first.")
    private Optional<String> query = Optional.empty();

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Option(names = "--json", description = "End with one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (id.isBlank() == query.isEmpty()) {
            throw new CallerMistake("correct takes the ID of a document or --query QUERY, one of the two");
        }
        Work.Correct work;
        try (ReadingArchive archive = ReadingArchive.open(home())) {
            Wishes wishes = new Wishes(archive.rules().taxonomy());
            List<Corrections.Decision> decisions = decisions(wishes);
            work = query.isPresent() ? found(archive, query.get(), decisions) : named(archive, decisions);
        }
        if (query.isPresent()
                && !work.documentIds().isEmpty()
                && !yes
                && !agreed(work.documentIds().size())) {
            say("Nothing was changed");
            return NO;
        }
        new Errand(home(), this::say).run(work, this::heard);
        return DONE;
    }

    private List<Corrections.Decision> decisions(Wishes wishes) {
        List<Corrections.Decision> decisions = new ArrayList<>();
        type.ifPresent(typed -> decisions.add(wishes.set(Correctable.TYPE, typed)));
        year.ifPresent(typed -> decisions.add(wishes.set(Correctable.YEAR, typed)));
        workYear.ifPresent(typed -> decisions.add(wishes.set(Correctable.WORK_YEAR, typed)));
        kind.ifPresent(typed -> decisions.add(wishes.set(Correctable.KIND, typed)));
        level.ifPresent(typed -> decisions.add(wishes.set(Correctable.LEVEL, typed)));
        speaker.ifPresent(typed -> decisions.add(wishes.set(Correctable.SPEAKER, typed)));
        occasion.ifPresent(typed -> decisions.add(wishes.set(Correctable.OCCASION, typed)));
        themes.ifPresent(typed -> decisions.add(wishes.set(Correctable.THEMES, typed)));
        none.forEach(field -> decisions.add(Corrections.Decision.set(Wishes.field(field), List.of())));
        withdraw.forEach(field -> decisions.add(Corrections.Decision.withdraw(Wishes.field(field))));
        return Wishes.checked(decisions);
    }

    private Work.Correct named(ReadingArchive archive, List<Corrections.Decision> decisions) {
        if (archive.store().document(id).isEmpty()) {
            throw new CallerMistake("There is no document " + id + " in " + home().root());
        }
        return new Work.Correct(List.of(id), decisions, "");
    }

    private Work.Correct found(ReadingArchive archive, String typed, List<Corrections.Decision> decisions) {
        return new Work.Correct(Found.ids(archive, typed, yes, this::say), decisions, typed);
    }

    private boolean agreed(int documents) throws IOException {
        return Found.agreed("Change " + documents + (documents == 1 ? " document" : " documents") + "?", this::say);
    }

    private void heard(Progress said) {
        switch (said) {
            case Progress.Proposed other -> {}
            case Progress.Corrected done -> {
                if (json) {
                    print(Json.object().put("changed", done.documents()));
                } else {
                    print(done.documents() + (done.documents() == 1 ? " document has" : " documents have")
                            + " these labels now");
                }
            }
            case Progress.Broken broken -> throw new IllegalStateException(broken.message());
            case Progress.Importing other -> {}
            case Progress.Imported other -> {}
            case Progress.Relabelling other -> {}
            case Progress.Relabelled other -> {}
            case Progress.Changed other -> {}
            case Progress.Removed other -> {}
        }
    }
}
