package wenyuan.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import wenyuan.model.Document;
import wenyuan.search.DraftReport;

/** What a draft shares with the archive as JSON, the same for command line and HTTP. Field names are a contract. */
public final class DraftJson {
    /** Documents named beside each piece. */
    private static final int SOURCES = 5;

    private DraftJson() {}

    /** The report on {@code draft}. */
    public static ObjectNode report(String draft, DraftReport report) {
        ObjectNode node = Json.object();
        node.put("letters", report.letters());
        node.put("repeated", report.repeated());
        node.put("share", report.share());
        node.put("partial", report.partial());
        node.set("sentences", Json.array(report.sentences(), sentence -> sentence(draft, report, sentence)));
        node.set("sources", Json.array(report.sources(), share -> source(report, share)));
        return node;
    }

    private static ObjectNode sentence(String draft, DraftReport report, DraftReport.Sentence sentence) {
        ObjectNode node = Json.object().put("text", sentence.span().of(draft));
        node.set("span", Json.span(sentence.span()));
        node.put("standing", sentence.standing().name().toLowerCase(Locale.ROOT));
        node.set("pieces", Json.array(sentence.pieces(), piece -> piece(draft, report, piece)));
        return node;
    }

    private static ObjectNode piece(String draft, DraftReport report, DraftReport.Piece piece) {
        ObjectNode node = Json.object().put("text", piece.span().of(draft));
        node.set("span", Json.span(piece.span()));
        node.put("documents", piece.documents());
        node.set(
                "sources",
                Json.array(
                        piece.ids().stream()
                                .flatMap(id -> report.source(id).stream())
                                .limit(SOURCES)
                                .toList(),
                        DraftJson::named));
        return node;
    }

    private static ObjectNode source(DraftReport report, DraftReport.Share share) {
        return named(share.document()).put("letters", share.letters()).put("share", report.part(share.letters()));
    }

    private static ObjectNode named(Document document) {
        ObjectNode node = Json.object().put("id", document.id()).put("title", document.title());
        document.attributes()
                .dating()
                .year()
                .ifPresentOrElse(year -> node.put("year", year), () -> node.putNull("year"));
        return node;
    }
}
