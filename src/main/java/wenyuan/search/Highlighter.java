package wenyuan.search;

import java.util.List;
import wenyuan.model.Document;
import wenyuan.model.Span;
import wenyuan.query.Query;
import wenyuan.text.Segmenter;

/** Finds what a query matched, by string matching over the normal form: the same for every engine. Thread-safe. */
@SuppressWarnings({"DoNotCallSuggester", "ObjectToString", "UnusedVariable"}) // until it is built
public final class Highlighter {
    private final Segmenter segmenter;

    /** A highlighter that cuts plain words as the engines do. */
    public Highlighter(Segmenter segmenter) {
        this.segmenter = segmenter;
    }

    /** Every match in the clean text, in order, not overlapping. */
    public List<Span> marks(Query query, Document document) {
        throw new UnsupportedOperationException(segmenter + " " + query + document);
    }

    /** The best pieces of text to show for a hit, at most {@code most}, in text order. */
    public List<SearchPage.Snippet> snippets(Query query, Document document, int most) {
        throw new UnsupportedOperationException(segmenter + " " + query + document + most);
    }
}
