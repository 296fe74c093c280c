package wenyuan.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import wenyuan.export.SearchJson;
import wenyuan.model.Claim;
import wenyuan.model.Document;
import wenyuan.model.Span;
import wenyuan.query.Warning;
import wenyuan.search.Note;
import wenyuan.search.Notes;
import wenyuan.search.SearchPage;
import wenyuan.search.SearchRequest;

@Command(name = "search", description = "Finds documents.")
final class SearchCommand extends ArchiveCommand {
    @Parameters(arity = "0..*", paramLabel = "QUERY", description = "As typed into the box; see /help of the pages.")
    private List<String> query = List.of();

    @Mixin
    private Arguments arguments = new Arguments();

    @Option(names = "--sort", defaultValue = "relevance", description = "relevance, newest or oldest.")
    private SearchRequest.Sort sort = SearchRequest.Sort.RELEVANCE;

    @Option(names = "--size", defaultValue = "10", description = "How many hits (default ${DEFAULT-VALUE}).")
    private int size;

    @Option(names = "--from", defaultValue = "0", description = "How many hits to leave out.")
    private int from;

    @Option(names = "--view", defaultValue = "documents", description = "documents.")
    private String view = "documents";

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        if (!view.equals("documents")) {
            throw new CallerMistake(
                    "--view takes documents (sentences and concordance are not built yet), not " + view);
        }
        if (size < 0 || size > 10_000 || from < 0) {
            throw new CallerMistake("--size takes 0 to 10000 and --from 0 or more, not " + size + " and " + from);
        }
        try (ReadingArchive archive = ReadingArchive.open(home())) {
            String typed = String.join(" ", query);
            SearchRequest request = arguments.request(
                    typed, sort, from, size, true, archive.rules().taxonomy());
            SearchPage page = archive.engine().search(request);
            List<Note> notes = Notes.of(typed, request.query(), archive.rules().formulas());
            notes.forEach(note -> say("! " + note.message()));
            if (json) {
                print(SearchJson.page(page, notes));
            } else {
                print(page, out());
            }
        }
        return DONE;
    }

    private void print(SearchPage page, PrintWriter out) {
        for (Warning warning : page.warnings()) {
            say("! " + warning.message());
        }
        SearchPage.Hints hints = page.hints();
        hints.also().forEach(also -> say("! 也查了“" + also.word() + "”的别称：" + String.join("、", also.synonyms())));
        if (!hints.didYouMean().isEmpty()) {
            say("! 是不是要找：" + String.join("　", hints.didYouMean()));
        }
        out.printf(
                Locale.ROOT,
                "%d 篇%s，%.0f ms%n",
                page.total(),
                page.partial() ? "（超时，不完整）" : "",
                page.took().toNanos() / 1e6);
        print(page.hits(), from, out);
        if (!hints.possible().isEmpty()) {
            out.printf(Locale.ROOT, "%n文中以××代替、可能是所查的：%d 篇%n", hints.possibleTotal());
            print(hints.possible(), 0, out);
        }
        out.flush();
    }

    private static void print(List<SearchPage.Hit> hits, int before, PrintWriter out) {
        int number = before;
        for (SearchPage.Hit hit : hits) {
            number++;
            Document document = hit.document();
            out.printf(Locale.ROOT, "%n%d. %s  [%s]%n", number, document.title(), labels(document));
            out.printf(
                    Locale.ROOT,
                    "   %s  %s%n",
                    document.id(),
                    document.sources().getFirst().path());
            hit.snippets().forEach(snippet -> out.println("   " + marked(snippet)));
        }
    }

    private static String labels(Document document) {
        String type = document.attributes()
                .meeting()
                .map(Claim::label)
                .map(label -> label.name())
                .orElse("类型未定");
        String year = document.attributes().dating().year().isPresent()
                ? Integer.toString(document.attributes().dating().year().getAsInt())
                : "年份不明";
        return type + " " + year
                + switch (document.attributes().dating().status()) {
                    case "inferred" -> "（推断）";
                    case "disputed" -> "（矛盾）";
                    default -> "";
                };
    }

    private static String marked(SearchPage.Snippet snippet) {
        StringBuilder line = new StringBuilder();
        int at = 0;
        for (Span mark : snippet.marks()) {
            line.append(snippet.text(), at, mark.start())
                    .append('【')
                    .append(mark.of(snippet.text()))
                    .append('】');
            at = mark.end();
        }
        return line.append(snippet.text().substring(at)).toString().replace('\n', ' ');
    }
}
