package wenyuan.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import wenyuan.export.Json;
import wenyuan.ops.Dictionary;
import wenyuan.store.Store;
import wenyuan.store.Words;

@Command(
        name = "words",
        description =
                "The dictionary: lists the words that wait for a decision; with options, finds new ones or decides.")
final class WordsCommand extends ArchiveCommand {
    private static final int MOST = 1_000;

    @Option(names = "--propose", description = "Look for new words in the texts first.")
    private boolean propose;

    @Option(
            names = "--accept",
            paramLabel = "WORD",
            arity = "1..*",
            description = "Add to the dictionary of this home.")
    private List<String> accepted = List.of();

    @Option(names = "--reject", paramLabel = "WORD", arity = "1..*", description = "Never propose again.")
    private List<String> rejected = List.of();

    @Option(names = "--remove", paramLabel = "WORD", arity = "1..*", description = "Take out of the home's dictionary.")
    private List<String> removed = List.of();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        ReadingArchive.store(home()).close();
        if (propose) {
            new Errand(home(), this::say).run(new Work.Discover(), this::heard);
        }
        if (!accepted.isEmpty() || !rejected.isEmpty() || !removed.isEmpty()) {
            new Errand(home(), this::say).run(new Work.Vocabulary(accepted, rejected, removed), this::heard);
        }
        list();
        return DONE;
    }

    private void heard(Progress said) {
        switch (said) {
            case Progress.Proposed proposed -> say(proposed.words() + " words wait for a decision");
            case Progress.Broken broken -> throw new CallerMistake(broken.message());
            case Progress.Changed other -> {}
            case Progress.Corrected other -> {}
            case Progress.Removed other -> {}
            case Progress.Importing other -> {}
            case Progress.Relabelling other -> {}
            case Progress.Imported other -> {}
            case Progress.Relabelled other -> {}
        }
    }

    private void list() {
        try (Store store = ReadingArchive.store(home())) {
            Dictionary dictionary = new Dictionary(store, Clock.system(ZoneId.systemDefault()));
            List<Words.Proposal> proposals = store.words().proposals(0, MOST);
            if (json) {
                print(json(proposals, dictionary));
            } else {
                proposals.forEach(
                        proposal -> print(proposal.word() + "\t" + proposal.frequency() + "\t" + proposal.documents()));
            }
            if (dictionary.outdated()) {
                say("The index does not know the latest words yet: run `wenyuan reindex`");
            }
        }
    }

    private static ObjectNode json(List<Words.Proposal> proposals, Dictionary dictionary) {
        ObjectNode all = Json.object();
        all.set(
                "proposals",
                Json.array(
                        proposals,
                        proposal -> Json.object()
                                .put("word", proposal.word())
                                .put("frequency", proposal.frequency())
                                .put("documents", proposal.documents())));
        all.set(
                "own",
                Json.strings(dictionary.own().stream().map(own -> own.word()).toList()));
        all.put("reindexNeeded", dictionary.outdated());
        return all;
    }
}
