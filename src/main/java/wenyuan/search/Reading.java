package wenyuan.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import wenyuan.model.Block;
import wenyuan.model.Document;
import wenyuan.model.Heading;
import wenyuan.model.Span;
import wenyuan.query.Scope;
import wenyuan.text.Normal;

/**
 * A document as matching sees it: letters, digits and slots of its normal form, in passages that no match crosses. Every
 * engine indexes these passages and the {@link Highlighter} reads them, so that both agree. Immutable.
 */
public final class Reading {
    /** How many paragraphs make an opening or a closing. */
    private static final int EDGE = 2;
    /** The level of points in running text; see {@link Heading}. */
    private static final int POINTS = 5;

    private final Document document;
    private final String source;
    private final Normal letters;
    private final List<Span> lines;
    private final List<Span> lineStretches;

    private Reading(Document document, String source) {
        this.document = document;
        this.source = source;
        this.letters = Normal.of(source).letters();
        this.lines = lines(source);
        this.lineStretches = mapped(lines);
    }

    /** Reads {@code document}. */
    public static Reading of(Document document) {
        // A title that comes from the page or the file name is a passage of its own behind the text.
        return new Reading(
                document,
                document.titleSpan().isPresent() ? document.text() : document.text() + "\n" + document.title());
    }

    /** What the spans of passages count in: the clean text, followed by the title in a line of its own if it lacks it. */
    public String source() {
        return source;
    }

    /** Letters, digits and slots of {@link #source()}. */
    public Normal letters() {
        return letters;
    }

    /** The passages of a scope in {@link #source()}, in text order. For the whole text these are its lines. */
    public List<Span> passages(Scope scope) {
        return switch (scope) {
            case Scope.Text() -> lines;
            case Scope.Title() -> List.of(title());
            case Scope.Headings(int level) -> headings(level);
            case Scope.Opening() -> {
                List<Span> all = paragraphs();
                yield all.subList(0, Math.min(EDGE, all.size()));
            }
            case Scope.Closing() -> {
                List<Span> all = paragraphs();
                yield all.subList(Math.max(0, all.size() - EDGE), all.size());
            }
        };
    }

    /** The sentences of {@link #source()}; lines where the document names none. */
    public List<Span> sentences() {
        if (document.sentences().isEmpty()) {
            return lines;
        }
        return document.titleSpan().isPresent()
                ? document.sentences()
                : Stream.concat(document.sentences().stream(), Stream.of(title()))
                        .toList();
    }

    /** The passages of a scope as stretches of {@link #letters()}, those without a letter left out. */
    public List<Span> stretches(Scope scope) {
        return scope instanceof Scope.Text ? lineStretches : mapped(passages(scope));
    }

    /** The sentences of a scope as stretches of {@link #letters()}, cut where a passage ends. */
    public List<Span> sentenceStretches(Scope scope) {
        if (scope instanceof Scope.Text) {
            return mapped(sentences());
        }
        return mapped(passages(scope).stream()
                .flatMap(passage -> sentences().stream()
                        .filter(passage::overlaps)
                        .map(sentence -> new Span(
                                Math.max(passage.start(), sentence.start()), Math.min(passage.end(), sentence.end()))))
                .toList());
    }

    /** Where the title stands in {@link #source()}. */
    public Span title() {
        return document.titleSpan().orElseGet(() -> new Span(document.text().length() + 1, source.length()));
    }

    /** The paragraphs in {@link #source()}, without title, headings and the like. */
    public List<Span> paragraphs() {
        List<Span> marked = document.blocks().stream()
                .filter(block -> block.kind() == Block.Kind.PARAGRAPH)
                .map(Block::span)
                .toList();
        return marked.isEmpty()
                ? lines.stream().filter(line -> !line.overlaps(title())).toList()
                : marked;
    }

    /** How many parts the text has. */
    public int parts() {
        return partHeadings().size();
    }

    /** The headings of the outermost level that stands in the outline. Points in running text are none. */
    public List<Heading> partHeadings() {
        int outermost =
                document.outline().stream().mapToInt(Heading::level).min().orElse(POINTS);
        return document.outline().stream()
                .filter(heading -> heading.level() == outermost && outermost != POINTS)
                .toList();
    }

    private List<Span> headings(int level) {
        return document.outline().stream()
                .filter(heading -> level == 0 || heading.level() == level)
                .map(Heading::span)
                .toList();
    }

    private List<Span> mapped(List<Span> spans) {
        return spans.stream()
                .map(letters::normal)
                .filter(stretch -> stretch.length() > 0)
                .toList();
    }

    private static List<Span> lines(String source) {
        List<Span> lines = new ArrayList<>();
        int start = 0;
        for (int end = source.indexOf('\n'); end >= 0; end = source.indexOf('\n', start)) {
            lines.add(new Span(start, end));
            start = end + 1;
        }
        lines.add(new Span(start, source.length()));
        return lines;
    }
}
