package wenyuan.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import wenyuan.query.Field;
import wenyuan.search.Frequencies;
import wenyuan.search.Trend;

/** Trends as a file: JSON lines with one query each, a table, or a Word document with tables and footnotes. */
public final class TrendExport {
    private TrendExport() {}

    /** Writes trends by year or by type; JSON always has both. Leaves the stream open. */
    public static void write(
            List<TrendJson.Line> lines, Frequencies archive, Field by, ExportFormat format, OutputStream out)
            throws IOException {
        switch (format) {
            case JSONL -> {
                Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
                for (TrendJson.Line line : lines) {
                    writer.append(Json.line(TrendJson.line(line))).append('\n');
                }
                writer.flush();
            }
            case CSV -> {
                CsvTable table = CsvTable.to(out);
                TrendJson.write(table, lines, archive, by);
                table.flush();
            }
            case DOCX -> word(lines, archive, by).write(out);
        }
    }

    private static WordDocument word(List<TrendJson.Line> lines, Frequencies archive, Field by) {
        WordDocument word = new WordDocument();
        word.title(by == Field.YEAR ? "历年走势" : "各类会议用语");
        word.remark("同样筛选下库中共 " + archive.documents() + " 篇，其中 " + TrendJson.undated(archive) + " 篇年份不明。");
        for (TrendJson.Line line : lines) {
            Trend trend = line.trend();
            word.heading(line.query(), "");
            word.remark((trend.exact() ? "" : "至少 ") + trend.documents() + " 篇、" + trend.occurrences() + " 处，其中 "
                    + trend.undated() + " 篇年份不明");
            use(word, "最早：", trend.first().certain());
            use(word, "更早但年份有矛盾：", trend.first().disputed());
            word.table(rows(trend, by));
        }
        return word;
    }

    private static void use(WordDocument word, String name, Optional<Trend.Use> use) {
        use.ifPresent(found -> {
            String before = name + Footnote.year(found.document()) + "，“";
            word.passage(
                    before + found.quote().text() + "”",
                    found.quote().marks().stream()
                            .map(mark -> mark.shift(before.length()))
                            .toList(),
                    Footnote.of(found.document()));
        });
    }

    private static List<List<String>> rows(Trend trend, Field by) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(by == Field.YEAR ? "年份" : "会议类型", "篇", "处", "库中篇数", "每万篇"));
        for (Trend.Point point : by == Field.YEAR ? trend.years() : trend.types()) {
            if (by == Field.YEAR || point.documents() > 0) {
                rows.add(List.of(
                        point.label(),
                        "" + point.documents(),
                        "" + point.occurrences(),
                        "" + point.archive(),
                        String.format(Locale.ROOT, "%.0f", point.perTenThousand())));
            }
        }
        return rows;
    }
}
