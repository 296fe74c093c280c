package wenyuan.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import wenyuan.query.Scope;

/** Where a string stands in each document of a segment. For one thread and rising documents. */
final class Places {
    /** The field that positions count in. */
    static final String FIELD = Fields.chars(new Scope.Text());

    private static final int[] NONE = {};

    private final List<Pair> pairs;

    /**
     * A pair of letters.
     *
     * @param number which one of the string
     */
    private record Pair(int number, PostingsEnum postings) {
        boolean isIn(int document) throws IOException {
            int at = postings.docID() < document ? postings.advance(document) : postings.docID();
            return at == document;
        }

        /** Where the string would begin, by each of the places of this pair. */
        int[] starts() throws IOException {
            int[] starts = new int[postings.freq()];
            for (int i = 0; i < starts.length; i++) {
                starts[i] = postings.nextPosition() - number;
            }
            return starts;
        }

        /** Those of {@code starts}, ascending, which this pair confirms. */
        int[] confirmed(int[] starts) throws IOException {
            int confirmed = 0;
            int left = postings.freq();
            int at = Integer.MIN_VALUE;
            for (int start : starts) {
                int wanted = start + number;
                for (; at < wanted && left > 0; left--) {
                    at = postings.nextPosition();
                }
                if (at == wanted) {
                    starts[confirmed++] = start;
                }
            }
            return confirmed == starts.length ? starts : Arrays.copyOf(starts, confirmed);
        }
    }

    /** Places of {@code letters}, of which the index knows where they stand; see {@link Bigrams#terms}. */
    Places(String letters, LeafReaderContext segment) throws IOException {
        this(letters, new Scope.Text(), segment);
    }

    /** Places of {@code letters}, at least two, as the positions of this part count. */
    Places(String letters, Scope scope, LeafReaderContext segment) throws IOException {
        pairs = pairs(Bigrams.terms(letters), Fields.chars(scope), segment);
    }

    /** Of the pairs that tell the place of all; none when one of them stands nowhere in the segment. */
    private static List<Pair> pairs(List<String> terms, String field, LeafReaderContext segment) throws IOException {
        List<Pair> pairs = new ArrayList<>();
        for (int number : Cover.of(terms, field, segment.reader()).places()) {
            PostingsEnum postings =
                    segment.reader().postings(new Term(field, terms.get(number)), PostingsEnum.POSITIONS);
            if (postings == null) {
                return List.of();
            }
            pairs.add(new Pair(number, postings));
        }
        return pairs;
    }

    /** Positions of the first letter in {@code document}, ascending. */
    int[] in(int document) throws IOException {
        if (pairs.isEmpty()) {
            return NONE;
        }
        Pair seldom = pairs.getFirst();
        for (Pair pair : pairs) {
            if (!pair.isIn(document)) {
                return NONE;
            }
            seldom = pair.postings().freq() < seldom.postings().freq() ? pair : seldom;
        }
        int[] starts = seldom.starts();
        for (Pair pair : pairs) {
            if (pair.number() != seldom.number() && starts.length > 0) {
                starts = pair.confirmed(starts);
            }
        }
        return starts;
    }
}
