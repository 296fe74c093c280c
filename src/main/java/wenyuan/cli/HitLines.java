package wenyuan.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import wenyuan.model.Claim;
import wenyuan.model.Document;
import wenyuan.model.Label;
import wenyuan.model.Span;
import wenyuan.search.SearchPage;

/** The documents view for a terminal. */
final class HitLines {
    private HitLines() {}

    /** The answer line by line; hits are numbered behind the {@code from} that were left out. */
    static Stream<String> of(SearchPage page, int from) {
        return Stream.concat(
                Stream.of(String.format(
                        Locale.ROOT,
                        "%d 篇%s，%.0f ms",
                        page.total(),
                        page.partial() ? "（超时，不完整）" : "",
                        page.took().toNanos() / 1e6)),
                IntStream.range(0, page.hits().size())
                        .boxed()
                        .flatMap(i -> hit(from + i + 1, page.hits().get(i))));
    }

    /** The texts that left a name out, under a line that says so; nothing when there is none. */
    static Stream<String> possible(SearchPage.Hints hints) {
        return hints.possible().isEmpty()
                ? Stream.empty()
                : Stream.concat(
                        Stream.of("", String.format(Locale.ROOT, "文中以××代替、可能是所查的：%d 篇", hints.possibleTotal())),
                        IntStream.range(0, hints.possible().size())
                                .boxed()
                                .flatMap(i -> hit(i + 1, hints.possible().get(i))));
    }

    private static Stream<String> hit(int number, SearchPage.Hit hit) {
        Document document = hit.document();
        return Stream.concat(
                Stream.of(
                        "",
                        number + ". " + document.title() + "  [" + labels(document) + "]",
                        "   " + document.id() + "  "
                                + document.sources().getFirst().path()),
                hit.snippets().stream().map(snippet -> "   " + marked(snippet.text(), snippet.marks())));
    }

    private static String labels(Document document) {
        String type = document.attributes()
                .meeting()
                .map(Claim::label)
                .map(Label::name)
                .orElse("类型未定");
        String year = document.attributes().dating().year().isPresent()
                ? Integer.toString(document.attributes().dating().year().getAsInt())
                : "年份不明";
        return type + " " + year
                + switch (document.attributes().dating().status()) {
                    case "inferred" -> "（推断）";
                    case "disputed" -> "（矛盾）";
                    default -> "";
                };
    }

    /** One line with the marks in brackets. */
    static String marked(String text, List<Span> marks) {
        StringBuilder line = new StringBuilder();
        int at = 0;
        for (Span mark : marks) {
            line.append(text, at, mark.start())
                    .append('【')
                    .append(mark.of(text))
                    .append('】');
            at = mark.end();
        }
        return line.append(text.substring(at)).toString().replace('\n', ' ');
    }
}
