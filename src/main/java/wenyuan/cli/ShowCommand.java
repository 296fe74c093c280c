package wenyuan.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import wenyuan.config.RuleBookReader;
import wenyuan.export.CorrectionJson;
import wenyuan.export.DocumentJson;
import wenyuan.model.Correction;
import wenyuan.model.Document;
import wenyuan.search.KeyPhrase;
import wenyuan.search.KeyPhrases;
import wenyuan.store.Store;

@Command(name = "show", description = "Prints one document with its labels and their evidence.")
final class ShowCommand extends ArchiveCommand {
    @Parameters(paramLabel = "ID", description = "Id of a document, as search prints it.")
    private String id = "";

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Option(names = "--outline", description = "Title and headings only.")
    private boolean outline;

    @Option(names = "--raw", description = "The text as extracted, before any repair.")
    private boolean raw;

    @Override
    public Integer call() {
        try (Store store = ReadingArchive.store(home())) {
            Document document = store.document(id)
                    .orElseThrow(() -> new CallerMistake("There is no document " + id + " in " + home().root()));
            Optional<String> rawText = raw ? store.rawText(id) : Optional.empty();
            List<Correction> corrections = store.corrections().of(document.textKey());
            if (json) {
                ObjectNode whole = DocumentJson.whole(
                        document,
                        rawText,
                        store.sameText(document),
                        store.parts(document.id()),
                        RuleBookReader.read(home().overrides()).formulas());
                whole.set("corrections", CorrectionJson.list(corrections));
                whole.set("keyPhrases", DocumentJson.keyPhrases(phrases(document)));
                print(whole);
            } else if (outline) {
                print(PlainText.outline(document));
            } else {
                print(rawText.orElseGet(() -> PlainText.document(document, corrections, store.sameText(document))));
            }
        }
        return DONE;
    }

    /** Counted against the last commit of the index. */
    private List<KeyPhrase> phrases(Document document) {
        try (ReadingArchive archive = ReadingArchive.open(home())) {
            return new KeyPhrases(archive.engine(), archive.segmenter()).of(document);
        }
    }
}
