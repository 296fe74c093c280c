package wenyuan.ingest.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** Reads HTML source into the lines that a browser would show, each with its share of links. */
final class Html {
    private static final Set<String> UNSEEN =
            Set.of("script", "style", "noscript", "template", "head", "iframe", "object", "svg", "textarea", "rp");
    private static final Set<String> INLINE_CELLS = Set.of("td", "th");

    private Html() {}

    static Source read(String html) {
        Document document = Jsoup.parse(html);
        Lines lines = new Lines();
        NodeTraversor.traverse(lines, document.body());
        lines.end();
        String page = lines.lines.stream().map(line -> line.draft().text()).collect(Collectors.joining("\n"));
        List<String> titles = Stream.concat(
                        document.select("h1").stream().map(Element::text), Stream.of(document.title()))
                .filter(title -> !title.isBlank())
                .toList();
        return new Source(lines.lines, page, titles);
    }

    /** Collects text until a block ends. */
    private static final class Lines implements NodeVisitor {
        private final List<Line> lines = new ArrayList<>();
        private final StringBuilder line = new StringBuilder();
        private int linked;
        private int links;
        private int unseen;
        private int kept;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof Element element) {
                open(element);
            } else if (node instanceof TextNode text && unseen == 0) {
                add(text.getWholeText());
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                close(element);
            }
        }

        private void open(Element element) {
            unseen += hidden(element) ? 1 : 0;
            links += element.nameIs("a") ? 1 : 0;
            kept += element.nameIs("pre") ? 1 : 0;
            if (breaks(element)) {
                end();
            } else if (INLINE_CELLS.contains(element.normalName()) && !line.isEmpty()) {
                line.append(' ');
            } else if (element.nameIs("rt") && unseen == 0) {
                line.append('(');
            }
        }

        private void close(Element element) {
            if (element.nameIs("rt") && unseen == 0) {
                line.append(')');
            } else if (breaks(element)) {
                end();
            }
            unseen -= hidden(element) ? 1 : 0;
            links -= element.nameIs("a") ? 1 : 0;
            kept -= element.nameIs("pre") ? 1 : 0;
        }

        private void add(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (kept > 0 && c == '\n') {
                    end();
                } else if (c != ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f') {
                    put(c);
                } else if (!(line.isEmpty() || line.charAt(line.length() - 1) == ' ' || wrapped(text, i))) {
                    line.append(' ');
                }
            }
        }

        private void put(char c) {
            line.append(c);
            linked += links > 0 && !Draft.blank(c) ? 1 : 0;
        }

        /** A line end of the source between two Chinese characters separates nothing. */
        private boolean wrapped(String text, int at) {
            int next = at;
            boolean lineEnd = false;
            while (next < text.length() && text.charAt(next) < 0x80 && Draft.blank(text.charAt(next))) {
                lineEnd |= text.charAt(next++) == '\n';
            }
            return lineEnd && next < text.length() && wide(text.charAt(next)) && wide(line.charAt(line.length() - 1));
        }

        private void end() {
            String raw = line.toString();
            Line made = Line.of(raw, linked, raw.startsWith("\u3000") || raw.startsWith("\u00a0"));
            if (!made.draft().blank()) {
                lines.add(made);
            }
            line.setLength(0);
            linked = 0;
        }

        private static boolean wide(char c) {
            return Prose.han(c)
                    || (c >= 0x3000 && c <= 0x303f)
                    || (c >= 0xff00 && c <= 0xffef)
                    || (c >= 0x2014 && c <= 0x2026);
        }

        private static boolean hidden(Element element) {
            return UNSEEN.contains(element.normalName())
                    || element.hasAttr("hidden")
                    || element.attr("style").replace(" ", "").contains("display:none");
        }

        /** Cells of a table of data stand side by side; cells that lay out a page are blocks. */
        private static boolean breaks(Element element) {
            if (INLINE_CELLS.contains(element.normalName())) {
                return element.selectFirst("p,br,div,table,li,h1,h2,h3") != null
                        || element.wholeText().length() > 60;
            }
            return element.nameIs("br") || element.nameIs("option") || element.isBlock();
        }
    }
}
