package wenyuan.cli;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import wenyuan.query.Field;
import wenyuan.search.Collocate;
import wenyuan.search.ConcordanceLine;
import wenyuan.search.ConcordancePage;
import wenyuan.search.ConcordanceRequest.Part;
import wenyuan.search.Extension;
import wenyuan.search.Filler;
import wenyuan.search.Frequencies;

/** The concordance view for a terminal: matches below one another. */
final class ConcordanceLines {
    private static final int LEFT = 40;
    private static final int RIGHT = 52;
    private static final int WORD = 24;
    private static final List<Field> GROUPED = List.of(Field.YEAR, Field.TYPE, Field.LEVEL);

    private ConcordanceLines() {}

    /** The answer line by line, and what was asked for beneath. */
    static Stream<String> of(ConcordancePage page, Set<Part> with) {
        String head = String.format(
                Locale.ROOT,
                "%s%d 处，%d 篇%s，%.0f ms",
                page.counted() ? "" : "至少 ",
                page.total(),
                page.documents(),
                page.partial() ? "（超时，不完整）" : "",
                page.took().toNanos() / 1e6);
        return Stream.of(
                        Stream.of(head, ""),
                        page.lines().stream().map(ConcordanceLines::line),
                        with.contains(Part.GROUPS) ? groups(page) : Stream.<String>empty(),
                        page.extensions().stream().flatMap(ConcordanceLines::extensions),
                        page.fillers().stream().flatMap(ConcordanceLines::fillers),
                        page.collocates().stream().flatMap(ConcordanceLines::collocates))
                .flatMap(lines -> lines);
    }

    /** One line with its match in brackets at the same column as any other's. */
    static String line(ConcordanceLine line) {
        return (Columns.atRight(plain(line.left()), LEFT)
                        + " "
                        + Columns.atLeft("【" + plain(line.match()) + "】" + plain(line.right()), RIGHT)
                        + "  " + year(line.year(), "----") + "  " + line.title() + "  " + line.id())
                .stripTrailing();
    }

    private static String plain(String text) {
        return text.replace('\t', ' ');
    }

    private static String year(OptionalInt year, String none) {
        return year.isPresent() ? Integer.toString(year.getAsInt()) : none;
    }

    private static Stream<String> groups(ConcordancePage page) {
        return GROUPED.stream()
                .flatMap(field -> Stream.concat(
                        Stream.of("", field.chinese()),
                        page.groups().getOrDefault(field, List.of()).stream().map(ConcordanceLines::group)));
    }

    private static String group(Frequencies.Group group) {
        return row(group.label(), group.occurrences(), group.documents(), "");
    }

    private static Stream<String> extensions(List<Extension> extensions) {
        return Stream.of(Extension.Side.values())
                .flatMap(side -> Stream.concat(
                        Stream.of("", side == Extension.Side.LEFT ? "左边接" : "右边接"),
                        extensions.stream()
                                .filter(extension -> extension.side() == side)
                                .map(extension ->
                                        row(extension.text(), extension.count(), extension.documents(), ""))));
    }

    private static Stream<String> fillers(List<Filler> fillers) {
        return Stream.concat(
                Stream.of("", "填什么"),
                fillers.stream()
                        .map(filler -> row(
                                filler.gap() + " " + filler.text(),
                                filler.count(),
                                filler.documents(),
                                year(filler.earliest(), ""))));
    }

    private static Stream<String> collocates(List<Collocate> collocates) {
        return Stream.concat(
                Stream.of("", "搭配"),
                collocates.stream()
                        .map(word -> String.format(
                                Locale.ROOT,
                                "%s %5d 前 %d 后 %d  碰巧 %.1f  显著 %.1f",
                                Columns.atLeft(word.word(), WORD),
                                word.together(),
                                word.left(),
                                word.right(),
                                word.expected(),
                                word.score())));
    }

    private static String row(String label, long count, long documents, String more) {
        return String.format(Locale.ROOT, "%s %5d 处 %5d 篇  %s", Columns.atLeft(label, WORD), count, documents, more)
                .stripTrailing();
    }
}
