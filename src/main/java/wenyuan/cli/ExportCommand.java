package wenyuan.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import wenyuan.export.CsvTable;
import wenyuan.export.DocumentJson;
import wenyuan.export.Json;
import wenyuan.model.Document;
import wenyuan.search.SearchPage;
import wenyuan.search.SearchRequest;

@Command(name = "export", description = "Writes the labels of all documents, or of those that a query finds.")
final class ExportCommand extends ArchiveCommand {
    private static final int PAGE = 500;

    @Parameters(arity = "0..*", paramLabel = "QUERY", description = "Which documents; all when left out.")
    private List<String> query = List.of();

    @Mixin
    private Arguments arguments = new Arguments();

    @Option(names = "--format", required = true, description = "jsonl or csv.")
    private String format = "jsonl";

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write; stdout when left out.")
    private @Nullable Path file;

    @Override
    public Integer call() throws IOException {
        if (!List.of("jsonl", "csv").contains(format)) {
            throw new CallerMistake("--format takes jsonl or csv, not " + format);
        }
        try (ReadingArchive archive = ReadingArchive.open(home());
                Writer writer = writer()) {
            if (format.equals("csv")) {
                CsvTable table = new CsvTable(writer);
                each(archive, table::add);
            } else {
                each(
                        archive,
                        document -> writer.append(Json.line(DocumentJson.row(document)))
                                .append('\n'));
            }
        }
        return DONE;
    }

    private Writer writer() throws IOException {
        Optional<Path> path = Optional.ofNullable(file);
        return path.isPresent() ? Files.newBufferedWriter(path.get()) : new BufferedWriter(new Unclosed(out()));
    }

    private void each(ReadingArchive archive, Row row) throws IOException {
        int from = 0;
        List<SearchPage.Hit> hits;
        do {
            hits = archive.engine()
                    .search(arguments.request(
                            String.join(" ", query),
                            SearchRequest.Sort.RELEVANCE,
                            from,
                            PAGE,
                            false,
                            archive.rules().taxonomy()))
                    .hits();
            for (SearchPage.Hit hit : hits) {
                row.write(hit.document());
            }
            from += PAGE;
        } while (hits.size() == PAGE);
    }

    @FunctionalInterface
    private interface Row {
        void write(Document document) throws IOException;
    }

    /** Stdout, which stays open when a writer over it closes. */
    private static final class Unclosed extends PrintWriter {
        Unclosed(PrintWriter out) {
            super(out);
        }

        @Override
        public void close() {
            flush();
        }
    }
}
