package wenyuan.ingest.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wenyuan.config.ShippedPageRules;
import wenyuan.model.Cleaned;
import wenyuan.model.Extraction;
import wenyuan.model.Extraction.Form;
import wenyuan.model.PageRules;
import wenyuan.model.Zone;

/** Pages of {@code clean/pages.txt}, whose lines say where they belong. */
class PagesTest {
    private static final PageRules RULES = ShippedPageRules.read();

    /** Paragraphs as people write them, long enough to be running text. */
    private static final List<String> STOCK = List.of(
            "今天这个会，是经过认真准备的。刚才，几位同志作了发言，讲得实在，听了很受启发。下面，结合自己的一点体会，和大家说说心里话，讲得不对的地方请批评指正。",
            "过去一年，各支部围着任务转、扭住难点干，党员带头走访，群众有了难处能找到人、找对门，事情办得快了，怨气少了，这些变化来之不易，要倍加珍惜。",
            "也要看到，还有一些支部活动走形式，材料写得多、实事做得少；有的党员怕得罪人，该说的不说，该管的不管。这些毛病不改，工作就很难再往前走一步。",
            "会上，各单位汇报了前一阶段的进展，交流了做法，分析了短板，并就下一步怎样把任务分到人、落到点上进行了讨论，与会人员一致表示要抓紧抓好。",
            "最后，希望大家把今天议定的事一件一件抓到底，用看得见的成效向组织交出一份合格的答卷，也给自己留下一段问心无愧的经历。");

    /** One line of a page. */
    private record Piece(boolean body, boolean link, boolean glued, String text) {}

    /** A page of the file. */
    record Page(String name, Form form, List<Piece> pieces) {
        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLineGoesWhereItBelongs(Page page) {
        Cleaned cleaned =
                Clean.repair(new Extraction.Text(content(page), page.form(), "text/plain", "UTF-8", Map.of()), RULES);
        CleanInvariants.check(cleaned);
        String expected = page.pieces().stream()
                .filter(Piece::body)
                .map(Piece::text)
                .reduce("", (all, line) -> all + line + "\n");
        assertEquals(
                expected.strip(),
                cleaned.text(),
                () -> "zones: " + cleaned.zones().stream().map(Zone::toString).toList());
    }

    static Stream<Page> pages() throws IOException {
        List<Page> pages = new ArrayList<>();
        for (String line : resource().lines().toList()) {
            if (line.startsWith("=== ")) {
                pages.add(new Page(line.substring(4), form(line), new ArrayList<>()));
            } else if (line.indexOf('|') > 0 && !line.startsWith("#")) {
                pages.getLast().pieces().add(piece(line));
            }
        }
        return pages.stream();
    }

    private static Form form(String heading) {
        return heading.endsWith(" html") ? Form.PAGE : heading.endsWith(" printed") ? Form.PRINTED : Form.PLAIN;
    }

    private static Piece piece(String line) {
        String kind = line.substring(0, line.indexOf('|'));
        String text = line.substring(line.indexOf('|') + 1);
        boolean stock = kind.startsWith("B") && text.length() == 1;
        return new Piece(
                kind.startsWith("B"),
                kind.startsWith("L"),
                kind.equals("B+"),
                stock ? STOCK.get(Integer.parseInt(text) - 1) : text);
    }

    private static String content(Page page) {
        StringBuilder content = new StringBuilder();
        for (Piece piece : page.pieces()) {
            content.append(page.form() == Form.PAGE ? block(piece) : piece.text() + (piece.glued() ? "" : "\n"));
        }
        return content.toString();
    }

    private static String block(Piece piece) {
        return piece.link() ? "<div><a href='x'>" + piece.text() + "</a></div>" : "<p>" + piece.text() + "</p>";
    }

    private static String resource() throws IOException {
        try (var in = Objects.requireNonNull(PagesTest.class.getResourceAsStream("/clean/pages.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
