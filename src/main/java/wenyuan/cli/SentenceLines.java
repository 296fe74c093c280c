package wenyuan.cli;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import wenyuan.model.Label;
import wenyuan.search.SearchPage;
import wenyuan.search.SentencePage;

/** The sentences view for a terminal. */
final class SentenceLines {
    private SentenceLines() {}

    /** The answer line by line; sentences are numbered behind the {@code from} that were left out. */
    static Stream<String> of(SearchPage counts, SentencePage page, int from) {
        String head = String.format(
                Locale.ROOT,
                "%s%d 句（未归并 %d 处），出自 %d 篇%s，%.0f ms",
                page.exact() ? "" : "至少 ",
                page.total(),
                page.unfolded(),
                counts.total(),
                page.partial() || counts.partial() ? "（超时，不完整）" : "",
                page.took().plus(counts.took()).toNanos() / 1e6);
        return Stream.concat(
                Stream.of(head),
                IntStream.range(0, page.hits().size())
                        .boxed()
                        .flatMap(i -> hit(from + i + 1, page.hits().get(i))));
    }

    private static Stream<String> hit(int number, SentencePage.Hit hit) {
        String functions = hit.functions().stream().map(Label::name).collect(Collectors.joining("、"));
        SentencePage.Source first = hit.sources().getFirst();
        return Stream.of(
                "",
                number + ". " + HitLines.marked(hit.text(), hit.marks())
                        + (functions.isEmpty() ? "" : "  [" + functions + "]"),
                "   " + first.id() + "  " + first.title() + year(first.year(), "  ", "")
                        + (hit.documents() > 1
                                ? "  （共 " + hit.documents() + " 篇" + year(hit.earliest(), "，最早 ", "") + "）"
                                : ""));
    }

    private static String year(OptionalInt year, String before, String unknown) {
        return year.isPresent() ? before + year.getAsInt() : unknown;
    }
}
