package wenyuan.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenyuan.model.Attributes;
import wenyuan.model.Block;
import wenyuan.model.Claim;
import wenyuan.model.Completeness;
import wenyuan.model.Dating;
import wenyuan.model.Document;
import wenyuan.model.Evidence;
import wenyuan.model.FormulaUse;
import wenyuan.model.Heading;
import wenyuan.model.Label;
import wenyuan.model.PageDate;
import wenyuan.model.Repair;
import wenyuan.model.Slot;
import wenyuan.model.Source;
import wenyuan.model.Span;
import wenyuan.model.Taxonomy;
import wenyuan.model.WorkYear;
import wenyuan.model.Zone;
import wenyuan.text.Sentences;

/** Documents of our own writing with labels set by hand, so that pages can be tested without any rule. */
final class Samples {
    /** The main example: hits, evidence of all kinds, zones, repairs, slots. */
    static final String FORUM = "00000000000000aa";

    private static final Pattern HEADING = Pattern.compile("(?m)^(一|二|三)、.*$|^（(一|二)）.*$|^(\\d)\\. .*$");
    private static final Pattern POINT = Pattern.compile("(?:一是|二是|三是|一要|二要|三要)[^，。]*");

    private final Taxonomy taxonomy;

    Samples(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
    }

    List<Document> all() {
        List<Document> all = new ArrayList<>();
        all.add(forum());
        all.add(review());
        all.add(lesson());
        String[] places = {"东桥社区", "石桥镇", "青石乡", "云岭县", "高新区", "县直机关", "柳溪村", "望川街道"};
        String[] types = {"MT12", "MT16", "MT10", "MT11", "MT14", "MT23", "MT18", "MT25"};
        String[] names = {"党建工作推进会", "党员座谈会", "表彰大会", "动员部署会", "党建观摩会", "主题党日", "总结会", "组织工作会议"};
        for (int i = 0; i < 64; i++) {
            int year = 2024 - (i * i * 11 % 97) % 22;
            String place = places[i % places.length];
            int type = (i * 3 + i / 8) % types.length;
            String title = "在" + place + names[type] + "上的讲话";
            String text = title + "\n同志们：\n今天，我们召开" + names[type] + "，总结" + year + "年以来的工作，部署下一步任务。"
                    + "基层治理是一篇大文章，要靠网格织密，也要靠党员带头。\n"
                    + (i % 3 == 0 ? "要继续用好“街道吹哨、部门报到”，让问题在家门口解决。" : "要把支部建设抓在日常、严在经常，做到久久为功。");
            all.add(small(HexFormat.of().toHexDigits(i + 1L), title, text, types[type], year, i));
        }
        return all;
    }

