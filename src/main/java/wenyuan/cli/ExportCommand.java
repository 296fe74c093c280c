package wenyuan.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import wenyuan.export.ExportFormat;
import wenyuan.export.Exports;
import wenyuan.export.TrendExport;
import wenyuan.export.TrendJson;
import wenyuan.query.Field;
import wenyuan.search.Frequencies;
import wenyuan.search.SearchRequest;
import wenyuan.search.Trends;
import wenyuan.search.View;
import wenyuan.web.HitExports;

@Command(
        name = "export",
        description = "Writes all documents, or those that a query finds, or its sentences or trends.")
final class ExportCommand extends ArchiveCommand {
    /** A Word document is held in memory. */
    private static final int MOST_IN_WORD = 2_000;

    /** What is written. */
    enum What {
        DOCUMENTS,
        SENTENCES,
        CONCORDANCE,
        TRENDS
    }

    @Parameters(
            arity = "0..*",
            paramLabel = "QUERY",
            description = "Which documents; all when left out. With trends one query each.")
    private List<String> query = List.of();

    @Mixin
    private Arguments arguments = new Arguments();

    @Option(names = "--view", defaultValue = "documents", description = "documents, sentences, concordance or trends.")
    private What view = What.DOCUMENTS;

    @Option(names = "--by", defaultValue = "year", description = "With trends: year or type.")
    private TrendsCommand.By by = TrendsCommand.By.YEAR;

    @Option(
            names = "--sort",
            defaultValue = "relevance",
            description = "relevance, newest or oldest; of a concordance also left or right.")
    private SearchRequest.Sort sort = SearchRequest.Sort.RELEVANCE;

    @Option(names = "--format", required = true, description = "jsonl, csv or docx.")
    private String format = "jsonl";

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write; stdout when left out.")
    private @Nullable Path file;

    @Override
    public Integer call() throws IOException {
        ExportFormat written = ExportFormat.named(format.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new CallerMistake("--format takes "
                        + Stream.of(ExportFormat.values())
                                .map(ExportFormat::word)
                                .collect(Collectors.joining(", "))
                        + ", not " + format));
        if (written == ExportFormat.DOCX && file == null) {
            throw new CallerMistake("--format docx takes --out FILE: a Word document is no text");
        }
        if (view == What.TRENDS && query.isEmpty()) {
            throw new CallerMistake("--view trends takes at least one query");
        }
        try (ReadingArchive archive = ReadingArchive.open(home());
                OutputStream out = output()) {
            write(archive, written, out);
        }
        return DONE;
    }

    private void write(ReadingArchive archive, ExportFormat written, OutputStream out) throws IOException {
        switch (view) {
            case DOCUMENTS -> said(exports(archive).documents(wish(archive, View.DOCUMENTS, written), out));
            case SENTENCES -> said(exports(archive).sentences(wish(archive, View.SENTENCES, written), out));
            case CONCORDANCE -> said(exports(archive).concordance(wish(archive, View.CONCORDANCE, written), out));
            case TRENDS -> trends(archive, written, out);
        }
    }

    private void said(Exports.Outcome outcome) {
        outcome.cut().ifPresent(message -> say("! " + message));
    }

    private static Exports exports(ReadingArchive archive) {
        return HitExports.of(archive.engine(), archive.store()::document, archive.segmenter(), archive.rules());
    }

    private Exports.Wish wish(ReadingArchive archive, View listed, ExportFormat written) {
        String typed = String.join(" ", query);
        SearchRequest request = arguments.request(
                typed, listed, sort, 0, 0, false, archive.rules().taxonomy());
        request.warnings().forEach(warning -> say("! " + warning.message()));
        int most = written == ExportFormat.DOCX ? MOST_IN_WORD : Integer.MAX_VALUE;
        return new Exports.Wish(request, written, typed.isEmpty() ? "全部材料" : "检索：" + typed, most);
    }

    private void trends(ReadingArchive archive, ExportFormat written, OutputStream out) throws IOException {
        Trends trends = new Trends(archive.engine(), archive.store()::document);
        Frequencies all = trends.archive(request(archive, ""));
        List<TrendJson.Line> lines = query.stream()
                .map(one -> {
                    SearchRequest request = request(archive, one);
                    return new TrendJson.Line(one, request.warnings(), trends.of(request, all));
                })
                .toList();
        TrendExport.write(lines, all, by == TrendsCommand.By.YEAR ? Field.YEAR : Field.TYPE, written, out);
    }

    private SearchRequest request(ReadingArchive archive, String typed) {
        return arguments.request(typed, sort, 0, 0, false, archive.rules().taxonomy());
    }

    private OutputStream output() throws IOException {
        Optional<Path> path = Optional.ofNullable(file);
        return path.isPresent() ? new BufferedOutputStream(Files.newOutputStream(path.get())) : new Stdout();
    }

    /** Stdout in bytes of our own charset, which stays open when this closes. */
    private static final class Stdout extends FilterOutputStream {
        Stdout() {
            super(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
