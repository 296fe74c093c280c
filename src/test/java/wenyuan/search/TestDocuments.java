package wenyuan.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wenyuan.model.Attributes;
import wenyuan.model.Block;
import wenyuan.model.Claim;
import wenyuan.model.Dating;
import wenyuan.model.Document;
import wenyuan.model.Evidence;
import wenyuan.model.FormulaUse;
import wenyuan.model.Heading;
import wenyuan.model.Label;
import wenyuan.model.PageDate;
import wenyuan.model.Phrasing;
import wenyuan.model.Place;
import wenyuan.model.Source;
import wenyuan.model.Span;
import wenyuan.model.Taxonomy;
import wenyuan.text.Segmenter;
import wenyuan.text.Sentences;

/** Small documents for tests. The first line is the title; lines that begin with 一、 or （一） are headings. */
public record TestDocuments(Document document) {
    /** One for all tests: its dictionary takes half a second. */
    public static final Segmenter SEGMENTER = Segmenter.with(List.of("吹哨报到"));

    /** Labels that the tests use. */
    public static final Taxonomy TAXONOMY = new Taxonomy(
            labels("MT16 座谈会", "MT12 推进会", "MT10 表彰大会"),
            List.of(),
            labels("K1 讲话", "K2 通知"),
            labels("L1 县", "L2 市"),
            labels("S1 书记"),
            labels("TH01 政治建设", "TH10 社区党建", "TH11 农村党建"),
            labels("truncated 不完整", "yearKnown 年份确定", "yearDisputed 年份有争议"),
            labels("F1 两个维护", "F2 三个自信"),
            labels("opening 开场", "problem 问题", "parallel 排比"));

    /** Synonyms and suffixes that the tests use. */
    public static final Phrasing PHRASING = new Phrasing(
            List.of(List.of("党代会", "党员代表大会", "党的代表大会"), List.of("三讲", "讲政治讲正气")), List.of("县委", "镇", "同志"));

    private static List<Label> labels(String... labels) {
        return List.of(labels).stream()
                .map(label -> label.split(" ", 2))
                .map(label -> new Label(label[0], label[1]))
                .toList();
    }

    /** A document without labels. */
    public static TestDocuments of(String id, String... lines) {
        List<Block> blocks = new ArrayList<>();
        List<Heading> outline = new ArrayList<>();
        int start = 0;
        for (String line : lines) {
            Span span = new Span(start, start + line.length());
            int level = line.startsWith("（一") ? 2 : line.matches("[一二三]、.*") ? 1 : 0;
            if (level > 0) {
                outline.add(new Heading(level, 1, span));
            }
            Block.Kind body = level > 0 ? Block.Kind.HEADING : Block.Kind.PARAGRAPH;
            blocks.add(new Block(start == 0 ? Block.Kind.TITLE : body, span));
            start = span.end() + 1;
        }
        String text = String.join("\n", lines);
        return new TestDocuments(new Document(
                id,
                lines[0],
                Optional.of(blocks.getFirst().span()),
                text,
                blocks,
                outline,
                Sentences.of(text),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Attributes.NONE,
                List.of(new Source(id + ".txt", "测试", false)),
                id,
                "rules"));
    }

    /** The same with the title taken out of the text. */
    public TestDocuments titledOutside(String title) {
        return with(document.attributes(), title, Optional.empty(), document.sources());
    }

    /** The same from another place. */
    public TestDocuments from(String path, String collection) {
        return with(
                document.attributes(),
                document.title(),
                document.titleSpan(),
                List.of(new Source(path, collection, false)));
    }

    /** The same held in a year that is known. */
    public TestDocuments year(int year) {
        return dated(new Dating.Known(year, List.of()));
    }

    /** The same with a dating. */
    public TestDocuments dated(Dating dating) {
        Attributes a = document.attributes();
        return attributed(new Attributes(
                a.meeting(),
                List.of(),
                a.occasion(),
                dating,
                a.workYear(),
                a.pageDate(),
                a.kind(),
                a.level(),
                a.speaker(),
                a.themes(),
                a.status(),
                List.of(),
                a.formulas(),
                List.of(),
                List.of()));
    }

    /** The same on a page with a date. */
    public TestDocuments pageDate(LocalDate date) {
        Attributes a = document.attributes();
        PageDate page = new PageDate(date, new Evidence("rule", new Place.Text(), "", new Span(0, 0)));
        return attributed(new Attributes(
                a.meeting(),
                List.of(),
                a.occasion(),
                a.dating(),
                a.workYear(),
                Optional.of(page),
                a.kind(),
                a.level(),
                a.speaker(),
                a.themes(),
                a.status(),
                List.of(),
                a.formulas(),
                List.of(),
                List.of()));
    }

    /** The same with a type and themes. */
    public TestDocuments labelled(String type, String... themes) {
        Attributes a = document.attributes();
        return attributed(new Attributes(
                Optional.of(claim(type)),
                List.of(),
                a.occasion(),
                a.dating(),
                a.workYear(),
                a.pageDate(),
                a.kind(),
                a.level(),
                a.speaker(),
                List.of(themes).stream().map(TestDocuments::claim).toList(),
                a.status(),
                List.of(),
                a.formulas(),
                List.of(),
                List.of()));
    }

    /** The same with these formulas. */
    public TestDocuments formulas(String... ids) {
        Attributes a = document.attributes();
        return attributed(new Attributes(
                a.meeting(),
                List.of(),
                a.occasion(),
                a.dating(),
                a.workYear(),
                a.pageDate(),
                a.kind(),
                a.level(),
                a.speaker(),
                a.themes(),
                a.status(),
                List.of(),
                List.of(ids).stream()
                        .map(id -> new FormulaUse(new Label(id, id), List.of(), 1))
                        .toList(),
                List.of(),
                List.of()));
    }

    private static Claim claim(String id) {
        return new Claim(new Label(id, id), 1, List.of());
    }

    private TestDocuments attributed(Attributes attributes) {
        return with(attributes, document.title(), document.titleSpan(), document.sources());
    }

    private TestDocuments with(Attributes attributes, String title, Optional<Span> titleSpan, List<Source> sources) {
        Document d = document;
        return new TestDocuments(new Document(
                d.id(),
                title,
                titleSpan,
                d.text(),
                d.blocks(),
                d.outline(),
                d.sentences(),
                d.slots(),
                d.zones(),
                d.repairs(),
                d.completeness(),
                attributes,
                sources,
                d.textKey(),
                d.rules()));
    }
}
