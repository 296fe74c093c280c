package wenyuan.search.lucene;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Query;
import wenyuan.query.Scope;

/**
 * Checks from positions that a string stands in the first or the last paragraphs. To index these a second time would cost
 * up to a third of the index.
 *
 * @param letters at least two
 * @param scope {@link Scope.Opening} or {@link Scope.Closing}
 */
record AtEdge(String letters, Scope scope) implements CheckedQuery.Check {
    /** The query that keeps what passes this check. */
    Query query() {
        return new CheckedQuery(Strings.of(letters, new Scope.Text()), this);
    }

    @Override
    public CheckedQuery.InSegment in(LeafReaderContext segment) throws IOException {
        Counting counting = counting(segment);
        return document -> counting.in(document) > 0;
    }

    /** How often the string stands there in each document of a segment. */
    Counting counting(LeafReaderContext segment) throws IOException {
        Places places = new Places(letters, segment);
        BinaryDocValues edges = DocValues.getBinary(segment.reader(), Fields.edge(scope));
        int length = letters.codePointCount(0, letters.length());
        return document -> edges.advanceExact(document)
                ? inside(places.in(document), length, Positions.decoded(edges.binaryValue()))
                : 0;
    }

    private static int inside(int[] starts, int length, Positions edges) {
        return (int) Arrays.stream(starts)
                .filter(start -> {
                    int number = edges.floor(start);
                    // begins and ends take turns
                    return number >= 0 && number % 2 == 0 && start + length <= edges.value(number + 1);
                })
                .count();
    }
}