    Document forum() {
        String text = read("forum.txt");
        Zone masthead = new Zone("masthead", "masthead.dated", "发布时间：2021-05-03　来源：××文秘网　点击：1024", 0);
        Zone notice = new Zone(
                "truncation",
                "truncation.shown",
                "（全文共1845字，当前仅显示1200字，请登录后阅读剩余内容）",
                at(text, "谢谢大家").start());
        Attributes attributes = new Attributes(
                Optional.of(claim(taxonomy.meetings(), "MT16", 0.98, text, "座谈会上的讲话", "召开座谈会")),
                List.of(),
                Optional.empty(),
                new Dating.Known(2020, List.of(proof(text, "chronology.party-founding", "建党99周年"))),
                Optional.empty(),
                Optional.of(new PageDate(
                        LocalDate.of(2021, 5, 3), Evidence.inZone("page.date", masthead, new Span(5, 15)))),
                Optional.of(claim(taxonomy.kinds(), "speech", 0.95, text, "讲话")),
                Optional.of(claim(taxonomy.levels(), "street", 0.9, text, "清溪街道")),
                Optional.of(claim(taxonomy.speakers(), first(taxonomy.speakers()), 0.8, text, "街道党工委书记")),
                List.of(
                        claim(taxonomy.themes(), "TH17", 0.9, text, "“街道吹哨、部门报到”", "基层治理", "网格"),
                        claim(taxonomy.themes(), "TH32", 0.8, text, "双报到", "在职党员进社区")),
                List.of(new Claim(
                        label(taxonomy.status(), "repaired"), 1, List.of(proof(text, "status.repaired", "更加饱满的精神")))),
                List.of(),
                List.of(
                        new FormulaUse(
                                label(taxonomy.formulas(), "吹哨报到"), List.of(proof(text, "吹哨报到", "街道吹哨、部门报到")), 2),
                        // the text has none that is out of use; the page shall show one
                        new FormulaUse(label(taxonomy.formulas(), "社会主义新农村建设"), List.of(), 1)),
                List.of(),
                List.of());
        return document(
                FORUM,
                text,
                attributes,
                List.of(masthead, notice),
                List.of(
                        new Repair("repair.pinyin-gloss", at(text, "饱满"), "饱(bǎo)满", "饱满"),
                        new Repair(
                                "advert.rights",
                                new Span(at(text, "叫苦").start(), at(text, "叫苦").start()),
                                "[本资料来自某某网]",
                                "")),
                Optional.of(new Completeness(65, Evidence.inZone("truncation.shown", notice, new Span(1, 23)))),
                "移交资料.zip!/讲话/庆七一座谈会讲话.html");
    }

