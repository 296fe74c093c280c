package wenyuan.ingest.enrich;

import java.util.List;
import wenyuan.model.Block;
import wenyuan.model.Layout;
import wenyuan.model.Span;

/** The lines under a title that say who speaks: 中共某某县委书记 某某 */
final class Bylines {
    private static final int MOST_LINES = 3;
    private static final int LONGEST = 45;

    private Bylines() {}

    /** From the first such line to the last; empty when the line under the title already belongs to the speech. */
    static Span span(Layout layout, String text) {
        int begin = layout.titleSpan().map(Span::end).orElse(0);
        List<Span> lines = layout.blocks().stream()
                .filter(block -> block.span().start() >= begin && block.span().end() > begin)
                .limit(MOST_LINES)
                .takeWhile(block -> belongs(block, text))
                .map(Block::span)
                .toList();
        return lines.isEmpty()
                ? new Span(begin, begin)
                : new Span(lines.getFirst().start(), lines.getLast().end());
    }

    private static boolean belongs(Block block, String text) {
        String line = block.span().of(text);
        return block.kind() != Block.Kind.SALUTATION
                && block.kind() != Block.Kind.HEADING
                && line.length() <= LONGEST
                && !line.matches(".*(?:[。！？；]|[:：])\\s*$");
    }
}
