package wenyuan.export;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wenyuan.model.Claim;
import wenyuan.model.Document;
import wenyuan.model.Label;

/** What an export to Word says of where something stands. */
final class Footnote {
    private Footnote() {}

    /** Title, year, type of meeting, path and id of a document. */
    static String of(Document document) {
        return "《" + document.title() + "》，" + year(document) + "，"
                + document.attributes()
                        .meeting()
                        .map(claim -> claim.label().name() + "，")
                        .orElse("")
                + place(document);
    }

    /** Path and id. */
    static String place(Document document) {
        return document.sources().getFirst().path() + "（" + document.id() + "）";
    }

    /** The year, and how sure it is. */
    static String year(Document document) {
        String status = document.attributes().dating().status();
        int year = document.attributes().dating().year().orElse(0);
        return switch (status) {
            case "known" -> year + " 年";
            case "inferred" -> year + " 年（推断）";
            case "disputed" -> year + " 年（有矛盾）";
            default -> "年份不详";
        };
    }

    /** The labels of a document in a line. */
    static String labels(Document document) {
        return Stream.of(
                        name(document.attributes().meeting()),
                        Stream.of(year(document)),
                        name(document.attributes().kind()),
                        name(document.attributes().level()),
                        name(document.attributes().speaker()),
                        names(document.attributes().themes()),
                        names(document.attributes().status()))
                .flatMap(parts -> parts)
                .collect(Collectors.joining(" · "));
    }

    private static Stream<String> name(Optional<Claim> claim) {
        return names(claim.stream().toList());
    }

    private static Stream<String> names(List<Claim> claims) {
        return claims.isEmpty()
                ? Stream.of()
                : Stream.of(claims.stream().map(Claim::label).map(Label::name).collect(Collectors.joining("、")));
    }
}
