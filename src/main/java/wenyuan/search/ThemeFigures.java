package wenyuan.search;

import java.util.List;
import wenyuan.model.Document;

/**
 * What the index knows about a theme without reading a text.
 *
 * @param documents number of its documents
 * @param years its documents by year of the meeting, ascending
 * @param meetings its documents by type of meeting, most first
 * @param sisters themes that go with it more often than by chance, most surprising first
 * @param newest a few of its documents
 */
public record ThemeFigures(
        long documents,
        List<SearchPage.Count> years,
        List<SearchPage.Count> meetings,
        List<Sister> sisters,
        List<Document> newest) {
    public ThemeFigures {
        years = List.copyOf(years);
        meetings = List.copyOf(meetings);
        sisters = List.copyOf(sisters);
        newest = List.copyOf(newest);
    }

    /**
     * A theme that goes with another.
     *
     * @param theme its id and name, with the number of documents that have both
     * @param documents number of its documents in all
     * @param lift how many times as often as if the two had nothing to do with each other
     * @param surprise G², see {@link LogLikelihood}
     */
    public record Sister(SearchPage.Count theme, long documents, double lift, double surprise) {}
}
