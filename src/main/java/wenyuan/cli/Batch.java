package wenyuan.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import wenyuan.export.CsvTable;
import wenyuan.export.DocumentJson;
import wenyuan.export.Json;
import wenyuan.query.Warning;
import wenyuan.search.Frequencies;
import wenyuan.search.SearchPage;
import wenyuan.search.SearchRequest;
import wenyuan.search.Trend;
import wenyuan.search.Trends;

/** Many queries, one answer a line; what is wrong with one of them stands in its answer and stops no other. */
record Batch(ReadingArchive archive, Arguments arguments, SearchRequest.Sort sort, int size) {
    private static final int LONGEST = 5_000;

    /**
     * The answer to one line.
     *
     * @param documents documents that a search finds
     * @param occurrences of the strings it asks for
     * @param first earliest dated use
     * @param error why there is no answer
     */
    record Answer(
            BatchLines.Line line,
            long documents,
            long occurrences,
            boolean exact,
            List<String> warnings,
            Trend.First first,
            List<SearchPage.Hit> hits,
            Optional<String> error) {
        static Answer failed(BatchLines.Line line, String error) {
            return new Answer(line, 0, 0, false, List.of(), Trend.First.NONE, List.of(), Optional.of(error));
        }

        Optional<Integer> firstYear() {
            return first.certain().map(Trend.Use::year);
        }

        ObjectNode json() {
            ObjectNode node = Json.object();
            node.put("line", line.number());
            node.put("query", line.query());
            node.put("documents", documents);
            node.put("occurrences", occurrences);
            node.put("exact", exact);
            node.set("warnings", Json.strings(warnings));
            firstYear().ifPresentOrElse(year -> node.put("firstYear", year), () -> node.putNull("firstYear"));
            node.set(
                    "hits",
                    Json.array(
                            hits,
                            hit -> DocumentJson.row(hit.document())
                                    .retain("id", "title", "source", "year", "yearStatus", "meetingType")));
            error.ifPresentOrElse(wrong -> node.put("error", wrong), () -> node.putNull("error"));
            return node;
        }

        /** The cells of a table; of the hits the titles and ids. */
        List<String> cells() {
            return Stream.of(
                            line.number(),
                            line.query(),
                            documents,
                            occurrences,
                            Stream.concat(warnings.stream(), error.stream()).collect(Collectors.joining("；")),
                            firstYear().map(String::valueOf).orElse(""),
                            hits.stream()
                                    .map(hit -> hit.document().title() + "（"
                                            + hit.document().id() + "）")
                                    .collect(Collectors.joining("；")))
                    .map(String::valueOf)
                    .toList();
        }
    }

    static final List<String> COLUMNS =
            List.of("line", "query", "documents", "occurrences", "warnings", "firstYear", "hits");

    /** What each answer is given to. */
    @FunctionalInterface
    interface Listener {
        void take(Answer answer) throws IOException;
    }

    void run(List<BatchLines.Line> lines, Listener listener) throws IOException {
        for (BatchLines.Line line : lines) {
            listener.take(answer(line));
        }
    }

    /** Writes the answers as a table for Excel. */
    void csv(List<BatchLines.Line> lines, CsvTable table) throws IOException {
        table.row(COLUMNS);
        run(lines, answer -> table.row(answer.cells()));
    }

    private Answer answer(BatchLines.Line line) {
        if (line.query().length() > LONGEST) {
            return Answer.failed(
                    line, "一行最多 " + LONGEST + " 字，这一行有 " + line.query().length() + " 字");
        }
        try {
            return searched(line);
        } catch (RuntimeException | StackOverflowError e) {
            LoggerFactory.getLogger(Batch.class).debug("Line {} of a batch", line.number(), e);
            return Answer.failed(line, "这一行没有查成：" + e);
        }
    }

    private Answer searched(BatchLines.Line line) {
        SearchRequest request = arguments.request(
                line.query(), sort, 0, size, false, archive.rules().taxonomy());
        SearchPage page = archive.engine().search(request);
        Frequencies frequencies = archive.engine().frequencies(request);
        Trend.First first = new Trends(archive.engine(), archive.store()::document).first(request, frequencies);
        return new Answer(
                line,
                page.total(),
                frequencies.occurrences(),
                page.exact() && frequencies.exact(),
                page.warnings().stream().map(Warning::message).distinct().toList(),
                first,
                page.hits(),
                Optional.empty());
    }
}
