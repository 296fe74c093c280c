package wenyuan.search.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import wenyuan.model.Document;
import wenyuan.query.Query;
import wenyuan.search.Highlighter;
import wenyuan.search.Texts;

/**
 * Checks against the text itself what positions cannot tell. Reads at most {@value #MOST} documents in a search; those
 * beyond are no hits, and {@link #gaveUp} says so. Belongs to one search and one thread.
 */
final class InText implements CheckedQuery.Check {
    private static final int MOST = 2000;

    private final Predicate<Document> check;
    private final Texts texts;
    private final Deadline deadline;
    private final boolean unwanted;
    private final Map<Integer, Boolean> known = new HashMap<>();
    private boolean gaveUp;

    /** Checks {@code query}; if it is {@code unwanted}, what was not read counts as if it held it, so that it is no hit either. */
    InText(Query query, Texts texts, Highlighter highlighter, Deadline deadline, boolean unwanted) {
        this.check = highlighter.holding(query);
        this.texts = texts;
        this.deadline = deadline;
        this.unwanted = unwanted;
    }

    /** Whether there were more candidates than could be read. */
    boolean gaveUp() {
        return gaveUp;
    }

    @Override
    public CheckedQuery.InSegment in(LeafReaderContext segment) throws IOException {
        StoredFields stored = segment.reader().storedFields();
        return document -> holds(stored, document, segment.docBase + document);
    }

    private boolean holds(StoredFields stored, int document, int number) throws IOException {
        Boolean before = known.get(number);
        if (before != null) {
            return before;
        }
        if (known.size() >= MOST || deadline.shouldExit()) {
            gaveUp = true;
            return unwanted;
        }
        String id = stored.document(document, Set.of(Fields.ID)).get(Fields.ID);
        boolean holds = texts.find(id).map(check::test).orElse(false);
        known.put(number, holds);
        return holds;
    }
}
