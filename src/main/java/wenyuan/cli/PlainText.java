package wenyuan.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wenyuan.ingest.Inspection;
import wenyuan.model.Attributes;
import wenyuan.model.Claim;
import wenyuan.model.Cleaned;
import wenyuan.model.Correction;
import wenyuan.model.Document;
import wenyuan.model.Evidence;
import wenyuan.model.Extraction;
import wenyuan.model.Fate;
import wenyuan.model.FileFate;
import wenyuan.model.Label;
import wenyuan.model.Layout;
import wenyuan.model.Repair;
import wenyuan.model.Segment;
import wenyuan.model.Source;
import wenyuan.model.Zone;

/** Documents and their labels as text for a terminal. */
final class PlainText {
    private PlainText() {}

    /** Labels with evidence, then the text. */
    static String document(Document document, List<Correction> corrections, List<String> twins) {
        return Stream.of(
                        Stream.of(document.title(), ""),
                        attributes(document.attributes()),
                        corrections.stream().map(PlainText::correction),
                        Stream.of("来源："
                                + document.sources().stream().map(Source::path).collect(Collectors.joining("；"))),
                        twins.isEmpty() ? Stream.<String>empty() : Stream.of("同文：" + String.join(" ", twins)),
                        Stream.of("", document.text()))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    /** Title and headings, a level deeper by a full-width blank more. */
    static String outline(Document document) {
        return Stream.concat(
                        Stream.of(document.title()),
                        document.outline().stream()
                                .map(heading -> "　".repeat(heading.level() - 1)
                                        + heading.span().of(document.text()).strip()))
                .collect(Collectors.joining("\n"));
    }

    /** One line a label: what is claimed, how surely, and on which words. */
    static Stream<String> attributes(Attributes attributes) {
        return Stream.of(
                        claims("会议类型", attributes.meeting().stream().toList()),
                        claims("兼", attributes.otherMeetings()),
                        claims("场合", attributes.occasion().stream().toList()),
                        Stream.of("年份：" + years(attributes)
                                + because(attributes.dating().evidence())),
                        attributes.workYear().stream().map(year -> "工作年度：" + year.year() + because(year.evidence())),
                        attributes.pageDate().stream()
                                .map(page -> "页面日期：" + page.date() + because(List.of(page.evidence()))),
                        claims("文种", attributes.kind().stream().toList()),
                        claims("地点", attributes.places()),
                        claims("单位", attributes.organisations()),
                        claims(
                                "段落文种",
                                attributes.segments().stream()
                                        .map(Segment::kind)
                                        .toList()),
                        claims("层级", attributes.level().stream().toList()),
                        claims("讲话人", attributes.speaker().stream().toList()),
                        claims("主题", attributes.themes()),
                        claims("状态", attributes.status()),
                        attributes.formulas().stream()
                                .map(use -> "提法：" + use.label().name() + "（" + use.count() + " 处）"
                                        + because(use.evidence())))
                .flatMap(lines -> lines);
    }

    /** Who decided what, when, and what the rules had said. */
    static String correction(Correction correction) {
        return (correction.confirms() ? "核定 " : "更正 ") + correction.field().english() + "：" + names(correction.values())
                + "（" + correction.user() + "，" + correction.at() + "；规则原判：" + names(correction.ruled()) + "）";
    }

    private static String names(List<Label> labels) {
        return labels.isEmpty() ? "无" : labels.stream().map(Label::name).collect(Collectors.joining("、"));
    }

    /** One line a repair. */
    static Stream<String> repairs(List<Repair> repairs) {
        return repairs.stream()
                .map(repair -> repair.rule() + " @" + repair.span().start() + "：“" + repair.before() + "” → “"
                        + repair.after() + "”");
    }

    /** One block a zone. */
    static Stream<String> zones(List<Zone> zones) {
        return zones.stream()
                .map(zone -> "[" + zone.name() + "] " + zone.rule() + "\n    "
                        + zone.text().replace("\n", "\n    "));
    }

    /** One line of an import's report. */
    static String fate(FileFate row) {
        String more = switch (row.fate()) {
            case Fate.Stored stored -> stored.documentId();
            case Fate.Unchanged unchanged -> unchanged.documentId();
            case Fate.Duplicate duplicate -> duplicate.documentId();
            case Fate.Split split -> String.join(" ", split.documentIds());
            case Fate.Held held -> "“" + held.marking().quote() + "”";
            case Fate.Failed failed -> failed.cause() + " " + failed.detail();
            case Fate.Skipped skipped -> skipped.cause() + " " + skipped.detail();
        };
        return row.fate().name() + "  " + row.path() + "  " + more;
    }

    /** What each stage made of a file. */
    static String inspection(Inspection inspection) {
        return switch (inspection.extraction()) {
            case Extraction.Failed failed -> "failed: " + failed.cause() + "  " + failed.detail();
            case Extraction.Text text -> stages(text, inspection).collect(Collectors.joining("\n"));
        };
    }

    private static Stream<String> stages(Extraction.Text text, Inspection inspection) {
        return Stream.of(
                        Stream.of("== extract: " + text.mediaType() + " " + text.charset() + " " + text.form() + ", "
                                + text.content().length() + " characters"),
                        inspection.texts().stream().flatMap(PlainText::stages),
                        inspection.secrecy().stream()
                                .map(marking -> "== held: " + marking.rule() + " “" + marking.quote() + "”"))
                .flatMap(lines -> lines);
    }

    private static Stream<String> stages(Inspection.Text part) {
        Cleaned cleaned = part.cleaned();
        Layout layout = part.layout();
        return Stream.of(
                        part.number().stream().map(number -> "==== text " + number + " of a compilation"),
                        Stream.of("== clean: " + cleaned.text().length() + " characters, "
                                + cleaned.repairs().size() + " repairs, "
                                + cleaned.slots().size() + " slots, "
                                + cleaned.zones().size() + " zones"),
                        zones(cleaned.zones()),
                        repairs(cleaned.repairs()),
                        Stream.of("== structure: "
                                + layout.title().or(cleaned::pageTitle).orElse("no title") + ", "
                                + layout.blocks().size() + " lines, "
                                + layout.sentences().size() + " sentences"),
                        layout.outline().stream()
                                .map(heading -> "  ".repeat(heading.level() - 1)
                                        + heading.span().of(cleaned.text())),
                        Stream.of("== labels"),
                        attributes(part.attributes()),
                        Stream.of("== text", cleaned.text()))
                .flatMap(lines -> lines);
    }

    private static Stream<String> claims(String name, List<Claim> claims) {
        return claims.stream()
                .map(claim -> String.format(
                        Locale.ROOT,
                        "%s：%s（%s，%.2f）%s",
                        name,
                        claim.label().name(),
                        claim.label().id(),
                        claim.confidence(),
                        because(claim.evidence())));
    }

    private static String years(Attributes attributes) {
        String years = attributes.dating().years().stream().map(String::valueOf).collect(Collectors.joining("、"));
        return years + "（" + attributes.dating().status() + "）";
    }

    private static String because(List<Evidence> evidence) {
        return evidence.stream()
                .map(piece -> "\n    " + piece.rule() + "  “" + piece.quote() + "”  "
                        + piece.place().label() + " @" + piece.span().start())
                .collect(Collectors.joining());
    }
}
