package wenyuan.ingest.structure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import wenyuan.model.Block;
import wenyuan.model.Cleaned;
import wenyuan.model.Heading;
import wenyuan.model.Layout;
import wenyuan.model.Span;
import wenyuan.text.Sentences;

/** Finds title, lines, headings and sentences. Pure; takes time in proportion to the length. */
public final class Structure {
    private Structure() {}

    /**
     * The layout of {@code cleaned}. Each line is a block. A text whose first lines hold no title takes the one its page
     * declares, without a span.
     */
    public static Layout of(Cleaned cleaned) {
        String text = cleaned.text();
        List<Span> lines = lines(text);
        Opening opening = Opening.of(text, lines);
        List<Heading> headings = Numbers.lineHeadings(text, lines.subList(opening.bodyLine(), lines.size()));
        List<Block> blocks = blocks(text, lines, opening, headings);
        List<Heading> outline = new ArrayList<>(headings);
        outline.addAll(Points.find(text, paragraphs(blocks), headings));
        outline.sort(Comparator.comparing(Heading::span));
        Optional<Span> span = opening.title();
        Optional<String> title =
                span.map(found -> found.of(text).replace("\n", "")).or(cleaned::pageTitle);
        return new Layout(
                title.map(Opening::withoutAdditions).filter(words -> !words.isEmpty()),
                span,
                blocks,
                Continuation.level(text, outline),
                Sentences.of(text));
    }

    static IntStream indices(List<?> list) {
        return IntStream.range(0, list.size());
    }

    /** The lines of {@code text}, without their line ends. */
    static List<Span> lines(String text) {
        List<Span> lines = new ArrayList<>();
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            lines.add(new Span(start, end));
            start = end + 1;
        }
        return lines;
    }

    private static List<Block> blocks(String text, List<Span> lines, Opening opening, List<Heading> headings) {
        List<Span> whole = headings.stream().map(Heading::span).toList();
        List<Block> blocks = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < lines.size(); i++) {
            Span line = lines.get(i);
            while (next < whole.size() && whole.get(next).start() < line.start()) {
                next++;
            }
            boolean heading = next < whole.size() && whole.get(next).equals(line);
            blocks.add(new Block(i < opening.bodyLine() ? opening.kind(text, line) : kind(text, line, heading), line));
        }
        return blocks;
    }

    private static Block.Kind kind(String text, Span line, boolean heading) {
        if (Opening.salutation(line.of(text))) {
            return Block.Kind.SALUTATION;
        }
        return heading ? Block.Kind.HEADING : Block.Kind.PARAGRAPH;
    }

    private static List<Span> paragraphs(List<Block> blocks) {
        return blocks.stream()
                .filter(block -> block.kind() == Block.Kind.PARAGRAPH)
                .map(Block::span)
                .toList();
    }
}
