package wenyuan.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import wenyuan.model.Document;
import wenyuan.model.Span;
import wenyuan.search.DraftReport;

/**
 * A checked draft, ready to be printed.
 *
 * @param lines of the draft, cut where something begins or ends that stands in the archive
 * @param percent of the letters that were looked up
 * @param counts sentences that stand there whole, in part, and not at all
 * @param sources documents that share most first
 */
public record DraftView(
        List<List<Stretch>> lines,
        int percent,
        int letters,
        int repeated,
        Counts counts,
        boolean partial,
        List<Shared> sources) {
    /**
     * A stretch of a line.
     *
     * @param look class of its look: {@code verbatim}, {@code in_part}, or empty when it is the draft's own
     * @param note in how many documents, and the first of them
     * @param url the search for it; empty for what is the draft's own
     */
    public record Stretch(String text, String look, String note, String url) {}

    /** Sentences by how they stand to the archive. */
    public record Counts(long verbatim, long inPart, long own) {}

    /** A document that the draft shares something with. */
    public record Shared(String title, String url, String year, int percent, int letters) {}

    static DraftView of(String draft, DraftReport report, Messages say) {
        return new DraftView(
                lines(draft, report, say),
                percent(report.share()),
                report.letters(),
                report.repeated(),
                new Counts(
                        count(report, DraftReport.Standing.VERBATIM),
                        count(report, DraftReport.Standing.IN_PART),
                        count(report, DraftReport.Standing.NEW)),
                report.partial(),
                report.sources().stream()
                        .limit(20)
                        .map(share -> shared(share, report))
                        .toList());
    }

    private static long count(DraftReport report, DraftReport.Standing standing) {
        return report.sentences().stream()
                .filter(sentence -> sentence.standing() == standing)
                .count();
    }

    private static List<List<Stretch>> lines(String draft, DraftReport report, Messages say) {
        List<List<Stretch>> lines = new ArrayList<>();
        lines.add(new ArrayList<>());
        int at = 0;
        for (DraftReport.Sentence sentence : report.sentences()) {
            for (DraftReport.Piece piece : sentence.pieces()) {
                addOwn(lines, draft.substring(at, piece.span().start()));
                lines.getLast().add(stretch(draft, sentence, piece, report, say));
                at = piece.span().end();
            }
        }
        addOwn(lines, draft.substring(at));
        return lines;
    }

    private static void addOwn(List<List<Stretch>> lines, String text) {
        String[] parts = text.split("\\R", -1);
        for (int i = 0; i < parts.length; i++) {
            if (i > 0) {
                lines.add(new ArrayList<>());
            }
            if (!parts[i].isEmpty()) {
                lines.getLast().add(new Stretch(parts[i], "", "", ""));
            }
        }
    }

    private static Stretch stretch(
            String draft, DraftReport.Sentence sentence, DraftReport.Piece piece, DraftReport report, Messages say) {
        Span span = piece.span();
        String text = span.of(draft);
        String first = piece.ids().stream()
                .flatMap(id -> report.source(id).stream())
                .findFirst()
                .map(Document::title)
                .orElse("");
        return new Stretch(
                text,
                sentence.standing().name().toLowerCase(Locale.ROOT),
                say.say("check.piece", piece.documents(), first),
                Address.of(quoted(text)).url());
    }

    /** The text as a quoted string of the query language. */
    private static String quoted(String text) {
        return "\"" + text.replaceAll("[\\\\＼\"＂“”]", "") + "\"";
    }

    private static Shared shared(DraftReport.Share share, DraftReport report) {
        Document document = share.document();
        var year = document.attributes().dating().year();
        return new Shared(
                document.title(),
                "/documents/" + document.id(),
                year.isPresent() ? "" + year.getAsInt() : "",
                percent(report.part(share.letters())),
                share.letters());
    }

    private static int percent(double part) {
        return (int) Math.round(100 * part);
    }
}
