package wenyuan.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import wenyuan.model.Taxonomy;
import wenyuan.query.QueryParser;
import wenyuan.search.SearchRequest;
import wenyuan.web.SearchParams;

/** The filters that {@code search} and {@code export} share; the same words as in the address of the search page. */
final class Arguments {
    @Option(names = "--type", description = "Meeting type, by name or id; several by comma.")
    private List<String> type = List.of();

    @Option(names = "--year", description = "A year, or a range such as 2018..2022.")
    private List<String> year = List.of();

    @Option(names = "--theme", description = "Theme, by name or id.")
    private List<String> theme = List.of();

    @Option(names = "--kind", description = "Kind of document.")
    private List<String> kind = List.of();

    @Option(names = "--level", description = "Level of the organisation.")
    private List<String> level = List.of();

    @Option(names = "--status", description = "Condition of text or dating.")
    private List<String> status = List.of();

    @Option(names = "--source", description = "Collection, or the beginning of a path.")
    private List<String> source = List.of();

    /** The request for {@code query} with these filters and {@code more} parameters. */
    SearchRequest request(String query, Map<String, List<String>> more, Taxonomy taxonomy) {
        Map<String, List<String>> filters = Map.of(
                "q",
                List.of(query),
                "type",
                type,
                "year",
                year,
                "theme",
                theme,
                "kind",
                kind,
                "level",
                level,
                "status",
                status,
                "source",
                source);
        Map<String, List<String>> all = Stream.of(filters, more)
                .flatMap(part -> part.entrySet().stream())
                .filter(entry -> !entry.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return SearchParams.read(all, new QueryParser(taxonomy), taxonomy).request();
    }
}
