package wenyuan.model;

import java.util.List;
import java.util.Optional;

/**
 * How a clean text is built.
 *
 * @param title the title, cleaned of what sites add (year prefix, （全文）); empty when the text has none
 * @param titleSpan where the title stands in the clean text
 * @param blocks every line, in order
 * @param outline headings of all levels, in order
 * @param sentences every sentence, in order; none crosses a line
 */
public record Layout(
        Optional<String> title,
        Optional<Span> titleSpan,
        List<Block> blocks,
        List<Heading> outline,
        List<Span> sentences) {
    public Layout {
        blocks = List.copyOf(blocks);
        outline = List.copyOf(outline);
        sentences = List.copyOf(sentences);
    }
}