    private Document review() {
        String text = read("review.txt");
        Attributes attributes = new Attributes(
                Optional.of(claim(taxonomy.meetings(), "MT04", 0.97, text, "述职评议会")),
                List.of(),
                Optional.empty(),
                new Dating.Disputed(
                        2023, List.of(2023, 2024), List.of(proof(text, "a", "2023年度"), proof(text, "b", "十四五规划的关键一年"))),
                Optional.of(new WorkYear(2023, List.of(proof(text, "work", "2023年度")))),
                Optional.empty(),
                Optional.of(claim(taxonomy.kinds(), "review", 0.9, text, "点评")),
                Optional.of(claim(taxonomy.levels(), "county", 0.9, text, "全县")),
                Optional.empty(),
                List.of(claim(taxonomy.themes(), "TH22", 0.9, text, "第一责任人")),
                List.of(new Claim(label(taxonomy.status(), "yearDisputed"), 1, List.of(proof(text, "c", "2023年度")))),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return document(
                "00000000000000bb", text, attributes, List.of(), List.of(), Optional.empty(), "2023/述职评议会点评.docx");
    }

    private Document lesson() {
        String text = read("lesson.txt");
        Attributes attributes = new Attributes(
                Optional.of(claim(taxonomy.meetings(), "MT23", 0.9, text, "主题党日")),
                List.of(),
                Optional.empty(),
                new Dating.PageOnly(List.of()),
                Optional.empty(),
                Optional.of(new PageDate(
                        LocalDate.of(2019, 6, 28),
                        Evidence.inFileName("page", "党课/2019-06-28守住初心.txt", new Span(3, 13)))),
                Optional.of(claim(taxonomy.kinds(), "lecture", 0.95, text, "专题党课讲稿")),
                Optional.of(claim(taxonomy.levels(), "organ", 0.9, text, "机关")),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return document(
                "00000000000000cc", text, attributes, List.of(), List.of(), Optional.empty(), "党课/2019-06-28守住初心.txt");
    }

    private Document small(String id, String title, String text, String type, int year, int i) {
        List<Evidence> years = List.of(proof(text, "year", year + "年"));
        Dating dating = i % 5 == 1
                ? new Dating.Inferred(year, years)
                : i % 9 == 2 ? new Dating.Unknown(List.of()) : new Dating.Known(year, years);
        String[] levels = {"community", "township", "township", "county", "zone", "organ", "village", "street"};
        Attributes attributes = new Attributes(
                Optional.of(claim(taxonomy.meetings(), type, 0.9, text, title)),
                List.of(),
                Optional.empty(),
                dating,
                Optional.empty(),
                Optional.empty(),
                Optional.of(claim(taxonomy.kinds(), i % 6 == 4 ? "briefing" : "speech", 0.9, text, "讲话")),
                Optional.of(claim(taxonomy.levels(), levels[i % levels.length], 0.8, text, "今天")),
                Optional.empty(),
                List.of(claim(taxonomy.themes(), i % 2 == 0 ? "TH17" : "TH07", 0.7, text, "基层治理")),
                i % 11 == 3 ? List.of(new Claim(label(taxonomy.status(), "truncated"), 1, List.of())) : List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return document(
                id, text, attributes, List.of(), List.of(), Optional.empty(), "汇编/" + year + "/" + title + i + ".docx");
    }

    private static Document document(
            String id,
            String text,
            Attributes attributes,
            List<Zone> zones,
            List<Repair> repairs,
            Optional<Completeness> completeness,
            String path) {
        List<Block> blocks = blocks(text);
        return new Document(
                id,
                blocks.getFirst().span().of(text),
                Optional.of(blocks.getFirst().span()),
                text,
                blocks,
                outline(text),
                Sentences.of(text),
                slots(text),
                zones,
                repairs,
                completeness,
                attributes,
                List.of(new Source(path, "移交资料", false)),
                id + "0".repeat(48),
                "rules");
    }

    private static List<Block> blocks(String text) {
        List<Block> blocks = new ArrayList<>();
        Matcher lines = Pattern.compile("[^\n]+").matcher(text);
        while (lines.find()) {
            Span span = new Span(lines.start(), lines.end());
            Block.Kind kind = blocks.isEmpty()
                    ? Block.Kind.TITLE
                    : HEADING.matcher(lines.group()).matches()
                            ? Block.Kind.HEADING
                            : lines.group().endsWith("：")
                                    ? Block.Kind.SALUTATION
                                    : blocks.size() == 1 && lines.group().length() < 30
                                            ? Block.Kind.BYLINE
                                            : Block.Kind.PARAGRAPH;
            blocks.add(new Block(kind, span));
        }
        return blocks;
    }

    private static List<Heading> outline(String text) {
        List<Heading> outline = new ArrayList<>();
        Matcher headings = HEADING.matcher(text);
        while (headings.find()) {
            int level = headings.group(1) != null ? 1 : headings.group(2) != null ? 2 : 3;
            outline.add(new Heading(level, 0, new Span(headings.start(), headings.end())));
        }
        Matcher points = POINT.matcher(text);
        while (points.find()) {
            outline.add(new Heading(5, 0, new Span(points.start(), points.end())));
        }
        outline.sort((a, b) -> a.span().compareTo(b.span()));
        return outline;
    }

    private static List<Slot> slots(String text) {
        return Pattern.compile("×+")
                .matcher(text)
                .results()
                .map(slot -> new Slot(Slot.Kind.UNKNOWN, new Span(slot.start(), slot.end())))
                .toList();
    }

    private static Claim claim(List<Label> list, String id, double confidence, String text, String... quotes) {
        List<Evidence> evidence = new ArrayList<>();
        for (String quote : quotes) {
            evidence.add(proof(text, "rule." + id, quote));
        }
        return new Claim(label(list, id), confidence, evidence);
    }

    private static Evidence proof(String text, String rule, String quote) {
        return Evidence.inText(rule, text, at(text, quote));
    }

    private static Span at(String text, String quote) {
        int start = text.indexOf(quote);
        return new Span(start, start + quote.length());
    }

    private static String first(List<Label> list) {
        return list.getFirst().id();
    }

    private static Label label(List<Label> list, String id) {
        return Taxonomy.find(list, id).orElseThrow(() -> new AssertionError("no label " + id));
    }

    static String read(String name) {
        try (InputStream in = Samples.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
