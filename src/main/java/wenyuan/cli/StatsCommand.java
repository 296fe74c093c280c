package wenyuan.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import wenyuan.export.SearchJson;
import wenyuan.query.Field;
import wenyuan.query.Query;
import wenyuan.search.SearchPage;
import wenyuan.search.SearchRequest;

@Command(name = "stats", description = "Counts the documents, by every label.")
final class StatsCommand extends ArchiveCommand {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        try (ReadingArchive archive = ReadingArchive.open(home())) {
            SearchPage page = archive.engine()
                    .search(new SearchRequest(
                            new Query.All(), List.of(), SearchRequest.Sort.RELEVANCE, 0, 0, true, LIMIT, List.of()));
            long held = archive.store().held().size();
            if (json) {
                ObjectNode node = SearchJson.page(page, List.of()).retain("facets");
                node.put("documents", archive.store().documents())
                        .put("indexed", page.total())
                        .put("held", held);
                print(node);
            } else {
                print(String.format(
                        Locale.ROOT,
                        "文档 %d 篇，可检索 %d 篇，涉密暂扣 %d 件",
                        archive.store().documents(),
                        page.total(),
                        held));
                for (Map.Entry<Field, List<SearchPage.Count>> facet :
                        page.facets().entrySet()) {
                    print(facet.getKey().chinese() + "：" + counts(facet.getValue()));
                }
            }
        }
        return DONE;
    }

    private static String counts(List<SearchPage.Count> counts) {
        return counts.stream().map(count -> count.label() + " " + count.count()).collect(Collectors.joining("，"));
    }
}
