package wenyuan.ingest.structure;

import java.util.ArrayList;
import java.util.List;
import wenyuan.model.Heading;
import wenyuan.model.Span;

/** Numbering that changes its style within a text (一要 … 二、 … 三、) is continued by its ordinals, at one level. */
final class Continuation {
    private Continuation() {}

    /** The outline with points at line starts lifted to the level that continues them. */
    static List<Heading> level(String text, List<Heading> outline) {
        boolean numbered = outline.stream().anyMatch(heading -> heading.level() == 1);
        List<Heading> levelled = new ArrayList<>();
        for (Heading heading : outline) {
            boolean lift = heading.level() == Points.LEVEL
                    && (continued(text, heading.span(), heading.ordinal(), outline)
                            || (!numbered
                                    && opensLine(text, heading.span())
                                    && text.charAt(heading.span().start()) == '第'));
            levelled.add(lift ? new Heading(1, heading.ordinal(), heading.span()) : heading);
        }
        return levelled;
    }

    /** Whether the next heading of the first level goes on counting from this point and nothing of that level is above. */
    static boolean continued(String text, Span point, int ordinal, List<Heading> headings) {
        if (ordinal != 1 || !opensLine(text, point)) {
            return false;
        }
        List<Heading> first =
                headings.stream().filter(heading -> heading.level() == 1).toList();
        return !first.isEmpty()
                && first.getFirst().span().start() > point.start()
                && first.getFirst().ordinal() == 2;
    }

    private static boolean opensLine(String text, Span span) {
        return span.start() == 0 || text.charAt(span.start() - 1) == '\n';
    }
}
