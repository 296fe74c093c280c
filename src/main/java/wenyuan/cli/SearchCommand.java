package wenyuan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import wenyuan.export.ConcordanceJson;
import wenyuan.export.CsvTable;
import wenyuan.export.SearchJson;
import wenyuan.export.SentencesJson;
import wenyuan.query.Warning;
import wenyuan.search.Concordance;
import wenyuan.search.ConcordancePage;
import wenyuan.search.ConcordanceRequest;
import wenyuan.search.Note;
import wenyuan.search.Notes;
import wenyuan.search.SearchPage;
import wenyuan.search.SearchRequest;
import wenyuan.search.SentenceFilter;
import wenyuan.search.SentencePage;
import wenyuan.search.Sentences;
import wenyuan.search.SpeechFunctions;
import wenyuan.search.View;

@Command(name = "search", description = "Finds documents.")
final class SearchCommand extends ArchiveCommand {
    @Parameters(arity = "0..*", paramLabel = "QUERY", description = "As typed into the box; see /help of the pages.")
    private List<String> query = List.of();

    @Mixin
    private Arguments arguments = new Arguments();

    @Option(
            names = "--sort",
            defaultValue = "relevance",
            description = "relevance, newest or oldest; of a concordance also left or right.")
    private SearchRequest.Sort sort = SearchRequest.Sort.RELEVANCE;

    @Option(names = "--size", description = "How many hits (default 10; with --batch 3).")
    private @Nullable Integer wanted;

    @Option(names = "--from", defaultValue = "0", description = "How many hits to leave out.")
    private int from;

    @Option(names = "--view", defaultValue = "documents", description = "documents, sentences or concordance.")
    private View view = View.DOCUMENTS;

    @Option(
            names = "--with",
            split = ",",
            description = "Beside a concordance: groups, collocates, fillers, extensions.")
    private Set<ConcordanceRequest.Part> with = Set.of();

    @Option(names = "--json", description = "Print one JSON object; with --batch one a line.")
    private boolean json;

    @Option(
            names = "--batch",
            paramLabel = "FILE",
            description = "Queries from a file, one a line; # begins a comment.")
    private @Nullable Path batch;

    @Option(names = "--csv", description = "With --batch: print a table for Excel.")
    private boolean csv;

    @Override
    public Integer call() throws IOException {
        if (!view.orders().contains(sort)) {
            throw new CallerMistake(
                    "--sort " + sort + " is not for --view " + view.word() + ", which takes " + view.orders());
        }
        int size = Optional.ofNullable(wanted).orElse(batch == null ? 10 : 3);
        if (size < 0 || size > 10_000 || from < 0) {
            throw new CallerMistake("--size takes 0 to 10000 and --from 0 or more, not " + size + " and " + from);
        }
        Optional<Path> file = Optional.ofNullable(batch);
        if (file.isPresent()) {
            batch(BatchLines.read(file.get()), size);
            return DONE;
        }
        try (ReadingArchive archive = ReadingArchive.open(home())) {
            String typed = String.join(" ", query);
            SearchRequest request = arguments.request(
                    typed, view, sort, from, size, true, archive.rules().taxonomy());
            List<Note> notes = Notes.of(typed, request.query(), archive.rules().formulas());
            notes.forEach(note -> say("! " + note.message()));
            switch (view) {
                case CONCORDANCE -> concordance(archive, request, notes);
                case DOCUMENTS -> documents(archive.engine().search(request), notes);
                case SENTENCES -> sentences(archive, request, notes);
            }
        }
        return DONE;
    }

    private void batch(List<BatchLines.Line> lines, int size) throws IOException {
        if (!query.isEmpty()) {
            throw new CallerMistake("search takes a query or --batch FILE, not both");
        }
        try (ReadingArchive archive = ReadingArchive.open(home())) {
            Batch all = new Batch(archive, arguments, sort, size);
            if (json) {
                all.run(lines, answer -> print(answer.json()));
            } else if (csv) {
                all.csv(lines, new CsvTable(out()));
            } else {
                print(String.join("\t", Batch.COLUMNS));
                all.run(lines, answer -> print(String.join("\t", answer.cells())));
            }
            out().flush();
        }
    }

    private void documents(SearchPage page, List<Note> notes) {
        if (json) {
            print(SearchJson.page(page, notes));
        } else {
            warn(page.warnings());
            warn(page.hints());
            HitLines.of(page, from).forEach(this::print);
            HitLines.possible(page.hints()).forEach(this::print);
        }
    }

    private void concordance(ReadingArchive archive, SearchRequest request, List<Note> notes) {
        ConcordancePage page = new Concordance(archive.engine(), archive.store()::document)
                .answer(new ConcordanceRequest(request, with), archive.segmenter());
        if (json) {
            print(ConcordanceJson.page(page, with, notes));
        } else {
            warn(page.warnings());
            ConcordanceLines.of(page, with).forEach(this::print);
        }
    }

    private void sentences(ReadingArchive archive, SearchRequest request, List<Note> notes) {
        Sentences sentences = new Sentences(
                archive.engine(),
                archive.store()::document,
                archive.segmenter(),
                new SpeechFunctions(archive.rules().functions()),
                archive.rules().phrasing());
        SentencePage page = sentences.page(sentences.find(request), from, request.size());
        SearchPage counts =
                archive.engine().search(SentenceFilter.of(request).documents().counting());
        if (json) {
            print(SentencesJson.page(counts, page, notes));
        } else {
            warn(counts.warnings());
            SentenceLines.of(counts, page, from).forEach(this::print);
        }
    }

    private void warn(SearchPage.Hints hints) {
        hints.also().forEach(also -> say("! 也查了“" + also.word() + "”的别称：" + String.join("、", also.synonyms())));
        if (!hints.didYouMean().isEmpty()) {
            say("! 是不是要找：" + String.join("　", hints.didYouMean()));
        }
    }

    private void warn(List<Warning> warnings) {
        warnings.forEach(warning -> say("! " + warning.message()));
    }
}
