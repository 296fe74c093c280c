package wenyuan.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import wenyuan.model.Block;
import wenyuan.model.Document;
import wenyuan.model.Heading;
import wenyuan.model.Label;
import wenyuan.model.Repair;
import wenyuan.model.RuleBook;
import wenyuan.model.Source;
import wenyuan.model.Span;
import wenyuan.model.Taxonomy;

/**
 * A document, ready to be read.
 *
 * @param titleLines the lines of the text that make its title, printed as the page's heading; empty when the title is not
 *     from the text
 * @param q the query whose hits are marked
 * @param repaired whether repairs are shown in the text
 * @param hits number of marked hits
 * @param parts the text from top to bottom, with what stood between
 * @param alike the search for texts with the same skeleton; empty when this one has none
 * @param twins other documents with the same text
 * @param namesakes other documents with the same title and another text
 * @param texts all texts of the compilation that it comes from, itself among them; none when its file holds one
 */
public record DocumentView(
        String id,
        String title,
        List<Line> titleLines,
        String q,
        boolean repaired,
        int hits,
        List<Badge> badges,
        Claims claims,
        List<Entry> outline,
        String alike,
        List<Part> parts,
        List<Fold> zones,
        List<Repairs> repairs,
        List<Source> sources,
        List<Other> twins,
        List<Other> texts,
        List<Other> namesakes,
        int characters) {

    /** An entry of the outline beside the text. */
    public record Entry(int level, String text, String anchor) {}

    /** A stretch of the page: a line of the text, or something the page had put there. */
    public sealed interface Part {}

    /**
     * A line of the text.
     *
     * @param kind class of its look: {@code title}, {@code byline}, {@code salutation}, {@code heading}, {@code paragraph}
     * @param level of a heading, else 0
     */
    public record Line(String kind, int level, List<Sentence> sentences) implements Part {}

    /** Runs that light up together. */
    public record Sentence(List<Run> runs) {}

    /** A part of the saved page that is not the author's text, folded away. */
    public record Fold(String name, String rule, String text, String anchor) implements Part {}

    /**
     * Repairs of one kind.
     *
     * @param examples some of them
     */
    public record Repairs(String name, int count, List<Example> examples) {}

    /** What stood there, and what stands there now. */
    public record Example(String before, String after) {}

    /** Another document with the same text. */
    public record Other(String id, String title, String path) {}

    static DocumentView of(
            Document document,
            String q,
            List<Span> hits,
            boolean repaired,
            Optional<String> skeleton,
            List<Other> twins,
            List<Other> texts,
            List<Other> namesakes,
            RuleBook rules,
            Messages say) {
        Claims claims = Claims.of(document, rules.formulas(), say);
        List<Mark> marks = new ArrayList<>(claims.marks());
        marks.addAll(numbered(hits, Mark.Kind.HIT));
        marks.addAll(numbered(document.outline().stream().map(Heading::span).toList(), Mark.Kind.POINT));
        marks.addAll(numbered(document.slots().stream().map(slot -> slot.span()).toList(), Mark.Kind.SLOT));
        if (repaired) {
            for (Repair repair : document.repairs()) {
                marks.add(new Mark(repair.span(), Mark.Kind.REPAIR, marks.size() + 1, visible(repair.before())));
            }
        }
        List<Fold> zones = zones(document, say);
        Reader reader = new Reader(document, marks);
        return new DocumentView(
                document.id(),
                document.title(),
                reader.titleLines(),
                q,
                repaired,
                hits.size(),
                Badge.of(document, say),
                claims,
                outline(document),
                skeleton.map(query -> Address.of(query).url()).orElse(""),
                reader.parts(zones),
                zones,
                repairs(document, rules.pages().repairs()),
                document.sources(),
                twins,
                texts,
                namesakes,
                document.text().codePointCount(0, document.text().length()));
    }

    /** The lines of a text that {@code shown} lets through, title and all, with these marks. */
    static List<Line> lines(Document document, List<Mark> marks, Predicate<Block> shown) {
        Reader reader = new Reader(document, marks);
        return document.blocks().stream().filter(shown).map(reader::line).toList();
    }

    /** Number of repairs of all kinds. */
    public int repairCount() {
        return repairs.stream().mapToInt(Repairs::count).sum();
    }

    /** This page with other settings. */
    public String url(boolean showRepairs) {
        String query = Stream.of(q.isBlank() ? "" : "q=" + Address.encode(q), showRepairs ? "repairs=on" : "")
                .filter(pair -> !pair.isEmpty())
                .reduce((a, b) -> a + "&" + b)
                .map(pairs -> "?" + pairs)
                .orElse("");
        return "/documents/" + id + query;
    }

    private static List<Mark> numbered(List<Span> spans, Mark.Kind kind) {
        return IntStream.range(0, spans.size())
                .mapToObj(i -> new Mark(spans.get(i), kind, i + 1, ""))
                .toList();
    }

    private static List<Entry> outline(Document document) {
        return IntStream.range(0, document.outline().size())
                .mapToObj(i -> {
                    Heading heading = document.outline().get(i);
                    return new Entry(heading.level(), heading.span().of(document.text()), "o" + (i + 1));
                })
                .toList();
    }

    private static List<Fold> zones(Document document, Messages say) {
        return IntStream.range(0, document.zones().size())
                .mapToObj(i -> {
                    var zone = document.zones().get(i);
                    return new Fold(say.name("zone", zone.name()), zone.rule(), zone.text(), "z" + (i + 1));
                })
                .toList();
    }

    private static List<Repairs> repairs(Document document, List<Label> names) {
        Map<String, List<Repair>> byRule = new LinkedHashMap<>();
        document.repairs()
                .forEach(repair -> byRule.computeIfAbsent(repair.rule(), rule -> new ArrayList<>())
                        .add(repair));
        return byRule.entrySet().stream()
                .map(entry -> new Repairs(
                        Taxonomy.find(names, entry.getKey()).map(Label::name).orElse(entry.getKey()),
                        entry.getValue().size(),
                        examples(entry.getValue())))
                .toList();
    }

    private static List<Example> examples(List<Repair> repairs) {
        return repairs.stream()
                .map(repair -> new Example(visible(repair.before()), visible(repair.after())))
                .distinct()
                .limit(5)
                .toList();
    }

    /** A line end that was taken out would be seen as nothing, or as a blank. */
    private static String visible(String text) {
        return text.replaceAll("\\R", "↵");
    }

    /** Lays out the lines of one document. */
    private static final class Reader {
        private final Document document;
        private final List<Mark> marks;
        private final List<Integer> cuts;

        Reader(Document document, List<Mark> marks) {
            this.document = document;
            this.marks = marks;
            this.cuts = document.sentences().stream()
                    .flatMap(sentence -> Stream.of(sentence.start(), sentence.end()))
                    .toList();
        }

        List<Line> titleLines() {
            return document.blocks().stream()
                    .filter(this::isTitle)
                    .map(this::line)
                    .toList();
        }

        List<Part> parts(List<Fold> zones) {
            List<Part> parts = new ArrayList<>();
            int zone = 0;
            for (Block block : document.blocks()) {
                while (zone < zones.size()
                        && document.zones().get(zone).before() <= block.span().start()) {
                    parts.add(zones.get(zone++));
                }
                if (!isTitle(block)) {
                    parts.add(line(block));
                }
            }
            parts.addAll(zones.subList(zone, zones.size()));
            return List.copyOf(parts);
        }

        private boolean isTitle(Block block) {
            return block.kind() == Block.Kind.TITLE && document.titleSpan().isPresent();
        }

        private Line line(Block block) {
            return new Line(kind(block), level(block), sentences(block.span()));
        }

        private List<Sentence> sentences(Span line) {
            List<Sentence> sentences = new ArrayList<>();
            List<Run> runs = new ArrayList<>();
            for (Run run : Run.of(document.text(), line, marks, cuts)) {
                boolean opens = document.sentences().stream()
                        .anyMatch(sentence -> sentence.start() == run.span().start());
                if (opens && run.span().length() > 0 && !runs.isEmpty()) {
                    sentences.add(new Sentence(List.copyOf(runs)));
                    runs.clear();
                }
                runs.add(run);
            }
            sentences.add(new Sentence(List.copyOf(runs)));
            return sentences;
        }

        private int level(Block block) {
            return document.outline().stream()
                    .filter(heading ->
                            block.kind() == Block.Kind.HEADING && block.span().overlaps(heading.span()))
                    .mapToInt(Heading::level)
                    .findFirst()
                    .orElse(0);
        }

        private static String kind(Block block) {
            return switch (block.kind()) {
                case TITLE -> "title";
                case BYLINE -> "byline";
                case SALUTATION -> "salutation";
                case HEADING -> "heading";
                case PARAGRAPH -> "paragraph";
            };
        }
    }
}
