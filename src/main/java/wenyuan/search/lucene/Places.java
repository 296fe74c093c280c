package wenyuan.search.lucene;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.queries.intervals.IntervalIterator;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.util.ArrayUtil;
import org.jspecify.annotations.Nullable;
import wenyuan.query.Scope;

/** Where a string stands in each document of a segment. For one thread and rising documents. */
final class Places {
    /** The field that positions count in. */
    static final String FIELD = Fields.chars(new Scope.Text());

    private static final int[] NONE = {};

    private final @Nullable IntervalIterator iterator;

    /** Places of {@code letters}, of which the index knows where they stand; see {@link Bigrams#terms}. */
    Places(String letters, LeafReaderContext segment) throws IOException {
        this(letters, new Scope.Text(), segment);
    }

    /** Places of {@code letters}, at least two, as the positions of this part count. */
    Places(String letters, Scope scope, LeafReaderContext segment) throws IOException {
        iterator = source(letters).intervals(Fields.chars(scope), segment);
    }

    /** The intervals that {@code letters} cover. */
    static IntervalsSource source(String letters) {
        return Intervals.phrase(Bigrams.terms(letters).toArray(String[]::new));
    }

    /** Positions of the first letter in {@code document}, ascending. */
    int[] in(int document) throws IOException {
        if (iterator == null
                || (iterator.docID() < document ? iterator.advance(document) : iterator.docID()) != document) {
            return NONE;
        }
        int[] starts = new int[4];
        int size = 0;
        while (iterator.nextInterval() != IntervalIterator.NO_MORE_INTERVALS) {
            starts = ArrayUtil.grow(starts, size + 1);
            starts[size++] = iterator.start();
        }
        return Arrays.copyOf(starts, size);
    }
}
