package wenyuan.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;
import wenyuan.model.Taxonomy;
import wenyuan.query.QueryParser;
import wenyuan.search.SearchRequest;
import wenyuan.search.View;
import wenyuan.text.Normal;
import wenyuan.web.Messages;
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

    @Option(names = "--formula", description = "Formula (提法) that the text uses, by id or wording.")
    private List<String> formula = List.of();

    @Option(
            names = "--function",
            description = "What a sentence does in a speech, by name or id; for --view sentences.")
    private List<String> function = List.of();

    /** What {@code query} asks with these filters, in the order and window wanted. */
    SearchRequest request(
            String query, SearchRequest.Sort sort, int from, int size, boolean facets, Taxonomy taxonomy) {
        return request(query, View.DOCUMENTS, sort, from, size, facets, taxonomy);
    }

    /** The same for any view. */
    SearchRequest request(
            String query, View view, SearchRequest.Sort sort, int from, int size, boolean facets, Taxonomy taxonomy) {
        SearchRequest read = SearchParams.read(
                        parameters(query, view), new QueryParser(taxonomy, Arguments::fold), taxonomy, Messages.CHINESE)
                .request();
        return new SearchRequest(read.query(), read.filters(), sort, from, size, facets, read.limit(), read.warnings());
    }

    /** The same as the parameters of an address. */
    Map<String, List<String>> parameters(String query, View view) {
        Map<String, List<String>> all = new HashMap<>();
        all.put("q", List.of(query));
        all.put("view", List.of(view.word()));
        all.put("type", type);
        all.put("year", year);
        all.put("theme", theme);
        all.put("kind", kind);
        all.put("level", level);
        all.put("status", status);
        all.put("source", source);
        all.put("formula", formula);
        all.put("function", function);
        all.values().removeIf(List::isEmpty);
        return all;
    }

    static String fold(String typed) {
        return Normal.of(typed).text();
    }
}
