package wenyuan.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import wenyuan.export.TrendJson;
import wenyuan.query.Warning;
import wenyuan.search.Frequencies;
import wenyuan.search.SearchRequest;
import wenyuan.search.Trend;
import wenyuan.search.Trends;

@Command(name = "trends", description = "How often something was said, by year or type of meeting.")
final class TrendsCommand extends ArchiveCommand {
    /** What makes a row. */
    enum By {
        YEAR,
        TYPE
    }

    @Parameters(arity = "1..*", paramLabel = "QUERY", description = "One query each; quote what has blanks.")
    private List<String> queries = List.of();

    @Mixin
    private Arguments arguments = new Arguments();

    @Option(names = "--by", defaultValue = "year", description = "year or type.")
    private By by = By.YEAR;

    @Option(names = "--json", description = "Print one JSON object, by year and by type.")
    private boolean json;

    @Override
    public Integer call() {
        try (ReadingArchive archive = ReadingArchive.open(home())) {
            Trends trends = new Trends(archive.engine(), archive.store()::document);
            Frequencies all = trends.archive(request(archive, ""));
            List<TrendJson.Line> lines = new ArrayList<>();
            for (String query : queries) {
                SearchRequest request = request(archive, query);
                lines.add(new TrendJson.Line(query, request.warnings(), trends.of(request, all)));
            }
            if (json) {
                print(TrendJson.trends(lines, all));
            } else {
                lines.forEach(this::print);
            }
        }
        return DONE;
    }

    private SearchRequest request(ReadingArchive archive, String query) {
        return arguments.request(
                query,
                SearchRequest.Sort.RELEVANCE,
                0,
                0,
                false,
                archive.rules().taxonomy());
    }

    private void print(TrendJson.Line line) {
        Trend trend = line.trend();
        for (Warning warning : line.warnings()) {
            say("! " + warning.message());
        }
        print(String.format(
                Locale.ROOT,
                "%s  %d 篇 %d 处%s，%d 篇年份不明",
                line.query(),
                trend.documents(),
                trend.occurrences(),
                trend.exact() ? "" : "（下限）",
                trend.undated()));
        print("最早", trend.first().certain());
        print("更早但年份有矛盾", trend.first().disputed());
        print(by == By.YEAR ? "年份\t篇\t处\t库中篇数\t每万篇" : "类型\t篇\t处\t库中篇数\t每万篇");
        for (Trend.Point point : by == By.YEAR ? trend.years() : trend.types()) {
            if (by == By.YEAR || point.documents() > 0) {
                print(String.format(
                        Locale.ROOT,
                        "%s\t%d\t%d\t%d\t%.0f",
                        point.label(),
                        point.documents(),
                        point.occurrences(),
                        point.archive(),
                        point.perTenThousand()));
            }
        }
    }

    private void print(String name, Optional<Trend.Use> use) {
        use.ifPresent(found -> print(name + "：" + found.year() + "（"
                + found.document().attributes().dating().status() + "）"
                + found.document().id() + " "
                + found.document().title() + "：" + found.quote().text().replace('\n', ' ')));
    }
}
