package wenyuan.ingest.clean;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import wenyuan.model.Extraction;

/**
 * An extraction read into lines.
 *
 * @param lines every line that holds something, in order
 * @param page the whole text as extracted
 * @param titles what the page declares as its title, best first; may still hold the site's name
 */
record Source(List<Line> lines, String page, List<String> titles) {
    private static final Pattern LINE_END = Pattern.compile("\\R");

    Source {
        lines = List.copyOf(lines);
        titles = List.copyOf(titles);
    }

    static Source of(Extraction.Text extraction) {
        String content = extraction.content();
        return switch (extraction.form()) {
            case PAGE -> Html.read(content);
            case PLAIN -> Markup.in(content) ? Html.read(Markup.page(content)) : ofText(content);
            case PRINTED, OFFICE -> ofText(content);
        };
    }

    private static Source ofText(String content) {
        List<Line> lines = LINE_END.splitAsStream(content)
                .filter(line -> !line.isBlank())
                .map(line -> Line.of(line, 0, indented(line)))
                .filter(line -> !line.draft().blank())
                .toList();
        return new Source(lines, content, List.of());
    }

    Optional<String> title() {
        return titles.stream().findFirst();
    }

    private static boolean indented(String line) {
        return line.startsWith("\u3000")
                || line.startsWith("  ")
                || line.startsWith("\t")
                || line.startsWith("\u00a0\u00a0");
    }
}
